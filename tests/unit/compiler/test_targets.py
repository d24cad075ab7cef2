"""Targets, weights and clauses of a rule: what stands and what is refused."""

from fractions import Fraction

import pytest

from indicator_dsl.model import Bound, Citation, Judged, MustExplain, Operator
from indicator_dsl.quantities import Quantity
from tests.engine import compiled, errors_of, indicator_of

SCALE = "scale 等次 = 优 100, 良 80, 差 0\n"


@pytest.mark.parametrize(
    ("written", "operator"),
    [
        (">=", Operator.AT_LEAST),
        ("高于", Operator.MORE_THAN),
        ("≤", Operator.AT_MOST),
        ("＜", Operator.LESS_THAN),
        ("等于", Operator.EQUAL),
    ],
)
def test_a_bound(written: str, operator: Operator) -> None:
    target = indicator_of(f"A {written} 5 件 weight 3 by pass").target
    assert isinstance(target, Bound)
    assert isinstance(target.value, Quantity)
    assert (operator, Fraction(5)) == (target.operator, target.value.number)


def test_all_that_a_rule_says() -> None:
    indicator = indicator_of(
        "[产出指标 / 数量指标]\n年办件量 >= 20 万件 weight 20.5\n"
        "  over 130% explain\n"
        '  basis "财预〔2020〕10号" 第十七条\n  basis "甲"\n'
        "  note “一”\n  note “二”\n  assume “三”\n"
    )
    assert "年办件量" == indicator.name
    assert ("产出指标", "数量指标") == indicator.section
    assert Fraction("20.5") == indicator.weight
    assert (MustExplain(share=Fraction("1.3")),) == indicator.duties
    assert (
        Citation(document="财预〔2020〕10号", article="第十七条"),
        Citation(document="甲"),
    ) == indicator.citations
    assert ("一", "二") == indicator.notes
    assert ["三"] == [text.zh for text in indicator.assumptions]
    assert "财预〔2020〕10号 第十七条" == str(indicator.citations[0])


def test_a_scale_as_target() -> None:
    indicator = indicator_of(f"{SCALE}服务 is 等次 weight 30")
    assert isinstance(indicator.measure, Judged)
    assert [("优", 1), ("良", Fraction(4, 5)), ("差", 0)] == [
        (level.label, level.share) for level in indicator.measure.scale.levels
    ]


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("A >= 5 件", [("weight-missing", "A")]),
        ("A >= 5 件 weight 0", [("weight-not-positive", "0")]),
        ("A >= 5 件 weight -3", [("weight-not-positive", "-3")]),
        ("A >= 5 件 weight 1234567890123456789", [("number-too-long", "1234567890123456789")]),
        ("A >= 0.1234567890 件 weight 3", [("number-too-long", "0.1234567890")]),
        ("A >= 5 件 weight 3 weight 4", [("clause-repeated", "weight 4")]),
        ("A >= 5 件 weight 3 by pass by ratio", [("clause-repeated", "by ratio")]),
        ("A >= 0 件 weight 3", [("target-not-positive", ">= 0 件")]),
        ("A >= -5 件 weight 3 by ratio", [("target-not-positive", "by ratio")]),
        ("A <= 0 件 weight 3 by inverse", [("target-not-positive", "by inverse")]),
        ("A < -1 件 weight 3 by excess", [("target-not-positive", "by excess")]),
        ("A in 0..5 件 weight 3 by ratio", [("target-not-positive", "by ratio")]),
        ("A in 5..1 件 weight 3 by pass", [("range-reversed", "in 5..1 件")]),
        ("A <= 5 件 weight 3 by pass over 130% explain", [("over-unfit", "over 130% explain")]),
        ("A in 1..5 件 weight 3 by pass over 130% explain", [("over-unfit", "over 130% explain")]),
        ("A >= 0 件 weight 3 by pass over 130% explain", [("over-unfit", "over 130% explain")]),
        (
            "A >= 5 件 weight 3 over 1234567890123456789% explain",
            [("number-too-long", "1234567890123456789")],
        ),
        ("服务 is 等次 weight 3", [("scale-unknown", "等次")]),
        (f"{SCALE}服务 is 等次 weight 3 by pass", [("method-on-scale", "by pass")]),
        (
            f"{SCALE}服务 is 等次 weight 3 over 130% explain",
            [("method-on-scale", "over 130% explain")],
        ),
        (f"{SCALE}服务 is 等次", [("weight-missing", "服务")]),
        (
            "A in 1..1234567890123456789 件 weight 3 by pass",
            [("number-too-long", "1234567890123456789")],
        ),
        (
            "A in 1234567890123456789..2 件 weight 3 by pass",
            [("number-too-long", "1234567890123456789")],
        ),
    ],
)
def test_what_is_refused(text: str, errors: list[tuple[str, str]]) -> None:
    assert errors == errors_of(text)


def test_a_range_may_be_a_single_value() -> None:
    indicator_of("A in 5..5 件 weight 3 by ratio")


def test_the_scale_that_was_meant_is_named() -> None:
    said = compiled(f"{SCALE.replace('等次 =', '优良中差 =')}服务 is 优良中低差 weight 3")[1]
    (found,) = [each for each in said if each.name == "scale-unknown"]
    assert found.help is not None
    assert "优良中差" in found.help.en
    alone = [each for each in compiled("服务 is 甲 weight 3")[1] if each.name == "scale-unknown"]
    assert alone[0].help is not None
    assert "scale 甲 = 优 100, 良 80, 中 60, 差 0" == alone[0].help.en
