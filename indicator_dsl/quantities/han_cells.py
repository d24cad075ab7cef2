"""Reading a cell whose words begin with a Chinese numeral.

Never guesses: 一般, 十分满意 or 三五天 are words here, and words are none of its work.
"""

import re
from collections.abc import Iterator
from typing import Final

from indicator_dsl.quantities.han import HanReading, NotHan, number_from_han, plain_han
from indicator_dsl.quantities.quantity import Quantity
from indicator_dsl.quantities.readings import Observed, Unreadable
from indicator_dsl.quantities.unit_table import UnitTable
from indicator_dsl.quantities.unit_text import BLANKS, UnitError, multiplier_and_word
from indicator_dsl.quantities.units import BARE, PER_CENT, Unit

_COUNTED: Final = "零一二两三四五六七八九十百千万亿"
_NUMERAL = re.compile(rf"(?:百分之)?[{_COUNTED}]+(?:点[{_COUNTED}]+)?(?:成[一二三四五六七八九]?)?")


def amount_from_han(said: str, *, unit: Unit, units: UnitTable) -> Observed | Unreadable | None:
    """The amount that `said` begins with in Chinese numerals; None when it may be mere words.

    A single digit stays a word, as in 一级. After the numeral stands nothing, the target's unit,
    another of its measure, or a word the table knows.
    """
    for numeral in _leading_numerals(said, unit):
        rest = said[len(numeral) :].strip(BLANKS)
        try:
            reading = number_from_han(numeral)
        except NotHan:
            continue
        if len(numeral) > 1 or plain_han(numeral) == "十":
            return _amount(said, reading, rest, unit, units)
    return None


def _leading_numerals(said: str, unit: Unit) -> Iterator[str]:
    """What may be the numeral: all before the target's own unit first, as in 三十千克."""
    match = _NUMERAL.match(plain_han(said))
    if match is not None:
        yield said.removesuffix(unit.text).rstrip(BLANKS)
        yield said[: match.end()]


def _amount(
    said: str, reading: HanReading, rest: str, unit: Unit, units: UnitTable
) -> Observed | Unreadable | None:
    if reading.is_share:
        return None if rest else _observed(said, Quantity(reading.number, PER_CENT), unit)
    if not rest:
        if _is_ambiguous(said, unit):
            return Unreadable(text=said, why="unit", detail="ambiguous")
        return Observed(quantity=Quantity(reading.number, unit), unit_assumed=unit != BARE)
    try:
        found = unit if rest == unit.text else units.unit_from_text(rest)
    except UnitError:
        return None
    is_expected = found == unit or (found.dimension and found.is_same_measure(unit))
    if not (is_expected or units.knows(found)):
        return None
    return _observed(said, Quantity(reading.number, found), unit)


def _observed(said: str, quantity: Quantity, unit: Unit) -> Observed | Unreadable:
    if quantity.unit.is_same_measure(unit):
        return Observed(quantity=quantity)
    return Unreadable(text=said, why="mismatch", detail=quantity.unit.text)


def _is_ambiguous(numeral: str, unit: Unit) -> bool:
    """Whether both count alike: is 二十万 for 万元 meant as 20 or as 200000 of them?"""
    multiplier, word = multiplier_and_word(unit.text)
    counting = {"万", "亿", *unit.text.removesuffix(word)}
    return multiplier > 1 and not counting.isdisjoint(plain_han(numeral))
