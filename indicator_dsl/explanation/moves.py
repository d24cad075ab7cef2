"""One value in the place of another: what it is called, how far it is, what it is reckoned at.

Decides no points.
"""

from fractions import Fraction
from math import ceil, floor
from typing import Final

from attrs import frozen

from indicator_dsl.curves import Interval
from indicator_dsl.explanation.figures import is_share
from indicator_dsl.explanation.suppositions import Supposition
from indicator_dsl.quantities import MAX_DECIMAL_DIGITS, Unit
from indicator_dsl.wording import Text

_WIDEST: Final = 18  # digits before the point that a cell can hold


@frozen(kw_only=True)
class Move:
    """What would be changed, and to what.

    `changes` are for `changed`. `points` is what the line then earns, None where several lines or
    conditions hang on the value. `share` is how much of the way to the lever's best it is (1: all
    of it; for values that were never handed in, and for levels and items, in points) and `cost` is
    that times what the whole way costs. `step` is the smallest difference that was considered, None
    where values are discrete; `nearer` is the same change one step shorter, None when that is no
    change. `bound` is the exact end of what would do, None where the value itself is it.
    """

    name: str
    changes: tuple[Supposition, ...]
    before: Text
    after: Text
    way: Text
    points: Fraction | None = None
    share: Fraction
    cost: Fraction
    step: Text | None = None
    nearer: tuple[Supposition, ...] | None = None
    bound: Text | None = None


def written_step(unit: Unit, *numbers: Fraction) -> Fraction:
    """The smallest difference worth proposing, counted in the unit.

    The last decimal written in any of the numbers; of a share, one decimal more.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> str(written_step(UnitTable().unit_from_text("%"), Fraction(95)))
        '1/10'
    """
    places = max((_decimals(number) for number in numbers), default=0)
    if is_share(unit):
        places = min(places + 1, MAX_DECIMAL_DIGITS)
    return Fraction(1, 10**places)


def _decimals(number: Fraction) -> int:
    """How many decimals a number is written with; two for one that no decimal holds."""
    for places in range(MAX_DECIMAL_DIGITS + 1):
        if 10**places % number.denominator == 0:
            return places
    return 2


def nearest_in(
    interval: Interval, start: Fraction, step: Fraction
) -> tuple[Fraction, Fraction] | None:
    """The multiple of `step` in the interval that is nearest to `start`, and the step used.

    Args:
        interval: Does not hold `start`.
        start: Where one comes from.
        step: Made ten times smaller, as often as a cell has decimals, until there is a multiple.

    Returns:
        None when there is no number in the interval that a cell can hold.

    Example:
        >>> from indicator_dsl.curves import more_than
        >>> nearest_in(more_than(95), Fraction(94), Fraction(1, 10))
        (Fraction(951, 10), Fraction(1, 10))
    """
    is_up = interval.low is not None and not interval.low.is_left_of(start)
    cut = interval.low if is_up else interval.high
    while cut is not None and step >= Fraction(1, 10**MAX_DECIMAL_DIGITS):
        steps = cut.at / step
        if is_up:
            count = floor(steps) + 1 if cut.after else ceil(steps)
        else:
            count = floor(steps) if cut.after else ceil(steps) - 1
        found = count * step
        if interval.contains(found) and abs(found) < 10**_WIDEST:
            return found, step
        step /= 10
    return None
