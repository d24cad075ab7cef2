"""What would have been enough, worked out by hand."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from indicator_dsl.diagnostics import Collector
from indicator_dsl.explanation import Attainment, Goal, costs_from, goal_from, reach
from indicator_dsl.model import Actuals, Entry, Ruleset
from tests.engine import actuals_of, ruleset_of

SCALES = (
    "scale 五级 = 优 100, 良 80, 中 60, 差 0\n"
    "scale 达 = 达成 100..80, 部分达成 80..60, 未达成 60..0\n"
)
WORKED_OUT = (
    "round 2 each\ninput 执行数 万元\ninput 预算数 万元\n"
    "let 率 = 执行数 / 预算数\n率 >= 100 % weight 10"
)
GRADES = "grades 优 >= 90, 良 >= 80, else 差\n"


def told(
    rules: Ruleset | str,
    cells: Mapping[str, object],
    goal: str,
    costs: Mapping[str, object] | None = None,
) -> Attainment:
    known = ruleset_of(rules) if isinstance(rules, str) else rules
    collector = Collector()
    wanted = goal_from(known, goal, collector)
    priced = costs_from(known, (costs or {}).items(), collector)
    assert wanted is not None, collector.sorted()
    return reach(known, actuals_of(cells), wanted, priced)


def cell(found: Attainment, number: int = 0) -> object:
    move = found.alone[number].move
    return None if move is None else move.changes[0].cell


@pytest.mark.parametrize(
    ("rule", "actual", "goal", "wanted"),
    [
        # 20 x / 200000 >= 18.995 (rounds to 19.00): 189950 and no less.
        (">= 200000 件 weight 20", "180000件", "19", "189950 件"),
        # 7 x / 30 >= 4.995: x >= 21.407…, whole pieces as both numbers are written.
        (">= 30 件 weight 7", "10件", "5", "22 件"),
        # The same with tenths in the actual.
        (">= 30 件 weight 7", "10.0件", "5", "22 件"),
        (">= 30 件 weight 7", "10.5件", "5", "21.5 件"),
        # 10 · 80 / x >= 8.495: x <= 94.17…; of a share one decimal more than written.
        ("<= 80 % weight 10 by inverse", "100%", "8.5", "94.1 %"),
        # 10 · (1 − (x − 80) / 80) >= 8.995: x <= 88.04.
        ("<= 80 % weight 10 by excess", "100%", "9", "88 %"),
        # A strict target is met just beyond it: the next value at the step.
        ("> 95 % weight 10 by pass", "94%", "10", "95.1 %"),
        ("< 5 小时 weight 10 by pass", "8 小时", "10", "4 小时"),
        # Three readings of a step: 10 − 2 a step, at most 8 hours over.
        ("<= 5 小时 weight 10 by less 2 per 2 小时", "13 小时", "6", "9 小时"),
        ("<= 5 小时 weight 10 by less 2 per full 2 小时", "13 小时", "6", "10 小时"),
        ("<= 5 小时 weight 10 by less 2 per 2 小时 or part", "13 小时", "6", "9 小时"),
        # From above and from below a range.
        ("in 18..26 ℃ weight 10 by ratio", "40 ℃", "10", "26 ℃"),
        ("in 18..26 ℃ weight 10 by ratio", "9 ℃", "10", "18 ℃"),
        # Bands.
        (">= 90 % weight 10 by bands >= 90: 10, >= 80: 6, else 0", "12%", "5", "80 %"),
        # Too much is worth less: back below 150 %.
        (">= 100 件 weight 10 over 150% less 3 points", "180 件", "9", "149 件"),
        # A day.
        ("<= 2024-12-31 weight 10 by less 1 per 1 天", "2025-01-08", "8", "2025-01-02"),
        # Levels, ranged levels and answers.
        ("is 五级 weight 10", "差", "6", "中"),
        ("is 五级 weight 10", "差", "6.01", "良"),
        ("is 达 weight 10", "未达成 0%", "6.55", "部分达成 66 %"),
        ("is 达 weight 10", "未达成 0%", "7.995", "达成 80 %"),
        ("= 是 weight 10", "否", "10", "是"),
        # Nothing handed in: what would have been enough all the same.
        (">= 200 件 weight 20", None, "19", "190 件"),
        ("<= 80 % weight 10 by inverse", None, "8.5", "94.1 %"),
    ],
)
def test_the_least_value(rule: str, actual: str | None, goal: str, wanted: str) -> None:
    found = told(f"round 2 each\n{SCALES}线 {rule}", {"线": actual}, goal)
    assert wanted == cell(found)


def test_the_exact_end_is_told_where_it_is_another_number() -> None:
    move = told("round 2 each\n线 >= 30 件 weight 7", {"线": "10件"}, "5").alone[0].move
    assert move is not None
    # 4.995 · 30 / 7 = 2997 / 140.
    assert ">= ≈21.41 件" == str(move.bound)
    assert "1 件" == str(move.step)
    # To full marks, 6.995 · 30 / 7 = 29.978…: 30. So 12 of 20 steps.
    assert Fraction(12, 20) == move.share


def test_items_of_a_checklist_the_fewest_points_first() -> None:
    rules = ruleset_of("round 2 each\n制度 weight 10\n  by points\n  - 一: 5\n  - 二: 3\n  - 三: 2")
    given = Actuals(entries=(Entry(name="制度", items=(("一", "否"), ("二", "否"), ("三", "否"))),))
    for goal, wanted in ((2, ["三"]), (3, ["二"]), (4, ["一"]), (8, ["一", "二"])):
        move = reach(rules, given, Goal(points=Fraction(goal))).alone[0].move
        assert move is not None
        assert wanted == [change.item for change in move.changes]


def test_a_figure_is_told_with_each_input_that_moves_it() -> None:
    found = told(WORKED_OUT, {"执行数": "70 万元", "预算数": "100 万元"}, "9")
    # 8.995 of 10: 89.95 → 90 of 100; or 70 of at most 77.82 → 77.
    assert [("执行数", "90 万元"), ("预算数", "77 万元")] == [
        (each.name, each.move.changes[0].cell) for each in found.alone if each.move
    ]
    assert all(("率",) == each.lines for each in found.alone)
    without = told(WORKED_OUT, {"执行数": "70 万元", "预算数": "100 万元"}, "9", {"率": "never"})
    assert () == without.alone


def test_a_limit_is_lifted_with_the_figure_it_looks_at() -> None:
    rules = (
        f"round 2 each\n{GRADES}limit total 79 when 率 < 80 %\n率 >= 100 % weight 20\n"
        "件数 >= 200 件 weight 80"
    )
    found = told(rules, {"率": "70%", "件数": "200 件"}, "优")
    # 14 + 80 = 94 is held at 79: 80 % alone lifts it, and 件数 cannot help.
    assert "80 %" == cell(found)
    worse = told(rules, {"率": "70%", "件数": "180 件"}, "优")
    # 件数 brings 72: 16 + 72 = 88 at 80 %; 90 needs 17.995 of 20: 89.975 → 90 %.
    assert "90 %" == cell(worse)
    (other,) = (each for each in worse.alone if each.name == "件数")
    assert (None, Fraction(79)) == (other.move, other.at_best.low)


def test_a_veto_keeps_a_grade_out_of_reach() -> None:
    rules = f'round 2 each\n{GRADES}件数 >= 200 件 weight 100\nveto "虚报" grade <= 良'
    found = told(rules, {"件数": "100 件", "虚报": "是"}, "优")
    assert (None, None) == (cell(found), found.together)
    assert (Fraction(100), "良") == (found.most.total, found.most.grade)


def test_a_scaled_section_needs_more_of_its_own_points() -> None:
    rules = "round 2 each\n[产出] 50 of inner 100\n件数 >= 100 件 weight 100"
    # Half counts: 45 on the card are 89.99 of 100 on the line (44.995 rounds up).
    assert "90 件" == cell(told(rules, {"件数": "50 件"}, "45"))


def test_rounding_at_the_total_uses_the_exact_points() -> None:
    rules = "round 1 total\n件数 >= 3 件 weight 10\n时长 >= 7.00 小时 weight 10"
    # 10/3 + 10 x / 7 >= 9.95: x >= 4.63…; or 3 of 3 and nothing else.
    found = told(rules, {"件数": "1 件", "时长": "0.00 小时"}, "10")
    assert ["5 小时", "3 件"] == [cell(found, 0), cell(found, 1)]


TWO = """round 2 each
甲 >= 100 件 weight 40
乙 >= 100 件 weight 40
丙 <= 10 天 weight 20 by bands <= 10: 20, <= 20: 12, else 0
"""
SHORT = {"甲": "50 件", "乙": "50 件", "丙": "30 天"}  # 20 + 20 + 0


@pytest.mark.parametrize(
    ("goal", "costs", "wanted"),
    [
        # 40 now. 丙 in its middle band brings 12, 9 more are 29 of 40: 72.5 of 100.
        ("61", {}, {"甲": "73 件", "丙": "20 天"}),
        # Where 甲 is three times as dear, 乙 takes its place.
        ("61", {"甲": 3}, {"乙": "73 件", "丙": "20 天"}),
        # Without 丙 both are needed, one of them whole.
        ("61", {"丙": "never"}, {"甲": "53 件", "乙": "100 件"}),
        ("100", {}, {"甲": "100 件", "乙": "100 件", "丙": "10 天"}),
    ],
)
def test_the_smallest_set(goal: str, costs: Mapping[str, object], wanted: dict[str, str]) -> None:
    found = told(TWO, SHORT, goal, costs)
    assert found.together is not None
    got = {move.name: move.changes[0].cell for move in found.together.moves}
    assert (wanted, True, True) == (got, found.together.is_fewest, found.together.is_cheapest)


def test_ties_are_told() -> None:
    found = told(TWO, SHORT, "61").together
    assert found is not None
    assert (("乙", "丙"),) == found.ties
    # Each brings 20 at its best.
    alone = told(TWO, SHORT, "60")
    assert (None, (("甲", "乙", "丙"),)) == (alone.together, alone.ties)


def test_out_of_reach_says_the_most() -> None:
    found = told(TWO, SHORT, "100.01")
    assert (None, Fraction(100)) == (found.together, found.most.total)


def test_what_is_reached_needs_nothing() -> None:
    found = told(TWO, SHORT, "40")
    assert (True, ()) == (found.is_reached_already, found.alone)


def test_what_is_open_counts_at_its_worst() -> None:
    found = told(TWO, {"甲": "50 件", "乙": None, "丙": "10 天"}, "79")
    # 20 + 20 known. 甲 whole is 60: not enough. 乙, handed in, can bring 40: 39 of them do.
    assert {"甲": None, "乙": "98 件"} == {
        each.name: None if each.move is None else each.move.changes[0].cell for each in found.alone
    }


def test_many_lines_are_still_quick() -> None:
    rules = ruleset_of(
        "round 2 each\n" + "".join(f"线{n} >= 10 件 weight 1.{n % 7}\n" for n in range(60))
    )
    found = told(rules, {f"线{n}": f"{n % 10} 件" for n in range(60)}, "60")
    assert found.together is not None
    assert found.together.after.low >= 60
