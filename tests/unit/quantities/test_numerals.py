import pickle
import time
from decimal import ROUND_DOWN, Decimal, localcontext
from fractions import Fraction

import pytest

from indicator_dsl.quantities import (
    NotANumber,
    decimal_from_number,
    number_from_float,
    number_from_python,
    number_from_text,
    text_from_number,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", Fraction(0)),
        ("007", Fraction(7)),
        ("200000", Fraction(200000)),
        ("1,523.36", Fraction(152336, 100)),
        ("1，523.36", Fraction(152336, 100)),
        ("12,345,678", Fraction(12345678)),
        ("99.95", Fraction(9995, 100)),
        ("+5", Fraction(5)),
        ("-0.5", Fraction(-1, 2)),
        ("−3", Fraction(-3)),
        ("－３．５", Fraction(-7, 2)),
        ("＋１２３", Fraction(123)),
        ("-0", Fraction(0)),
        ("9" * 18 + "." + "9" * 9, Fraction(10**27 - 1, 10**9)),
    ],
)
def test_a_plain_decimal_is_read_exactly(text: str, expected: Fraction) -> None:
    assert expected == number_from_text(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" 　", "empty"),
        ("-", "malformed"),
        ("5.", "malformed"),
        (".5", "malformed"),
        ("1 2", "malformed"),
        (" 1", "malformed"),
        ("1_000", "malformed"),
        ("12,34", "malformed"),
        ("1234,567", "malformed"),
        ("1,2345", "malformed"),
        ("0,125", "malformed"),
        ("1,000.5.5", "malformed"),
        ("--1", "malformed"),
        ("nan", "malformed"),
        ("Infinity", "malformed"),
        ("1/2", "malformed"),
        ("0x10", "malformed"),
        ("二十", "malformed"),
        ("5²", "malformed"),
        ("1\n", "malformed"),
        ("1e5", "exponent"),
        ("-1.5E-3", "exponent"),
        ("１\uff45５", "exponent"),
        ("٣٣", "odd-digit"),
        ("1৩", "odd-digit"),
        ("\U0001d7d1", "odd-digit"),
        ("1" * 19, "whole-digits"),
        ("1,000,000,000,000,000,000", "whole-digits"),
        ("0." + "1" * 10, "decimal-digits"),
        ("0." + "0" * 10, "decimal-digits"),
    ],
)
def test_anything_else_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(NotANumber) as refusal:
        number_from_text(text)
    assert reason == refusal.value.reason


