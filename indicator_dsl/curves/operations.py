"""What a clause does to the pieces of a curve, interval by interval.

It passes segments on, ascending, and may not touch whole curves.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias

from indicator_dsl.curves.cuts import Interval
from indicator_dsl.curves.inverse import where_map
from indicator_dsl.curves.maps import Map
from indicator_dsl.curves.pieces import Piece, Refusal

Segment: TypeAlias = tuple[Interval, Piece | Refusal]


def carved(interval: Interval, parts: Iterable[Interval]) -> Iterator[tuple[Interval, bool]]:
    """The interval cut into what lies in `parts` (true) and what does not, ascending.

    Args:
        parts: Ascending, disjoint, not adjacent; what lies outside of `interval` is ignored.
    """
    inner = [part.intersection(interval) for part in parts]
    inner = [part for part in inner if not part.is_empty]
    if not inner:
        yield interval, False
        return
    start = interval.low
    for part in inner:
        if part.low != start:
            yield Interval(start, part.low), False
        yield part, True
        start = part.high
    if start != interval.high:
        yield Interval(start, interval.high), False


def replaced(
    segments: Iterable[Segment], on: Interval, change: Callable[[Piece | Refusal], Piece | Refusal]
) -> Iterator[Segment]:
    """The segments with `change` made to what lies on `on`."""
    for interval, piece in segments:
        for part, is_on in carved(interval, (on,)):
            yield part, change(piece) if is_on else piece


def overridden(
    segments: Iterable[Segment], on: Interval, value: Map, *, clause: str, reason: str
) -> Iterator[Segment]:
    """The segments with `value` on `on`, refusals included."""

    def change(piece: Piece | Refusal) -> Piece:
        if isinstance(piece, Refusal):
            return Piece.of(value, clause=clause, reason=reason)
        return piece.then(value, clause=clause, reason=reason)

    return replaced(segments, on, change)


def mapped(
    segments: Iterable[Segment],
    on: Interval,
    change: Callable[[Map], Map],
    *,
    clause: str,
    reason: str,
) -> Iterator[Segment]:
    """The segments with `change` made to the values on `on`, refusals left alone."""

    def changed(piece: Piece | Refusal) -> Piece | Refusal:
        if isinstance(piece, Refusal):
            return piece
        return piece.then(change(piece.value), clause=clause, reason=reason)

    return replaced(segments, on, changed)


def limited(
    segments: Iterable[Segment], wanted: Interval, end: Fraction | int, *, clause: str, reason: str
) -> Iterator[Segment]:
    """The segments with every value outside of `wanted` replaced by `end`."""
    for interval, piece in segments:
        if isinstance(piece, Refusal):
            yield interval, piece
            continue
        outside = piece.then(Map.constant(end), clause=clause, reason=reason)
        for part, is_within in carved(interval, where_map(piece.value, wanted)):
            yield part, piece if is_within else outside
