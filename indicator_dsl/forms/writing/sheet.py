"""The sheet 核算 of a workbook as values: its rows, and what each of their cells holds.

Knows no file format.
"""

from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.forms.writing.held import GENERAL
from indicator_dsl.wording import Text

SHEET: Final = "核算"
TITLE: Final = Text("How the points are worked out", "得分核算")
COLUMNS: Final = ("name", "method", "value", "above", "below", "top", "bottom", "points", "remark")


@frozen
class Formula:
    """A formula, without the sign of equality in front of it."""

    text: str


@frozen(kw_only=True)
class SheetCell:
    """A cell: a text, a number, a formula, or None for an empty one.

    `is_entered` says that a person may change it, and everything that depends on it follows.
    `choices` are the texts it may hold, empty where it may hold anything.
    """

    value: str | Fraction | Formula | None = None
    number_format: str = GENERAL
    is_entered: bool = False
    choices: tuple[str, ...] = ()


@frozen(kw_only=True)
class SheetRow:
    """A row by its number (from 1); `kind` is `title`, `words`, `head`, `line` or `sum`."""

    number: int
    kind: str
    cells: tuple[SheetCell, ...]


def is_sums(sheet: str, first: str) -> bool:
    """Whether a sheet of a workbook is one of sums that was written here, and no form.

    Args:
        sheet: What the sheet is called.
        first: The text of its first cell.

    Example:
        >>> is_sums("核算", "得分核算"), is_sums("核算", "项目支出绩效自评表")
        (True, False)
    """
    return sheet == SHEET and first in (TITLE.en, TITLE.zh)


def address(column: str, row: int) -> str:
    """Where a cell of the sheet 核算 is, seen from that sheet.

    Example:
        >>> address("points", 5)
        'H5'
    """
    return f"{chr(ord('A') + COLUMNS.index(column))}{row}"


def from_the_form(column: str, row: int) -> Formula:
    """The formula that shows a cell of the sheet 核算 on another sheet.

    Example:
        >>> from_the_form("points", 5).text
        "'核算'!H5"
    """
    return Formula(f"'{SHEET}'!{address(column, row)}")


def points_on_form(row: int, open_word: str) -> Formula:
    """The formula that shows a row's points on the form, and a word while they are open.

    Example:
        >>> points_on_form(5, "").text
        "'核算'!H5"
    """
    at = from_the_form("points", row).text
    return Formula(f'IF({at}="",{quoted(open_word)},{at})' if open_word else at)


def quoted(text: str) -> str:
    """A text inside a formula, where its quotation marks are doubled.

    Example:
        >>> quoted('"优"')
        '\"\"\"优\"\"\"'
    """
    return '"' + text.replace('"', '""') + '"'