@pytest.mark.parametrize("piece", ["1", "1,", ",111", "0.", "1e", "-", "٣", " ", "x"])
def test_a_million_characters_are_refused_at_once(piece: str) -> None:
    text = piece * (10**6 // len(piece))
    started = time.process_time()
    with pytest.raises(NotANumber):
        number_from_text(text)
    assert time.process_time() - started < 2


def test_a_refusal_says_a_sentence_and_survives_pickling() -> None:
    refusal = pickle.loads(pickle.dumps(NotANumber("exponent")))  # noqa: S301 - our own bytes
    assert "exponent" == refusal.reason
    assert "a number is written without an exponent" == str(refusal)


@pytest.mark.parametrize(
    ("x", "expected", "was_rounded"),
    [
        (0.1, "0.1", False),
        (99.95, "99.95", False),
        (-0.0, "0", False),
        (-2.5, "-2.5", False),
        (1e-07, "0.0000001", False),
        (0.1 + 0.2, "0.3", True),
        (27.8 / 29, "0.958620690", True),
        (1 / 3, "0.333333333", True),
        (0.0000000005, "0.000000001", True),
        (-0.0000000005, "-0.000000001", True),
        (1e-10, "0", True),
        (5e-324, "0", True),
        (123456789012345.0, "123456789012345", False),
        (1234567890123456.0, "1234567890123460", True),
        (1125899906842624.5, "1125899906842620", True),
        (1000000000000005.0, "1000000000000010", True),
        (1e17, "100000000000000000", False),
    ],
)
def test_a_float_is_read_as_fifteen_digits_then_nine_decimals(
    x: float, expected: str, *, was_rounded: bool
) -> None:
    assert (Fraction(expected), was_rounded) == number_from_float(x)


def test_a_float_subclass_that_prints_itself_otherwise_is_read_by_its_value() -> None:
    class Loud(float):
        def __repr__(self) -> str:
            return "Loud(0.25)"

    assert (Fraction(1, 4), False) == number_from_float(Loud(0.25))


@pytest.mark.parametrize(
    ("x", "reason"),
    [
        (float("nan"), "malformed"),
        (float("inf"), "malformed"),
        (float("-inf"), "malformed"),
        (1e18, "whole-digits"),
        (1.7e308, "whole-digits"),
        (-1e300, "whole-digits"),
        (999999999999999872.0, "whole-digits"),  # below 10^18, but not after 15 digits
    ],
)
def test_a_float_out_of_range_is_refused(x: float, reason: str) -> None:
    with pytest.raises(NotANumber) as refusal:
        number_from_float(x)
    assert reason == refusal.value.reason


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, Fraction(5)),
        (-(10**18) + 1, Fraction(1 - 10**18)),
        (0.1, Fraction(1, 10)),
        (Fraction(1, 3), Fraction(1, 3)),
        (Fraction(1, 10**9), Fraction(1, 10**9)),
        (Decimal("99.95"), Fraction(1999, 20)),
        (Decimal("-1.5E+3"), Fraction(-1500)),
        (Decimal("0E-999999999"), Fraction(0)),
        (Decimal("-0"), Fraction(0)),
        (Decimal("1." + "0" * 100_000), Fraction(1)),
        (Decimal("1E-9"), Fraction(1, 10**9)),
        (Decimal("1E17"), Fraction(10**17)),
    ],
)
def test_a_python_number_is_taken_exactly(
    value: Decimal | Fraction | float, expected: Fraction
) -> None:
    assert expected == number_from_python(value)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (True, "malformed"),
        (float("nan"), "malformed"),
        (Decimal("NaN"), "malformed"),
        (Decimal("sNaN"), "malformed"),
        (Decimal("-Infinity"), "malformed"),
        (10**18, "whole-digits"),
        (-(10**18), "whole-digits"),
        (Fraction(10**18), "whole-digits"),
        (Decimal("1e999999999"), "whole-digits"),
        (Decimal("1E18"), "whole-digits"),
        (Decimal("1E-10"), "decimal-digits"),
        (Decimal("1E-999999999"), "decimal-digits"),
        (Decimal("0." + "1" * 100_000), "decimal-digits"),
        (Fraction(1, 10**9 + 1), "decimal-digits"),
    ],
)
def test_a_python_number_beyond_the_digits_of_a_text_is_refused(
    value: Decimal | Fraction | float, reason: str
) -> None:
    with pytest.raises(NotANumber) as refusal:
        number_from_python(value)
    assert reason == refusal.value.reason


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (Fraction(0), "0"),
        (Fraction(200000), "200000"),
        (Fraction(152336, 100), "1523.36"),
        (Fraction(-1, 2), "-0.5"),
        (Fraction(1, 10**9), "0.000000001"),
        (Fraction(-1, 10**9), "-0.000000001"),
        (Fraction(1, 3), "≈0.333333333"),
        (Fraction(-2, 3), "≈-0.666666667"),
        (Fraction(1, 2 * 10**9), "≈0.000000001"),
        (Fraction(10**18 - 1), "9" * 18),
    ],
)
def test_a_number_is_printed_exactly_or_says_that_it_is_not(x: Fraction, expected: str) -> None:
    assert expected == text_from_number(x)


@pytest.mark.parametrize(
    ("x", "places", "expected"),
    [
        (Fraction(18), 2, "18.00"),
        (Fraction(18), 0, "18"),
        (Fraction("2.5"), 0, "3"),
        (Fraction("-2.5"), 0, "-3"),
        (Fraction("-0.004"), 2, "0.00"),
        (Fraction("0.005"), 2, "0.01"),
        (Fraction("99.995"), 2, "100.00"),
        (Fraction(1, 3), 4, "0.3333"),
    ],
)
def test_asked_for_places_a_number_is_rounded_and_padded(
    x: Fraction, places: int, expected: str
) -> None:
    assert expected == text_from_number(x, places=places)
    assert Decimal(expected).as_tuple() == decimal_from_number(x, places).as_tuple()


def test_the_ambient_decimal_context_plays_no_part() -> None:
    x = Fraction(12345678901234567, 100)
    with localcontext(prec=3, rounding=ROUND_DOWN):
        assert "123456789012345.67" == str(decimal_from_number(x, 2))
        assert x == number_from_python(Decimal("123456789012345.67"))
        assert (Fraction("1234567890123.45"), False) == number_from_float(1234567890123.45)
