"""Numbers and days that lie in an interval or beside a cut. Knows no points."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Final

from indicator_dsl.curves import Cut, Interval
from indicator_dsl.model import Bound, Range
from indicator_dsl.quantities import MAX_DECIMAL_DIGITS, Unit

TINY: Final = Fraction(1, 10**MAX_DECIMAL_DIGITS)
_PLAIN: Final = 10**MAX_DECIMAL_DIGITS


def ends_of(target: Bound | Range) -> tuple[Fraction, Fraction]:
    """Both ends of what a target asks for, in base units; of a bound they are the same.

    Example:
        >>> from indicator_dsl.model import Operator
        >>> from indicator_dsl.quantities import BARE, Quantity
        >>> ends_of(Bound(Operator.AT_LEAST, Quantity(Fraction(5), BARE)))
        (Fraction(5, 1), Fraction(5, 1))
    """
    if isinstance(target, Bound):
        return target.value.magnitude, target.value.magnitude
    return target.low.magnitude, target.high.magnitude


def number_in(interval: Interval, unit: Unit) -> Fraction | None:
    """A number of a unit inside an interval of base units, with few digits; None when none has.

    Example:
        >>> from indicator_dsl.curves import Interval, just_before
        >>> from indicator_dsl.quantities import BARE
        >>> number_in(Interval(just_before(60), just_before(95)), BARE)
        Fraction(155, 2)
    """
    return next(
        (number for number in _numbers(interval, unit) if interval.contains(number * unit.factor)),
        None,
    )


def _numbers(interval: Interval, unit: Unit) -> Iterator[Fraction]:
    """Candidates, the one to show an author first; each a decimal that can be written out."""
    low, high = (
        None if cut is None else cut.at / unit.factor for cut in (interval.low, interval.high)
    )
    candidates: list[Fraction] = []
    if low is not None and high is not None:
        middle = (low + high) / 2
        candidates = [middle, Fraction(round(middle)), low, high, _cut_off(middle)]
    elif low is not None:
        candidates = [low, low + 1, Fraction(ceil(low)), Fraction(floor(low) + 1)]
    elif high is not None:
        candidates = [high, high - 1, Fraction(floor(high)), Fraction(ceil(high) - 1)]
    else:
        candidates = [Fraction(1)]
    yield from (number for number in candidates if _PLAIN % number.denominator == 0)


def _cut_off(number: Fraction) -> Fraction:
    return Fraction(floor(number * _PLAIN), _PLAIN)


def day_in(interval: Interval) -> date | None:
    """A day inside an interval of days; None when there is none.

    Example:
        >>> from indicator_dsl.curves import Interval, just_after
        >>> day_in(Interval(just_after(2), None)).isoformat()
        '0001-01-03'
    """
    low, high = interval.low, interval.high
    if low is not None:
        number = floor(low.at) + 1 if low.after else ceil(low.at)
    elif high is not None:
        number = floor(high.at) if high.after else ceil(high.at) - 1
    else:
        number = 1
    is_a_day = date.min.toordinal() <= number <= date.max.toordinal()
    return date.fromordinal(number) if is_a_day and interval.contains(number) else None


def numbers_beside(cut: Cut, unit: Unit) -> tuple[Fraction, ...]:
    """Numbers of a unit at a cut and one tiny step beside it, the order ascending.

    A cut that no decimal of nine places meets is met as nearly as one can, from both sides.

    Example:
        >>> from indicator_dsl.curves import just_before
        >>> from indicator_dsl.quantities import BARE
        >>> [str(number) for number in numbers_beside(just_before(60), BARE)]
        ['59999999999/1000000000', '60', '60000000001/1000000000']
    """
    at = cut.at / unit.factor
    if _PLAIN % at.denominator == 0:
        return (at - TINY, at, at + TINY)
    below, above = _cut_off(at), -_cut_off(-at)
    return (below, at, above) if at.denominator <= _PLAIN else (below, above)
