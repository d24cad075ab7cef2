"""Exact numbers written out in Chinese numerals, as 二十万零五百 or 九成五.

Knows no unit, and takes no idiom for a number: 七八 or 三万五 is refused rather than guessed.
"""

import re
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.quantities.numerals import (
    MAX_DECIMAL_DIGITS,
    MAX_WHOLE_DIGITS,
    NotANumber,
    NumberFault,
)
from indicator_dsl.values import Value

# More than the longest numeral within the limits needs; without it, parsing could nest too deep.
_MAX_LENGTH: Final = 64
_PLAIN = str.maketrans(
    "\u3007○壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩點", "零零一二二三三四五六六七八九十百千万亿两点"
)
_DIGITS: Final = "零一二三四五六七八九"
_TWO: Final = "两"
_TEN: Final = 10
_FEWEST_DIGITS: Final = 3  # 七八 is seven or eight of something, 二零 is not
# A counting word, its worth, and what the number before it has to stay below.
_COUNTING: Final = (
    ("亿", 10**8, 10**8),
    ("万", 10**4, 10**4),
    ("千", 10**3, 10),
    ("百", 10**2, 10),
    ("十", 10, 10),
)
# What may follow decimals: 三点五百万, but 三点五百 could be 三点 and 五百.
_SCALES: Final = {
    "": 1,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
_SCALED_LIMIT: Final = 10**4
_POINTED = re.compile(rf"(?P<whole>[^点]+)点(?P<decimals>[{_DIGITS}]+)(?P<scale>[十百千万亿]*)")
_TENTHS = re.compile(
    rf"(?P<tenths>[一二两三四五六七八九])成(?P<hundredths>[一二三四五六七八九])?"
    rf"|(?P<other>十|[{_DIGITS}]点[{_DIGITS}]+)成"
)


class NotHan(ValueError):
    """The refusal of a text as a Chinese numeral, with its `reason`."""

    def __init__(self, reason: NumberFault) -> None:
        super().__init__(reason)
        self.reason: NumberFault = reason

    def __str__(self) -> str:
        return f"in Chinese numerals: {NotANumber(self.reason)}"


@frozen(kw_only=True, eq=False, repr=False)
class HanReading(Value):
    """A number, and whether it counts hundredths, as in 百分之九十五 or 九成五."""

    number: Fraction
    is_share: bool


def plain_han(text: str) -> str:
    """The same text, character for character, with formal and traditional numerals made plain."""
    return text.translate(_PLAIN)


def number_from_han(text: str) -> HanReading:
    """The exact number that `text` writes out in Chinese numerals.

    Args:
        text: Counted as 二十万零五百, digit by digit as 二〇二四, or a share as 百分之九十五 or
            九成五; 点 and digits make decimals, after which 万 or 亿 multiplies. Formal and
            traditional numerals (贰拾萬) are welcome. No blanks, no sign, no unit.

    Returns:
        A share as per cent: 95 for 九成五.

    Raises:
        NotHan: for everything else, also for what only habit makes a number: 七八, 三万五.

    Example:
        >>> number_from_han("一千五百九十九点五六")
        HanReading(number=Fraction(39989, 25), is_share=False)
        >>> number_from_han("九成五")
        HanReading(number=Fraction(95, 1), is_share=True)
    """
    plain = plain_han(text)
    if not plain.strip():
        raise NotHan("empty")
    if len(plain) > _MAX_LENGTH:
        raise NotHan("malformed")
    tenths = _TENTHS.fullmatch(plain)
    if tenths is not None:
        hundredths = _DIGITS.find(tenths["hundredths"] or "零")
        number = _TEN * _number(tenths["tenths"] or tenths["other"]) + hundredths
        return HanReading(number=number, is_share=True)
    share = plain.removeprefix("百分之")
    if share == plain:
        return HanReading(number=_number(plain), is_share=False)
    return HanReading(number=Fraction(100) if share == "百" else _number(share), is_share=True)


def _number(plain: str) -> Fraction:
    if "点" not in plain:
        return Fraction(_whole(plain))
    match = _POINTED.fullmatch(plain)
    if match is None or match["scale"] not in _SCALES:
        raise NotHan("malformed")
    whole, decimals = _whole(match["whole"]), match["decimals"]
    if match["scale"] and whole >= _SCALED_LIMIT:  # 二十万点五万 counts twice
        raise NotHan("malformed")
    if len(decimals) > MAX_DECIMAL_DIGITS:
        raise NotHan("decimal-digits")
    return (whole + Fraction(_in_digits(decimals), 10 ** len(decimals))) * _SCALES[match["scale"]]


def _whole(plain: str) -> int:
    if len(plain) == 1 or plain.strip(_DIGITS):
        return _counted(plain)
    if plain.startswith("零") or (len(plain) < _FEWEST_DIGITS and not plain.endswith("零")):
        raise NotHan("malformed")
    if len(plain) > MAX_WHOLE_DIGITS:
        raise NotHan("whole-digits")
    return _in_digits(plain)


def _in_digits(plain: str) -> int:
    return int("".join(str(_DIGITS.index(digit)) for digit in plain))


def _counted(plain: str) -> int:
    for word, worth, limit in _COUNTING:
        before, found, after = plain.partition(word)
        if found:
            times = _times(before, word)
            if not 0 < times < limit:
                raise NotHan("malformed")
            return times * worth + _remainder(after, times, worth)
    if plain == _TWO:
        return 2
    if len(plain) != 1 or plain not in _DIGITS:
        raise NotHan("malformed")
    return _DIGITS.index(plain)


def _times(before: str, word: str) -> int:
    if word != "十":
        return _counted(before)
    if before == _TWO:
        raise NotHan("malformed")
    return _counted(before or "一")


def _remainder(after: str, times: int, worth: int) -> int:
    """The worth of what follows a counting word."""
    if not after:
        return 0
    rest = after.removeprefix("零")
    number = _counted(rest)
    if rest == _TWO or not 0 < number < worth:
        raise NotHan("malformed")
    is_digit_bare = len(rest) == 1 and rest in _DIGITS and worth > _TEN  # 三万五 is not 30005
    while times % _TEN == 0:
        times, worth = times // _TEN, worth * _TEN
    is_place_skipped = number * _TEN < worth  # as 零 says: 一万零五千 skips none
    if is_digit_bare if rest == after else not is_place_skipped:
        raise NotHan("malformed")
    return number
