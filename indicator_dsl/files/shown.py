"""What a spreadsheet's number shows: per cent, unit, day, as its number format says.

The number itself is never rounded by its format; where the two differ, that is said.
"""

import re
from datetime import date, datetime
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.quantities import number_from_python, text_from_number

_GENERAL: Final = ("", "General", "@")
_AS_IT_IS: Final = re.compile(r"(?:General|G/通用格式)(?P<unit>.*)", re.IGNORECASE)
_SKIPPED: Final = re.compile(
    r"_.|\*.|\[(?:Red|Black|Blue|Green|White|Color ?\d+|\$[^\]]*)\]|[¥￥$]"
)
_NUMBER: Final = re.compile(
    r"(?P<digits>#*[#,]*[0?]*(?:[#,0?]*[0#?])?)(?:\.(?P<decimals>[0#?]+))?"
    r"(?P<percent>\s*%)?(?P<unit>.*)"
)
_LITERAL: Final = re.compile(r'\s*(?:"(?P<quoted>[^"]*)"|(?P<plain>(?:\\?[^\W\d_A-Za-z])+))?\s*')
_QUOTED: Final = re.compile(r'"[^"]*"|\\.')


@frozen
class Shown:
    """A number as text: `held` with all its digits, `text` as it is displayed.

    `text` is empty when the number format is not understood.
    """

    held: str
    text: str


def shown_number(value: float, number_format: str) -> Shown:
    """A number with its sign for per cent and its unit.

    Args:
        value: What the cell holds; a float is read as 15 significant digits.
        number_format: As the workbook writes it.

    Raises:
        NotANumber: for nan, the infinities and more digits than a text may have.

    Example:
        >>> shown_number(0.9995, "0%")
        Shown(held='99.95 %', text='100 %')
        >>> shown_number(332344, '#,##0"件"').held
        '332344 件'
    """
    number = number_from_python(value)
    plain = text_from_number(number)
    if number_format in _GENERAL:
        return Shown(plain, plain)
    section = _section(number_format, number)
    as_it_is = _AS_IT_IS.fullmatch(section)
    said = _LITERAL.fullmatch(as_it_is["unit"]) if as_it_is else None
    if said is not None:
        told = f"{plain} {_word(said)}".rstrip()
        return Shown(told, told)
    found = _NUMBER.fullmatch(section)
    literal = _LITERAL.fullmatch(found["unit"]) if found and found["digits"] else None
    if found is None or literal is None or found["digits"].endswith(","):
        return Shown(plain, "")
    unit = " %" if found["percent"] else ""
    word = _word(literal)
    if unit and word:
        return Shown(plain, "")
    unit = f" {word}" if word else unit
    number *= 100 if found["percent"] else 1
    rounded = _rounded(number, found["decimals"] or "")
    return Shown(f"{text_from_number(number)}{unit}", f"{rounded}{unit}")


def _word(literal: re.Match[str]) -> str:
    return (literal["quoted"] or literal["plain"] or "").replace("\\", "").strip()


def shown_day(value: date, number_format: str) -> str:
    """A day, or a month where the format shows no day.

    Example:
        >>> shown_day(date(2024, 12, 1), 'yyyy"年"m"月"')
        '2024年12月'
    """
    day = value.date() if isinstance(value, datetime) else value
    letters = _QUOTED.sub("", number_format.partition(";")[0]).lower()
    if "y" in letters and "m" in letters and "d" not in letters:
        return f"{day.year}年{day.month}月"
    return day.isoformat()


def _section(number_format: str, number: Fraction) -> str:
    """The part of the format for numbers of this sign, without its colours and blanks."""
    parts = number_format.split(";")
    chosen = parts[0]
    if number == 0 and len(parts) > 2:  # noqa: PLR2004 - positive; negative; zero
        chosen = parts[2]
    elif number < 0 and len(parts) > 1:
        chosen = parts[1].removeprefix("-").removeprefix("(").removesuffix(")")
    return _SKIPPED.sub("", chosen).strip()


def _rounded(number: Fraction, decimals: str) -> str:
    text = text_from_number(number, places=len(decimals))
    optional = len(decimals) - len(decimals.rstrip("#?"))
    for _ in range(optional):
        text = text.removesuffix("0")
    return text.removesuffix(".")
