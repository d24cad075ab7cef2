"""Cells as whole numbers, where that can be done at once and beyond doubt.

What a cell says is decided by scoring; here the plainest cells are read as scoring reads them, and
all others are left to it.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final, cast

PLACES: Final = 4  # decimals kept; a cell with more goes the exact way
STEPS: Final[int] = 10**PLACES
_MOST_DIGITS: Final = 14
_TENS: Final[tuple[int, ...]] = tuple(10**n for n in range(PLACES + 1))
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")


class Undecided(Exception):
    """A record that is left to the exact way."""


def amount(cell: object, unit: str) -> int:
    """How many ten-thousandths of its target's unit a cell holds.

    Args:
        cell: A number, or text: plain digits with the unit behind them or without one.
        unit: The target's.

    Raises:
        Undecided: when the cell says anything else, or needs more digits.

    Example:
        >>> amount("1523.36万元", "万元"), amount(94, "%"), amount("1,599.56 万元", "万元")
        (15233600, 940000, 15995600)
    """
    kind = type(cell)
    if kind is str:
        text = cast("str", cell)
        whole, point, decimals = text.removesuffix(unit).partition(".")
        digits = whole + decimals
        gap = PLACES - len(decimals)
        if (
            digits.isdecimal()
            and digits.isascii()
            and gap >= 0
            and len(digits) <= _MOST_DIGITS
            and (not point or (whole and decimals))
        ):
            return int(digits) * _TENS[gap]
        return _written(text, unit)
    if kind is int:
        return cast("int", cell) * STEPS
    return _number(cell)


def _number(cell: object) -> int:
    match cell:
        case Decimal():
            return _decimal(cell)
        case bool():
            raise Undecided
        case float():
            return _plain(float.__repr__(cell))
        case Fraction():
            return _steps(cell.numerator, cell.denominator)
        case _:
            raise Undecided


def _written(text: str, unit: str) -> int:
    """The same of a text with blanks around its parts, or with thousands commas."""
    return _plain(text.strip(" ").removesuffix(unit).rstrip(" "))


def _plain(text: str) -> int:
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    whole, point, decimals = text.partition(".")
    digits = whole + decimals
    gap = PLACES - len(decimals)
    is_whole = digits.isdecimal() and digits.isascii() and len(digits) <= _MOST_DIGITS
    if not is_whole or gap < 0 or (point and not (whole and decimals)):
        raise Undecided
    return int(digits) * _TENS[gap]


def _decimal(number: Decimal) -> int:
    # Before any integer is built: Decimal("1e999999999") has but one digit.
    if not -PLACES <= number.adjusted() < _MOST_DIGITS or not number.is_finite():
        raise Undecided
    return _steps(*number.as_integer_ratio())


def _steps(above: int, below: int) -> int:
    if STEPS % below:
        raise Undecided
    return above * (STEPS // below)
