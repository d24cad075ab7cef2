"""Counts and maps: values, normal form, poles, and what a float meets."""

import pickle
from fractions import Fraction
from typing import cast

import pytest

from indicator_dsl.curves import (
    Count,
    Cut,
    Interval,
    Map,
    ZeroDenominator,
    ZeroWidth,
    at_least,
    between,
    just_after,
    just_before,
    more_than,
)

# Steps of 2 from 1: the borders are -1, 1, 3, 5.
DOWN = Count(1, 2, up=False)
UP = Count(1, 2, up=True)
# The same borders, counted towards smaller x.
DOWN_BACK = Count(1, -2, up=False)
UP_BACK = Count(1, -2, up=True)


@pytest.mark.parametrize(
    ("count", "at_minus_1", "at_0", "at_1", "at_2", "at_3"),
    [
        (DOWN, -1, -1, 0, 0, 1),
        (UP, -1, 0, 0, 1, 1),
        (DOWN_BACK, 1, 0, 0, -1, -1),
        (UP_BACK, 1, 1, 0, 0, -1),
    ],
)
def test_steps_are_counted_up_or_down_in_either_direction(
    count: Count, at_minus_1: int, at_0: int, at_1: int, at_2: int, at_3: int
) -> None:
    expected = (at_minus_1, at_0, at_1, at_2, at_3)
    assert expected == tuple(count.at(Fraction(x)) for x in (-1, 0, 1, 2, 3))


def test_a_count_is_exact_for_any_fraction() -> None:
    thirds = Count(Fraction(1, 7), Fraction(1, 3), up=False)
    # 1/7 + 5/3 = 38/21 is the start of the fifth step.
    assert 5 == thirds.at(Fraction(38, 21))
    assert 4 == thirds.at(Fraction(38, 21) - Fraction(1, 10**12))


@pytest.mark.parametrize(
    ("count", "cut"),
    [
        (DOWN, just_before(5)),  # from 5 on, two full steps
        (UP, just_after(3)),  # beyond 3 the second step is begun
        (DOWN_BACK, just_after(-3)),  # down to -3 and below, two full steps
        (UP_BACK, just_before(-1)),  # below -1 the second step is begun
    ],
)
def test_a_count_tells_where_two_steps_begin(count: Count, cut: Cut) -> None:
    assert cut == count.start_of(2)


@pytest.mark.parametrize(
    ("count", "interval"),
    [
        (DOWN, Interval(just_before(3), just_before(5))),
        (UP, Interval(just_after(1), just_after(3))),
        (DOWN_BACK, Interval(just_after(-3), just_after(-1))),
        (UP_BACK, Interval(just_before(-1), just_before(1))),
    ],
)
def test_a_count_tells_where_it_is_one(count: Count, interval: Interval) -> None:
    assert interval == count.where(1)


@pytest.mark.parametrize(
    ("count", "left_before", "right_before", "left_after", "right_after"),
    [
        # around the border 3, whose own counts are 1, 1, -1, -1
        (DOWN, 0, 1, 1, 1),
        (UP, 1, 1, 1, 2),
        (DOWN_BACK, -1, -1, -1, -2),
        (UP_BACK, 0, -1, -1, -1),
    ],
)
def test_a_count_is_known_on_both_sides_of_a_cut(
    count: Count, left_before: int, right_before: int, left_after: int, right_after: int
) -> None:
    before, after = just_before(3), just_after(3)
    assert left_before == count.beside(before, right=False)
    assert right_before == count.beside(before, right=True)
    assert left_after == count.beside(after, right=False)
    assert right_after == count.beside(after, right=True)


def test_inside_a_step_both_sides_of_a_cut_count_alike() -> None:
    for count, steps in ((DOWN, 0), (UP, 1), (DOWN_BACK, -1), (UP_BACK, 0)):
        for cut in (just_before(2), just_after(2)):
            assert steps == count.beside(cut, right=True) == count.beside(cut, right=False)


def test_a_step_has_a_width() -> None:
    with pytest.raises(ZeroWidth, match="other than zero"):
        Count(3, 0, up=True)


def test_equal_maps_have_one_form() -> None:
    assert Map(1, 2, 3, 4) == Map(-2, -4, -6, -8)
    assert Map(1, 0, 0, 2) == Map(-3, 0, 0, -6) == Map.linear(Fraction(1, 2), 0)
    written = Map(-2, -4, -6, -8)
    assert (1, 2, 3, 4) == (written.p, written.q, written.r, written.s)


