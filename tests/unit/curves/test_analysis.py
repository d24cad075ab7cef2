"""Bounds, direction and jumps on hand-worked examples."""

from fractions import Fraction

import pytest

from indicator_dsl.curves import (
    Analysis,
    Count,
    Curve,
    Cut,
    Direction,
    Map,
    Piece,
    Refusal,
    RefusedEverywhere,
    analyse,
    between,
    curve_of,
    everything,
    just_after,
    just_before,
    less_than,
    more_than,
)

RISING, FALLING, FLAT, MIXED = (
    Direction.RISING,
    Direction.FALLING,
    Direction.FLAT,
    Direction.MIXED,
)


def piece(value: Map) -> Piece:
    return Piece.of(value, clause="by", reason="so")


def constant(number: int) -> Piece:
    return piece(Map.constant(number))


def steps(count: Count, *, start: int = 10, per_step: int = -3) -> Piece:
    return piece(Map.stepwise(start, per_step, count))


def bounds(curve: Curve) -> tuple[Fraction | None, bool, Fraction | None, bool]:
    found = analyse(curve)
    return found.low, found.low_reached, found.high, found.high_reached


def test_a_ratio_reaches_both_its_bounds_without_a_jump() -> None:
    ratio = piece(Map.linear(Fraction(1, 100), 0))
    curve = curve_of(constant(0), (just_before(0), ratio), (just_before(100), constant(1)))
    assert analyse(curve) == Analysis(
        low=Fraction(0),
        low_reached=True,
        high=Fraction(1),
        high_reached=True,
        direction=RISING,
        jumps=(),
        is_stepped=False,
    )


def test_an_inverse_never_reaches_zero() -> None:
    curve = curve_of(constant(1), (just_after(100), piece(Map.inverse(100))))
    assert (Fraction(0), False, Fraction(1), True) == bounds(curve)
    assert (FALLING, ()) == (analyse(curve).direction, analyse(curve).jumps)


def test_a_line_has_no_bounds() -> None:
    assert (None, False, None, False) == bounds(curve_of(piece(Map.linear(1, 0))))
    assert RISING is analyse(curve_of(piece(Map.linear(1, 0)))).direction
    assert (None, False, None, False) == bounds(curve_of(piece(Map.linear(-1, 0))))
    assert FALLING is analyse(curve_of(piece(Map.linear(-1, 0)))).direction


def test_an_open_end_is_a_bound_that_is_not_reached() -> None:
    line = piece(Map.linear(1, 0))
    nothing = Refusal("unknown")
    opened = curve_of(nothing, (just_after(1), line), (just_before(2), nothing))
    closed = curve_of(nothing, (just_before(1), line), (just_after(2), nothing))
    assert (Fraction(1), False, Fraction(2), False) == bounds(opened)
    assert (Fraction(1), True, Fraction(2), True) == bounds(closed)


def test_a_constant_is_reached_between_open_ends() -> None:
    nothing = Refusal("unknown")
    opened = curve_of(nothing, (just_after(1), constant(5)), (just_before(2), nothing))
    assert (Fraction(5), True, Fraction(5), True) == bounds(opened)


@pytest.mark.parametrize(
    ("value", "left", "right"),
    [
        # k/x beside its pole: at the left end k > 0 grows without bound, at the right end falls.
        (Map.inverse(1), (None, False, Fraction(-1), True), (Fraction(1), True, None, False)),
        (Map.inverse(-1), (Fraction(1), True, None, False), (None, False, Fraction(-1), True)),
    ],
)
def test_beside_its_pole_a_map_has_no_bound(
    value: Map,
    left: tuple[Fraction | None, bool, Fraction | None, bool],
    right: tuple[Fraction | None, bool, Fraction | None, bool],
) -> None:
    nothing = Refusal("unknown")
    towards = curve_of(nothing, (just_before(-1), piece(value)), (just_before(0), nothing))
    away = curve_of(nothing, (just_after(0), piece(value)), (just_after(1), nothing))
    assert left == bounds(towards)
    assert right == bounds(away)


def test_around_a_pole_the_direction_is_mixed_and_both_cuts_are_jumps() -> None:
    one_over_x = piece(Map.inverse(1))
    curve = curve_of(one_over_x, (just_before(0), constant(0)), (just_after(0), one_over_x))
    assert (MIXED, (just_before(0), just_after(0))) == (
        analyse(curve).direction,
        analyse(curve).jumps,
    )


def test_values_that_grow_without_bound_on_both_sides_do_not_meet() -> None:
    up, down = piece(Map.inverse(-1)), piece(Map.inverse(1))
    curve = curve_of(up, (just_before(0), constant(0)), (just_after(0), down))
    assert 2 == len(analyse(curve).jumps)
    touching = curve_of(up, (just_before(0), Refusal("pole")), (just_after(0), down))
    assert () == analyse(touching).jumps


def test_a_flat_curve_goes_neither_way() -> None:
    apart = curve_of(
        constant(1), (just_before(0), Piece.of(Map.constant(1), clause="b", reason=""))
    )
    assert (Fraction(1), True, Fraction(1), True) == bounds(apart)
    assert (FLAT, ()) == (analyse(apart).direction, analyse(apart).jumps)


@pytest.mark.parametrize(
    ("first", "second", "direction"),
    [(0, 5, RISING), (5, 0, FALLING), (5, 5, FLAT)],
)
def test_a_jump_tells_the_direction_too(first: int, second: int, direction: Direction) -> None:
    unlike = Piece.of(Map.constant(second), clause="other", reason="so")
    found = analyse(curve_of(constant(first), (just_before(3), unlike)))
    assert direction is found.direction
    assert (() if first == second else (just_before(3),)) == found.jumps


