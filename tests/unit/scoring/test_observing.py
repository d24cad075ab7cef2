"""What every line and figure is observed to be."""

from fractions import Fraction

import pytest

from indicator_dsl.model import Actuals, Entry
from indicator_dsl.scoring import Status, evaluate
from tests.engine import card_of, findings_of, ruleset_of

LIST = "制度 weight 3\n  by points\n  - 一: 1\n  - 二: 2\n"


def test_an_input_that_is_a_line_is_read_in_the_unit_declared() -> None:
    card = card_of("input 成本 元\n成本 <= 9 万元 weight 10 by inverse", {"成本": "100000"})
    assert 9 == card.total


def test_a_line_worked_out_from_what_cannot_be_read_is_invalid() -> None:
    text = "input 执行 万元\nlet 率 = 执行 / 5 万元\n率 >= 100 % weight 10"
    card = card_of(text, {"执行": "优"})
    assert Status.INVALID is card.lines[0].status
    assert ("actual-unreadable", "执行") in findings_of(card)
    assert Status.MISSING is card_of(text, {}).lines[0].status


def test_a_derived_line_may_be_said_not_to_apply() -> None:
    text = "input 执行 万元\nlet 率 = 执行 / 5 万元\n率 >= 100 % weight 10 n/a full"
    assert 10 == card_of(text, {"率": "n/a"}).total


def ticked(**items: object) -> Status:
    entry = Entry(name="制度", items=tuple(items.items()))
    return evaluate(ruleset_of(LIST), Actuals(entries=(entry,))).lines[0].status


def test_a_checklist_by_its_items() -> None:
    assert Status.SCORED is ticked(一="是", 二="否")
    assert Status.MISSING is ticked(一="是")
    assert Status.INVALID is ticked(一="是", 二="优")
    assert Status.MISSING is card_of(LIST, {}).lines[0].status
    assert Status.INVALID is card_of(LIST, {"制度": "是"}).lines[0].status
    assert Status.NOT_APPLICABLE is card_of(LIST, {"制度": "n/a"}).lines[0].status


def test_days() -> None:
    text = "完成 <= 2024-12-31 weight 5"
    told = [
        card_of(text, {"完成": cell}).lines[0]
        for cell in ("2024-12-31", "n/a", "5 天", "2024-02-30", "优", None)
    ]
    assert [
        Status.SCORED,
        Status.NOT_APPLICABLE,
        Status.INVALID,
        Status.INVALID,
        Status.INVALID,
        Status.MISSING,
    ] == [line.status for line in told]


def test_levels() -> None:
    text = "scale 表 = 优 100..90, 差 0\n甲 is 表 weight 10"
    cells = ("优 95 %", "差", "优", "良", 5, "", "n/a", "优 80 %")
    scored = Status.SCORED
    missing, invalid = Status.MISSING, Status.INVALID
    expected = [scored, scored, missing, invalid, invalid, missing, Status.NOT_APPLICABLE, invalid]
    assert expected == [card_of(text, {"甲": cell}).lines[0].status for cell in cells]


def test_an_item_that_the_checklist_does_not_have() -> None:
    entry = Entry(name="制度", items=(("一", "是"), ("二", "否"), ("三", "是")))
    card = evaluate(ruleset_of(LIST), Actuals(entries=(entry,)))
    assert ("item-unknown", "制度") in findings_of(card)
    assert 1 == card.total


@pytest.mark.parametrize(
    ("rule", "cell", "reason"),
    [
        # Full points without meeting the target: the line ends, or the band begins, short of it.
        ("甲 >= 95 件 weight 10 by line from 60 to 80", "85 件", "shortfall"),
        ("甲 <= 80 件 weight 10 by line from 100 to 90", "85 件", "overrun"),
        ("甲 = 5 件 weight 10 by bands >= 3: 10, else 0", "4 件", "deviation"),
        ("甲 in 5..9 件 weight 10 by bands >= 3: 10, else 0", "4 件", "deviation"),
    ],
)
def test_a_miss_that_is_paid_in_full_is_still_a_miss(rule: str, cell: str, reason: str) -> None:
    (line,) = card_of(rule, {"甲": cell}).lines
    assert (Fraction(10), False, reason) == (line.earned, line.is_met, line.reason)


@pytest.mark.parametrize(
    "rule",
    ["甲 in 5..9 件 weight 10 by ratio", "甲 >= 9 件 weight 10 by line from 1 to 9"],
)
def test_a_reported_score_that_is_not_the_rules_own(rule: str) -> None:
    entry = Entry(name="甲", cell="3 件", reported=Fraction(1))
    card = evaluate(ruleset_of(rule), Actuals(entries=(entry,)))
    assert ("reported-score-differs", "甲") in findings_of(card)


def test_answers() -> None:
    lines = [card_of("甲 = 否 weight 25", {"甲": cell}).lines[0] for cell in ("否", "是")]
    assert [25, 0] == [line.earned for line in lines]
    assert [(True, "met"), (False, "deviation")] == [(line.is_met, line.reason) for line in lines]
