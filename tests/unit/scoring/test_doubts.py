"""A share without its sign is asked about, and only where it is far below what was asked."""

from decimal import Decimal
from fractions import Fraction

import pytest

from indicator_dsl.model import Actuals, Entry
from indicator_dsl.scoring import evaluate
from tests.engine import card_of, ruleset_of


@pytest.mark.parametrize(
    ("target", "cell"),
    [
        (">= 95 %", "0.93"),
        ("> 90 %", "0.5"),
        ("= 100 %", "1"),
        ("in 10..90 %", "0.5"),
        (">= 95 %", 0.94),
        (">= 95 %", Decimal("0.93")),
        (">= 10 %", "1"),
    ],
)
def test_asked(target: str, cell: object) -> None:
    card = card_of(f"合格率 {target} weight 10 by ratio", {"合格率": cell})
    assert "percent-unclear" in [each.name for each in card.findings]


@pytest.mark.parametrize(
    ("target", "cell"),
    [
        (">= 95 %", "0.93%"),  # the sign is there
        (">= 95 %", "93"),
        (">= 95 %", "0"),
        (">= 95 %", "1.5"),
        (">= 9 %", "0.95"),  # near a small target
        ("<= 3 %", "0.5"),  # less is better, and 0.5 % is likely
        (">= 95 件", "0.93"),
        (">= 950 ‰", "0.93"),
    ],
)
def test_not_asked(target: str, cell: object) -> None:
    card = card_of(f"合格率 {target} weight 10 by pass", {"合格率": cell})
    assert "percent-unclear" not in [each.name for each in card.findings]


def test_both_readings_are_named() -> None:
    card = card_of("合格率 >= 95 % weight 10", {"合格率": "0.935"})
    (found,) = card.findings
    assert found.ask is not None
    assert "是 93.5 % 还是 0.935 %？" == found.ask.zh
    assert "0.935 按 0.935 % 读取" in found.message.zh


def test_a_figure_that_is_worked_out_is_what_it_is() -> None:
    inputs = "input 预算数 元\ninput 执行数 元\nlet 执行率 = 执行数 / 预算数\n"
    text = f"{inputs}执行率 >= 95 % weight 10 by ratio"
    card = card_of(text, {"预算数": "1000", "执行数": "5"})
    assert "percent-unclear" not in [each.name for each in card.findings]


@pytest.mark.parametrize(
    ("cell", "points", "is_told"),
    [(None, "12", True), ("好", "11", True), (None, "10", False), (None, "0", False)],
)
def test_more_than_an_open_line_can_earn(cell: str | None, points: str, is_told: bool) -> None:  # noqa: FBT001
    entry = Entry(name="办件量", cell=cell, reported=Fraction(points))
    card = evaluate(ruleset_of("办件量 >= 5 件 weight 10"), Actuals(entries=(entry,)))
    told = [each.message.zh for each in card.findings if each.code == "IND701"]
    assert is_told == bool(told)
    assert not told or "应得 不超过 10 分（满分 10）" in told[0]
