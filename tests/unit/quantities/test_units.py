import pickle
from fractions import Fraction

import pytest

from indicator_dsl.quantities import BARE, Unit, UnitError, UnitMismatch

CASES = Unit("件", Fraction(1), (("件", 1),))
TEN_THOUSAND_CASES = Unit("万件", Fraction(10000), (("件", 1),))
PER_CENT = Unit("%", Fraction(1, 100), ())


def test_units_of_one_dimension_measure_the_same() -> None:
    assert CASES.is_same_measure(TEN_THOUSAND_CASES)
    assert BARE.is_same_measure(PER_CENT)
    assert not CASES.is_same_measure(PER_CENT)


def test_units_are_equal_only_as_a_whole() -> None:
    assert CASES == Unit("件", Fraction(1), (("件", 1),))
    assert CASES != TEN_THOUSAND_CASES
    assert Unit("百分点", Fraction(1, 100), (), is_difference=True) != Unit(
        "百分点", Fraction(1, 100), ()
    )
    assert Unit("次", Fraction(1), (("件", 1),)) != CASES


def test_a_bare_number_has_no_text_and_no_dimension() -> None:
    assert ("", Fraction(1), (), False) == (
        BARE.text,
        BARE.factor,
        BARE.dimension,
        BARE.is_difference,
    )


@pytest.mark.parametrize("factor", [0, -1])
def test_a_unit_is_worth_more_than_nothing(factor: int) -> None:
    with pytest.raises(ValueError, match=f"must be positive, not {factor}"):
        Unit("件", Fraction(factor), (("件", 1),))


@pytest.mark.parametrize(
    "dimension",
    [
        (("元", 1), ("人", -1)),
        (("人", 0),),
        (("人", 1), ("人", 1)),
    ],
)
def test_a_dimension_has_one_spelling(dimension: tuple[tuple[str, int], ...]) -> None:
    with pytest.raises(ValueError, match="names each word once"):
        Unit("x", Fraction(1), dimension)


@pytest.mark.parametrize(
    ("factor", "power"),
    [
        (Fraction(10**120 + 1), 1),
        (Fraction(1, 10**120 + 1), 1),
        (Fraction(1), 65),
        (Fraction(1), -65),
    ],
)
def test_a_unit_beyond_all_measure_is_refused(factor: Fraction, power: int) -> None:
    with pytest.raises(UnitError) as refusal:
        Unit("x" * 100, factor, (("x", power),))
    assert ("too-large", "x" * 64) == (refusal.value.reason, refusal.value.text)


def test_the_largest_unit_is_allowed() -> None:
    largest = Unit("x", Fraction(10**120), (("x", 32), ("y", -32)))
    assert Fraction(10**120) == largest.factor


def test_a_mismatch_carries_both_units() -> None:
    mismatch = UnitMismatch(CASES, PER_CENT)
    assert (CASES, PER_CENT) == (mismatch.given, mismatch.wanted)
    assert "'件' cannot be measured in '%'" == str(mismatch)
    again = pickle.loads(pickle.dumps(mismatch))  # noqa: S301 - our own bytes
    assert (CASES, PER_CENT) == (again.given, again.wanted)
