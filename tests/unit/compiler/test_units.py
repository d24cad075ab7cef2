"""Units of a ruleset: shared, declared, refused; and what a target's unit must fit."""

from fractions import Fraction

import pytest

from indicator_dsl.compiler.units import base_words, shared_units
from indicator_dsl.model import Bound, Range
from tests.engine import compiled, errors_of, indicator_of, ruleset_of, said_of

RULE = "年办件量 >= 200000 件 weight 20\n"


@pytest.mark.parametrize(
    ("unit", "factor", "base"),
    [
        ("万元", 10_000, "元"),
        ("角", Fraction(1, 10), "元"),
        ("亿元", 10**8, "元"),
        ("千米", 1000, "米"),
        ("公顷", 10_000, "平方米"),
        ("吨", 10**6, "克"),
        ("小时", 3600, "秒"),
        ("ms", Fraction(1, 1000), "秒"),
        ("个工作日", 1, "工作日"),
        ("天", 86_400, "秒"),
        ("周", 7 * 86_400, "秒"),
        ("年", 12, "月"),
        ("季度", 3, "月"),
    ],
)
def test_shared_units_need_no_declaration(unit: str, factor: Fraction, base: str) -> None:
    found = shared_units().unit_from_text(unit)
    assert factor == found.factor
    assert ((base, 1),) == found.dimension


def test_base_words_are_what_known_units_are_counted_in() -> None:
    assert {"元", "秒", "月", "克", "人"} <= base_words(shared_units())
    assert "万元" not in base_words(shared_units())


def test_a_declared_unit_converts() -> None:
    ruleset = ruleset_of(f"unit 打 = 12 件\n{RULE}")
    assert Fraction(12) == ruleset.units.unit_from_text("打").factor
    assert Fraction(120_000) == ruleset.units.unit_from_text("万打").factor


def test_declarations_may_stand_anywhere_and_build_on_each_other() -> None:
    ruleset = ruleset_of(f"{RULE}unit 箱 = 20 打\nunit 打 = 12 件\n")
    assert Fraction(240) == ruleset.units.unit_from_text("箱").factor


def test_a_unit_may_be_declared_again_as_it_is() -> None:
    assert [] == said_of(f"round 2 each\nunit 万元 = 10000 元\nunit 万元 = 1 万元\n{RULE}")[1:]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("unit 万元 = 9999 元", ("unit-redeclared", "万元")),
        ("unit 元 = 10 角", ("unit-redeclared", "元")),
        ("unit 打 = 0 件", ("unit-malformed", "打")),
        ("unit 打/人 = 12 件", ("unit-malformed", "打/人")),
        ("unit 打 = 12 元//人", ("unit-malformed", "元//人")),
        ("unit 打 = 1234567890123456789 件", ("number-too-long", "1234567890123456789")),
        # 10^14 克 to the eighth is 10^112, which leaves no room for a million million more.
        ("unit 很大 = 1000000000000 " + "·".join(["亿吨"] * 8), ("unit-malformed", "很大")),
    ],
)
def test_a_unit_that_cannot_be_declared(line: str, error: tuple[str, str]) -> None:
    assert [error] == errors_of(f"{line}\n{RULE}")


def test_a_unit_is_not_declared_by_itself() -> None:
    assert ["unit-redeclared"] == [
        name for name, _ in errors_of(f"unit 甲 = 2 乙\nunit 乙 = 3 甲\n{RULE}")
    ]


def test_a_target_without_a_unit_is_said_to_be_so() -> None:
    assert [("unit-left-out", ">= 5")] == said_of("round 2 each\nA >= 5 weight 3")
    assert [] == said_of("round 2 each\ninput A 件\nlet B = 3\nA >= 5 件 weight 3\nB >= 5 weight 3")


@pytest.mark.parametrize("unit", ["元//人", "元/", "人·", "x" * 65, "元/5"])
def test_a_target_whose_unit_cannot_be_one(unit: str) -> None:
    assert [("unit-malformed", unit)] == errors_of(f"A >= 5 {unit} weight 3")
    assert ("unit-malformed", unit) in errors_of(f"input A {unit}\nA >= 5 {unit} weight 3")


def test_a_target_keeps_its_unit() -> None:
    target = indicator_of("人均成本 <= 400 元/人·月 weight 3 by pass").target
    assert isinstance(target, Bound)
    assert (("人", -1), ("元", 1), ("月", -1)) == target.value.unit.dimension


def test_a_range_is_told_in_the_unit_of_its_end() -> None:
    target = indicator_of("件数 in 1 万件..20000 件 weight 3 by pass").target
    assert isinstance(target, Range)
    assert (Fraction(10_000), Fraction(20_000)) == (target.low.number, target.high.number)
    assert "件" == target.low.unit.text == target.high.unit.text
    bare = indicator_of("件数 in 1..2 万件 weight 3 by pass").target
    assert isinstance(bare, Range)
    assert (Fraction(10_000), Fraction(20_000)) == (bare.low.magnitude, bare.high.magnitude)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("input 甲 件\n甲 >= 5 天 weight 3", ("unit-mismatch", "天")),
        ("input 甲 件\n甲 >= 5 weight 3", ("unit-mismatch", ">= 5")),
        ("let 甲 = 3 元\n甲 >= 5 % weight 3", ("unit-mismatch", "%")),
        ("甲 in 1 件..5 天 weight 3 by pass", ("unit-mismatch", "5 天")),
    ],
)
def test_units_that_do_not_measure_the_same(text: str, error: tuple[str, str]) -> None:
    assert [error] == errors_of(text)


def test_a_mismatch_points_at_the_declaration_and_offers_the_line() -> None:
    (said,) = [
        d for d in compiled("input 甲 件\n甲 >= 5 天 weight 3")[1] if d.name == "unit-mismatch"
    ]
    assert ["天", "input 甲 件"] == [label.place.text for label in said.labels]
    assert said.help is not None
    assert "甲 >= 5 件 weight 3" == said.help.en


def test_full_width_digits_are_noted() -> None:
    assert ("digits-full-width", "２００") in said_of("A >= ２００ 件 weight 3")
