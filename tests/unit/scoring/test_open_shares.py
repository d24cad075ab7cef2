"""Bounds where nobody knows yet which lines apply; every end is worked out by hand."""

from fractions import Fraction

import pytest

from indicator_dsl.scoring import Scorecard
from tests.engine import card_of, ruleset_of

TWO_SECTIONS = """[P]
线甲 >= 10 件 weight 10 by ratio cap 200%
线乙 >= 10 件 weight 10 by ratio n/a drop
[Q]
线丙 >= 10 件 weight 10 by ratio
线丁 >= 10 件 weight 10 by ratio n/a drop
"""
SIX = "".join(f"线{name} >= 10 件 weight 10 by ratio n/a drop\n" for name in "甲乙丙丁戊己")


def bounds(card: Scorecard) -> tuple[Fraction | int, Fraction | int]:
    return card.low, card.high


@pytest.mark.parametrize("way", ["each", "total"])
def test_points_that_stay_within_their_heading(way: str) -> None:
    # P: 20 + 0..10, or 线甲 alone on both weights: 40. Q: 0 + 0..10, or 线丙 alone: 0.
    card = card_of(ruleset_of(f"round 2 {way}\n{TWO_SECTIONS}"), {"线甲": 20, "线丙": 0})
    assert (20, 50) == bounds(card)


def test_too_many_answers_to_try_are_bounded() -> None:
    # None met, or one left that takes all points: 0 to 60.
    assert (0, 60) == bounds(card_of(ruleset_of(f"round 2 total\n{SIX}"), {}))


def test_too_many_answers_with_a_line_that_applies() -> None:
    # 线庚 has 5 of 10: all others apply and are met, 60 + 5; none of them applies, 5 of 10 on 70.
    text = f"round 2 total\n{SIX}线庚 >= 10 件 weight 10 by ratio\n"
    assert (5, 65) == bounds(card_of(ruleset_of(text), {"线庚": 5}))


def test_rounding_of_each_line_widens_what_is_bounded() -> None:
    low, high = bounds(card_of(ruleset_of(f"round 2 each\n{SIX}"), {}))
    assert low <= 0
    assert high >= 60
    assert high - low <= Fraction(6004, 100)
