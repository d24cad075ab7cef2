"""Cuts and intervals: which numbers lie where."""

from fractions import Fraction
from typing import cast

import pytest

from indicator_dsl.curves import (
    Cut,
    Interval,
    at_least,
    at_most,
    between,
    everything,
    just_after,
    just_before,
    less_than,
    more_than,
)

TINY = Fraction(1, 10**9)


def test_cuts_are_ordered_as_they_stand_on_the_line() -> None:
    mixed = [Cut(2, False), Cut(1, True), Cut(Fraction(3, 2), False), Cut(1, False)]
    expected = [Cut(1, False), Cut(1, True), Cut(Fraction(3, 2), False), Cut(2, False)]
    assert expected == sorted(mixed)


def test_a_number_lies_right_of_the_cut_before_it_and_left_of_the_cut_after_it() -> None:
    assert just_before(5).is_left_of(5)
    assert not just_after(5).is_left_of(5)
    assert just_after(5).is_left_of(5 + TINY)
    assert not just_before(5).is_left_of(5 - TINY)


def test_a_cut_keeps_its_place_exactly() -> None:
    assert Fraction(5) == Cut(5, True).at
    assert Cut(Fraction(1, 3), True) == just_after(Fraction(1, 3))


def test_a_float_is_no_place_for_a_cut() -> None:
    with pytest.raises(TypeError, match="not float"):
        Cut(cast("int", 0.5), True)


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (everything(), (True, True, True, True, True)),
        (at_least(2), (False, True, True, True, True)),
        (more_than(2), (False, False, True, True, True)),
        (at_most(4), (True, True, True, True, False)),
        (less_than(4), (True, True, True, False, False)),
        (between(2, 4), (False, True, True, True, False)),
        (Interval(just_after(2), just_before(4)), (False, False, True, False, False)),
    ],
)
def test_an_interval_contains_what_its_name_says(
    interval: Interval, expected: tuple[bool, ...]
) -> None:
    points = (2 - TINY, Fraction(2), Fraction(3), Fraction(4), 4 + TINY)
    assert expected == tuple(interval.contains(x) for x in points)


def test_one_number_makes_an_interval_and_less_makes_an_empty_one() -> None:
    assert not between(2, 2).is_empty
    assert Interval(just_before(2), just_before(2)).is_empty
    assert Interval(just_after(2), just_after(2)).is_empty
    assert Interval(just_after(2), just_before(2)).is_empty
    assert between(4, 2).is_empty
    assert not at_least(2).is_empty
    assert not at_most(2).is_empty


def test_an_intersection_keeps_the_narrower_end_on_each_side() -> None:
    assert between(2, 4) == at_least(2).intersection(at_most(4))
    assert more_than(2) == at_least(2).intersection(more_than(2))
    assert less_than(4) == less_than(4).intersection(at_most(4))
    assert everything() == everything().intersection(everything())
    assert less_than(2).intersection(at_least(2)).is_empty


def test_an_interval_is_written_with_the_brackets_of_its_ends() -> None:
    assert "(-∞, ∞)" == str(everything())
    assert "[1/2, 3)" == str(Interval(just_before(Fraction(1, 2)), just_before(3)))
    assert "(1/2, 3]" == str(Interval(just_after(Fraction(1, 2)), just_after(3)))
