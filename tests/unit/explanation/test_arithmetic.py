"""The sum with its numbers put in; every result here is worked out by hand."""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import pytest
from attrs import evolve

from indicator_dsl.explanation import CardExplanation, explain_line
from indicator_dsl.scoring import Step

Explain: TypeAlias = Callable[[str, dict[str, object]], CardExplanation]

SCALE = "scale 优良中低差 = 优 100, 良 80, 中 60, 低 30, 差 0\n"


@pytest.mark.parametrize(
    ("target", "actual", "arithmetic"),
    [
        (">= 200000 件 weight 20", "180000件", "20 × 180000 / 200000 = 18.00"),
        (">= 20 万件 weight 20", "180000件", "20 × 18 / 20 = 18.00"),
        ("<= 80 % weight 10 by inverse", "100%", "10 × 80 / 100 = 8.00"),
        ("<= 80 % weight 10 by excess", "100%", "10 × (1 − (100 − 80) / 80) = 7.50"),
        (
            "<= 80 % weight 10 by excess",
            "200%",
            "10 × (1 − (200 − 80) / 80) = −5.00 → no line below 0: 0.00",
        ),
        ("<= 80 % weight 10 by pass", "100%", "10 × 0 = 0.00"),
        ("<= 80 % weight 10 by pass", "80%", "10 × 1 = 10.00"),
        (">= 95 % weight 10", "99%", "10 × 1 = 10.00"),
        ("= 100 件 weight 5 by ratio", "80件", "5 × 80 / 100 = 4.00"),
        ("= 100 件 weight 5 by ratio", "125件", "5 × 100 / 125 = 4.00"),
        ("in 20..25 ℃ weight 5 by ratio", "15℃", "5 × 15 / 20 = 3.75"),
        ("in 20..25 ℃ weight 5 by ratio", "40℃", "5 × 25 / 40 = 3.125 ≈ 3.13 (half-up, 2 places)"),
        ("> 95 % weight 10 by ratio", "95%", "10 × 95 / 95 = 10.00"),
        (">= 10 件 weight 5", "-5件", "5 × (−5) / 10 = −2.50 → no line below 0: 0.00"),
        (">= 10 件 weight 5", "0件", "5 × 0 / 10 = 0.00"),
        (
            ">= 200000 件 weight 20",
            "199950件",
            "20 × 199950 / 200000 = 19.995 ≈ 20.00 (half-up, 2 places)",
        ),
        (
            "<= 90 万元 weight 10 by inverse",
            "99万元",
            "10 × 90 / 99 = 9.0909… ≈ 9.09 (half-up, 2 places)",
        ),
    ],
)
def test_measured(explain: Explain, target: str, actual: str, arithmetic: str) -> None:
    (line,) = explain(f"指标 {target}", {"指标": actual}).lines
    assert line.arithmetic is not None
    assert arithmetic == line.arithmetic.en


def test_chinese_differs_in_words_only(explain: Explain) -> None:
    (line,) = explain("指标 <= 80 % weight 10 by excess", {"指标": "200%"}).lines
    assert line.arithmetic is not None
    assert "10 × (1 − (200 − 80) / 80) = −5.00 → 扣完为止：0.00" == line.arithmetic.zh


@pytest.mark.parametrize(
    ("level", "arithmetic"),
    [("优", "30 × 100 % = 30.00"), ("良", "30 × 80 % = 24.00"), ("差", "30 × 0 % = 0.00")],
)
def test_judged(explain: Explain, level: str, arithmetic: str) -> None:
    (line,) = explain(f"{SCALE}水平 is 优良中低差 weight 30", {"水平": level}).lines
    assert line.arithmetic is not None
    assert arithmetic == line.arithmetic.en


def test_a_figure_no_decimal_can_hold_stands_as_a_fraction(explain: Explain) -> None:
    rules = "input 支出 元\ninput 预算 元\nlet 执行率 = 支出 / 预算\n执行率 >= 100 % weight 10"
    (line,) = explain(rules, {"支出": "2 元", "预算": "3 元"}).lines
    assert line.arithmetic is not None
    assert "10 × (200 / 3) / 100 = 6.6666… ≈ 6.67 (half-up, 2 places)" == line.arithmetic.en


def test_no_line_is_rounded_where_only_the_total_is(explain: Explain) -> None:
    (line,) = explain("round 2 total\n指标 >= 9 件 weight 10", {"指标": "8件"}).lines
    assert line.arithmetic is not None
    assert "10 × 8 / 9 = 8.8888…" == line.arithmetic.en


@pytest.mark.parametrize("actual", [None, "abc", "n/a"])
def test_without_points_there_is_no_sum(explain: Explain, actual: object) -> None:
    (line,) = explain("指标 >= 9 件 weight 10", {"指标": actual}).lines
    assert line.arithmetic is None


def test_the_trace_has_every_step_and_rounding_last(explain: Explain) -> None:
    (line,) = explain("指标 <= 9 件 weight 10 by excess", {"指标": "28件"}).lines
    # 10 × (1 − 19/9) = −100/9
    assert ["by excess: over the target, −11.1111… points", "no line below 0: 0.00 points"] == [
        step.en for step in line.steps
    ]
    (line,) = explain("指标 >= 9 件 weight 10", {"指标": "8件"}).lines
    assert [
        "按比例：未达到目标，8.8888… 分",
        "舍入：8.8888… ≈ 8.89（四舍五入，保留 2 位）",
    ] == [step.zh for step in line.steps]


def test_points_that_no_template_explains_stand_as_their_own_share(explain: Explain) -> None:
    told = explain("指标 <= 9 件 weight 10 by pass", {"指标": "12件"})
    step = Step(clause="bands", reason="band", points=Fraction(4))
    line = evolve(told.card.lines[0], steps=(step,), exact=Fraction(4), earned=Fraction(4))
    arithmetic = explain_line(line, told.card.ruleset).arithmetic
    assert arithmetic is not None
    assert "10 × 0.4 = 4.00" == arithmetic.en
