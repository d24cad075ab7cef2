"""What holds of a whole curve: its bounds, its direction, where it jumps.

It reads curves, and may not build or change one.
"""

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from math import floor

from attrs import frozen

from indicator_dsl.curves.curve import Curve
from indicator_dsl.curves.cuts import Cut, Interval
from indicator_dsl.curves.maps import Count, Map
from indicator_dsl.curves.pieces import Piece, Refusal
from indicator_dsl.values import Value


class RefusedEverywhere(ValueError):
    """A curve without a single value was to be analysed."""

    def __str__(self) -> str:
        """The fault in one sentence."""
        return "the curve has no value anywhere"


class Direction(Enum):
    """Which way a curve goes over the whole line; standing still agrees with either way."""

    RISING = "rising"
    FALLING = "falling"
    FLAT = "flat"
    MIXED = "mixed"


@frozen(kw_only=True, eq=False, repr=False)
class Analysis(Value):
    """What holds for all values of a curve; numbers it refuses are left out of account.

    `low` and `high` are the greatest lower and least upper bound, None when there is none;
    `low_reached` and `high_reached` tell whether some x has that very value. `jumps` are the cuts
    between two pieces that do not meet; `is_stepped` tells of jumps inside a piece.
    """

    low: Fraction | None
    low_reached: bool
    high: Fraction | None
    high_reached: bool
    direction: Direction
    jumps: tuple[Cut, ...]
    is_stepped: bool


@frozen(order=True)
class _Limit:
    """A number (`infinite` 0), or what is below (-1) or above (1) all numbers."""

    infinite: int
    number: Fraction

    @property
    def finite(self) -> Fraction | None:
        return None if self.infinite else self.number


@frozen(eq=False, repr=False)
class _Edge(Value):
    """The value a run tends to at one end, and whether some x has it."""

    limit: _Limit
    is_reached: bool


@frozen(eq=False, repr=False)
class _Run(Value):
    """A stretch of a piece on which it goes one way only, told by its left and right edge."""

    left: _Edge
    right: _Edge


def analyse(curve: Curve) -> Analysis:
    """The bounds, direction and jumps of `curve`, all exact.

    Raises:
        RefusedEverywhere: when no number has a value.

    Example:
        >>> from indicator_dsl.curves import Map, Piece, curve_of
        >>> line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
        >>> found = analyse(line.clip(low=0, clause="floor"))
        >>> (found.low, found.low_reached, found.high, found.direction.value)
        (Fraction(0, 1), True, None, 'rising')
    """
    by_piece = [tuple(_runs(interval, piece)) for interval, piece in curve.intervals()]
    runs = [run for runs in by_piece for run in runs]
    if not runs:
        raise RefusedEverywhere
    edges = [edge for run in runs for edge in (run.left, run.right)]
    low = min(edge.limit for edge in edges)
    high = max(edge.limit for edge in edges)
    neighbours = zip(curve.cuts, pairwise(by_piece), strict=True)
    return Analysis(
        low=low.finite,
        low_reached=any(edge.is_reached and edge.limit == low for edge in edges),
        high=high.finite,
        high_reached=any(edge.is_reached and edge.limit == high for edge in edges),
        direction=_direction(edge.limit for edge in edges),
        jumps=tuple(cut for cut, (left, right) in neighbours if _jumps(left, right)),
        is_stepped=any(
            isinstance(piece, Piece) and _is_stepped(interval, piece.value)
            for interval, piece in curve.intervals()
        ),
    )


def _direction(limits: Iterator[_Limit]) -> Direction:
    # Every run goes one way from edge to edge, so the edges in order tell all.
    pairs = list(pairwise(limits))
    rises = any(first < second for first, second in pairs)
    falls = any(first > second for first, second in pairs)
    if rises and falls:
        return Direction.MIXED
    if rises:
        return Direction.RISING
    return Direction.FALLING if falls else Direction.FLAT


def _jumps(left: tuple[_Run, ...], right: tuple[_Run, ...]) -> bool:
    """Whether two neighbouring pieces fail to meet; beside a refusal nothing jumps."""
    if not left or not right:
        return False
    return left[-1].right.limit != right[0].left.limit


def _runs(interval: Interval, piece: Piece | Refusal) -> Iterator[_Run]:
    if isinstance(piece, Refusal):
        return
    value = piece.value
    if value.count is not None:
        yield from _step_runs(value, value.count, interval)
        return
    yield _Run(_end(value, interval.low, is_right=False), _end(value, interval.high, is_right=True))


def _end(value: Map, cut: Cut | None, *, is_right: bool) -> _Edge:
    """The edge of a map of x itself at the left or right end of its interval."""
    if cut is None:
        return _far_end(value, 1 if is_right else -1)
    if cut.at == value.pole:
        above = value.p * cut.at + value.q
        # The denominator rises through zero: it is positive on the right of the pole.
        return _Edge(_Limit(1 if (above > 0) != is_right else -1, Fraction(0)), is_reached=False)
    is_inside = cut.after == is_right
    return _Edge(_Limit(0, value.at(cut.at)), is_reached=is_inside or value.is_constant)


def _far_end(value: Map, sign: int) -> _Edge:
    """The edge towards u without end, in the direction of `sign`."""
    if value.r:
        return _Edge(_Limit(0, Fraction(value.p, value.r)), is_reached=False)
    if value.p:
        return _Edge(_Limit(sign if value.p > 0 else -sign, Fraction(0)), is_reached=False)
    return _Edge(_Limit(0, value.of(0)), is_reached=True)


def _counted(count: Count, interval: Interval) -> tuple[int | None, int | None]:
    """The least and the greatest count on `interval`; None when they have no end."""
    left = None if interval.low is None else count.beside(interval.low, right=True)
    right = None if interval.high is None else count.beside(interval.high, right=False)
    return (left, right) if count.width > 0 else (right, left)


def _step_runs(value: Map, count: Count, interval: Interval) -> Iterator[_Run]:
    least, greatest = _counted(count, interval)
    start, end = _step_end(value, least, -1), _step_end(value, greatest, 1)
    ascending = [_Run(start, end)]
    pole = value.pole
    if (
        pole is not None
        and (least is None or least < pole)
        and (greatest is None or greatest > pole)
    ):
        before = floor(pole)
        ascending = [
            _Run(start, _step_end(value, before, 1)),
            _Run(_step_end(value, before + 1, -1), end),
        ]
    if count.width > 0:
        yield from ascending
    else:
        yield from (_Run(run.right, run.left) for run in reversed(ascending))


def _step_end(value: Map, steps: int | None, sign: int) -> _Edge:
    if steps is None:
        return _far_end(value, sign)
    return _Edge(_Limit(0, value.of(steps)), is_reached=True)


def _is_stepped(interval: Interval, value: Map) -> bool:
    if value.count is None:
        return False
    least, greatest = _counted(value.count, interval)
    return least is None or least != greatest
