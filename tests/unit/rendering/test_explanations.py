"""Deductions told one by one, as deep as asked."""

from collections.abc import Callable
from typing import TypeAlias

from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import explanation_text, line_text

Explain: TypeAlias = Callable[[str, str], CardExplanation]

RULES = """round 2 each
甲 >= 100 件 weight 10
乙 >= 100 件 weight 10
丙 >= 100 件 weight 10
"""
ACTUALS = """甲 = 90件 reported 10 reason "停电"
乙 = 50件 reported 5
丙 = 100件
"""


def test_one_sentence_a_deduction(explain: Explain) -> None:
    assert [
        "乙   5.00 / 10   扣 5.00   比目标 100 件少 50 件（50%）",
        "甲   9.00 / 10   扣 1.00   自评 10   比目标 100 件少 10 件（10%）",
        "合计扣分：5.00 + 1.00 = 6.00 = 30 - 24.00",
        "总分 24.00（满分 30）；3 项指标中 2 项扣分，共扣 6.00 分",
    ] == explanation_text(explain(RULES, ACTUALS), "zh", depth=1).splitlines()


def test_one_indicator_whatever_it_earned(explain: Explain) -> None:
    told = explain(RULES, ACTUALS)
    assert [
        "丙   10.00 of 10",
        "  asked >= 100 件, done 100 件",
        "  target met",
        "  10 × 1 = 10.00",
        "  by ratio · ruleset.ind:4",
    ] == explanation_text(told, indicator="丙").splitlines()
    assert "" == explanation_text(told, indicator="丁")


def test_the_office_s_own_reason_is_told(explain: Explain) -> None:
    told = explain(RULES, ACTUALS).line("甲")
    assert told is not None
    assert "  单位说明：停电\n" in line_text(told, "zh")


def test_all_steps_and_all_lines(explain: Explain) -> None:
    text = explanation_text(explain(RULES, ACTUALS), "zh", depth="all")
    assert "  - 按比例：未达到目标，9.00 分\n" in text
    assert "丙   10.00 / 10\n" in text


def test_nothing_lost_is_said(explain: Explain) -> None:
    told = explain("round 2 each\n甲 >= 100 件 weight 10", "甲 = 100件")
    assert ["没有扣分。", "总分 10.00（满分 10）"] == explanation_text(told, "zh").splitlines()


def test_what_rounding_gave_is_part_of_the_sum(explain: Explain) -> None:
    rules = "round 2 total\n甲 >= 9 件 weight 10\n乙 >= 9 件 weight 10"
    text = explanation_text(explain(rules, "甲 = 8件\n乙 = 8件"), "en", depth=1)
    # each loses 10/9 = 1.1111…, together 2.2222…; the total is 17.78
    assert (
        "lost in all: ~1.1111 + ~1.1111 - ~0.0022 (rounding of the total) = 2.22 = 20 - 17.78"
        == " ".join(text.splitlines()[3:5])
    )
