"""What is drawn of a curve is what it says: every value, both ends of every jump, nothing else."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given, strategies as st

from indicator_dsl.curves import Curve, End, Piece, Stroke, strokes_of
from tests.laws.test_inverse_is_the_inverse import curves, numbers, probes, value_at

TINY = Fraction(1, 10**9)


def drawn_at(stroke: Stroke, x: Fraction) -> Fraction | None:
    """The height of a stroke at x; None where it does not reach, or has only an open end."""
    first, last = stroke.points[0], stroke.points[-1]
    if not first.x <= x <= last.x:
        return None
    if (x == first.x and stroke.start is End.OPEN) or (x == last.x and stroke.end is End.OPEN):
        return None
    for left, right in pairwise(stroke.points):
        if left.x <= x <= right.x:
            return left.y + (right.y - left.y) * (x - left.x) / (right.x - left.x)
    return first.y


windows = st.tuples(numbers, numbers).map(sorted).filter(lambda ends: ends[0] < ends[1])


@given(curves(), windows, st.sampled_from([1, 7, 64]))
def test_points_stand_on_the_curve(curve: Curve, ends: list[Fraction], samples: int) -> None:
    low, high = ends
    strokes = strokes_of(curve, low, high, samples=samples)
    places = [point.x for stroke in strokes for point in stroke.points]
    assert sorted(places) == places
    assert all(low <= x <= high for x in places)
    for stroke in strokes:
        assert all(left.x < right.x for left, right in pairwise(stroke.points))
        for point in stroke.points[1:-1]:
            assert value_at(curve, point.x) == point.y
        for point, end in ((stroke.points[0], stroke.start), (stroke.points[-1], stroke.end)):
            match end:
                case End.CLOSED:
                    assert value_at(curve, point.x) == point.y
                case End.OPEN:
                    assert value_at(curve, point.x) != point.y


@given(curves(), windows)
def test_every_value_is_drawn_once(curve: Curve, ends: list[Fraction]) -> None:
    low, high = ends
    strokes = strokes_of(curve, low, high)
    for x in {*probes(curve), low, high, (low + high) / 2}:
        if not low < x < high:
            continue
        drawn = [y for stroke in strokes if (y := drawn_at(stroke, x)) is not None]
        piece, value = curve.piece_at(x), value_at(curve, x)
        if value is None:
            assert not drawn
        elif isinstance(piece, Piece) and not piece.value.r and piece.value.count is None:
            assert drawn == [value]
        elif isinstance(piece, Piece) and piece.value.pole is None:
            assert len(drawn) == 1


@given(curves(), windows)
def test_neighbours_that_meet_are_one(curve: Curve, ends: list[Fraction]) -> None:
    for left, right in pairwise(strokes_of(curve, *ends)):
        assert left.points[-1] != right.points[0] or value_at(curve, left.points[-1].x) is None
