"""How findings print amounts: in full while that is short, else rounded behind a sign."""

from decimal import Decimal
from fractions import Fraction

import pytest

from indicator_dsl.diagnostics import Severity
from indicator_dsl.model import Actuals, Entry
from indicator_dsl.quantities import BARE, Quantity
from indicator_dsl.scoring import Scorecard, evaluate
from indicator_dsl.scoring.cells import Given
from indicator_dsl.scoring.findings import of_rounding
from tests.engine import card_of, ruleset_of

DERIVED = """round 2 each
input 执行数 万元
input 预算数 万元
let 执行率 = 执行数 / 预算数
执行率 >= 100 % weight 10 by pass
"""


def reported(rules: str, **cells: object) -> Scorecard:
    """The card of a sheet whose every line was reported with full points."""
    ruleset = ruleset_of(rules)
    told = [Entry(name=name, cell=cell) for name, cell in cells.items()]
    told += [
        Entry(name=rule.name, cell=cells.get(rule.name), reported=rule.weight)
        for rule in ruleset.indicators
    ]
    entries = {entry.name: entry for entry in told}
    return evaluate(ruleset, Actuals(entries=tuple(entries.values())))


def message(card: Scorecard, name: str) -> str:
    (found,) = [finding for finding in card.findings if finding.name == name]
    return found.message.en


@pytest.mark.parametrize(
    ("done", "budget", "shown"),
    [
        ("1000万元", "1523.36万元", "≈65.64 %"),  # 65.6443650…
        ("1万元", "8万元", "12.5 %"),
        ("1万元", "160万元", "0.625 %"),
        ("10001万元", "80000万元", "≈12.50 %"),  # 12.50125 has five decimals
        ("1万元", "300000万元", "≈0.0003 %"),  # not 0.00
        ("299999万元", "300000万元", "≈99.9997 %"),  # not the target, 100.00
    ],
)
def test_an_observed_share(done: str, budget: str, shown: str) -> None:
    said = message(reported(DERIVED, 执行数=done, 预算数=budget), "reported-score-differs")
    assert f"done {shown} earns" in said


@pytest.mark.parametrize(
    ("target", "cell", "shown"),
    [
        ("<= 80 %", "80.0000001 %", "80.0000001 %"),
        ("<= 80 %", "85.123456 %", "≈85.12 %"),
        ("in 18..26 %", "26.00001 %", "26.00001 %"),
        (">= 200000 件", "199950 件", "199950 件"),
        (">= 1.5 万元", "14999.9999999 元", "14999.9999999 元"),
    ],
)
def test_an_observed_amount_is_told_from_its_target(target: str, cell: str, shown: str) -> None:
    card = reported(f"unit 万元 = 10000 元\n甲 {target} weight 10 by pass", 甲=cell)
    assert f"done {shown} earns" in message(card, "reported-score-differs")


@pytest.mark.parametrize(
    ("cell", "share"),
    [("332344件", "166.172 %"), ("400000件", "200 %"), ("260001件", "130.0005 %")],
)
def test_a_share_of_the_target(cell: str, share: str) -> None:
    rules = "甲 >= 200000 件 weight 10\n  over 130% explain"
    said = message(card_of(rules, {"甲": cell}), "overachieved-without-reason")
    assert f"`甲` reached {share} of its target and gives no reason" in said
    assert said.endswith("one is due from 130 % on")


def test_a_share_without_end_is_rounded() -> None:
    said = message(
        card_of("甲 >= 3 件 weight 10\n  over 130% explain", {"甲": "4件"}),
        "overachieved-without-reason",
    )
    assert "reached ≈133.33 % of its target" in said


def test_figures_of_a_check() -> None:
    rules = f'{DERIVED}check 执行率 >= 100 % "没有用完"\n'
    card = card_of(rules, {"执行数": "2万元", "预算数": "3万元"})
    # 执行率 comes without a unit: 2/3
    assert "没有用完 (执行率 = ≈0.67)" == message(card, "check-failed")


@pytest.mark.parametrize(
    ("cell", "is_noted"), [(0.1 + 0.2, True), (0.3, False), (Decimal("0.3"), False), (3, False)]
)
def test_a_float_that_was_rounded_is_noted(cell: object, *, is_noted: bool) -> None:
    card = card_of("甲 >= 0.3 件 weight 10", {"甲": cell})
    notes = [each for each in card.findings if each.severity is Severity.NOTE]
    expected = "`甲`: the binary number 0.30000000000000004 was read as 0.3"
    assert ([("IND508", expected)] if is_noted else []) == [(n.code, n.message.en) for n in notes]
    assert 10 == card.total


def test_the_note_itself() -> None:
    seen = Given(Quantity(Fraction(1, 4), BARE), is_rounded=True)
    (found,) = of_rounding("甲", 0.25000000000000006, seen)
    assert ("actual-rounded", "甲", Severity.NOTE) == (found.name, found.indicator, found.severity)
    assert "“甲”：二进制浮点数 0.25000000000000006 按 0.25 读取" == found.message.zh
    assert [] == list(of_rounding("甲", 0.25, Given(Quantity(Fraction(1, 4), BARE))))
