"""The inverse on hand-worked examples: every shape of map, every kind of bound."""

from fractions import Fraction

import pytest

from indicator_dsl.curves import Bound, Count, Map, Piece, curve_of, just_after, just_before
from indicator_dsl.curves.inverse import bound_to_earn, range_of, where_map


def found(value: Map, low: Bound | None, high: Bound | None) -> list[str]:
    return [str(part) for part in where_map(value, range_of(low, high))]


def open_(value: int) -> Bound:
    return Bound(value, included=False)


def test_a_rising_and_a_falling_line() -> None:
    assert ["[1, 3)"] == found(Map.linear(2, 1), Bound(3), open_(7))
    assert ["(-3, -1]"] == found(Map.linear(-2, 1), Bound(3), open_(7))
    assert ["(-∞, ∞)"] == found(Map.linear(2, 1), None, None)


def test_a_constant_is_everywhere_or_nowhere() -> None:
    assert ["(-∞, ∞)"] == found(Map.constant(3), Bound(3), None)
    assert [] == found(Map.constant(3), open_(3), None)


def test_a_hyperbola_has_two_branches() -> None:
    # 12/x >= 3 on (0, 4]; 12/x <= 3 below 0 and from 4 on.
    assert ["(0, 4]"] == found(Map.inverse(12), Bound(3), None)
    assert ["(-∞, 0)", "[4, ∞)"] == found(Map.inverse(12), None, Bound(3))
    # Between -2 and 3: below zero from the left up to -6, above zero from 4.
    assert ["(-∞, -6]", "[4, ∞)"] == found(Map.inverse(12), Bound(-2), Bound(3))
    assert ["(-∞, 0)", "(0, ∞)"] == found(Map.inverse(12), None, None)
    assert ["[4, 4]"] == found(Map.inverse(12), Bound(3), Bound(3))


def test_a_value_no_map_reaches() -> None:
    # (x - 1)/(x + 1) is never 1, above it left of the pole, below it right of the pole.
    assert [] == found(Map(1, -1, 1, 1), Bound(1), Bound(1))
    assert ["(-∞, -1)"] == found(Map(1, -1, 1, 1), Bound(1), None)
    assert ["(-1, ∞)"] == found(Map(1, -1, 1, 1), None, open_(1))


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        # 10 - 3n between 1 and 7 is n in 1..3, with steps of 5 from 100.
        (Count(100, 5, up=False), "[105, 120)"),
        (Count(100, 5, up=True), "(100, 115]"),
        (Count(100, -5, up=False), "(80, 95]"),
        (Count(100, -5, up=True), "[85, 100)"),
    ],
)
def test_steps_in_all_four_readings(count: Count, expected: str) -> None:
    assert [expected] == found(Map.stepwise(10, -3, count), Bound(1), Bound(7))
    # The values 1, 4, 7 lie inside wider bounds too, so the answer is the same.
    assert [expected] == found(Map.stepwise(10, -3, count), open_(-2), open_(10))


def test_steps_without_end() -> None:
    steps = Map.stepwise(10, -3, Count(0, 1, up=False))
    assert ["(-∞, 3)"] == found(steps, Bound(4), None)
    assert ["[3, ∞)"] == found(steps, None, Bound(1))
    assert ["(-∞, ∞)"] == found(steps, None, None)


def test_between_two_steps_there_is_nothing() -> None:
    assert [] == found(Map.stepwise(10, -3, Count(0, 1, up=False)), Bound(2), Bound(3))


def test_steps_on_both_sides_of_a_pole_between_steps_are_joined() -> None:
    # 1/(2n - 1) is 1 at n = 1, -1 at n = 0, and nearer to zero everywhere else.
    value = Map(0, 1, 2, -1, Count(0, 1, up=False))
    assert ["(-∞, ∞)"] == found(value, Bound(-1), Bound(1))
    assert ["[1, 2)"] == found(value, Bound(1), None)
    assert ["[0, 1)"] == found(value, None, Bound(-1))
    assert ["(-∞, 0)", "[2, ∞)"] == found(value, open_(-1), open_(1))


def test_counted_downwards_the_answer_still_ascends() -> None:
    # The same map counted towards smaller x: from -2 down two steps or more, above 0 under none.
    value = Map(0, 1, 2, -1, Count(0, -1, up=False))
    assert ["(-∞, -2]", "(0, ∞)"] == found(value, open_(-1), open_(1))


def test_a_bound_is_exact() -> None:
    assert Bound(Fraction(18)) == Bound(18)
    assert Bound(18).included


@pytest.mark.parametrize(
    ("points", "places", "expected"),
    [
        (18, 2, Bound(Fraction(17995, 1000))),
        (18, 0, Bound(Fraction(35, 2))),
        (18, None, Bound(18)),
        (Fraction(1, 3), None, Bound(Fraction(1, 3))),
        # 17.991 cannot be earned in hundredths: the next is 18.00.
        (Fraction("17.991"), 2, Bound(Fraction(17995, 1000))),
        (Fraction("0.001"), 2, Bound(Fraction(5, 1000))),
        # -0.005 is rounded to -0.01, away from zero, so zero needs strictly more.
        (0, 2, Bound(Fraction(-5, 1000), included=False)),
        (-1, 0, Bound(Fraction(-3, 2), included=False)),
        (Fraction("-1.5"), 0, Bound(Fraction(-3, 2), included=False)),
    ],
)
def test_what_must_be_had_to_earn_points_after_rounding(
    points: Fraction | int, places: int | None, expected: Bound
) -> None:
    assert expected == bound_to_earn(points, places)


def test_earning_after_rounding_begins_before_the_exact_place() -> None:
    # 20 points at 200000, in proportion below: 17.995 points at 179950.
    ratio = Piece.of(Map.linear(Fraction(1, 10000), 0), clause="by", reason="shortfall")
    full = Piece.of(Map.constant(20), clause="by", reason="met")
    curve = curve_of(ratio, (just_before(200000), full))
    assert ["[179950, ∞)"] == [str(part) for part in curve.earning(18, 2)]
    assert ["[180000, ∞)"] == [str(part) for part in curve.earning(18, None)]
    assert [] == [str(part) for part in curve.earning(Fraction("20.01"), 2)]


def test_earning_below_zero_is_open() -> None:
    curve = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
    assert ["(-3/2, ∞)"] == [str(part) for part in curve.earning(-1, 0)]


def test_the_end_of_a_piece_bounds_its_inverse() -> None:
    overrun = Piece.of(Map.inverse(100), clause="by", reason="overrun")
    met = Piece.of(Map.constant(1), clause="by", reason="met")
    curve = curve_of(met, (just_after(100), overrun))
    assert ["(-∞, 125]"] == [str(part) for part in curve.where(Bound(Fraction(4, 5)), None)]
    assert ["(100, ∞)"] == [str(part) for part in curve.where(None, open_(1))]
