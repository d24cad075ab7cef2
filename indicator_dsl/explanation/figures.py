"""Numbers, amounts, shares and points as a reader sees them, in both languages.

Knows no scorecard, and rounds nothing without the sign that says so.
"""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Final
from unicodedata import east_asian_width

from indicator_dsl.model import Rounding
from indicator_dsl.quantities import (
    MAX_DECIMAL_DIGITS,
    CalendarDay,
    Quantity,
    Unit,
    text_from_number,
)
from indicator_dsl.wording import Text, same

_DECIMALS: Final = 2
_FIGURES: Final = 3  # enough to tell a small number by
_POINTS_OF_A_SHARE: Final = {
    Fraction(1, 100): Text("percentage points", "个百分点"),
    Fraction(1, 1000): Text("per-mille points", "个千分点"),
    Fraction(1, 10000): Text("basis points", "个万分点"),
}
_SHARE_SIGNS: Final = frozenset("%‰‱")
_CALENDAR: Final = CalendarDay(date(1, 1, 1)).unit
_DEGREES: Final = frozenset(("℃", "℉", "°C", "°F", "度", "摄氏度"))
# An English word of four letters or more that ends in s; "class", "status" and "axis" are singular.
_PLURAL: Final = re.compile(r"[A-Za-z]{2,}[^\W\d_suiSUI]s", re.ASCII)
_TIGHT: Final = frozenset(" （）()，；。：、“”《》")


def is_plain(number: Fraction) -> bool:
    """Whether the number can be written out as a decimal in full."""
    return 10**MAX_DECIMAL_DIGITS % number.denominator == 0


def number_text(number: Fraction, *, apart_from: Iterable[Fraction] = ()) -> str:
    """The number in full, or behind a "≈" as short as it can still be told from the others.

    Args:
        number: Any exact number.
        apart_from: Numbers it must not look like.

    Example:
        >>> number_text(Fraction("1523.360"))
        '1523.36'
        >>> number_text(Fraction(200, 3))
        '≈66.67'
        >>> number_text(Fraction(199999, 2001), apart_from=[Fraction(100)])
        '≈99.95'
    """
    if is_plain(number):
        return text_from_number(number)
    others = tuple(apart_from)
    places = _places_to_tell(number)
    while places < MAX_DECIMAL_DIGITS and any(
        text_from_number(number, places=places) == text_from_number(other, places=places)
        for other in others
    ):
        places += 1
    return f"≈{text_from_number(number, places=places)}"


def _places_to_tell(number: Fraction) -> int:
    """Two decimals, or as many more as a small number needs to show three figures."""
    places = _DECIMALS
    while abs(number) * 10**places < 10 ** (_FIGURES - 1) and places < MAX_DECIMAL_DIGITS:
        places += 1
    return places


def quantity_text(quantity: Quantity, *, apart_from: Iterable[Quantity] = ()) -> Text:
    """The amount with its unit; Chinese sets a per cent sign close to its number.

    Args:
        quantity: Any amount.
        apart_from: Amounts in the same unit that it must not look like.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> print(quantity_text(Quantity(Fraction(80), UnitTable().unit_from_text("%"))).zh)
        80%
    """
    number = number_text(quantity.number, apart_from=[other.number for other in apart_from])
    unit = quantity.unit.text
    if not unit:
        return same(number)
    return Text(
        f"{number} {one_of(unit) if number == '1' else unit}",
        f"{number}{unit}" if unit in _SHARE_SIGNS else f"{number} {unit}",
    )


def one_of(unit: str) -> str:
    """An English unit as it is called for one of it; any other as it is.

    Example:
        >>> one_of("hours"), one_of("deliveries"), one_of("ms"), one_of("件")
        ('hour', 'delivery', 'ms', '件')
    """
    if not _PLURAL.fullmatch(unit):
        return unit
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    return unit[:-2] if unit.endswith(("sses", "xes", "ches", "shes")) else unit[:-1]


def value_text(value: Quantity | CalendarDay) -> Text:
    """An amount with its unit, or a day as a form writes it.

    Example:
        >>> str(value_text(CalendarDay(date(2024, 12, 31))))
        '2024-12-31'
    """
    return same(str(value)) if isinstance(value, CalendarDay) else quantity_text(value)


def value_at(magnitude: Fraction, unit: Unit) -> Quantity | CalendarDay:
    """The amount of that magnitude counted in the unit; a day where days of the calendar are meant.

    Example:
        >>> str(value_at(Fraction(1), CalendarDay(date(2024, 1, 1)).unit))
        '0001-01-01'
    """
    is_on_calendar = is_day(unit) and 1 <= magnitude <= date.max.toordinal()
    if is_on_calendar:
        return CalendarDay(date.fromordinal(int(magnitude)))
    return Quantity(magnitude / unit.factor, unit)


