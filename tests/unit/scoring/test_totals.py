"""From lines to the total: what is shared out, added, taken and held down, known or not."""

from fractions import Fraction

import pytest

from indicator_dsl.scoring import Scorecard, Status
from tests.engine import card_of, findings_of

INNER = "[P]\n甲 >= 1 件 weight 10\n[P / S]\n乙 >= 1 件 weight 10\n丙 >= 1 件 weight 10 n/a drop\n"
MOVED = "[Q]\n丁 >= 1 件 weight 5 n/a move to [P]\n戊 >= 1 件 weight 5\n"


def seen(card: Scorecard) -> tuple[object, ...]:
    return (card.total, card.low, card.high)


def steps(card: Scorecard) -> list[tuple[str, str, str, str]]:
    return [
        (each.kind.value, each.name, str(each.low), str(each.high)) for each in card.adjustments
    ]


def test_points_fall_out_of_inner_sections_first_in_whatever_order() -> None:
    # 乙 takes the ten of 丙, then 甲 : 乙 share the five of 丁 as 10 : 20, then 戊 has its own.
    cells = {"甲": 1, "乙": "0.5", "丙": "n/a", "丁": "n/a", "戊": 1}
    expected = 10 + Fraction(5, 3) + Fraction(1, 2) * (20 + Fraction(10, 3)) + 5
    for text in (INNER + MOVED, MOVED + INNER):
        card = card_of(f"round 6 total\n{text}", cells)
        assert Fraction(round(expected * 10**6), 10**6) == card.total


def test_a_section_whose_lines_all_fall_out_gives_to_the_one_around_it() -> None:
    text = "[P]\n甲 >= 10 件 weight 10\n[P / S]\n乙 >= 1 件 weight 10 n/a drop\n"
    text += "[Q]\n丙 >= 1 件 weight 10"
    card = card_of(text, {"甲": 5, "乙": "n/a", "丙": 1})
    assert [("reweighted", "P", "5", "5")] == steps(card)
    assert 20 == card.total


def test_a_move_to_a_section_without_lines_goes_to_the_whole_card() -> None:
    text = "[P]\n甲 >= 10 件 weight 10\n[Q]\n乙 >= 1 件 weight 10 n/a move to [R]\n[R]\n"
    assert 10 == card_of(text, {"甲": 5, "乙": "n/a"}).total


def test_a_card_on_which_nothing_applies_comes_to_nothing() -> None:
    card = card_of("甲 >= 1 件 weight 10 n/a drop", {"甲": "n/a"})
    assert 0 == card.total
    assert [] == steps(card)


def test_scaled_sections_are_rounded_where_lines_are() -> None:
    text = "[P] 10 of inner 30\n甲 >= 3 件 weight 30\n[Q] 10 of inner 30\n乙 >= 3 件 weight 30\n"
    # A third of 10 points is 3.33 in each; 6.67 when only the total is rounded.
    told = [
        card_of(f"round 2 {when}\n{text}", {"甲": 1, "乙": 1}).total for when in ("each", "total")
    ]
    assert [Fraction("6.66"), Fraction("6.67")] == told


def test_a_penalty_without_a_ceiling_can_take_bonuses_too() -> None:
    text = 'bonus "创新" 1 each cap 3\npenalty "违规" 5 each\n甲 >= 1 件 weight 80'
    card = card_of(text, {"甲": 1, "创新": 3})
    assert (None, 0, 83) == seen(card)
    assert 0 == card_of(text, {"甲": 1, "创新": 3, "违规": 100}).total


def test_penalties_stop_at_nothing() -> None:
    card = card_of('penalty "违规" 5 each\n甲 >= 1 件 weight 8', {"甲": 1, "违规": 2})
    assert 0 == card.total
    assert [("penalty", "违规", "-10", "-10"), ("floor", "", "2", "2")] == steps(card)


@pytest.mark.parametrize(("cell", "total"), [("n/a", 8), ("否", 8), ("是", 3), (2, 0), ("1 起", 3)])
def test_how_often_something_came_about(cell: object, total: int) -> None:
    assert (
        total
        == card_of('penalty "违规" 5 each\n甲 >= 1 件 weight 8', {"甲": 1, "违规": cell}).total
    )


@pytest.mark.parametrize("cell", [-1, "优", "5 件//人", "1e5", 1j])
def test_a_count_that_cannot_be_read_leaves_the_total_open(cell: object) -> None:
    card = card_of('penalty "违规" 5 each cap 5\n甲 >= 1 件 weight 8', {"甲": 1, "违规": cell})
    assert (None, 3, 8) == seen(card)
    assert [("actual-unreadable", "违规")] == findings_of(card)


