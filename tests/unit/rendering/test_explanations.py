"""Deductions told one by one, as deep as asked."""

import re
from collections.abc import Callable
from typing import TypeAlias

from indicator_dsl.explanation import CardExplanation, paragraph_of
from indicator_dsl.rendering import Depth, card_text, explanation_text, line_text
from indicator_dsl.wording import Lang

DEPTHS: tuple[Depth, ...] = (0, 1, 2, "all")
Steps: TypeAlias = tuple[tuple[Lang, list[str]], ...]
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


MIXED = """round 2 each
[产出] 90
收入 >= 100 万元 weight 30 by ratio cap 120%
办件 >= 100 件 weight 30 by ratio over 130% less 10% of earned
完成率 >= 90 % weight 10 by line from 60 to 100
成本 <= 10 万元 weight 10 by bands <= 10: 10, <= 12: 5, else 0
偏差 = 5 件 weight 10 by less 1 per 1 件
[效益] 30
是否公开 = 是 weight 20
制度 weight 10 by points
  - 有制度: 4
  - 有台账: 6
"""
MIXED_ACTUALS = """收入 = 112 万元
办件 = 140 件
完成率 = 95 %
成本 = 11 万元
偏差 = 7 件
是否公开 = 否
制度
- 有制度: 是
- 有台账: 否
"""


def test_no_reason_is_told_in_the_other_language(explain: Explain) -> None:
    told = explain(MIXED, MIXED_ACTUALS)
    for depth in DEPTHS:
        zh = explanation_text(told, "zh", depth=depth).replace("ruleset.ind", "")
        assert not re.search("[a-z]{2,}", zh), zh
        en = explanation_text(told, "en", depth=depth)
        assert not {"是", "否"} & set(en.replace("是否公开", "")), en
    assert not {"是", "否"} & set(card_text(told, "en").replace("是否公开", ""))


def test_every_step_is_told_once_and_in_its_own_words(explain: Explain) -> None:
    told = explain(MIXED, MIXED_ACTUALS)
    expected: Steps = (
        (
            "zh",
            [
                "按比例：达标，30.00 分",
                "按比例：满分之上继续计，33.60 分",
                "按比例：达标，30.00 分",
                "超额调减：超出目标，27.00 分",
                "按线性：未到满分点，8.75 分",
                "按分段：5.00 分",
                "按档扣分：8.00 分",
                "按等次：偏离目标，0.00 分",
                "按要点：4.00 分",
            ],
        ),
        (
            "en",
            [
                "by ratio: target met, 30.00 points",
                "by ratio: carried on past full points, 33.60 points",
                "by ratio: target met, 30.00 points",
                "over the target: 27.00 points",
                "by line: not at full points yet, 8.75 points",
                "by bands: 5.00 points",
                "by steps: 8.00 points",
                "by the scale: off the target, 0.00 points",
                "by points: 4.00 points",
            ],
        ),
    )
    for lang, steps in expected:
        assert steps == [step.in_lang(lang) for line in told.lines for step in line.steps]


def test_more_than_full_points_is_not_called_full_points(explain: Explain) -> None:
    told = explain(MIXED, MIXED_ACTUALS)
    assert "1 项得分超过满分，6 项扣分" in paragraph_of(told).zh
    assert "1 earned more than full points, 6 lost points" in paragraph_of(told).en
