"""Reading what stands in one cell of a form, from text or from a Python value.

Never raises and never guesses: what is not certain comes back as unreadable, with the reason.
"""

import numbers
import re
import unicodedata
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from indicator_dsl.quantities.dates import NotADate, date_from_text
from indicator_dsl.quantities.han_cells import amount_from_han
from indicator_dsl.quantities.numerals import (
    NotANumber,
    ascii_numerals,
    number_from_float,
    number_from_python,
    number_from_text,
)
from indicator_dsl.quantities.quantity import Quantity
from indicator_dsl.quantities.readings import (
    Day,
    Flag,
    JudgedLabel,
    Label,
    Missing,
    NotApplicable,
    Observed,
    Reading,
    ReadingFault,
    Unreadable,
)
from indicator_dsl.quantities.unit_table import UnitTable
from indicator_dsl.quantities.unit_text import BLANKS, UnitError, multiplier_and_word
from indicator_dsl.quantities.units import BARE, PER_CENT, Unit, UnitMismatch

MAX_CELL_LENGTH: Final = 1000

_Plain: TypeAlias = str | bool | int | float | Decimal | Fraction | date
_EDGES: Final = f"{BLANKS}\r\n"
_WORDS: Final[dict[str, Reading]] = {
    **dict.fromkeys(("", "missing", "缺失"), Missing()),
    **dict.fromkeys(("n/a", "不适用"), NotApplicable()),
    **dict.fromkeys(("是", "√", "✓", "✔", "y", "yes", "true"), Flag(value=True)),
    **dict.fromkeys(("否", "×", "✗", "✘", "n", "no", "false"), Flag(value=False)),
}
# \d on purpose: a number in other digits than 0-9 must be refused, not taken for words.
_NUMERAL = re.compile(r"[+-]?\.?\d[\d.,+-]*")
_JUDGED = re.compile(r"(?P<text>.*\S)\s+(?P<numeral>\S+)\s*[%％]")
_EXPONENT = re.compile(r"[eE\uff45\uff25][+-]?[0-9]")


def read_cell(value: object, *, unit: Unit, units: UnitTable) -> Reading:
    """What the cell says.

    Args:
        value: The text of the cell, or an int, Decimal, Fraction, float, bool, date or None (a
            datetime counts as its day); any other object is unreadable, and none makes this raise.
        unit: The target's. It is taken for a number without one, and a number in another
            dimension does not match it.
        units: The table to look up the cell's own unit in.

    Returns:
        A quantity keeps the unit of its cell. `/`, 无 and — are words like any other, and so is
        what a Chinese numeral merely begins, as 一般 and 十分满意.

    Example:
        >>> units = UnitTable()
        >>> read_cell("33 万件", unit=units.unit_from_text("件"), units=units).quantity.magnitude
        Fraction(330000, 1)
        >>> read_cell("12 天", unit=units.unit_from_text("件"), units=units)
        Unreadable(text='12 天', why='mismatch', detail='天')
    """
    try:
        plain = _plain_value(value)
    except Exception:  # noqa: BLE001 - an object from outside may raise anything when looked at
        return Unreadable(text="", why="type", detail=_type_name(value))
    match plain:
        case bool():
            return Flag(value=plain)
        case str():
            return _read_text(plain, unit, units)
        case date():
            return Day(date=plain)
        case _:
            return _read_number(plain, unit)


def _plain_value(value: object) -> _Plain:
    """The same value as a plain type, without what a subclass may have overridden."""
    match value:
        case None:
            return ""
        case bool():
            return bool(value)
        case str():
            return str.__str__(value)
        case date():
            return date(value.year, value.month, value.day)
        case _:
            return _plain_number(value)


def _plain_number(value: object) -> float | Decimal | Fraction:
    match value:
        case float():
            return float.__float__(value)
        case int():
            return int.__int__(value)
        case Decimal():
            return Decimal(value)
        case numbers.Rational():
            return Fraction(int(value.numerator), int(value.denominator))
        case _:
            raise TypeError


def _type_name(value: object) -> str:
    """The full name of its type, asked for in a way that no metaclass can answer."""
    return type.__repr__(type(value)).removeprefix("<class '").removesuffix("'>")


