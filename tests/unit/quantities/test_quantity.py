from fractions import Fraction

import pytest

from indicator_dsl.quantities import (
    BARE,
    Quantity,
    UnitError,
    UnitMismatch,
    UnitTable,
    product,
    quotient,
)

UNITS = UnitTable()


def of(number: str, unit: str = "") -> Quantity:
    return Quantity(Fraction(number), UNITS.unit_from_text(unit) if unit else BARE)


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (of("185000", "件"), "185000 件"),
        (of("99.95", "％"), "99.95 %"),
        (of("3.5"), "3.5"),
        (of("-1/3", "元"), "≈-0.333333333 元"),
    ],
)
def test_a_quantity_is_printed_with_its_unit(quantity: Quantity, expected: str) -> None:
    assert expected == str(quantity)


def test_magnitude_counts_in_base_units() -> None:
    assert Fraction(330_000) == of("33", "万件").magnitude
    assert Fraction(19, 20) == of("95", "%").magnitude
    assert Fraction(3, 10**5) == of("3", "件/10万人").magnitude


def test_in_unit_changes_the_number_only() -> None:
    assert of("33", "万件") == of("330000", "件").in_unit(UNITS.unit_from_text("万件"))
    assert of("0.95") == of("95", "%").in_unit(BARE)


def test_in_unit_refuses_another_dimension() -> None:
    with pytest.raises(UnitMismatch) as mismatch:
        of("3", "件").in_unit(UNITS.unit_from_text("次"))
    assert ("件", "次") == (mismatch.value.given.text, mismatch.value.wanted.text)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (of("3", "人"), of("4", "月"), "12 人·月"),
        (of("3", "万人"), of("4", "月"), "12 万人·月"),
        (of("3", "人"), of("4", "人"), "12 人·人"),
        (of("200", "件"), of("95", "%"), "190 件"),
        (of("95", "%"), of("200", "件"), "190 件"),
        (of("50", "%"), of("50", "%"), "0.25"),
        (of("2"), of("3"), "6"),
        (of("5", "元/人"), of("6", "月"), "30 月·元/人"),
        (of("6", "月"), of("5", "元/人"), "30 月·元/人"),
        (of("5", "元/人"), of("6", "件/年"), "30 (元/人)·件/年"),
        (of("5", "万元/人"), of("6", "人"), "300000 元"),
        (of("5", "1/年"), of("6", "年"), "30"),
        (of("5", "元/人·月"), of("2", "人"), "10 元/月"),
    ],
)
def test_a_product_combines_the_units(a: Quantity, b: Quantity, expected: str) -> None:
    assert expected == str(product(a, b))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (of("30", "元"), of("4", "人"), "7.5 元/人"),
        (of("30", "元"), of("4", "人·月"), "7.5 元/(人·月)"),
        (of("30", "元"), of("4", "人/月"), "7.5 元/(人/月)"),
        (of("30", "元/人"), of("4", "月"), "7.5 元/人/月"),
        (of("1500", "元"), of("0.15", "万元"), "1"),
        (of("1523.36", "万元"), of("1523.36", "万元"), "1"),
        (of("95", "%"), of("0.95"), "1"),
        (of("190", "件"), of("95", "%"), "200 件"),
        (of("3"), of("4", "年"), "0.75 1/年"),
        (of("75", "%"), of("3", "年"), "0.25 1/年"),
        (of("6", "人·月"), of("3", "月"), "2 人"),
        (of("6", "月"), of("3", "人·月"), "2 1/人"),
        (of("6", "元"), of("3", "元·人·月"), "2 1/人·月"),
    ],
)
def test_a_quotient_combines_the_units(a: Quantity, b: Quantity, expected: str) -> None:
    assert expected == str(quotient(a, b))


def test_a_quotient_of_one_measure_has_no_unit() -> None:
    assert quotient(of("3", "万元"), of("4", "元")).unit == BARE


@pytest.mark.parametrize("zero", [of("0", "元"), of("0"), of("0", "人")])
def test_nothing_is_shared_out_among_zero(zero: Quantity) -> None:
    with pytest.raises(ZeroDivisionError):
        quotient(of("3", "元"), zero)


# Base words stand in code point order: 丙, 乙, 甲.
def test_a_text_grown_too_long_is_told_in_base_words() -> None:
    long = of("2", "万" + "甲" * 40)
    assert f"6 万{'甲' * 40}·{'乙' * 22}" == str(product(long, of("3", "乙" * 22)))
    assert f"60000 {'乙' * 23}·{'甲' * 40}" == str(product(long, of("3", "乙" * 23)))


def test_a_text_grown_too_deep_is_told_in_base_words() -> None:
    deep = of("6", "((((((((甲))))))))/乙")
    assert "2 丙·((((((((甲))))))))/乙" == str(product(deep, of("1/3", "丙")))
    assert "2 甲/丙·丙·乙" == str(quotient(deep, of("3", "丙·丙")))


def test_a_quantity_multiplied_by_itself_again_and_again_is_stopped() -> None:
    amount = of("1", "甲")
    for _ in range(6):
        amount = product(amount, amount)
    assert (("甲", 64),) == amount.unit.dimension
    with pytest.raises(UnitError) as refusal:
        product(amount, amount)
    assert "too-large" == refusal.value.reason
