"""What a curve tells of its values, inverse and bounds, holds for exactly the numbers it names."""

import math
from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, given, reject, strategies as st

from indicator_dsl.curves import (
    Bound,
    Count,
    Curve,
    Cut,
    Direction,
    Interval,
    Map,
    Piece,
    Refusal,
    analyse,
    curve_of,
)
from indicator_dsl.quantities import half_up

TINY = Fraction(1, 10**9)

# Few whole and half numbers, so that cuts, poles, steps and bounds often fall on one another.
numbers = st.one_of(
    st.integers(-4, 4).map(Fraction),
    st.builds(Fraction, st.integers(-7, 7), st.just(2)),
    st.builds(Fraction, st.integers(-60, 60), st.integers(1, 8)),
)
coefficients = st.one_of(st.integers(-2, 2), st.integers(-9, 9))
counts = st.builds(Count, numbers, numbers.filter(bool), st.booleans())
bounds = st.none() | st.builds(Bound, numbers, st.booleans())


@st.composite
def maps(draw: st.DrawFn) -> Map:
    """Any map: all signs, with a pole or without, of x or of steps."""
    p, q, r = draw(coefficients), draw(coefficients), draw(coefficients)
    s = draw(coefficients if r else coefficients.filter(bool))
    return Map(p, q, r, s, draw(st.none() | counts))


@st.composite
def curves(draw: st.DrawFn) -> Curve:
    """Any curve of up to five pieces; where a map would have its pole stands a line instead."""
    cuts = sorted(draw(st.sets(st.builds(Cut, numbers, st.booleans()), max_size=4)))
    pieces: list[Piece | Refusal] = []
    for ends in pairwise((None, *cuts, None)):
        value = draw(maps())
        if value.has_pole_on(Interval(*ends)):
            value = Map(value.p, value.q, 0, 1, value.count)
        is_refused = draw(st.integers(0, 5)) == 0
        pieces.append(Refusal("unknown") if is_refused else Piece.of(value, clause="c", reason="r"))
    return curve_of(pieces[0], *zip(cuts, pieces[1:], strict=True))


valued_curves = curves().filter(lambda curve: not curve.is_refused_everywhere)


def value_at(curve: Curve, x: Fraction) -> Fraction | None:
    return None if isinstance(curve.piece_at(x), Refusal) else curve.at(x)


def probes(curve: Curve, parts: tuple[Interval, ...] = ()) -> list[Fraction]:
    """Every cut of the curve and every end of the parts, each with a tiny step to either side."""
    ends = [cut for part in parts for cut in (part.low, part.high) if cut is not None]
    return [cut.at + side for cut in (*curve.cuts, *ends) for side in (-TINY, Fraction(0), TINY)]


def lies_in(x: Fraction, parts: tuple[Interval, ...]) -> bool:
    return any(part.contains(x) for part in parts)


def satisfies(y: Fraction, low: Bound | None, high: Bound | None) -> bool:
    above = low is None or y > low.value or (low.included and y == low.value)
    below = high is None or y < high.value or (high.included and y == high.value)
    return above and below


@given(curves(), bounds, bounds, st.lists(numbers, max_size=8))
def test_where_holds_the_numbers_whose_value_lies_between_and_no_other(
    curve: Curve, low: Bound | None, high: Bound | None, points: list[Fraction]
) -> None:
    parts = curve.where(low, high)
    for x in (*points, *probes(curve, parts)):
        y = value_at(curve, x)
        assert (y is not None and satisfies(y, low, high)) == lies_in(x, parts), f"at {x}"


@given(valued_curves, numbers)
def test_where_finds_the_very_number_whose_value_was_asked_for(curve: Curve, x: Fraction) -> None:
    y = value_at(curve, x)
    if y is None:
        reject()
    assert lies_in(x, curve.where(Bound(y), Bound(y)))
    assert not lies_in(x, curve.where(Bound(y, included=False), None))
    assert not lies_in(x, curve.where(None, Bound(y, included=False)))


@given(curves(), bounds, bounds)
def test_where_is_ascending_and_as_short_as_can_be(
    curve: Curve, low: Bound | None, high: Bound | None
) -> None:
    parts = curve.where(low, high)
    assert not any(part.is_empty for part in parts)
    for first, second in pairwise(parts):
        assert first.high is not None
        assert second.low is not None
        assert first.high < second.low


@given(curves(), numbers, st.none() | st.integers(0, 3), st.lists(numbers, max_size=8))
def test_earning_holds_the_numbers_that_earn_the_points_after_rounding(
    curve: Curve, points: Fraction, places: int | None, drawn: list[Fraction]
) -> None:
    parts = curve.earning(points, places)
    for x in (*drawn, *probes(curve, parts)):
        y = value_at(curve, x)
        earned = None if y is None else y if places is None else half_up(y, places)
        assert (earned is not None and earned >= points) == lies_in(x, parts), f"at {x}"


