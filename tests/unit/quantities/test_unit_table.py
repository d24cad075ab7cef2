import pickle
from fractions import Fraction

import pytest

from indicator_dsl.quantities import BARE, Unit, UnitError, UnitMismatch, UnitTable

Dimension = tuple[tuple[str, int], ...]

UNITS = UnitTable()


def declared(table: UnitTable, name: str, amount: int, unit: str) -> UnitTable:
    return table.declared(name, Fraction(amount), table.unit_from_text(unit))


def worth(table: UnitTable, text: str) -> tuple[Fraction, Dimension]:
    unit = table.unit_from_text(text)
    return unit.factor, unit.dimension


@pytest.mark.parametrize(
    ("text", "printed", "hundredth", "is_difference"),
    [
        ("%", "%", 100, False),
        ("％", "%", 100, False),
        ("百分比", "百分比", 100, False),
        ("百分之", "百分之", 100, False),
        ("‰", "‰", 1000, False),
        ("千分之", "千分之", 1000, False),
        ("万分之", "万分之", 10000, False),
        ("个百分点", "个百分点", 100, True),
        ("百分点", "百分点", 100, True),
        ("pp", "pp", 100, True),
        ("千分点", "千分点", 1000, True),
    ],
)
def test_shares_are_built_in(
    text: str, printed: str, hundredth: int, *, is_difference: bool
) -> None:
    expected = Unit(printed, Fraction(1, hundredth), (), is_difference)
    assert expected == UNITS.unit_from_text(text)


@pytest.mark.parametrize(
    ("text", "factor", "dimension"),
    [
        ("件", 1, (("件", 1),)),
        ("万件", 10**4, (("件", 1),)),
        ("万人次", 10**4, (("人次", 1),)),
        ("十万人", 10**5, (("人", 1),)),
        ("百万元", 10**6, (("元", 1),)),
        ("千万元", 10**7, (("元", 1),)),
        ("亿元", 10**8, (("元", 1),)),
        ("万亿元", 10**12, (("元", 1),)),
        ("千万亿元", 10**15, (("元", 1),)),
        ("千米", 1000, (("米", 1),)),
        ("万", 10**4, ()),
        ("十亿", 10**9, ()),
        ("1", 1, ()),
        ("个工作日", 1, (("个工作日", 1),)),
        ("㎡", 1, (("m2", 1),)),
        ("m2", 1, (("m2", 1),)),
        ("万㎡", 10**4, (("m2", 1),)),
        ("台（套）", 1, (("台(套)", 1),)),
    ],
)
def test_a_single_word_is_its_own_dimension_and_may_be_multiplied(
    text: str, factor: int, dimension: Dimension
) -> None:
    assert (Fraction(factor), dimension) == worth(UNITS, text)


PER_PERSON_MONTH: Dimension = (("人", -1), ("元", 1), ("月", -1))


@pytest.mark.parametrize(
    ("text", "factor", "dimension"),
    [
        ("元/人", Fraction(1), (("人", -1), ("元", 1))),
        ("元/人·月", Fraction(1), PER_PERSON_MONTH),
        ("元/人*月", Fraction(1), PER_PERSON_MONTH),
        ("元/人、月", Fraction(1), PER_PERSON_MONTH),
        ("元/(人·月)", Fraction(1), PER_PERSON_MONTH),
        ("元／（人・月）", Fraction(1), PER_PERSON_MONTH),
        ("元/人/月", Fraction(1), PER_PERSON_MONTH),
        ("(元/人)/月", Fraction(1), PER_PERSON_MONTH),
        ("(元/人)·月", Fraction(1), (("人", -1), ("元", 1), ("月", 1))),
        ("元/(人/月)", Fraction(1), (("人", -1), ("元", 1), ("月", 1))),
        ("((元))", Fraction(1), (("元", 1),)),
        ("万元/人·月", Fraction(10**4), PER_PERSON_MONTH),
        ("元/万人", Fraction(1, 10**4), (("人", -1), ("元", 1))),
        ("件/10万人", Fraction(1, 10**5), (("人", -1), ("件", 1))),
        ("件/100人", Fraction(1, 100), (("人", -1), ("件", 1))),
        ("件/10万", Fraction(1, 10**5), (("件", 1),)),
        ("件/" + "1" * 18 + "人", Fraction(9, 10**18 - 1), (("人", -1), ("件", 1))),
        ("人·人", Fraction(1), (("人", 2),)),
        ("万人·万人", Fraction(10**8), (("人", 2),)),
        ("件/人·人", Fraction(1), (("人", -2), ("件", 1))),
        ("万元/元", Fraction(10**4), ()),
        ("%/年", Fraction(1, 100), (("年", -1),)),
        ("1/年", Fraction(1), (("年", -1),)),
        ("元/台(套)", Fraction(1), (("元", 1), ("台(套)", -1))),
    ],
)
def test_compound_units_are_taken_apart(text: str, factor: Fraction, dimension: Dimension) -> None:
    assert (factor, dimension) == worth(UNITS, text)