def test_a_map_with_one_value_is_that_constant() -> None:
    # (2u + 4)/(3u + 6) is 2/3 wherever it is defined.
    assert Map.constant(Fraction(2, 3)) == Map(2, 4, 3, 6)
    assert Map.constant(Fraction(2, 3)) == Map(0, 2, 0, 3, DOWN)
    assert Map.constant(0) == Map(0, 0, 5, 1, UP)
    assert Map.constant(2) == Map(4, 0, 2, 0)
    assert Map.constant(Fraction(2, 3)).is_constant
    assert not Map.linear(1, 0).is_constant
    assert not Map.inverse(1).is_constant


def test_maps_say_what_they_are_called() -> None:
    x = Fraction(5, 2)
    assert Fraction(7, 3) == Map.constant(Fraction(7, 3)).at(x)
    assert Fraction(-4) == Map.linear(-2, 1).at(x)
    assert Fraction(4) == Map.inverse(10).at(x)
    # 5/2 lies 3/4 of a step beyond 1: begun, not completed.
    assert Fraction(19, 2) == Map.stepwise(10, Fraction(-1, 2), UP).at(x)
    assert Fraction(10) == Map.stepwise(10, Fraction(-1, 2), DOWN).at(x)


def test_a_map_of_steps_can_be_asked_by_steps() -> None:
    assert Fraction(4) == Map.stepwise(10, -2, DOWN).of(3)


def test_a_map_without_a_denominator_is_refused() -> None:
    with pytest.raises(ZeroDenominator) as caught:
        Map(2, 3, 0, 0)
    assert (2, 3) == (caught.value.p, caught.value.q)
    assert "(2·u + 3) / 0 is no map" == str(caught.value)
    assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))  # noqa: S301 - our own bytes


def test_the_pole_is_where_the_denominator_is_zero() -> None:
    assert Fraction(-4, 3) == Map(1, 2, 3, 4).pole
    assert Map.linear(2, 1).pole is None
    with pytest.raises(ZeroDivisionError):
        Map.inverse(1).at(0)


def test_a_pole_is_on_an_interval_when_an_x_meets_it() -> None:
    assert Map.inverse(1).has_pole_on(at_least(0))
    assert not Map.inverse(1).has_pole_on(more_than(0))
    assert not Map.linear(1, 0).has_pole_on(between(-1, 1))


def test_a_pole_in_the_steps_counts_only_where_a_whole_number_meets_it() -> None:
    at_two = Map(1, 0, 1, -2, DOWN)  # two steps are counted on [5, 7)
    assert at_two.has_pole_on(between(6, 8))
    assert not at_two.has_pole_on(at_least(7))
    at_a_half = Map(1, 0, 2, -1, DOWN)
    assert not at_a_half.has_pole_on(between(-100, 100))


def test_a_preimage_is_the_one_u_with_that_value() -> None:
    assert Fraction(4) == Map.linear(2, 1).preimage(9)
    assert Fraction(5) == Map.inverse(10).preimage(2)
    assert Map.inverse(10).preimage(0) is None
    assert Map.constant(9).preimage(9) is None
    # (2u + 1)/(u - 3) = 1/2  ⇔  4u + 2 = u - 3
    assert Fraction(-5, 3) == Map(2, 1, 1, -3).preimage(Fraction(1, 2))


def test_shifting_and_scaling_change_every_value_alike() -> None:
    for value in (Map.linear(2, 1), Map.inverse(10), Map(2, 1, 1, -3), Map(2, 1, 3, -1, DOWN)):
        x = Fraction(7, 2)
        assert value.at(x) - Fraction(2, 3) == value.shifted(Fraction(-2, 3)).at(x)
        assert value.at(x) * Fraction(-2, 3) == value.scaled(Fraction(-2, 3)).at(x)
    assert Map.constant(0) == Map.inverse(10).scaled(0)
    assert Map.inverse(10) == Map.inverse(10).shifted(0) == Map.inverse(10).scaled(1)


def test_no_float_enters_a_map() -> None:
    half = cast("int", 0.5)
    for make in (Map.constant, Map.inverse, Map.inverse(1).shifted, Map.inverse(1).scaled):
        with pytest.raises(TypeError, match="not float"):
            make(half)
    with pytest.raises(TypeError, match="not float"):
        Map.linear(1, half)
    with pytest.raises(TypeError):
        Map(half, 1, 0, 1)


def test_the_slope_is_the_growth_for_one_more() -> None:
    assert Fraction(-1, 2) == Map.linear(Fraction(-1, 2), 3).slope_at(7)
    assert Fraction(-2) == Map.inverse(8).slope_at(Fraction(-2))
    assert Fraction(0) == Map.constant(4).slope_at(1)


def test_within_a_counted_step_nothing_grows() -> None:
    assert Fraction(0) == Map.stepwise(10, Fraction(-1, 2), UP).slope_at(2)


def test_at_a_pole_there_is_no_slope() -> None:
    with pytest.raises(ZeroDivisionError):
        Map.inverse(8).slope_at(0)
