"""A number of at most 18 and 9 digits survives being written and read, in text and in Python."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import example, given, strategies as st

from indicator_dsl.quantities import (
    NotANumber,
    decimal_from_number,
    number_from_float,
    number_from_python,
    number_from_text,
    text_from_number,
)

FULL_WIDTH = str.maketrans("0123456789+-.,", "０１２３４５６７８９＋－．，")
NUMBERS = st.builds(
    lambda steps, places: Fraction(steps, 10**places),
    st.integers(1 - 10**18, 10**18 - 1),
    st.integers(0, 9),
)
FLOATS = st.floats(min_value=-1e17, max_value=1e17)


@given(NUMBERS)
def test_text_and_back(x: Fraction) -> None:
    text = text_from_number(x)
    assert x == number_from_text(text)
    assert x == number_from_text(text.translate(FULL_WIDTH))


@given(NUMBERS)
def test_thousands_commas_change_nothing(x: Fraction) -> None:
    assert x == number_from_text(f"{Decimal(text_from_number(x)):,f}")


@given(NUMBERS)
def test_decimal_and_back(x: Fraction) -> None:
    assert x == number_from_python(decimal_from_number(x, 9))


@given(st.integers(1 - 10**15, 10**15 - 1), st.integers(0, 9))
def test_a_float_of_fifteen_digits_is_the_decimal_it_was_written_as(
    digits: int, places: int
) -> None:
    written = Decimal((int(digits < 0), tuple(map(int, str(abs(digits)))), -places))
    assert (Fraction(written), False) == number_from_float(float(written))


@given(FLOATS)
def test_a_float_moves_by_less_than_its_last_kept_digit_and_says_so(x: float) -> None:
    number, was_rounded = number_from_float(x)
    exact = Fraction(repr(x))
    assert was_rounded == (number != exact)
    fifteenth_digit = abs(exact) / 10**14
    assert abs(number - exact) <= max(fifteenth_digit, Fraction(1, 10**9))


@given(st.text(alphabet="0123456789０９+-−－.．,，eE_ ٣nafi") | st.text())
@example("1,")
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        number = number_from_text(text)
    except NotANumber:
        return
    assert number == number_from_text(text_from_number(number))
