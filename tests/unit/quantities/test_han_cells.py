from fractions import Fraction

import pytest

from indicator_dsl.quantities import (
    BARE,
    Flag,
    JudgedLabel,
    Label,
    Observed,
    Quantity,
    Reading,
    Unit,
    UnitTable,
    Unreadable,
    read_cell,
)

PLAIN = UnitTable()
UNITS = PLAIN.declared("公里", Fraction(1000), PLAIN.unit_from_text("米"))
PER_CENT = Unit("%", Fraction(1, 100), ())


def unit_of(text: str) -> Unit:
    return UNITS.unit_from_text(text) if text else BARE


def read(text: str, unit: str = "件") -> Reading:
    return read_cell(text, unit=unit_of(unit), units=UNITS)


@pytest.mark.parametrize(
    ("text", "unit", "number", "own_unit"),
    [
        ("二十万件", "件", "200000", "件"),
        ("二十万件", "万件", "20", "万件"),
        ("三万元", "万元", "30000", "元"),
        ("贰拾萬 件", "件", "200000", "件"),
        ("三十天", "天", "30", "天"),
        ("十天", "天", "10", "天"),
        ("拾天", "天", "10", "天"),
        ("十二 次", "次", "12", "次"),
        ("十二\u3000次", "次", "12", "次"),
        ("十分", "分", "10", "分"),
        ("三点五公里", "米", "3.5", "公里"),
        ("三十千克", "千克", "30", "千克"),
        ("三十两", "两", "30", "两"),
        ("十二元/人", "元/人", "12", "元/人"),
        ("十二台（套）", "台（套）", "12", "台(套)"),
        ("二十 万件", "件", "20", "万件"),
        ("二〇二四年", "年", "2024", "年"),
        ("九十五%", "%", "95", "%"),
        ("九十五％", "", "95", "%"),
        ("三十元/元", "元/元", "30", "元/元"),
    ],
)
def test_a_numeral_with_a_unit_is_an_amount(
    text: str, unit: str, number: str, own_unit: str
) -> None:
    expected = Observed(quantity=Quantity(Fraction(number), unit_of(own_unit)))
    assert expected == read(text, unit)


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("二十万", "件", "200000"),
        ("十", "件", "10"),
        ("二十", "万元", "20"),
        ("三千", "万元", "3000"),
    ],
)
def test_a_numeral_alone_takes_the_unit_of_its_target(text: str, unit: str, number: str) -> None:
    expected = Observed(quantity=Quantity(Fraction(number), unit_of(unit)), unit_assumed=True)
    assert expected == read(text, unit)
    assert Observed(quantity=Quantity(Fraction(number), BARE)) == read(text, "")


@pytest.mark.parametrize(
    ("text", "unit"),
    [("二十万", "万元"), ("贰拾萬", "亿元"), ("三千", "千件"), ("零点五万", "万元")],
)
def test_where_numeral_and_unit_count_alike_it_is_ambiguous(text: str, unit: str) -> None:
    assert Unreadable(text=text, why="unit", detail="ambiguous") == read(text, unit)


@pytest.mark.parametrize("unit", ["%", "", "个百分点"])
@pytest.mark.parametrize(
    ("text", "per_cent"), [("九成", 90), ("九成五", 95), ("百分之九十五", 95), ("百分之百", 100)]
)
def test_a_share_is_in_per_cent(text: str, per_cent: int, unit: str) -> None:
    assert Observed(quantity=Quantity(Fraction(per_cent), PER_CENT)) == read(text, unit)


@pytest.mark.parametrize(
    ("text", "detail"), [("九成", "%"), ("九十五%", "%"), ("三十公里", "公里")]
)
def test_a_known_unit_of_another_measure_does_not_match(text: str, detail: str) -> None:
    assert Unreadable(text=text, why="mismatch", detail=detail) == read(text)


@pytest.mark.parametrize("unit", ["件", "%", ""])
@pytest.mark.parametrize(
    "text",
    [
        "一",
        "三",
        "万",
        "一般",
        "一级",
        "二等",
        "一等奖",
        "两个",
        "十分满意",
        "十全十美",
        "百姓满意",
        "百分之百满意",
        "千方百计",
        "万无一失",
        "三点二十分",
        "三八",
        "三五天",
        "七八件",
        "三十天",
        "二十件左右",
        "二十件/",
        "二十1",
        "二十 万",
        "十 (1)",
        "九成新",
        "九成件",
        "三十成套设备",
        "百分之九十五%",
        "一" * 19,
        "一亿" * 400,
        "二〇二四年十二月",
    ],
)
def test_words_that_merely_begin_like_a_number_stay_words(text: str, unit: str) -> None:
    assert Label(text=text) == read(text, unit)


def test_a_single_digit_before_a_unit_stays_a_word() -> None:
    assert Label(text="一级") == read("一级", "级")


def test_a_judged_grade_may_begin_like_a_number() -> None:
    share = Quantity(Fraction(75), PER_CENT)
    assert JudgedLabel(text="二十", share=share) == read("二十 75 %")
    assert JudgedLabel(text="一般", share=share) == read("一般 75 %")


@pytest.mark.parametrize("text", ["yes", "Yes", "YES", "true", "True", "Y", "y", "\uff39"])
def test_an_english_yes_is_a_flag(text: str) -> None:
    assert Flag(value=True) == read(text)


@pytest.mark.parametrize("text", ["no", "No", "NO", "false", "FALSE", "N", "n", " n "])
def test_an_english_no_is_a_flag(text: str) -> None:
    assert Flag(value=False) == read(text)


def test_a_table_knows_single_words_built_in_or_declared() -> None:
    known = {text: UNITS.knows(unit_of(text)) for text in ("%", "公里", "件", "元/公里", "万公里")}
    expected = {"%": True, "公里": True, "件": False, "元/公里": False, "万公里": False}
    assert expected == known