def test_a_rise_with_a_drop_is_mixed() -> None:
    saw = curve_of(piece(Map.linear(1, 0)), (just_before(1), piece(Map.linear(1, -1))))
    assert (MIXED, (just_before(1),)) == (analyse(saw).direction, analyse(saw).jumps)


def test_a_single_point_may_stand_out() -> None:
    flat = curve_of(constant(1)).override(between(2, 2), Map.constant(9), clause="c", reason="r")
    found = analyse(flat)
    assert (Fraction(9), True) == (found.high, found.high_reached)
    assert (MIXED, (just_before(2), just_after(2))) == (found.direction, found.jumps)


@pytest.mark.parametrize(
    ("count", "direction", "lowest", "highest"),
    [
        # 10 - 3n on [102, 111], in steps of 5 from 100.
        (Count(100, 5, up=False), FALLING, 4, 10),  # n from 0 to 2
        (Count(100, 5, up=True), FALLING, 1, 7),  # n from 1 to 3
        (Count(100, -5, up=False), RISING, 13, 19),  # n from -1 to -3
        (Count(100, -5, up=True), RISING, 10, 16),  # n from 0 to -2
    ],
)
def test_steps_reach_both_bounds(
    count: Count, direction: Direction, lowest: int, highest: int
) -> None:
    nothing = Refusal("unknown")
    curve = curve_of(nothing, (just_before(102), steps(count)), (just_after(111), nothing))
    assert (Fraction(lowest), True, Fraction(highest), True) == bounds(curve)
    assert direction is analyse(curve).direction
    assert analyse(curve).is_stepped


def test_steps_without_end_have_no_bound() -> None:
    for width, direction in ((1, FALLING), (-1, RISING)):
        curve = curve_of(steps(Count(0, width, up=False)))
        assert (None, False, None, False) == bounds(curve)
        assert direction is analyse(curve).direction
        assert analyse(curve).is_stepped


def test_within_one_step_nothing_jumps() -> None:
    nothing = Refusal("unknown")
    one = curve_of(
        nothing, (just_before(0), steps(Count(0, 1, up=False))), (just_before(1), nothing)
    )
    two = curve_of(
        nothing, (just_before(0), steps(Count(0, 1, up=False))), (just_after(1), nothing)
    )
    assert (Fraction(10), True, Fraction(10), True) == bounds(one)
    assert (FLAT, False) == (analyse(one).direction, analyse(one).is_stepped)
    assert (Fraction(7), True, Fraction(10), True) == bounds(two)
    assert (FALLING, True) == (analyse(two).direction, analyse(two).is_stepped)


@pytest.mark.parametrize("width", [1, -1])
def test_steps_around_a_pole_between_steps(width: int) -> None:
    # 1/(2n - 1): ..., -1/3, -1 at n = 0, then 1 at n = 1, 1/3, ...
    curve = curve_of(piece(Map(0, 1, 2, -1, Count(0, width, up=False))))
    assert (Fraction(-1), True, Fraction(1), True) == bounds(curve)
    assert MIXED is analyse(curve).direction


@pytest.mark.parametrize(
    ("low", "high", "expected", "direction"),
    [
        (1, 4, (Fraction(1, 5), True, Fraction(1), True), FALLING),  # n from 1 to 3
        (-2, 1, (Fraction(-1), True, Fraction(-1, 5), True), FALLING),  # n from -2 to 0
    ],
)
def test_steps_on_one_side_of_a_pole_go_one_way(
    low: int,
    high: int,
    expected: tuple[Fraction, bool, Fraction, bool],
    direction: Direction,
) -> None:
    nothing = Refusal("unknown")
    value = piece(Map(0, 1, 2, -1, Count(0, 1, up=False)))
    curve = curve_of(nothing, (just_before(low), value), (just_before(high), nothing))
    assert expected == bounds(curve)
    assert direction is analyse(curve).direction


def test_stepped_pieces_jump_at_a_cut_by_the_step_next_to_it() -> None:
    # 10 - 3n falls to 7 at 5 and would fall to 4 at 10; from 10 on it is 7.
    falling = steps(Count(0, 5, up=False))
    meets = curve_of(falling, (just_before(10), constant(7)))
    assert () == analyse(meets).jumps
    late = curve_of(falling, (just_after(10), constant(7)))
    assert (just_after(10),) == analyse(late).jumps


def test_refusals_are_left_out_of_account() -> None:
    line = curve_of(piece(Map.linear(1, 0))).refuse(less_than(0), "negative")
    capped = line.refuse(more_than(10), "too much")
    assert (Fraction(0), True, Fraction(10), True) == bounds(capped)
    assert (RISING, ()) == (analyse(capped).direction, analyse(capped).jumps)


def test_over_a_gap_the_direction_is_still_compared() -> None:
    gap = curve_of(constant(5), (just_before(0), Refusal("unknown")), (just_before(1), constant(3)))
    assert (FALLING, ()) == (analyse(gap).direction, analyse(gap).jumps)


def test_a_curve_without_a_value_has_nothing_to_analyse() -> None:
    with pytest.raises(RefusedEverywhere, match="no value anywhere"):
        analyse(curve_of(constant(1)).refuse(everything(), "unknown"))


def test_jumps_are_cuts_of_the_curve_in_order() -> None:
    staircase: tuple[tuple[Cut, Piece], ...] = tuple(
        (just_before(border), constant(points)) for border, points in ((60, 5), (80, 8), (90, 10))
    )
    found = analyse(curve_of(constant(0), *staircase))
    assert tuple(cut for cut, _ in staircase) == found.jumps
    assert RISING is found.direction
    assert not found.is_stepped
