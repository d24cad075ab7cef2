"""A curve as strokes over a window, for whoever draws it: exact points, and what each end is.

It reads curves, and knows neither paper nor screen.
"""

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from itertools import pairwise

from attrs import evolve, frozen

from indicator_dsl.curves.curve import Curve
from indicator_dsl.curves.cuts import Cut, Interval, between
from indicator_dsl.curves.maps import Count, Map
from indicator_dsl.curves.pieces import Piece
from indicator_dsl.values import Value


class End(Enum):
    """What a stroke's end is: a value the curve has, one it only comes near, or no end of its own.

    It has none where the window ends, and where its values grow without end.
    """

    CLOSED = "closed"
    OPEN = "open"
    EDGE = "edge"


@frozen(eq=False, repr=False)
class Point(Value):
    """An `x` and the value there, or the value the curve comes near there; both exact."""

    x: Fraction
    y: Fraction


@frozen(kw_only=True, eq=False, repr=False)
class Stroke(Value):
    """A part of a curve without a jump: at least one point, ascending.

    Between two neighbouring points the curve is straight, or so short a stretch of its own that a
    straight line is as good.
    """

    points: tuple[Point, ...]
    start: End
    end: End


def strokes_of(
    curve: Curve, low: Fraction, high: Fraction, *, samples: int = 64
) -> tuple[Stroke, ...]:
    """The strokes that draw `curve` from `low` to `high`, both included.

    Args:
        curve: Any curve; where it refuses a value nothing is drawn.
        low: Where the window begins.
        high: Where it ends, not before `low`.
        samples: Into how many stretches a bent piece is divided, at least 1. A piece of more
            steps than this is drawn as the line through them.

    Example:
        >>> from indicator_dsl.curves import Map, Piece, curve_of, just_before
        >>> missed = Piece.of(Map.constant(0), clause="by", reason="missed")
        >>> met = Piece.of(Map.constant(20), clause="by", reason="met")
        >>> jump = curve_of(missed, (just_before(95), met))
        >>> for stroke in strokes_of(jump, Fraction(90), Fraction(100)):
        ...     print([str(p.x) for p in stroke.points], stroke.start.value, stroke.end.value)
        ['90', '95'] edge open
        ['95', '100'] closed edge
    """
    window = between(low, high)
    kept: list[Stroke] = []
    beside: Cut | None = None
    for interval, piece in curve.intervals():
        inside = interval.intersection(window)
        if inside.is_empty or not isinstance(piece, Piece):
            continue
        for stretch, stroke in _stretches(piece.value, inside, samples):
            told = _at_edges(stroke, stretch, window)
            if kept and beside == stretch.low and _meet(kept[-1], told):
                kept[-1] = _joined(kept[-1], told)
            else:
                kept.append(told)
            beside = stretch.high
    return tuple(kept)


def _stretches(value: Map, inside: Interval, samples: int) -> Iterator[tuple[Interval, Stroke]]:
    """The parts of one piece without a jump, ascending."""
    if value.count is None:
        sampled = _sampled(value, inside, samples if value.r else 1)
        yield inside, _up_to_pole(_stroke(inside, sampled), inside, value)
        return
    steps = _steps(value.count, inside)
    if abs(steps.stop - steps.start) > samples:  # there may be more of them than len() can tell
        yield inside, _stroke(inside, _through_steps(value, value.count, inside, samples))
        return
    for stretch in map(Interval, *_pairs(value.count, steps, inside)):
        yield stretch, _stroke(stretch, _level(value, stretch))


def _ends(inside: Interval) -> tuple[Cut, Cut]:
    low, high = (cut for cut in (inside.low, inside.high) if cut is not None)  # a window has both
    return low, high


def _stroke(stretch: Interval, points: tuple[Point, ...]) -> Stroke:
    low, high = _ends(stretch)
    start = End.OPEN if low.after else End.CLOSED
    return Stroke(points=points, start=start, end=End.CLOSED if high.after else End.OPEN)


def _places(inside: Interval, parts: int) -> list[Fraction]:
    low, high = (cut.at for cut in _ends(inside))
    if low == high:
        return [low]
    return [low + (high - low) * Fraction(n, parts) for n in range(parts + 1)]


def _sampled(value: Map, inside: Interval, parts: int) -> tuple[Point, ...]:
    # A pole can only stand at an open end; the curve is drawn as far as the last place before it.
    return tuple(Point(x, value.at(x)) for x in _places(inside, parts) if x != value.pole)


def _up_to_pole(stroke: Stroke, inside: Interval, value: Map) -> Stroke:
    low, high = (cut.at for cut in _ends(inside))
    if value.pole == low:
        return evolve(stroke, start=End.EDGE)
    return evolve(stroke, end=End.EDGE) if value.pole == high else stroke


def _steps(count: Count, inside: Interval) -> range:
    """The counts on a stretch, in the order of x."""
    low, high = _ends(inside)
    first, last = count.beside(low, right=True), count.beside(high, right=False)
    return range(first, last + 1) if count.width > 0 else range(first, last - 1, -1)


def _pairs(count: Count, steps: range, inside: Interval) -> tuple[list[Cut], list[Cut]]:
    """Where each step begins, and where it ends."""
    low, high = _ends(inside)
    between_them = [count.start_of(max(pair)) for pair in pairwise(steps)]
    return [low, *between_them], [*between_them, high]


def _level(value: Map, stretch: Interval) -> tuple[Point, ...]:
    """One step: the value is the same all along."""
    places = _places(stretch, 1)
    y = value.at((places[0] + places[-1]) / 2)
    return tuple(Point(x, y) for x in places)


def _through_steps(value: Map, count: Count, inside: Interval, parts: int) -> tuple[Point, ...]:
    low, high = _ends(inside)
    places = _places(inside, parts)
    first = value.of(count.beside(low, right=True))
    last = value.of(count.beside(high, right=False))
    middle = [Point(x, value.at(x)) for x in places[1:-1]]
    return (Point(places[0], first), *middle, Point(places[-1], last))


def _at_edges(stroke: Stroke, stretch: Interval, window: Interval) -> Stroke:
    if stretch.low == window.low:
        stroke = evolve(stroke, start=End.EDGE)
    return evolve(stroke, end=End.EDGE) if stretch.high == window.high else stroke


def _meet(left: Stroke, right: Stroke) -> bool:
    return left.points[-1] == right.points[0]


def _joined(left: Stroke, right: Stroke) -> Stroke:
    return Stroke(points=left.points + right.points[1:], start=left.start, end=right.end)
