"""One sentence a line that stands alone, in both languages."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from indicator_dsl.explanation import CardExplanation

Explain: TypeAlias = Callable[[str, dict[str, object]], CardExplanation]

SCALE = "scale 优良中低差 = 优 100, 良 80, 中 60, 低 30, 差 0\n"


@pytest.mark.parametrize(
    ("target", "actual", "en", "zh"),
    [
        (
            ">= 200000 件 weight 20",
            "180000件",
            "short of 200000 件 by 20000 件 (10 %)",
            "比目标 200000 件少 20000 件（10%）",
        ),
        (
            ">= 95 % weight 10",
            "94.05%",
            "short of 95 % by 0.95 percentage points (1 %)",
            "比目标 95% 低 0.95 个百分点（1%）",
        ),
        (
            "<= 80 % weight 10 by inverse",
            "100%",
            "over 80 % by 20 percentage points (25 %)",
            "比目标 80% 高 20 个百分点（25%）",
        ),
        (
            "<= 90 万元 weight 10 by excess",
            "99万元",
            "over 90 万元 by 9 万元 (10 %)",
            "比目标 90 万元多 9 万元（10%）",
        ),
        (
            "= 100 件 weight 10 by ratio",
            "75件",
            "below 100 件 by 25 件 (25 %)",
            "比目标 100 件少 25 件（25%）",
        ),
        (
            "= 100 件 weight 10 by ratio",
            "150件",
            "over 100 件 by 50 件 (50 %)",
            "比目标 100 件多 50 件（50%）",
        ),
        (
            "in 20..25 ℃ weight 10 by ratio",
            "15℃",
            "below 20 ℃ by 5 ℃ (25 %)",
            "比下限 20 ℃ 低 5 ℃（25%）",
        ),
        (
            "in 20..25 ℃ weight 10 by pass",
            "30℃",
            "over 25 ℃ by 5 ℃ (20 %)",
            "比上限 25 ℃ 高 5 ℃（20%）",
        ),
        (
            "<= 0 次 weight 10 by pass",
            "2次",
            "over 0 次 by 2 次",  # a share of nothing has no meaning
            "比目标 0 次多 2 次",
        ),
        (
            ">= 10 件 weight 10",
            "-5件",
            "short of 10 件 by 15 件 (150 %)",
            "比目标 10 件少 15 件（150%）",
        ),
        (
            ">= 200000 件 weight 20",
            "199950件",
            "short of 200000 件 by 50 件 (0.025 %); the points round to the full 20",
            "比目标 200000 件少 50 件（0.025%）；未达标，得分四舍五入后仍为满分 20 分",
        ),
        (
            "> 95 % weight 10 by ratio",
            "95%",
            "exactly 95 % where more was asked; full points by ratio",
            "恰为 95%，未高于目标；按比例仍得满分",
        ),
        (
            "< 80 % weight 10 by pass",
            "80%",
            "exactly 80 % where less was asked",
            "恰为 80%，未低于目标",
        ),
        (">= 200000 件 weight 20", "200000件", "target met", "达标"),
        (
            ">= 200000 件 weight 20",
            "250000件",
            "target met: 125 % of it",
            "达标：完成目标的 125%",
        ),
        ("<= 80 % weight 10 by inverse", "60%", "target met", "达标"),
        (
            ">= 10 件 weight 20",
            None,
            "no actual was given; 0 to 20 points open",
            "没有实际值；0 至 20 分待定",
        ),
        (
            ">= 10 件 weight 20",
            "abc",
            "the actual abc cannot be scored: it is not a number; 0 to 20 points open",
            "实际值“abc”无法计分：不是数值；0 至 20 分待定",
        ),
    ],
)
def test_measured(explain: Explain, target: str, actual: object, en: str, zh: str) -> None:
    (line,) = explain(f"指标 {target}", {"指标": actual}).lines
    assert (en, zh) == (line.sentence.en, line.sentence.zh)


@pytest.mark.parametrize(
    ("level", "en", "zh"),
    [
        ("优", "graded 优, the best", "评为“优”，为最高等次"),
        ("良", "graded 良: 80 % of the points", "评为“良”，得分值的 80%"),
        ("差", "graded 差: no points", "评为“差”，不得分"),
    ],
)
def test_judged(explain: Explain, level: str, en: str, zh: str) -> None:
    (line,) = explain(f"{SCALE}水平 is 优良中低差 weight 30", {"水平": level}).lines
    assert (en, zh) == (line.sentence.en, line.sentence.zh)


def test_a_best_level_below_full_points_says_what_it_gives(explain: Explain) -> None:
    rules = "scale 两级 = 高 90, 低 30\n水平 is 两级 weight 10"
    (line,) = explain(rules, {"水平": "高"}).lines
    assert "graded 高: 90 % of the points" == line.sentence.en


def test_a_derived_figure_that_cannot_be_worked_out_says_why(explain: Explain) -> None:
    rules = "input 支出 元\ninput 预算 元\nlet 执行率 = 支出 / 预算\n执行率 >= 90 % weight 10"
    (line,) = explain(rules, {"支出": "5 元"}).lines
    assert "预算 is missing; 0 to 10 points open" == line.sentence.en
    assert "缺少 预算；0 至 10 分待定" == line.sentence.zh


@pytest.mark.parametrize(
    ("target", "actual", "asked", "done", "difference"),
    [
        (">= 20 万件 weight 9", "180000件", ">= 20 万件", "180000 件", "2 万件（10%）"),
        ("<= 80 % weight 9 by pass", "100%", "<= 80%", "100%", "20 个百分点（25%）"),
        ("in 18..26 ℃ weight 9 by pass", "20℃", "介于 18..26 ℃", "20 ℃", None),
        ("> 95 % weight 9 by ratio", "95%", "> 95%", "95%", None),
        (">= 5 件 weight 9", None, ">= 5 件", "缺实际值", None),
        (">= 5 件 weight 9", "n/a", ">= 5 件", "n/a", None),
    ],
)
def test_asked_done_and_difference(
    explain: Explain, target: str, actual: object, asked: str, done: str, difference: str | None
) -> None:
    (line,) = explain(f"指标 {target}", {"指标": actual}).lines
    assert (asked, done) == (line.asked.zh, line.done.zh)
    assert difference == (None if line.difference is None else line.difference.zh)


def test_an_actual_never_looks_like_the_target_it_missed(explain: Explain) -> None:
    rules = "input 支出 元\ninput 预算 元\nlet 执行率 = 支出 / 预算\n执行率 >= 100 % weight 10"
    (line,) = explain(rules, {"支出": "299999 元", "预算": "300000 元"}).lines
    # 99.99966… %: two places would read as the 100 % it is not
    assert "≈99.9997 %" == line.done.en
