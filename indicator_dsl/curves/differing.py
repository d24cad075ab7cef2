"""Where two curves give different values, exactly: found from their pieces, never by trying.

It reads curves, and may not build or change one.
"""

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from math import ceil, isqrt
from typing import Final

from attrs import frozen

from indicator_dsl.curves.curve import Curve
from indicator_dsl.curves.cuts import Cut, Interval, everything, just_after, just_before
from indicator_dsl.curves.maps import Count, Map
from indicator_dsl.curves.pieces import Piece, Refusal

_MOST_STEPS: Final = 512  # of one piece, told one by one


class Sense(Enum):
    """How the second curve lies to the first: above it, below it, or now one and now the other."""

    MORE = "more"
    LESS = "less"
    MIXED = "mixed"


@frozen(kw_only=True)
class Difference:
    """An interval on which two curves differ.

    `is_everywhere` is false where too many steps meet to be told one by one: the curves then
    differ in places within the interval.
    """

    interval: Interval
    sense: Sense
    is_everywhere: bool = True


def differences(first: Curve, second: Curve) -> tuple[Difference, ...]:
    """Every number at which the curves differ: ascending, disjoint, as few intervals as possible.

    Where curves cross at an irrational number, no actual lies on the crossing, and the interval
    around it is `MIXED`. Where one of them refuses a value, it is `MIXED` as well.

    Example:
        >>> from indicator_dsl.curves import curve_of
        >>> line, flat = (
        ...     curve_of(Piece.of(Map.linear(slope, 10 - slope * 5), clause="by", reason="line"))
        ...     for slope in (1, 0)
        ... )
        >>> [(str(each.interval), each.sense.value) for each in differences(flat, line)]
        [('(-∞, 5)', 'less'), ('(5, ∞)', 'more')]
    """
    found: list[Difference] = []
    for each in _pieces_apart(first, second):
        last = found[-1] if found else None
        if (
            last is not None
            and last.interval.high == each.interval.low
            and (last.sense, last.is_everywhere) == (each.sense, each.is_everywhere)
        ):
            found[-1] = Difference(
                interval=Interval(last.interval.low, each.interval.high),
                sense=each.sense,
                is_everywhere=each.is_everywhere,
            )
        else:
            found.append(each)
    return tuple(found)


def number_within(interval: Interval) -> Fraction:
    """Some number that lies in an interval that is not empty: its middle where it has one.

    Example:
        >>> number_within(Interval(just_after(1), just_before(2)))
        Fraction(3, 2)
    """
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        return (low.at + high.at) / 2
    if low is not None:
        return low.at + 1
    return Fraction(0) if high is None else high.at - 1


def _pieces_apart(first: Curve, second: Curve) -> Iterator[Difference]:
    cuts = sorted({*first.cuts, *second.cuts})
    for low, high in pairwise((None, *cuts, None)):
        interval = Interval(low, high)
        old, new = _piece_on(first, interval), _piece_on(second, interval)
        if isinstance(old, Refusal) or isinstance(new, Refusal):
            if old != new:
                yield Difference(interval=interval, sense=Sense.MIXED)
            continue
        yield from _maps_apart(interval, old.value, new.value)


def _piece_on(curve: Curve, interval: Interval) -> Piece | Refusal:
    """The piece that holds on an interval no cut of the curve lies in."""
    return next(
        piece for held, piece in curve.intervals() if not held.intersection(interval).is_empty
    )


def _maps_apart(interval: Interval, old: Map, new: Map) -> Iterator[Difference]:
    if old == new:
        return
    if old.count is not None and new.count is not None:
        old = _counted_alike(old, old.count, new.count)
    stepped, other = (old, new) if old.count is not None else (new, old)
    if stepped.count is None:
        yield from _lines_apart(interval, old, new)
        return
    if (other.is_constant or other.count == stepped.count) and not (old.r or new.r):
        yield from _counts_apart(interval, old, new, stepped.count)
        return
    steps = _steps_of(stepped, stepped.count, interval)
    if steps is None:
        yield Difference(interval=interval, sense=Sense.MIXED, is_everywhere=False)
        return
    for part, held in steps:
        pair = (held, new) if stepped is old else (old, held)
        yield from _maps_apart(part, *pair)


