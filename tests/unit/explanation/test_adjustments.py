"""What moved the total besides the lines; every figure here is worked out by hand."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from indicator_dsl.explanation import CardExplanation

Explain: TypeAlias = Callable[[str, dict[str, object]], CardExplanation]

LINE = "round 2 each\n甲 >= 100 件 weight 100\n"


@pytest.mark.parametrize(
    ("rules", "actuals", "told"),
    [
        ('bonus "创新" 1 each cap 2', {"创新": "3 项"}, [("加分：创新", 2, "3 × 1 分，最多 2 分")]),
        ('penalty "违规" 5 each', {"违规": "2 次"}, [("减分：违规", -10, "2 × 5 分")]),
        ('penalty "违规" 5 each', {"违规": "0"}, []),
        (
            'penalty "违规" 60 each',
            {"违规": "2 次"},
            [("减分：违规", -120, "2 × 60 分"), ("总分不低于 0", 20, "减分以扣完为止")],
        ),
        (
            "limit total 89 when 甲 >= 100 件",
            {},
            [("总分封顶", -11, "因甲 >= 100 件，总分最高 89 分")],
        ),
        ("limit total 90", {}, [("总分封顶", -10, "总分最高 90 分")]),
        ('veto "虚报" total 60', {"虚报": "是"}, [("否决：虚报", -40, "属实，总分最高 60 分")]),
    ],
)
def test_each_has_its_name_its_points_and_its_reason(
    explain: Explain, rules: str, actuals: dict[str, object], told: list[tuple[str, int, str]]
) -> None:
    card = explain(LINE + rules, {"甲": "100 件", **actuals})
    assert told == [
        (each.name.zh, int(each.adjustment.low), each.sentence.zh) for each in card.adjustments
    ]


def test_a_section_out_of_its_own_sum_gives_back_what_it_takes(explain: Explain) -> None:
    rules = "round 2 each\n[甲] 30 of inner 100\n一 >= 10 件 weight 60\n二 >= 10 件 weight 40"
    told = explain(rules, {"一": "5件", "二": "10件"})
    # 30 + 40 = 70 of 100, which is 21 of 30: the sheet weighs 70 less and pays 49 less
    (scaled,) = told.adjustments
    step = scaled.adjustment
    assert "-70 -49 -21" == f"{step.weight} {step.low} {scaled.lost}"
    assert ("甲",) == scaled.section
    (section,) = told.sections
    assert "30 21 9" == f"{section.weight} {section.earned} {section.lost}"


def test_what_does_not_apply_is_carried_by_the_others(explain: Explain) -> None:
    rules = "round 2 each\n[甲] 90\n一 >= 100 件 weight 82\n二 >= 1 件 weight 8 n/a drop"
    told = explain(rules, {"一": "75件", "二": "n/a"})
    # 82 × 75 % = 61.50, which is 61.50 × 90 / 82 = 67.50 of 90
    (shared,) = told.adjustments
    step = shared.adjustment
    assert "8 6 2" == f"{step.weight} {step.low} {shared.lost}"
    assert "不适用的二的分值由其余指标按比例承担" == shared.sentence.zh
    assert () == told.unscored


def test_points_nobody_can_carry_are_lost(explain: Explain) -> None:
    told = explain("甲 >= 1 件 weight 8 n/a drop", {"甲": "n/a"})
    assert [8] == [each.lost for each in told.adjustments]
    assert 0 == told.card.total


def test_a_veto_says_what_the_grade_would_have_been(explain: Explain) -> None:
    rules = LINE + 'grades 优 >= 90, 良 >= 80, else 差\nveto "虚报" grade <= 良'
    told = explain(rules, {"甲": "100件", "虚报": "是"})
    assert "总分 100.00（满分 100），等级良（按得分为优，因“虚报”降等）" == told.sentence.zh


GRADED = "round 2 each\ngrades 优 >= 90, 良 >= 80, 中 >= 60, else 差\n"


def test_the_fewest_values_that_settle_the_grade(explain: Explain) -> None:
    rules = GRADED + "甲 >= 1 件 weight 60\n乙 >= 1 件 weight 38\n丙 >= 1 件 weight 2"
    found = explain(rules, {"甲": "1件"}).settling
    # 乙 at 0 leaves 60..62, in full 98..100; 丙 alone leaves 60..98
    assert found is not None
    assert (("乙",), "中", "优", False) == (found.names, found.least, found.most, found.is_all)


def test_a_limit_hangs_on_the_line_it_names(explain: Explain) -> None:
    rules = GRADED + "甲 >= 1 件 weight 10\n乙 >= 1 件 weight 90\nlimit total 69 when 甲 < 1 件"
    found = explain(rules, {"乙": "1件"}).settling
    # 甲 missed: 90 held down to 69; met: 100
    assert found is not None
    assert (("甲",), "中", "优", True) == (found.names, found.least, found.most, found.is_all)


def test_nothing_settles_what_is_settled(explain: Explain) -> None:
    rules = GRADED + "甲 >= 1 件 weight 97\n乙 >= 1 件 weight 3"
    assert explain(rules, {"甲": "1件"}).settling is None
    assert explain("甲 >= 1 件 weight 97", {}).settling is None


def test_what_is_not_said_is_told_beside_lines_without_points(explain: Explain) -> None:
    told = explain(LINE + 'bonus "创新" 1 each cap 2\nlimit total 102', {})
    assert "总分在 0.00 至 102.00 之间（满分 100）：甲尚无得分；创新未填" == told.sentence.zh