def is_day(unit: Unit) -> bool:
    """Whether what is counted in the unit are days of the calendar."""
    return unit == _CALENDAR


def share_text(share: Fraction) -> Text:
    """A share in per cent.

    Args:
        share: 1 for 100 %.

    Example:
        >>> share_text(Fraction(1, 10)).zh
        '10%'
        >>> share_text(Fraction("1.66172")).zh
        '≈166.17%'
    """
    number = _short(share * 100)
    return Text(f"{number} %", f"{number}%")


def _short(number: Fraction) -> str:
    """The number in full where two decimals or three figures hold it, else behind a "≈"."""
    full = number_text(number)
    figures = full.lstrip("-0.").replace(".", "")
    if len(full.partition(".")[2]) <= _DECIMALS or len(figures) <= _FIGURES:
        return full
    return f"≈{text_from_number(number, places=_places_to_tell(number))}"


def is_share(unit: Unit) -> bool:
    """Whether amounts in the unit are shares, so that two of them lie points apart."""
    return not unit.dimension and unit.factor in _POINTS_OF_A_SHARE


def gap_text(gap: Quantity) -> Text:
    """How far two amounts lie apart; between two shares that is points, not per cent.

    Args:
        gap: At least 0, in the target's unit.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> str(gap_text(Quantity(Fraction(20), UnitTable().unit_from_text("%"))))
        '20 percentage points'
    """
    if is_day(gap.unit):
        days = number_text(gap.number)
        return Text(f"{days} {'day' if days == '1' else 'days'}", f"{days} 天")
    if not is_share(gap.unit):
        return quantity_text(gap)
    number, points = number_text(gap.number), _POINTS_OF_A_SHARE[gap.unit.factor]
    en = points.en.removesuffix("s") if number == "1" else points.en
    return Text(f"{number} {en}", f"{number} {points.zh}")


def sides_of(unit: Unit) -> tuple[str, str]:
    """The Chinese words for less and more of something.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> sides_of(UnitTable().unit_from_text("%"))
        ('低', '高')
    """
    if is_day(unit):
        return "早", "晚"
    if is_share(unit) or unit.text in _DEGREES:
        return "低", "高"
    return "少", "多"


def points_text(points: Fraction, rounding: Rounding) -> str:
    """Points with the ruleset's places; where lines are not rounded, all the places there are.

    Example:
        >>> points_text(Fraction(8), Rounding())
        '8.00'
        >>> points_text(Fraction("19.995"), Rounding(each=False))
        '19.995'
        >>> points_text(Fraction(80, 9), Rounding(each=False))
        '≈8.8889'
    """
    if points < 0:
        return _negative(points_text(-points, rounding))
    padded = text_from_number(points, places=rounding.places)
    if Fraction(padded) == points:
        return padded
    if is_plain(points):
        return text_from_number(points)
    return f"≈{text_from_number(points, places=rounding.places + 2)}"


def _negative(shown: str) -> str:
    """Points below 0 with the sign of a sum; a "≈" stays in front."""
    return f"≈−{shown[1:]}" if shown.startswith("≈") else f"−{shown}"


def cut_points(points: Fraction, rounding: Rounding) -> str:
    """The points in full, or their first decimals and three dots, which no reader takes for all.

    Example:
        >>> cut_points(Fraction(80, 9), Rounding())
        '8.8888…'
    """
    if points < 0:
        return _negative(cut_points(-points, rounding))
    padded = text_from_number(points, places=rounding.places)
    if Fraction(padded) == points:
        return padded
    if is_plain(points):
        return text_from_number(points)
    places = rounding.places + 2
    whole = points.numerator * 10**places // points.denominator
    return f"{text_from_number(Fraction(whole, 10**places), places=places)}…"


def rounding_text(exact: Fraction, earned: Fraction, rounding: Rounding) -> Text:
    """What rounding made of a line's points, as a visible step; empty when it changed nothing.

    Example:
        >>> str(rounding_text(Fraction("19.995"), Fraction(20), Rounding()))
        ' ≈ 20.00 (half-up, 2 places)'
    """
    if exact == earned:
        return Text("", "")
    shown, places = points_text(earned, rounding), rounding.places
    return Text(
        f" ≈ {shown} (half-up, {places} {'place' if places == 1 else 'places'})",
        f" ≈ {shown}（四舍五入，保留 {places} 位）" if places else f" ≈ {shown}（四舍五入到整数）",
    )


def run_on(*parts: str) -> str:
    """Chinese parts as one run, with a blank only between a Latin and a Chinese character.

    Example:
        >>> run_on("比目标", "200000 件", "少", "20000 件")
        '比目标 200000 件少 20000 件'
    """
    run = ""
    for part in filter(None, parts):
        is_mixed = bool(run) and _is_wide(run[-1]) != _is_wide(part[0])
        run += f" {part}" if is_mixed and not {run[-1], part[0]} & _TIGHT else part
    return run


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "WF"
