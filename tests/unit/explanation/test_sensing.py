"""Points per unit at the margin, and the next thresholds, worked out by hand."""

from fractions import Fraction

import pytest

from indicator_dsl.explanation import Margin, Sensitivity, sensitivity
from indicator_dsl.model import Actuals, Entry
from tests.engine import actuals_of, ruleset_of


def margin(rule: str, actual: object) -> Margin:
    rules = ruleset_of(
        f"round 2 each\nscale 达 = 达成 100..80, 部分达成 80..60, 未达成 60..0\n线 {rule}"
    )
    (found,) = sensitivity(rules, actuals_of({"线": actual})).margins
    return found


@pytest.mark.parametrize(
    ("rule", "actual", "more", "less"),
    [
        # 20 / 200000 a piece.
        (">= 200000 件 weight 20", "180000件", "1/10000", "-1/10000"),
        # At the target: nothing more, 0.1 a point less.
        (">= 100 % weight 10", "100%", "0", "-1/10"),
        # 10 · 80 / x: −800 / x² a point at x = 100.
        ("<= 80 % weight 10 by inverse", "100%", "-2/25", "2/25"),
        # In units of 万件 the slope is that of the target's unit.
        (">= 20 万件 weight 20", "180000件", "1", "-1"),
        # In the middle of a counted step.
        ("<= 5 小时 weight 10 by less 2 per full 2 小时", "8 小时", "0", "0"),
        # A judged share within a range: 10 % of the weight for ten points.
        ("is 达 weight 10", "部分达成 70%", "1/10", "-1/10"),
    ],
)
def test_points_for_one_unit(rule: str, actual: str, more: str, less: str) -> None:
    found = margin(rule, actual)
    assert found.up is not None
    assert found.down is not None
    assert (Fraction(more), Fraction(less)) == (found.up.per_unit, found.down.per_unit)


@pytest.mark.parametrize(
    ("rule", "actual", "up", "down"),
    [
        (">= 200 件 weight 20", "180 件", [">= 200 件", "20"], []),
        (
            ">= 200 件 weight 20 zero below 60% of target",
            "180 件",
            [">= 200 件", "20"],
            ["< 120 件", "0"],
        ),
        ("> 95 % weight 10 by pass", "94%", ["> 95 %", "10"], []),
        # 8 hours: one full step over; the second begins at 9, the first ends below 7.
        (
            "<= 5 小时 weight 10 by less 2 per full 2 小时",
            "8 小时",
            [">= 9 小时", "6"],
            ["< 7 小时", "10"],
        ),
        (
            "<= 20 件 weight 10 by bands <= 20: 10, <= 25: 6, else 0",
            "22 件",
            ["> 25 件", "0"],
            ["<= 20 件", "10"],
        ),
    ],
)
def test_the_next_threshold(rule: str, actual: str, up: list[str], down: list[str]) -> None:
    found = margin(rule, actual)
    for side, wanted in ((found.up, up), (found.down, down)):
        assert side is not None
        told = [[f"{each.glyph} {each.at}", str(each.points)] for each in side.thresholds]
        assert ([wanted] if wanted else []) == told


def test_a_jump_right_at_the_actual() -> None:
    found = margin("<= 2 次 weight 10 by pass", "2 次")
    assert found.up is not None
    assert (Fraction(0), Fraction(-10)) == (found.up.per_unit, found.up.jump)


def test_a_duty_and_a_limit_are_thresholds() -> None:
    rules = ruleset_of(
        "round 2 each\nlimit total 79 when 率 < 80 %\n率 >= 50 % weight 10 over 130% explain"
    )
    (found,) = sensitivity(rules, actuals_of({"率": "60%"})).margins
    assert found.up is not None
    assert [("explain", ">= 65 %"), ("limit", ">= 80 %")] == [
        (each.kind, f"{each.glyph} {each.at}") for each in found.up.thresholds
    ]
    assert "the limit of 79 ends" == found.up.thresholds[1].what.en


def test_levels_and_items() -> None:
    found = margin("is 达 weight 10", "部分达成 70%")
    assert [("达成 80 %", "1"), ("未达成 59 %", "-11/10")] == [
        (str(each.what), str(each.gained)) for each in found.alternatives
    ]
    rules = ruleset_of("round 2 each\n制度 weight 10\n  by points\n  - 一: 6\n  - 二: 4")
    given = Actuals(entries=(Entry(name="制度", items=(("一", "是"), ("二", "否"))),))
    (line,) = sensitivity(rules, given).margins
    assert [("一", "-6"), ("二", "4")] == [(str(e.what), str(e.gained)) for e in line.alternatives]


def worked_out() -> Sensitivity:
    rules = ruleset_of(
        "round 2 each\ngrades 优 >= 9, 良 >= 7, else 差\ninput 执行数 万元\ninput 预算数 万元\n"
        "let 率 = 执行数 / 预算数\n[投入] 5 of inner 10\n率 >= 100 % weight 10"
    )
    return sensitivity(rules, actuals_of({"执行数": "150 万元", "预算数": "200 万元"}))


def test_inputs_of_a_figure_and_the_factor_of_a_section() -> None:
    (line,) = worked_out().margins
    assert Fraction(1, 2) == line.factor
    # 10 · x / 200: 0.05 for one more; 10 · 150 / y: −1500 / 40000 for one more.
    assert [("执行数", "1/20", "-1/20"), ("预算数", "-3/80", "3/80")] == [
        (each.name, str(each.more), str(each.less)) for each in line.inputs
    ]


def test_the_total_between_two_grades() -> None:
    rules = ruleset_of("round 2 each\ngrades 优 >= 9, 良 >= 7, else 差\n线 >= 10 件 weight 10")
    found = sensitivity(rules, actuals_of({"线": "8 件"}))
    assert found.next_grade is not None
    assert found.own_grade is not None
    assert ("优", Fraction(1)) == (found.next_grade.grade, found.next_grade.away)
    assert ("良", Fraction(1)) == (found.own_grade.grade, found.own_grade.away)


def test_nothing_is_said_of_a_line_without_an_actual() -> None:
    found = margin(">= 200 件 weight 20", None)
    assert (None, None, ()) == (found.up, found.down, found.alternatives)