def _read_number(value: float | Decimal | Fraction, unit: Unit) -> Reading:
    rounded = False
    try:
        if isinstance(value, float):
            number, rounded = number_from_float(value)
        else:
            number = number_from_python(value)
    except NotANumber as fault:
        shown = str(value)[:MAX_CELL_LENGTH] if isinstance(value, float | Decimal) else ""
        return Unreadable(text=shown, why="number", detail=fault.reason)
    return Observed(quantity=Quantity(number, unit), rounded=rounded, unit_assumed=unit != BARE)


def _read_text(text: str, unit: Unit, units: UnitTable) -> Reading:
    if len(text) > MAX_CELL_LENGTH:
        return Unreadable(text=text[:MAX_CELL_LENGTH], why="too-long", detail=str(len(text)))
    trimmed = text.strip(_EDGES)
    unseen = _first_invisible(trimmed)
    if unseen:
        return Unreadable(text=text, why="control", detail=f"U+{ord(unseen):04X}")
    said = unicodedata.normalize("NFC", trimmed)
    word = _WORDS.get(unicodedata.normalize("NFKC", said).casefold())
    if word is not None:
        return word
    try:
        day = date_from_text(said)
    except NotADate as fault:
        if fault.reason == "impossible":
            return Unreadable(text=said, why="date", detail=fault.reason)
    else:
        return Day(date=day.date, is_month_end_assumed=day.is_month_end_assumed)
    numeral = _leading_numeral(said)
    return (
        _read_amount(said, numeral, unit, units)
        if numeral
        else amount_from_han(said, unit=unit, units=units) or _read_words(said)
    )


def _first_invisible(text: str) -> str:
    if text.isprintable():  # no control, format, private, unassigned; nor any separator but a blank
        return ""
    unprintable = (character for character in text if not character.isprintable())
    return next((each for each in unprintable if unicodedata.category(each) != "Zs"), "")


def _leading_numeral(text: str) -> str:
    match = _NUMERAL.match(ascii_numerals(text))
    return text[: match.end()] if match else ""


def _read_amount(said: str, numeral: str, unit: Unit, units: UnitTable) -> Reading:
    why: ReadingFault
    detail: str
    try:
        number = _number_before(numeral, said[len(numeral) :])
        amount = _amount(number, said[len(numeral) :].strip(BLANKS), unit, units)
    except NotANumber as fault:
        why, detail = "number", fault.reason
    except UnitError as fault:
        why, detail = "unit", fault.reason
    except UnitMismatch as fault:
        why, detail = "mismatch", fault.given.text
    else:
        return amount
    return Unreadable(text=said, why=why, detail=detail)


def _number_before(numeral: str, rest: str) -> Fraction:
    if _EXPONENT.match(ascii_numerals(rest)):
        raise NotANumber("exponent")
    if rest.lstrip(BLANKS)[:1].isdecimal():  # 1 523 件: blanks do not group digits
        raise NotANumber("malformed")
    return number_from_text(numeral)


def _amount(number: Fraction, unit_text: str, unit: Unit, units: UnitTable) -> Observed:
    if unit_text and unit_text == unit.text:
        return Observed(quantity=Quantity(number, unit))
    multiplier, word = multiplier_and_word(unit_text)
    if not word:
        if multiplier > 1 and multiplier_and_word(unit.text)[0] > 1:
            raise UnitError("ambiguous", unit_text)  # 33万 for 万元: is it 33万元 or 33亿元?
        return Observed(quantity=Quantity(number * multiplier, unit), unit_assumed=unit != BARE)
    found = units.unit_from_text(unit_text)
    if not found.is_same_measure(unit):
        raise UnitMismatch(found, unit)
    return Observed(quantity=Quantity(number, found))


def _read_words(said: str) -> Reading:
    judged = _JUDGED.fullmatch(said)
    if judged is None or _leading_numeral(judged["numeral"]) != judged["numeral"]:
        return Label(text=said)
    try:
        share = number_from_text(judged["numeral"])
    except NotANumber as fault:
        return Unreadable(text=said, why="number", detail=fault.reason)
    return JudgedLabel(text=judged["text"], share=Quantity(share, PER_CENT))