def test_a_rate_of_percentage_points_is_no_difference_any_more() -> None:
    assert not UNITS.unit_from_text("个百分点/年").is_difference


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("　元 ／ 人 ", "元/人"),
        ("square  metre", "square-metre"),
        ("万 件", "万件"),
        ("件 / 10 万 人", "件/10万人"),
        ("m2 年", "m2-年"),
        ("元/（人·月）", "元/(人·月)"),
        ("元/人*月", "元/人*月"),
        ("％", "%"),
        ("\uff4b\uff4d", "km"),
        ("㎡", "㎡"),
    ],
)
def test_a_unit_is_printed_as_written_with_canonical_blanks(text: str, printed: str) -> None:
    assert printed == UNITS.unit_from_text(text).text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("元/", "empty"),
        ("/人", "empty"),
        ("元//人", "empty"),
        ("元··人", "empty"),
        ("()", "empty"),
        ("元/()", "empty"),
        ("元" * 65, "too-long"),
        ("x" * 10**6, "too-long"),
        ("(" * 9 + "元" + ")" * 9, "too-deep"),
        ("(元", "brackets"),
        ("元)", "brackets"),
        (")元(", "brackets"),
        ("(元)人", "brackets"),
        ("(元)(人)", "brackets"),
        ("(元)人(次)", "brackets"),
        ("(元)人(次", "brackets"),
        ("元\u200b", "character"),
        ("元\x1b[0m", "character"),
        ("元\n人", "character"),
        ("元\x1c", "character"),
        ("\ue000", "character"),
        ("10万人", "number"),
        ("2", "number"),
        ("件/2", "number"),
        ("件/0人", "number"),
        ("件/(元/10人)", "number"),
        ("件/" + "1" * 19 + "人", "number"),
        ("件/10 20人", "number"),
    ],
)
def test_a_malformed_unit_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(UnitError) as refusal:
        UNITS.unit_from_text(text)
    assert reason == refusal.value.reason
    assert len(refusal.value.text) <= 64


def test_eight_brackets_deep_is_still_read() -> None:
    assert (Fraction(1), (("元", 1),)) == worth(UNITS, "(" * 8 + "元" + ")" * 8)


def test_a_declared_word_wins_as_a_whole() -> None:
    table = declared(UNITS, "万步", 7, "公里")
    assert (Fraction(7), (("公里", 1),)) == worth(table, "万步")
    assert (Fraction(10**4), (("步", 1),)) == worth(UNITS, "万步")
    assert (Fraction(1, 7), (("人", 1), ("公里", -1))) == worth(table, "人/万步")


def test_a_declared_word_can_be_multiplied() -> None:
    table = declared(UNITS, "里", 500, "米")
    assert (Fraction(500_000), (("米", 1),)) == worth(table, "千里")
    assert (Fraction(1, 5_000_000), (("件", 1), ("米", -1))) == worth(table, "件/1万里")
    assert (Fraction(1, 5000), (("件", 1), ("米", -1))) == worth(table, "件/10里")


def test_a_declared_word_is_found_in_any_width_and_printed_as_written() -> None:
    table = declared(UNITS, "\uff2b\uff2d", 1000, "m")
    assert Unit("KM", Fraction(1000), (("m", 1),)) == table.unit_from_text("KM")
    areas = declared(UNITS, "m2", 3, "x")
    assert Unit("㎡", Fraction(3), (("x", 1),)) == areas.unit_from_text("㎡")


def test_declaring_leaves_the_old_table_alone() -> None:
    declared(UNITS, "打", 12, "1")
    assert (Fraction(1), (("打", 1),)) == worth(UNITS, "打")


def test_the_order_of_declarations_does_not_matter() -> None:
    small_first = declared(declared(UNITS, "里", 500, "米"), "程", 10, "里")
    large_first = declared(declared(UNITS, "程", 10, "里"), "里", 500, "米")
    for table in (small_first, large_first):
        assert (Fraction(5000), (("米", 1),)) == worth(table, "程")
        assert (Fraction(500), (("米", 1),)) == worth(table, "里")


