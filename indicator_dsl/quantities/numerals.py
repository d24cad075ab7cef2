"""Exact numbers as they are written: from text and Python values, and back to plain decimals.

Knows no unit; no digit here may depend on binary floating point or the ambient Decimal context.
"""

import math
import re
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from indicator_dsl.quantities.rounding import half_up, scaled_half_up

MAX_WHOLE_DIGITS: Final = 18
MAX_DECIMAL_DIGITS: Final = 9
_FLOAT_DIGITS: Final = 15  # what a binary64 number carries for certain
_WHOLE_LIMIT: Final = 10**MAX_WHOLE_DIGITS
_DECIMAL_STEPS: Final = 10**MAX_DECIMAL_DIGITS

_ASCII = str.maketrans("０１２３４５６７８９＋－−，．", "0123456789+--,.")
_NUMBER = re.compile(
    r"[+-]?(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?P<decimals>[0-9]+))?"
)
_EXPONENT = re.compile(r"[+-]?[0-9.,]+[eE\uff45\uff25][+-]?[0-9]+")

NumberFault: TypeAlias = Literal[
    "empty", "malformed", "exponent", "whole-digits", "decimal-digits", "odd-digit"
]

_FAULTS: Final[dict[NumberFault, str]] = {
    "empty": "there is no number",
    "malformed": "this is not a plain decimal number",
    "exponent": "a number is written without an exponent",
    "whole-digits": f"a number has at most {MAX_WHOLE_DIGITS} digits before the point",
    "decimal-digits": f"a number has at most {MAX_DECIMAL_DIGITS} digits after the point",
    "odd-digit": "a number is written with the digits 0 to 9",
}


class NotANumber(ValueError):
    """The refusal of a text or value as an exact number, with its `reason`."""

    def __init__(self, reason: NumberFault) -> None:
        super().__init__(reason)
        self.reason: NumberFault = reason

    def __str__(self) -> str:
        return _FAULTS[self.reason]


def ascii_numerals(text: str) -> str:
    """The same text, character for character, with full-width digits, signs and points as ASCII."""
    return text.translate(_ASCII)


def number_from_text(text: str) -> Fraction:
    """The exact number that `text` writes out.

    Args:
        text: A sign if any, digits with or without thousands commas, a point and decimals if any.
            Digits, signs, commas and point may be full-width. No blanks, no unit, no exponent.

    Raises:
        NotANumber: for everything else. A comma that does not group by three, or stands behind a
            leading zero (0,125 would be a decimal comma), is malformed.

    Example:
        >>> number_from_text("1,523.36")
        Fraction(38084, 25)
        >>> number_from_text("－３")
        Fraction(-3, 1)
    """
    plain = ascii_numerals(text)
    match = _NUMBER.fullmatch(plain)
    if match is None:
        raise NotANumber(_fault_of(plain))
    whole = match["whole"].replace(",", "")
    decimals = match["decimals"] or ""
    if len(whole) > MAX_WHOLE_DIGITS:
        raise NotANumber("whole-digits")
    if len(decimals) > MAX_DECIMAL_DIGITS:
        raise NotANumber("decimal-digits")
    number = Fraction(int(whole + decimals), 10 ** len(decimals))
    return -number if plain.startswith("-") else number


def _fault_of(plain: str) -> NumberFault:
    if not plain.strip():
        return "empty"
    foreign = () if plain.isascii() else (each for each in plain if not each.isascii())
    if any(character.isdecimal() for character in foreign):
        return "odd-digit"
    return "exponent" if _EXPONENT.fullmatch(plain) else "malformed"