def _counted_alike(value: Map, count: Count, other: Count) -> Map:
    """The same map over the steps of another count, where both step together."""
    shift = (other.origin - count.origin) / count.width
    if (count.width, count.up) != (other.width, other.up) or shift.denominator != 1:
        return value
    steps = int(shift)
    return Map(value.p, value.p * steps + value.q, value.r, value.r * steps + value.s, other)


def _counts_apart(interval: Interval, old: Map, new: Map, count: Count) -> Iterator[Difference]:
    """Where two straight lines over the same steps differ: they meet on one step at the most."""
    pair = [Map(each.p, each.q, each.r, each.s) for each in (old, new)]
    roots, _ = _crossings(everything(), *pair)
    cuts: list[Cut] = []
    for steps in roots:
        first = ceil(steps)
        cuts += [count.start_of(first), count.start_of(first + (first == steps))]
    inside = (cut for cut in cuts if not Interval(interval.low, cut).is_empty)
    turns = sorted({cut for cut in inside if not Interval(cut, interval.high).is_empty})
    for low, high in pairwise((interval.low, *turns, interval.high)):
        x = number_within(Interval(low, high))
        gap = new.at(x) - old.at(x)
        if gap:
            sense = Sense.MORE if gap > 0 else Sense.LESS
            yield Difference(interval=Interval(low, high), sense=sense)


def _steps_of(value: Map, count: Count, interval: Interval) -> list[tuple[Interval, Map]] | None:
    """Each step of a map with its constant value, ascending; None when there are too many."""
    if interval.low is None or interval.high is None:
        return None
    ends = count.beside(interval.low, right=True), count.beside(interval.high, right=False)
    if abs(ends[1] - ends[0]) >= _MOST_STEPS:
        return None
    way = 1 if ends[1] >= ends[0] else -1
    parts = (
        (count.where(steps).intersection(interval), Map.constant(value.of(steps)))
        for steps in range(ends[0], ends[1] + way, way)
    )
    return [(part, held) for part, held in parts if not part.is_empty]


def _lines_apart(interval: Interval, old: Map, new: Map) -> Iterator[Difference]:
    """Where two maps of x itself differ: everywhere but where they cross."""
    roots, has_hidden = _crossings(interval, old, new)
    ends: list[Cut | None] = [interval.low]
    for root in roots:
        ends += [just_before(root), just_after(root)]
    ends.append(interval.high)
    for low, high in zip(ends[::2], ends[1::2], strict=True):
        part = Interval(low, high)
        if part.is_empty:
            continue
        x = number_within(part)
        sense = Sense.MORE if new.at(x) > old.at(x) else Sense.LESS
        yield Difference(interval=part, sense=Sense.MIXED if has_hidden else sense)


def _crossings(interval: Interval, old: Map, new: Map) -> tuple[list[Fraction], bool]:
    """The rational numbers of an interval where two maps meet, and whether an irrational one is."""
    square = new.p * old.r - old.p * new.r
    slope = new.p * old.s + new.q * old.r - old.p * new.s - old.q * new.r
    start = new.q * old.s - old.q * new.s
    if not square:
        return _within(interval, [Fraction(-start, slope)] if slope else []), False
    under = slope * slope - 4 * square * start
    if under < 0:
        return [], False
    root = isqrt(under)
    if root * root == under:
        both = {Fraction(-slope + sign * root, 2 * square) for sign in (-1, 1)}
        return _within(interval, sorted(both)), False
    turn = Fraction(-slope, 2 * square)

    def lies_before(x: Fraction, *, is_upper: bool) -> bool:
        is_outside = (square * x * x + slope * x + start) * square > 0
        return x > turn and is_outside if is_upper else x > turn or not is_outside

    hidden = any(
        (interval.high is None or lies_before(interval.high.at, is_upper=is_upper))
        and not (interval.low is not None and lies_before(interval.low.at, is_upper=is_upper))
        for is_upper in (False, True)
    )
    return [], hidden


def _within(interval: Interval, roots: list[Fraction]) -> list[Fraction]:
    return [root for root in roots if interval.contains(root)]
