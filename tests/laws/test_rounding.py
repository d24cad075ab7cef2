"""Rounding keeps the nearest multiple of 10^-places and takes a tie away from zero."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from hypothesis import given, strategies as st

from indicator_dsl.quantities import half_up

PLACES = st.integers(0, 9)
NUMBERS = st.fractions() | st.builds(Fraction, st.integers(), st.integers(1, 10**12))
ROOMY = Context(prec=200, rounding=ROUND_HALF_UP)


@given(NUMBERS, PLACES)
def test_the_result_is_the_nearest_multiple(value: Fraction, places: int) -> None:
    step = Fraction(1, 10**places)
    rounded = half_up(value, places)
    assert 1 == (rounded / step).denominator
    assert abs(rounded - value) <= step / 2


@given(st.integers(), PLACES)
def test_a_tie_goes_away_from_zero(steps: int, places: int) -> None:
    step = Fraction(1, 10**places)
    beyond = steps + 1 if steps >= 0 else steps
    assert beyond * step == half_up((steps + Fraction(1, 2)) * step, places)


@given(st.integers(), PLACES, st.integers(1, 10**30))
def test_a_hair_beside_the_tie_decides(steps: int, places: int, fineness: int) -> None:
    step = Fraction(1, 10**places)
    tie = (steps + Fraction(1, 2)) * step
    hair = step / (2 * fineness + 2)
    assert steps * step == half_up(tie - hair, places)
    assert (steps + 1) * step == half_up(tie + hair, places)


@given(NUMBERS, PLACES)
def test_below_zero_is_the_mirror_image(value: Fraction, places: int) -> None:
    assert -half_up(value, places) == half_up(-value, places)


@given(st.integers(), PLACES)
def test_a_multiple_stays_as_it_is(steps: int, places: int) -> None:
    multiple = Fraction(steps, 10**places)
    assert multiple == half_up(multiple, places)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=12), PLACES)
def test_it_agrees_with_the_decimal_module(value: Decimal, places: int) -> None:
    expected = value.quantize(Decimal((0, (1,), -places)), context=ROOMY)
    assert Fraction(expected) == half_up(Fraction(value), places)
