"""Which x have a value in a given range: the exact inverse of a map. It may not touch curves."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from attrs import field, frozen

from indicator_dsl.curves.cuts import (
    Cut,
    Interval,
    between,
    everything,
    exact,
    joined,
    just_after,
    just_before,
    less_than,
    more_than,
)
from indicator_dsl.curves.maps import Count, Map
from indicator_dsl.values import Value


@frozen(eq=False, repr=False)
class Bound(Value):
    """The end of a range of values, and whether it belongs to the range itself.

    Example:
        >>> Bound(18)
        Bound(value=Fraction(18, 1), included=True)
    """

    value: Fraction = field(converter=exact)
    included: bool = True


def range_of(low: Bound | None, high: Bound | None) -> Interval:
    """The values between two bounds; an absent bound means that side has no end."""
    return Interval(
        None if low is None else (just_before if low.included else just_after)(low.value),
        None if high is None else (just_after if high.included else just_before)(high.value),
    )


def bound_to_earn(points: Fraction | int, places: int | None) -> Bound:
    """The least value that earns `points` once it has been rounded half-up.

    Args:
        points: Taken up to the next multiple of 10^-`places`, for nothing between can be earned.
        places: Decimals kept by the rounding; None when nothing is rounded.

    Returns:
        Below zero rounding is mirrored, so there the tie itself is not enough.
    """
    if places is None:
        return Bound(points)
    unit = Fraction(10) ** -places
    earned = ceil(Fraction(points, unit)) * unit
    return Bound(earned - Fraction(unit, 2), included=earned > 0)


def where_map(value: Map, wanted: Interval) -> tuple[Interval, ...]:
    """All x whose value lies in `wanted`: ascending, disjoint, as few intervals as possible.

    The map's pole is never among them.
    """
    held = joined(part for part, u in _parts_of_u(value, wanted) if _holds(value, u, wanted))
    if value.count is None:
        return held
    stepped = (_in_x(value.count, part) for part in held)
    found = [part for part in stepped if part is not None]
    return joined(found if value.count.width > 0 else reversed(found))


def _parts_of_u(value: Map, wanted: Interval) -> Iterator[tuple[Interval, Fraction]]:
    """The line of u in parts within which the answer is the same, each with a u that lies in it."""
    ends = [value.preimage(cut.at) for cut in (wanted.low, wanted.high) if cut is not None]
    turns = sorted({u for u in (*ends, value.pole) if u is not None})
    if not turns:
        yield everything(), Fraction(0)
        return
    yield less_than(turns[0]), turns[0] - 1
    for turn, following in pairwise(turns):
        yield between(turn, turn), turn
        yield Interval(just_after(turn), just_before(following)), Fraction(turn + following, 2)
    yield between(turns[-1], turns[-1]), turns[-1]
    yield more_than(turns[-1]), turns[-1] + 1


def _holds(value: Map, u: Fraction, wanted: Interval) -> bool:
    return u != value.pole and wanted.contains(value.of(u))


def _in_x(count: Count, part: Interval) -> Interval | None:
    """All x whose count lies in `part` of the line of u; None when no whole number does."""
    first = None if part.low is None else _first_whole(part.low)
    last = None if part.high is None else _first_whole(part.high) - 1
    if first is not None and last is not None and first > last:
        return None
    low = None if first is None else count.start_of(first)
    high = None if last is None else count.start_of(last + 1)
    return Interval(low, high) if count.width > 0 else Interval(high, low)


def _first_whole(cut: Cut) -> int:
    """The least whole number to the right of `cut`."""
    return floor(cut.at) + 1 if cut.after else ceil(cut.at)