@given(numbers, st.integers(0, 3), st.integers(-3, 3))
def test_earning_is_exact_around_every_tie(points: Fraction, places: int, away: int) -> None:
    line = curve_of(Piece.of(Map.linear(1, 0), clause="c", reason="r"))
    half_step = Fraction(1, 2 * 10**places)
    tie = (2 * math.floor(points * 10**places) + 1 + away) * half_step
    for x in (tie - TINY, tie, tie + TINY):
        earns = half_up(x, places) >= points
        assert earns == lies_in(x, line.earning(points, places)), f"at {x}"


@given(valued_curves, st.lists(numbers, max_size=12))
def test_bounds_hold_and_are_the_narrowest(curve: Curve, points: list[Fraction]) -> None:
    found = analyse(curve)
    for x in (*points, *probes(curve)):
        y = value_at(curve, x)
        assert y is None or satisfies(
            y,
            None if found.low is None else Bound(found.low, found.low_reached),
            None if found.high is None else Bound(found.high, found.high_reached),
        )
    low = Fraction(-(10**12)) if found.low is None else found.low
    high = Fraction(10**12) if found.high is None else found.high
    assert () != curve.where(None, Bound(low + TINY))
    assert () != curve.where(Bound(high - TINY), None)
    assert found.low_reached == (found.low is not None and () != curve.where(None, Bound(low)))
    assert found.high_reached == (found.high is not None and () != curve.where(Bound(high), None))


@given(valued_curves, numbers)
def test_the_direction_is_told_by_where_the_values_lie(curve: Curve, y: Fraction) -> None:
    # A curve never falls when no number with a smaller value follows one with a greater value.
    direction = analyse(curve).direction
    below, above = curve.where(None, Bound(y, included=False)), curve.where(Bound(y), None)
    if below and above:
        assert direction is not Direction.FLAT
        if direction is Direction.RISING:
            assert below[-1].high is not None
            assert above[0].low is not None
            assert below[-1].high <= above[0].low
        if direction is Direction.FALLING:
            assert above[-1].high is not None
            assert below[0].low is not None
            assert above[-1].high <= below[0].low


@given(valued_curves, st.lists(numbers, max_size=12))
def test_the_direction_agrees_with_every_pair_of_values(
    curve: Curve, points: list[Fraction]
) -> None:
    direction = analyse(curve).direction
    asked = sorted({*points, *probes(curve)})
    values = [y for y in (value_at(curve, x) for x in asked) if y is not None]
    if any(first < second for first, second in pairwise(values)):
        assert direction in {Direction.RISING, Direction.MIXED}
    if any(first > second for first, second in pairwise(values)):
        assert direction in {Direction.FALLING, Direction.MIXED}


@given(valued_curves)
def test_a_mixed_curve_rises_somewhere_and_falls_somewhere(curve: Curve) -> None:
    assume(analyse(curve).direction is Direction.MIXED)
    assert rises(curve)
    assert rises(curve.scale(-1, clause="c", reason="turned over"))


def rises(curve: Curve) -> bool:
    """Whether some value is smaller than a later one: tried next to every cut, step and pole."""
    asked = sorted({*probes(curve), *turns(curve)})
    values = [y for y in (value_at(curve, x) for x in asked) if y is not None]
    return any(first < second for first, second in pairwise(values))


def turns(curve: Curve) -> list[Fraction]:
    """Numbers far out, within each piece, and on each step beside a pole."""
    found = [Fraction(-(10**6)), Fraction(-(10**5)), Fraction(10**5), Fraction(10**6)]
    ends = [cut.at for cut in curve.cuts]
    for first, second in pairwise(ends):
        found += [first + (second - first) * Fraction(n, 12) for n in range(13)]
    for _, piece in curve.intervals():
        if isinstance(piece, Piece) and piece.value.count is not None:
            near = math.floor(piece.value.pole or 0)
            count = piece.value.count
            found += [
                count.origin + count.width * Fraction(n, 2)
                for n in range(2 * near - 6, 2 * near + 9)
            ]
    return found


@given(valued_curves, st.data())
def test_a_jump_is_where_the_two_sides_stay_apart(curve: Curve, data: st.DataObject) -> None:
    assume(curve.cuts)
    cut = data.draw(st.sampled_from(curve.cuts))
    left = value_at(curve, cut.at if cut.after else cut.at - TINY)
    right = value_at(curve, cut.at + TINY if cut.after else cut.at)
    if left is None or right is None:
        reject()
    # The maps are smooth with small coefficients, so beside a cut without a jump values are close.
    if cut not in analyse(curve).jumps:
        assert abs(left - right) < Fraction(1, 1000)
    else:
        assert left != right
