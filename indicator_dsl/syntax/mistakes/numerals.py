"""Slips in a number: exponents, commas in the wrong places, Chinese numerals.

Corrects nothing else.
"""

import re
from collections.abc import Iterator
from typing import Final

from indicator_dsl import codes
from indicator_dsl.syntax.grammar import pattern
from indicator_dsl.syntax.mistakes.lines import Guess, Line
from indicator_dsl.syntax.mistakes.patterns import BLANKS, DAY, expression

_NUMBERISH: Final = re.compile(r"[+\-＋－−]?[0-9０-９.．][0-9０-９,，.．_' eE+\-]*")
_TRAILING: Final = ",，.．_' +-"
_CHINESE: Final = re.compile(
    r"(?P<of>百分之)?(?P<number>[零〇一二两三四五六七八九十百千]+)(?P<times>[万亿]*)"
)
_DIGITS: Final = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}
_LONGEST_EXPONENT: Final = 18


def number_malformed(line: Line) -> Iterator[Guess]:
    """What stands where a number should and is none."""
    where = expression(
        rf"(?:@GLYPH@|(?:@OP_WORD@|@WEIGHT_WORD@|@TOTAL_WORD@|@IN_WORD@)(?=[{BLANKS}\d]))[{BLANKS}]*+"
    )
    for found in where.finditer(line.bare):
        digits = _NUMBERISH.match(line.bare, found.end())
        if digits:
            yield from _in_digits(line, digits.start(), digits[0].rstrip(_TRAILING + BLANKS))
        chinese = _CHINESE.match(line.bare, found.end())
        if chinese:
            value = f"{_value(chinese['number'])}{chinese['times']}" + (
                " %" if chinese["of"] else ""
            )
            yield _guess(line, *chinese.span(), value)


def _in_digits(line: Line, start: int, written: str) -> Iterator[Guess]:
    plain = pattern("PLAIN_NUMBER")
    if not written or plain.fullmatch(written) or DAY.fullmatch(written):
        return
    first = plain.match(written)
    if (
        first
        and written[first.end()] in BLANKS
        and not written[first.end() :].strip(BLANKS)[:1].isdigit()
    ):
        return
    yield _guess(line, start, start + len(written), _plainly(written))


def _guess(line: Line, start: int, end: int, number: str) -> Guess:
    return Guess(
        code=codes.NUMBER_MALFORMED,
        start=start,
        end=end,
        corrected=line.with_piece(start, end, number) if number else "",
        text=line.text[start:end],
    )


def _plainly(written: str) -> str:
    """The number in plain digits, or nothing when it cannot be told."""
    text = re.sub(r"[,，_' ]", "", written).replace("．", ".").lower()
    scientific = re.fullmatch(r"([+-]?)(\d+)(?:\.(\d*))?e\+?(\d{1,2})", text)
    if scientific:
        sign, whole, decimals, exponent = scientific.groups(default="")
        places = int(exponent)
        if places > _LONGEST_EXPONENT:
            return ""
        digits = whole + decimals.ljust(places, "0")
        at = len(whole) + places
        return f"{sign}{digits[:at].lstrip('0') or '0'}" + (
            f".{digits[at:]}" if digits[at:] else ""
        )
    if re.fullmatch(r"[+-]?\.\d+", text):
        return text.replace(".", "0.")
    return text if pattern("PLAIN_NUMBER").fullmatch(text) else ""


def _value(numeral: str) -> int:
    """The value of a Chinese numeral below ten thousand.

    Example:
        >>> _value("三百零五"), _value("二十"), _value("十二"), _value("九五")
        (305, 20, 12, 95)
    """
    if not any(character in _PLACES for character in numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral))
    total, digit = 0, 0
    for character in numeral:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
