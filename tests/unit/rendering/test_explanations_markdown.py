"""Deductions as Markdown: a heading each, author's text escaped, nothing the terminal lacks."""

from collections.abc import Callable
from typing import TypeAlias

from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import explanation_markdown

Explain: TypeAlias = Callable[[str, str], CardExplanation]

RULES = """ruleset "大厅" 2024
round 2 each
甲 >= 100 件 weight 10
  basis "财预*10*号" 第七条
乙 >= 100 件 weight 10
丙 >= 100 件 weight 10
"""
ACTUALS = """甲 = 90件 reported 10 reason "停电|断网"
乙 = 50件 reported 5
丙 = 100件
"""


def test_the_whole_document(explain: Explain) -> None:
    # 甲 10 × 90/100 = 9, 乙 10 × 50/100 = 5, 丙 10: 24 of 30, 5 + 1 lost; the larger loss first
    assert [
        "# 大厅 (2024 年度)",
        "",
        "**总分 24.00（满分 30）；3 项指标中 2 项扣分，共扣 6.00 分**",
        "",
        "## 乙：5.00 / 10，扣 5.00",
        "",
        "- 应 ≥ 100 件，实 50 件，差 50 件（50%）",
        "- 10 × 50 / 100 = 5.00",
        "- 按比例 · ruleset.ind:5",
        "- **乙须达到 100 件，即增加 50 件**",
        "",
        "## 甲：9.00 / 10，扣 1.00，自评 10",
        "",
        "- 应 ≥ 100 件，实 90 件，差 10 件（10%）",
        "- 单位说明：停电\\|断网",
        "- 10 × 90 / 100 = 9.00",
        "- 按比例 · 财预\\*10\\*号 第七条 · ruleset.ind:3",
        "- **甲须达到 100 件，即增加 10 件**",
        "",
        "合计扣分：5.00 + 1.00 = 6.00 = 30 − 24.00",
    ] == explanation_markdown(explain(RULES, ACTUALS), "zh").splitlines()


def test_a_sentence_each(explain: Explain) -> None:
    assert [
        "- **乙** 5.00 of 10, lost 5.00, short of 100 件 by 50 件 (50 %)",
        "- **甲** 9.00 of 10, lost 1.00, reported 10, short of 100 件 by 10 件 (10 %)",
        "",
        "lost in all: 5.00 + 1.00 = 6.00 = 30 − 24.00",
    ] == explanation_markdown(explain(RULES, ACTUALS), depth=1).splitlines()[4:]


def test_one_indicator_with_its_steps(explain: Explain) -> None:
    told = explain(RULES, ACTUALS)
    assert [
        "## 丙: 10.00 of 10",
        "",
        "- asked ≥ 100 件, done 100 件",
        "- target met",
        "- 10 × 1 = 10.00",
        "- by ratio · ruleset.ind:6",
        "  - on the piece ≥ 100 件 of its curve: 10 points",
        "  - by ratio: target met, 10.00 points",
    ] == explanation_markdown(told, indicator="丙", depth="all").splitlines()
    assert "" == explanation_markdown(told, indicator="丁")


def test_a_name_cannot_be_markup(explain: Explain) -> None:
    told = explain('round 2 each\n"<b>*甲*" >= 9 件 weight 10', '"<b>*甲*" = 8件')
    assert "## \\<b>\\*甲\\*: 8.89 of 10, lost 1.11\n" in explanation_markdown(told)


def test_nothing_lost(explain: Explain) -> None:
    told = explain("round 2 each\n甲 >= 9 件 weight 10", "甲 = 9件")
    assert [
        "# Score sheet",
        "",
        "**10.00 of 10**",
        "",
        "No points were lost.",
    ] == explanation_markdown(told).splitlines()
    assert explanation_markdown(told) == explanation_markdown(told, depth=1)
