from fractions import Fraction

import pytest

from indicator_dsl.quantities import half_up


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("1.005", 2, "1.01"),
        ("1.00499999999999999999", 2, "1"),
        ("0.125", 2, "0.13"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("-0.005", 2, "-0.01"),
        ("-0.0049", 2, "0"),
        ("0", 5, "0"),
        ("18.5", 9, "18.5"),
    ],
)
def test_a_tie_goes_away_from_zero(value: str, places: int, expected: str) -> None:
    assert Fraction(expected) == half_up(Fraction(value), places)


def test_numbers_without_a_finite_decimal_are_rounded_too() -> None:
    assert Fraction("0.67") == half_up(Fraction(2, 3), 2)
    assert Fraction("-0.33") == half_up(Fraction(-1, 3), 2)


def test_negative_places_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 0, not -1"):
        half_up(Fraction(15), -1)
