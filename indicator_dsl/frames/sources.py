"""Which column holds what, and how its cells can be read without leaving whole numbers.

Knows no engine: each engine says what kind a column is and reads it as its `Reading` asks.
"""

from enum import Enum
from typing import Final

from attrs import evolve, frozen

# Whole numbers of at most 15 digits are the same in a double, so that every kind has one limit.
LIMIT: Final = 10**15 - 1
DECIMALS: Final = 4  # kept of text and floats; a cell with more goes the exact way
MOST_DECIMALS: Final = 9
# A double is read as its first 15 digits. Where x times 10^s lies within this share of a whole
# number n of at most 15 digits, x lies within 3.4e-16 of n / 10^s, the rounding of the product
# included; half a unit of the 15th digit is never less than 5e-16 of it: those digits are n's.
NEAR: Final = 2.0**-52

READ, ABSENT, APART = 0, 1, 2

# The days that are read in columns, and where year, month and day stand in them.
DAY_PATTERN: Final = "[12][0-9]{3}(?:-[0-9]{1,2}-[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)"
DAY_PARTS: Final = "([12][0-9]{3})[-年]([0-9]{1,2})[-月]([0-9]{1,2})日?"
YES, NO = "是", "否"


class Kind(Enum):
    """What a column holds."""

    WHOLE = "whole numbers"
    DECIMAL = "decimals"
    FLOAT = "floats"
    TEXT = "text"
    TRUTH = "truths"
    DAY = "days"
    EMPTY = "nothing"


@frozen
class Column:
    """A column as an engine describes it; `decimals` is the scale of a decimal one."""

    name: str
    kind: Kind
    decimals: int = 0

    @property
    def scale(self) -> int:
        """How many decimals its cells are counted in once they are whole numbers."""
        if self.kind in (Kind.TEXT, Kind.FLOAT):
            return DECIMALS
        return self.decimals if self.kind is Kind.DECIMAL else 0


@frozen(kw_only=True)
class Amounts:
    """Cells read as whole numbers of 10^-`scale`, at most `LIMIT` away from 0.

    `unit` is a unit that text may end in; `is_day` asks for days of the calendar, counted, and
    `is_count` for how many there are, of which 是 says one and 否 none.
    """

    column: Column
    target: str
    scale: int = 0
    unit: str = ""
    is_day: bool = False
    is_count: bool = False


@frozen(kw_only=True)
class Labels:
    """Cells read as the place of their text among `labels`; of a truth, among `truths`."""

    column: Column
    target: str
    labels: tuple[str, ...]
    truths: tuple[int | None, int | None] = (None, None)


@frozen(kw_only=True)
class Emptiness:
    """Whether anything stands in a cell, and no more."""

    column: Column
    target: str


Reading = Amounts | Labels | Emptiness


def of_column(reading: Reading, name: str) -> Reading:
    """The same reading of a column under another name."""
    return evolve(reading, column=evolve(reading.column, name=name))


def amount_pattern(reading: Amounts) -> str:
    r"""The regular expression of the texts that are read in columns: sign, digits, decimals.

    Plain digits, and the reading's own unit behind them; every other text goes the exact way.

    Example:
        >>> column = Column("满意度", Kind.TEXT)
        >>> amount_pattern(Amounts(column=column, target="__1", scale=4, unit="%"))
        '([+-]?)([0-9]{1,11})(?:\\.([0-9]{1,4}))?(?: ?\\%)?'
    """
    digits = len(str(LIMIT)) - reading.scale
    decimals = rf"(?:\.([0-9]{{1,{reading.scale}}}))?"
    unit = "".join(
        f"\\{each}" if each.isascii() and not each.isalnum() else each for each in reading.unit
    )
    ending = f"(?: ?{unit})?" if unit else ""
    return f"([+-]?)([0-9]{{1,{digits}}}){decimals}{ending}"
