"""What the change of a total is made of; every share is worked out by hand."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from indicator_dsl.explanation import (
    CardChanges,
    change_sentence,
    compare_cards,
    factors_text,
)
from indicator_dsl.model import Actuals, Entry
from indicator_dsl.rendering import card_changes_text
from indicator_dsl.scoring import evaluate
from tests.engine import card_of, ruleset_of

ROUND = "round 2 each\n"
Cells = Mapping[str, object]


def changed(old: str, new: str, before: Cells, after: Cells, head: str = ROUND) -> CardChanges:
    return compare_cards(card_of(head + old, before), card_of(head + new, after))


def parts(changes: CardChanges) -> dict[str, Fraction]:
    """What moved points, by name."""
    told = {factors_text(share.factors).en: share.points for share in changes.parts}
    told |= {
        "added": changes.points_added,
        "removed": changes.points_removed,
        "sheet": changes.points_of_sheet,
    }
    return {name: points for name, points in told.items() if points}


def f(text: str) -> Fraction:
    return Fraction(text)


# ---- one factor at a time


def test_performance_alone() -> None:
    rule = "量 >= 100 件 weight 20"
    assert parts(changed(rule, rule, {"量": "80件"}, {"量": "90件"})) == {"performance": 2}


def test_targets_alone() -> None:
    # 20·80/100 = 16, 20·80/160 = 10
    rule = "量 >= {} 件 weight 20"
    found = changed(rule.format(100), rule.format(160), {"量": "80件"}, {"量": "80件"})
    assert parts(found) == {"targets": -6}


def test_weights_alone() -> None:
    rule = "量 >= 100 件 weight {}"
    found = changed(rule.format(20), rule.format(25), {"量": "80件"}, {"量": "80件"})
    assert parts(found) == {"weights": 4}


def test_methods_alone() -> None:
    # 10·(2 − 100/80) = 7.5, 10·80/100 = 8
    rule = "度 <= 80 % weight 10 by {}"
    found = changed(rule.format("excess"), rule.format("inverse"), {"度": "100%"}, {"度": "100%"})
    assert parts(found) == {"methods": f("0.5")}


def test_guards_are_methods() -> None:
    rule = "量 >= 100 件 weight 20"
    found = changed(
        rule, f"{rule}\n  zero below 90%of target".replace("%of", "% of"), {"量": 80}, {"量": 80}
    )
    assert parts(found) == {"methods": -16}


def test_how_a_figure_is_worked_out_is_a_method() -> None:
    # 50/100 and 50/125 of the weight
    rule = "input 数 元\nlet 率 = 数 / {} 元\n率 >= 1 weight 10"
    found = changed(rule.format(100), rule.format(125), {"数": "50元"}, {"数": "50元"})
    assert parts(found) == {"methods": -1}


# ---- several at once


def test_performance_and_targets() -> None:
    # Old 80 of 100 → 16, new 90 of 120 → 15; 90 of 100 → 18, 80 of 120 → 40/3.
    # performance: ½·[(18 − 16) + (15 − 40/3)] = 11/6; targets: ½·[(40/3 − 16) + (15 − 18)].
    rule = "量 >= {} 件 weight 20"
    found = changed(rule.format(100), rule.format(120), {"量": 80}, {"量": 90})
    assert parts(found) == {"performance": f("11/6"), "targets": f("-17/6")}
    assert found.low == found.high == -1


def test_weights_and_the_shares_of_a_scale() -> None:
    # 8 and 12.75; 15 × 80 % = 12, 10 × 85 % = 8.5.
    # weights: ½·[(12 − 8) + (12.75 − 8.5)]; methods: ½·[(8.5 − 8) + (12.75 − 12)].
    rule = "scale 表 = 优 100, 良 {}, 差 0\n质 is 表 weight {}"
    found = changed(rule.format(80, 10), rule.format(85, 15), {"质": "良"}, {"质": "良"})
    assert parts(found) == {"weights": f("4.125"), "methods": f("0.625")}


def test_three_factors() -> None:
    # pass on 100 at 80, weight 10 → 0; ratio on 100 at 90, weight 20 → 18.
    # By ratio only: 8; by weight only: 0; by actual only: 0. Ratio and weight: 16; ratio and
    # actual: 9; weight and actual: 0; all: 18.
    # methods: ⅓·8 + ⅙·(16 + 9) + ⅓·18 = 77/6; weights: ⅙·8 + ⅓·(18 − 9) = 13/3;
    # performance: ⅙·(9 − 8) + ⅓·(18 − 16) = 5/6.
    found = changed(
        "量 >= 100 件 weight 10 by pass", "量 >= 100 件 weight 20 by ratio", {"量": 80}, {"量": 90}
    )
    assert parts(found) == {
        "performance": f("5/6"),
        "weights": f("13/3"),
        "methods": f("77/6"),
    }


def test_points_that_grow_with_the_weight_are_weights() -> None:
    # Twelve of twenty, then six of ten: the same six tenths.
    rule = "率 >= 95 % weight {0} by bands >= 95: {0}, >= 85: {1}, else 0"
    found = changed(rule.format(20, 12), rule.format(10, 6), {"率": "90%"}, {"率": "90%"})
    assert parts(found) == {"weights": -6}


def test_points_written_alike_stay() -> None:
    # 10 − 3 = 7, 20 − 3 = 17
    rule = "率 >= 95 % weight {} by less 1 per 1 pp"
    found = changed(rule.format(10), rule.format(20), {"率": "92%"}, {"率": "92%"})
    assert parts(found) == {"weights": 10}


def test_a_rewritten_method_is_carried_in_proportion() -> None:
    # At 90 %: 6 of 10, then 15 of 20. Old shares on 20: 12; new shares on 10: 7.5.
    # weights: ½·[(12 − 6) + (15 − 7.5)]; methods: ½·[(7.5 − 6) + (15 − 12)].
    old = "率 >= 95 % weight 10 by bands >= 95: 10, >= 85: 6, else 0"
    new = "率 >= 95 % weight 20 by bands >= 95: 20, >= 85: 15, else 0"
    found = changed(old, new, {"率": "90%"}, {"率": "90%"})
    assert parts(found) == {"weights": f("6.75"), "methods": f("2.25")}


def test_a_scaled_section_is_weights() -> None:
    # 50 of 100 counts 15 of 30, then 20 of 40.
    rule = "[甲] {} of inner 100\n量 >= 100 件 weight 100"
    found = changed(rule.format(30), rule.format(40), {"量": 50}, {"量": 50})
    assert parts(found) == {"weights": 5}


def test_a_bare_number_keeps_the_unit_it_was_read_in() -> None:
    # 1 万元 of 2 万元, then 20000 元 of 40000 元: 5 either time.
    # 2 万元 of 2 万元 → 10, 1 万元 of 4 万元 → 2.5; ½·[5 + 2.5] = 3.75.
    found = changed("额 >= 2 万元 weight 10", "额 >= 40000 元 weight 10", {"额": 1}, {"额": 20000})
    assert parts(found) == {"performance": f("3.75"), "targets": f("-3.75")}


# ---- where factors cannot be told apart


def test_a_method_that_does_not_serve_the_other_target() -> None:
    # Ratio serves >= only, inverse <= only: 8 and 10 with the actual as it was.
    found = changed(
        "量 >= 10 件 weight 10 by ratio", "量 <= 10 件 weight 10 by inverse", {"量": 8}, {"量": 8}
    )
    assert parts(found) == {"targets with methods": 2}


def test_an_actual_that_the_other_target_cannot_read() -> None:
    # Another measure altogether: no actual of one year can be read by the target of the other.
    found = changed("量 >= 10 件 weight 10", "量 >= 10 人 weight 20", {"量": "8件"}, {"量": "9人"})
    # 8·(…): weights: ½·[(16 − 8) + (18 − 9)] = 8.5; the rest: ½·[(9 − 8) + (18 − 16)] = 1.5.
    assert parts(found) == {"weights": f("8.5"), "performance with targets": f("1.5")}


def test_another_kind_of_line() -> None:
    scale = "scale 表 = 优 100, 差 50\n质 is 表 weight 10"
    found = changed(scale, "质 >= 10 分 weight 10", {"质": "差"}, {"质": "8分"})
    assert parts(found) == {"performance with targets with methods": 3}


def test_a_checklist_with_other_items() -> None:
    # 4 of 10, then 10 of 10: nobody was asked about 公开 before.
    items = "制度 weight 10\n  by points\n  - 健全: 4\n  - {}: rest"
    ticked = [{"健全": "是", "执行": "否"}, {"健全": "是", "公开": "是"}]
    cards = [
        evaluate(
            ruleset_of(ROUND + items.format(name)),
            Actuals(entries=(Entry(name="制度", items=tuple(marks.items())),)),
        )
        for name, marks in zip(("执行", "公开"), ticked, strict=True)
    ]
    assert parts(compare_cards(*cards)) == {"performance with methods": 6}


# ---- lines on one card only, and renamed ones


def test_added_and_removed() -> None:
    found = changed("甲 >= 10 件 weight 10", "乙 >= 10 人 weight 20", {"甲": 8}, {"乙": 5})
    assert parts(found) == {"added": 10, "removed": -8}


def test_a_probable_rename_is_one_line() -> None:
    found = changed(
        "群众满意度 >= 90 % weight 10",
        "办事群众满意度 >= 90 % weight 10",
        {"群众满意度": "45%"},
        {"办事群众满意度": "90%"},
    )
    assert parts(found) == {"performance": 5}


# ---- the whole sheet


def test_rounding_is_a_part_of_its_own() -> None:
    # 20·1/3 = 20/3 → 6.67, 20·2/3 = 40/3 → 13.33: rounding gave 1/300, then took it.
    rule = "量 >= 3 件 weight 20"
    found = changed(rule, rule, {"量": 1}, {"量": 2})
    assert parts(found) == {"performance": f("20/3"), "sheet": f("-1/150")}
    assert found.low == f("6.66")


def test_bonus_limit_and_rounding_of_the_sheet() -> None:
    rule = '{}量 >= 100 件 weight 100\nbonus "新" {} each cap 5'
    old, new = rule.format("", 1), rule.format("limit total 95\n", 2)
    found = changed(old, new, {"量": 90, "新": 2}, {"量": 94, "新": 2})
    # 90 + 2 = 92, then 94 + 4 = 98, held at 95.
    assert parts(found) == {"performance": 4, "sheet": -1}
    assert {(share.kind.value, share.change) for share in found.sheet} == {
        ("bonus", Fraction(2)),
        ("limit", Fraction(-3)),
    }


def test_points_of_a_line_that_no_longer_applies() -> None:
    # 5 of 10 and 10 of 10; then the first line is dropped and the other counts 20.
    rule = "甲 >= 10 件 weight 10\n  n/a drop\n乙 >= 10 件 weight 10"
    found = changed(rule, rule, {"甲": 5, "乙": 10}, {"甲": "不适用", "乙": 10})
    assert parts(found) == {"performance": -5, "sheet": 10}
    assert [share.kind.value for share in found.sheet] == ["reweighted"]


# ---- what is not settled


def test_an_open_line() -> None:
    rule = "甲 >= 10 件 weight 10\n乙 >= 10 件 weight 20"
    found = changed(rule, rule, {"甲": 5, "乙": 10}, {"甲": 8})
    assert not found.is_settled
    assert (found.low, found.high) == (f("-17"), f("3"))
    assert parts(found) == {"performance": 3}
    assert found.rest == (Fraction(-20), Fraction(0))
    assert [(line.name, line.low, line.high) for line in found.open] == [("乙", f("-20"), f("0"))]
    assert change_sentence(found).en == (
        "25.00 → 8.00 to 28.00: not settled, between −17.00 and +3.00; open: 乙"
    )


def test_an_open_bonus() -> None:
    rule = '甲 >= 10 件 weight 10\nbonus "新" 1 each cap 3'
    found = changed(rule, rule, {"甲": 5, "新": 1}, {"甲": 8})
    assert (found.low, found.high) == (f("2"), f("5"))
    assert (found.open, found.waits_for) == ((), ("新",))
    assert found.rest == (Fraction(-1), Fraction(2))
    assert [(each.kind.value, each.name, each.low, each.high) for each in found.open_extras] == [
        ("bonus", "新", f("-1"), f("2"))
    ]


def test_a_bonus_that_is_known_is_told_while_another_thing_is_open() -> None:
    rule = (
        '甲 >= 10 件 weight 10\n乙 >= 10 件 weight 20\nbonus "新" 1 each cap 3\n'
        'penalty "错" 2 each cap 8\nveto "虚报" total <= 5'
    )
    before = {"甲": 5, "乙": 10, "新": 1, "错": 0, "虚报": "否"}
    found = changed(rule, rule, before, {"甲": 8, "新": 3})
    # 5 + 20 + 1 = 26 before; 8 to 28, + 3, a penalty of 0 to 8, and 5 at most if the veto holds.
    assert (found.low, found.high) == (f("-23"), f("5"))
    assert [(each.name, each.before, each.after) for each in found.sheet] == [
        ("新", f("1"), f("3"))
    ]
    assert parts(found) == {"performance": 3, "sheet": 2}
    assert found.rest == (Fraction(-28), Fraction(0))
    assert [(each.name, each.low, each.high) for each in found.open_extras] == [
        ("错", f("-8"), f("0")),
    ]
    shown = card_changes_text(found, width=60).partition("Not settled\n")[2].splitlines()[:3]
    assert ["乙: -20.00..0.00", "penalty: 错: -8.00..0.00", "虚报: not said yet"] == [
        row.strip() for row in shown
    ]


def test_a_missing_value_that_scores_nothing_is_settled() -> None:
    rule = "甲 >= 10 件 weight 10 missing zero"
    assert parts(changed(rule, rule, {"甲": 5}, {})) == {"performance": -5}


@pytest.mark.parametrize(("cell", "total"), [("80件", "16.00"), ("100件", "20.00（优）")])
def test_the_sentence_in_chinese(cell: str, total: str) -> None:
    grades = "grades 优 >= 20, else 差\n" if "优" in total else ""
    rule = f"{grades}量 >= 100 件 weight 20"
    found = changed(rule, rule, {"量": cell}, {"量": cell})
    assert change_sentence(found).zh == f"{total} → {total}：0.00"
