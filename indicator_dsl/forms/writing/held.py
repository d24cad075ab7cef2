"""What a cell of a workbook holds for an amount: a number, how it is shown, and how it is read.

Knows no curve and no layout.
"""

import re
from datetime import date
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.forms.writing.branches import Scale
from indicator_dsl.quantities import CalendarDay, Quantity, Unit, text_from_number

# Dates before 1 March 1900 have other serial numbers in other programs.
_FIRST_DAY: Final = date(1900, 3, 1)
_SERIAL_ZERO: Final = date(1899, 12, 30).toordinal()
_MOST_DIGITS: Final = 15  # that a cell holds
_MOST_DECIMALS: Final = 9
_WRITTEN: Final = re.compile(
    r"(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?)(?P<unit>\s*\S.*)?"
)
_DAYS: Final = {
    re.compile(r"\d{4}-\d{2}-\d{2}"): "yyyy-mm-dd",
    re.compile(r"\d{4}年\d{2}月\d{2}日"): 'yyyy"年"mm"月"dd"日"',
    re.compile(r"\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日"): 'yyyy"年"m"月"d"日"',
}
GENERAL: Final = "General"
_PERCENT: Final = Fraction(1, 100)


@frozen(kw_only=True)
class Held:
    """A number in a cell, its number format, and what it stands for.

    `number` is None for a cell that is still empty. `unit` is what it counts, for people.
    """

    number: Fraction | None
    number_format: str
    scale: Scale
    unit: str = ""

    @property
    def decimals(self) -> int:
        """How many decimals the number has."""
        return 0 if self.number is None else decimals_of(self.number)


def decimals_of(number: Fraction) -> int:
    """How many decimals write a number in full; at most nine are counted.

    Example:
        >>> decimals_of(Fraction("0.9995"))
        4
    """
    return next((n for n in range(_MOST_DECIMALS) if 10**n % number.denominator == 0), 9)


def is_holdable(number: Fraction) -> bool:
    """Whether a cell holds the number with all its digits.

    Example:
        >>> is_holdable(Fraction("1523.36")), is_holdable(Fraction(1, 3))
        (True, False)
    """
    if 10**_MOST_DECIMALS % number.denominator:
        return False
    return len(text_from_number(abs(number)).replace(".", "").strip("0")) <= _MOST_DIGITS


def held_as_written(text: str, observed: Quantity | CalendarDay) -> Held | None:
    """The cell that shows the very text and holds what was observed; None where none can.

    Args:
        text: As somebody wrote it: `332344件`, `99.95%`, `1,523.36`.
        observed: What it was read as, in the unit of the target.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> share = Quantity(Fraction("99.95"), UnitTable().unit_from_text("%"))
        >>> held = held_as_written("99.95%", share)
        >>> held.number, held.number_format
        (Fraction(1999, 2000), '0.00%')
    """
    if isinstance(observed, CalendarDay):
        return _day_as_written(text, observed)
    match = _WRITTEN.fullmatch(text)
    unit = (match["unit"] or "").strip() if match else ""
    if match is None or unit not in ("", observed.unit.text):
        return None
    digits = match["number"].replace(",", "")
    held = held_of(observed, is_percent=unit == "%")
    if held is None or Fraction(digits) != observed.number:
        return None
    shown = _format(digits, match["decimals"] or "", is_grouped="," in match["number"])
    if unit == "%":
        return evolve(held, number_format=f"{'0' if shown == GENERAL else shown}{match['unit']}")
    quoted = (match["unit"] or "").replace('"', "")
    return evolve(held, number_format=f'{shown}"{quoted}"' if quoted else shown)


def _day_as_written(text: str, day: CalendarDay) -> Held | None:
    shown = next((form for known, form in _DAYS.items() if known.fullmatch(text)), None)
    held = held_of(day)
    if shown is None or held is None:
        return None
    numbers = tuple(map(int, re.findall(r"\d+", text)))
    is_that_day = numbers == (day.date.year, day.date.month, day.date.day)
    return evolve(held, number_format=shown) if is_that_day else None


def _format(digits: str, decimals: str, *, is_grouped: bool) -> str:
    plain = text_from_number(Fraction(digits)) == digits
    tail = f".{'0' * len(decimals)}" if decimals else ""
    if is_grouped:
        return f"#,##0{tail}"
    return GENERAL if plain and not decimals else f"0{tail}"


def held_of(observed: Quantity | CalendarDay, *, is_percent: bool | None = None) -> Held | None:
    """A cell for an amount, shown in full; None where no cell holds it exactly.

    Args:
        observed: The amount.
        is_percent: Whether a share in per cent is held as one, so that 1 is shown as 100%. When not
            given, it is.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> held_of(Quantity(Fraction(185000), UnitTable().unit_from_text("件"))).unit
        '件'
    """
    if isinstance(observed, CalendarDay):
        if observed.date < _FIRST_DAY:
            return None
        return Held(
            number=observed.magnitude - _SERIAL_ZERO,
            number_format="yyyy-mm-dd",
            scale=Scale(offset=Fraction(_SERIAL_ZERO)),
        )
    empty = empty_of(observed.unit, is_percent=is_percent)
    number = observed.magnitude if empty.scale == Scale() else observed.number
    if not is_holdable(number):
        return None
    return evolve(empty, number=number)


def empty_of(unit: Unit, *, is_percent: bool | None = None) -> Held:
    """A cell still empty for amounts in a unit.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> empty_of(UnitTable().unit_from_text("%")).number_format
        '0.00####%'
    """
    if unit == _A_DAY.unit:
        return Held(
            number=None, number_format="yyyy-mm-dd", scale=Scale(offset=Fraction(_SERIAL_ZERO))
        )
    is_share = unit.text == "%" and unit.factor == _PERCENT and not unit.dimension
    if is_share and is_percent is not False:
        return Held(number=None, number_format="0.00####%", scale=Scale(), unit="%")
    return Held(number=None, number_format=GENERAL, scale=Scale(factor=unit.factor), unit=unit.text)


_A_DAY: Final = CalendarDay(_FIRST_DAY)