def test_a_later_declaration_reaches_powers_and_other_words_alike() -> None:
    table = declared(UNITS, "亩产", 2, "斤/步·步")
    table = declared(table, "打", 12, "个")
    table = declared(table, "步", 5, "尺")
    assert (Fraction(2, 25), (("尺", -2), ("斤", 1))) == worth(table, "亩产")
    assert (Fraction(12), (("个", 1),)) == worth(table, "打")


def test_a_word_may_be_worth_a_share_or_a_difference() -> None:
    table = UNITS.declared("基点", Fraction(1, 100), UNITS.unit_from_text("个百分点"))
    assert Unit("基点", Fraction(1, 10000), (), is_difference=True) == table.unit_from_text("基点")
    assert (Fraction(12), ()) == worth(UNITS.declared("打", Fraction(12), BARE), "打")


def test_the_same_declaration_again_changes_nothing() -> None:
    table = declared(UNITS, "万元", 10000, "元")
    assert table == declared(table, "万元", 10000, "元")


@pytest.mark.parametrize(
    ("name", "amount", "unit", "reason"),
    [
        ("", 1, "元", "empty"),
        ("元/人", 1, "元", "name"),
        ("元·人", 1, "元", "name"),
        ("(元)", 1, "米", "name"),
        ("10元", 1, "角", "name"),
        ("1", 1, "角", "name"),
        ("万", 1, "角", "name"),
        ("打", 0, "个", "amount"),
        ("打", -12, "个", "amount"),
        ("元", 1, "元", "circular"),
        ("元", 1, "米/元", "circular"),
        ("%", 1, "元", "conflict"),
        ("打", 12, "个\u202e", "character"),
    ],
)
def test_a_bad_declaration_is_refused_with_its_reason(
    name: str, amount: int, unit: str, reason: str
) -> None:
    with pytest.raises(UnitError) as refusal:
        declared(UNITS, name, amount, unit)
    assert reason == refusal.value.reason


@pytest.mark.parametrize(
    ("name", "amount", "unit", "reason"),
    [
        ("元", 7, "角", "conflict"),
        ("元", 10, "毛", "conflict"),
        ("角", 1, "元", "circular"),  # 元 is told in 角 already
    ],
)
def test_a_declaration_against_an_earlier_one_is_refused(
    name: str, amount: int, unit: str, reason: str
) -> None:
    table = declared(UNITS, "元", 10, "角")
    with pytest.raises(UnitError) as refusal:
        declared(table, name, amount, unit)
    assert reason == refusal.value.reason


def test_declarations_that_multiply_each_other_are_stopped() -> None:
    table = declared(UNITS, "a", 5, "·".join("b" * 30))
    with pytest.raises(UnitError) as refusal:
        declared(table, "b", 5, "·".join("c" * 30))
    assert "too-large" == refusal.value.reason


def test_a_table_holds_five_hundred_declarations() -> None:
    table = UNITS
    for index in range(500):
        table = declared(table, f"u{index}", 2, "件")
    with pytest.raises(UnitError) as refusal:
        declared(table, "u500", 2, "件")
    assert "too-many" == refusal.value.reason
    assert table == declared(table, "u7", 2, "件")


def test_a_refusal_says_a_sentence_and_survives_pickling() -> None:
    refusal = pickle.loads(pickle.dumps(UnitError("brackets", "(元")))  # noqa: S301 - our own bytes
    assert ("brackets", "(元") == (refusal.reason, refusal.text)
    assert "the brackets of the unit do not match: '(元'" == str(refusal)


def test_a_table_is_a_value() -> None:
    table = declared(UNITS, "万元", 10000, "元")
    again = pickle.loads(pickle.dumps(table))  # noqa: S301 - our own bytes
    assert table == again
    assert hash(table) == hash(again)
    assert (Fraction(10000), (("元", 1),)) == worth(again, "万元")


def test_factor_between_two_units() -> None:
    million, dozen = UNITS.unit_from_text("百万件"), UNITS.unit_from_text("十件")
    assert Fraction(100_000) == UNITS.factor_between(million, dozen)
    assert Fraction(1, 100_000) == UNITS.factor_between(dozen, million)
    with pytest.raises(UnitMismatch) as mismatch:
        UNITS.factor_between(million, BARE)
    assert (million, BARE) == (mismatch.value.given, mismatch.value.wanted)