def number_from_float(x: float) -> tuple[Fraction, bool]:
    """The decimal number meant by a float, and whether digits were rounded away to find it.

    Args:
        x: Read by its shortest decimal form, kept to 15 significant digits, then to 9 decimals.

    Raises:
        NotANumber: "malformed" for nan and the infinities, "whole-digits" from 10^18.

    Example:
        >>> number_from_float(0.1)
        (Fraction(1, 10), False)
        >>> number_from_float(0.1 + 0.2)
        (Fraction(3, 10), True)
    """
    if not math.isfinite(x):
        raise NotANumber("malformed")
    shortest = float.__repr__(x)  # a subclass, such as numpy's, may print itself otherwise
    written = _within_whole_digits(Fraction(shortest))
    places = _FLOAT_DIGITS - 1 - Decimal(shortest).adjusted()
    step = Fraction(10) ** min(places, 0)
    kept = half_up(written * step, max(places, 0)) / step
    kept = _within_whole_digits(half_up(kept, MAX_DECIMAL_DIGITS))
    return kept, kept != written


def number_from_python(value: Decimal | Fraction | float) -> Fraction:
    """The exact number a Python value stands for, within the digits a text may have.

    Args:
        value: A float is read as `number_from_float` does. A Fraction may have any denominator up
            to 10^9, so that every number of nine decimals is within reach, and a third as well.

    Raises:
        NotANumber: for nan, the infinities, a bool, and more digits than a text may have.

    Example:
        >>> from decimal import Decimal
        >>> number_from_python(Decimal("99.95"))
        Fraction(1999, 20)
    """
    if isinstance(value, bool):
        raise NotANumber("malformed")
    if isinstance(value, float):
        return number_from_float(value)[0]
    if isinstance(value, Decimal):
        return _number_from_decimal(value)
    number = _within_whole_digits(Fraction(value))
    if number.denominator > _DECIMAL_STEPS:
        raise NotANumber("decimal-digits")
    return number


def _number_from_decimal(value: Decimal) -> Fraction:
    if not value.is_finite():
        raise NotANumber("malformed")
    if not value:
        return Fraction(0)
    if value.adjusted() >= MAX_WHOLE_DIGITS:  # before any integer is built: Decimal("1e999999999")
        raise NotANumber("whole-digits")
    digits = "".join(map(str, value.as_tuple().digits)).rstrip("0")
    decimals = len(digits) - 1 - value.adjusted()
    if decimals > MAX_DECIMAL_DIGITS:
        raise NotANumber("decimal-digits")
    number = int(digits) * Fraction(10) ** -decimals
    return -number if value.is_signed() else number


def _within_whole_digits(number: Fraction) -> Fraction:
    if abs(number) >= _WHOLE_LIMIT:
        raise NotANumber("whole-digits")
    return number


def text_from_number(x: Fraction, *, places: int | None = None) -> str:
    """The plain decimal for `x`, never with an exponent.

    Args:
        x: Any exact number.
        places: How many decimals to round to, half away from zero, and to show. None shows the
            exact decimal without trailing zeros; where nine decimals cannot hold it, the rounded
            one after a "≈".

    Example:
        >>> text_from_number(Fraction(152336, 100))
        '1523.36'
        >>> text_from_number(Fraction(18), places=2)
        '18.00'
        >>> text_from_number(Fraction(2, 3))
        '≈0.666666667'
    """
    if places is not None:
        return _plain_decimal(scaled_half_up(x, places), places)
    nearest = _plain_decimal(scaled_half_up(x, MAX_DECIMAL_DIGITS), MAX_DECIMAL_DIGITS)
    if _DECIMAL_STEPS % x.denominator:
        return f"≈{nearest}"
    return nearest.rstrip("0").rstrip(".")


def _plain_decimal(steps: int, places: int) -> str:
    sign = "-" if steps < 0 else ""
    digits = str(abs(steps)).zfill(places + 1)
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def decimal_from_number(x: Fraction, places: int) -> Decimal:
    """The Decimal with exactly `places` decimals nearest to `x`, a tie going away from zero.

    Args:
        x: Any exact number.
        places: How many decimals to keep, at least 0.

    Example:
        >>> decimal_from_number(Fraction(37, 2), 2)
        Decimal('18.50')
    """
    steps = scaled_half_up(x, places)
    return Decimal((int(steps < 0), tuple(map(int, str(abs(steps)))), -places))