def test_an_event_that_is_not_told_is_open_unless_the_ruleset_says_none() -> None:
    text = 'bonus "创新" 1 each cap 3{}\n甲 >= 1 件 weight 8'
    card = card_of(text.format(""), {"甲": 1})
    assert (None, 8, 11) == seen(card)
    assert [("actual-missing", "创新")] == findings_of(card)
    assert 8 == card_of(text.format(" missing zero"), {"甲": 1}).total


GRADED = "grades 优 >= 90, 良 >= 80, else 差\n"


@pytest.mark.parametrize(
    ("effect", "cells", "low", "high", "grades"),
    [
        ("grade <= 良", {"甲": 1}, 100, 100, ("优", "良")),
        ("grade <= 良", {"甲": 1, "虚报": "是"}, 100, 100, ("良",)),
        ("grade <= 良", {"甲": 1, "虚报": "否"}, 100, 100, ("优",)),
        ("grade <= 良 missing zero", {"甲": 1}, 100, 100, ("优",)),
        ("grade <= 良", {"甲": "0.5", "虚报": 1}, 50, 50, ("差",)),
        ("total <= 60", {"甲": 1}, 60, 100, ("优", "良", "差")),
        ("total <= 60", {"甲": 1, "虚报": "是"}, 60, 60, ("差",)),
        ("total 60", {"甲": "0.5", "虚报": "是"}, 50, 50, ("差",)),
    ],
)
def test_vetoes(
    effect: str, cells: dict[str, object], low: int, high: int, grades: tuple[str, ...]
) -> None:
    card = card_of(f'{GRADED}veto "虚报" {effect}\n甲 >= 1 件 weight 100', cells)
    assert (low, high) == seen(card)[1:]
    assert grades == card.grades
    assert (("vetoed", "虚报") in findings_of(card)) == (cells.get("虚报") in ("是", 1))


def test_a_limit_whose_condition_is_open_may_hold_or_not() -> None:
    text = "input 执行率 %\nlimit total 59 when 执行率 < 50 %\n甲 >= 1 件 weight 100"
    assert (None, 59, 100) == seen(card_of(text, {"甲": 1}))
    assert [59, 100] == [card_of(text, {"甲": 1, "执行率": x}).total for x in (49, 50)]


# ---- lines that may not apply


WHEN = """\
input 收入 万元
甲 >= 10 件 weight 10
  by bands >= 10: 8, else 2
  when 收入 >= 5 万元
  {}
"""


# 甲 = 5 earns 2 where it applies; unsaid, it earns 2 to 8, or nothing where that is the rule.
@pytest.mark.parametrize(
    ("clauses", "cells", "line_ends", "card_ends"),
    [
        ("n/a full", {"甲": 5}, [2, 10], [2, 10]),
        ("n/a full", {}, [2, 10], [2, 10]),
        ("n/a zero", {"甲": 5}, [0, 2], [0, 2]),
        ("n/a zero", {}, [0, 8], [0, 8]),
        ("n/a drop", {"甲": 5}, [2, 2], [0, 2]),
        ("n/a drop", {}, [2, 8], [0, 8]),
        ("n/a full missing zero", {"甲": 5}, [2, 10], [2, 10]),
        ("n/a full missing zero", {}, [0, 10], [0, 10]),
    ],
)
def test_while_nobody_knows_whether_a_line_applies(
    clauses: str, cells: dict[str, object], line_ends: list[int], card_ends: list[int]
) -> None:
    card = card_of(WHEN.format(clauses), cells)
    (line,) = card.lines
    assert (None, Status.MISSING) == (line.earned, line.status)
    assert line_ends == [line.low, line.high]
    assert card_ends == [card.low, card.high]
    assert line.why_unscored is not None
    assert "whether it applies" in line.why_unscored.en


def test_once_it_is_known_whether_a_line_applies() -> None:
    text = WHEN.format("n/a full missing zero")
    assert 2 == card_of(text, {"甲": 5, "收入": 5}).total
    assert 10 == card_of(text, {"甲": 5, "收入": "4.99"}).total
    assert 0 == card_of(text, {"收入": 5}).total


def test_by_not_applying_a_line_can_bring_more_than_it_weighs() -> None:
    text = "甲 >= 1 件 weight 50 cap 120%\n乙 >= 1 件 weight 50 n/a drop"
    card = card_of(text, {"甲": 2})
    assert (None, 60, 120) == seen(card)
    assert 120 == card_of(text, {"甲": 2, "乙": "n/a"}).total


def test_a_missing_line_that_scores_in_full_where_it_does_not_apply() -> None:
    card = card_of("甲 >= 1 件 weight 5 by bands >= 1: 4, else 1\n  n/a full", {})
    assert (None, 1, 5) == seen(card)
