"""Drawn actuals reach every cut and what lies beside it, every label, every item, and the gaps."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from indicator_dsl import Ruleset, parse_ruleset
from indicator_dsl.testing import from_ruleset

TINY = Fraction(1, 10**9)
SHEET = parse_ruleset(
    """
scale 达成 = 达成 100..80, 未达成 80..0
input 执行 万元
input 预算 万元
let 执行率 = 执行 / 预算
执行率 >= 95 % weight 10 by ratio
A >= 300 件 weight 20 by ratio
  zero below 60% of target
B <= 2024-12-31 weight 5
C is 达成 weight 10
D = 否 weight 5
E weight 5
  by points
  - 健全: 3
  - 执行: 2
bonus "创新" 1 each cap 3
veto "虚报" total 50
"""
)


def drawn_from(ruleset: Ruleset, times: int = 2000) -> list[dict[str, object]]:
    """Many draws, always the same ones."""
    kept: list[dict[str, object]] = []

    @settings(
        max_examples=times,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(from_ruleset(ruleset))
    def keep(actuals: dict[str, object]) -> None:
        kept.append(actuals)

    keep()
    return kept


@cache
def drawn() -> list[dict[str, object]]:
    return drawn_from(SHEET)


def is_drawn(holds: Callable[[dict[str, object]], bool]) -> bool:
    return any(holds(actuals) for actuals in drawn())


@cache
def observed(name: str) -> set[Fraction]:
    return {found for actuals in drawn() if (found := number(actuals, name)) is not None}


def number(actuals: dict[str, object], name: str) -> Fraction | None:
    observed = SHEET.evaluate(actuals).line(name).model.observed
    return None if observed is None or isinstance(observed, str) else observed.magnitude


@pytest.mark.parametrize("at", [180 - TINY, 180, 180 + TINY, 300 - TINY, 300, 300 + TINY, 0, 240])
def test_at_each_cut_beside_it_and_between(at: Fraction) -> None:
    assert at in observed("A")


def test_figures_worked_out_fall_on_a_cut_and_beside_it() -> None:
    cut, near = Fraction(95, 100), Fraction(1, 10**6)
    found = observed("执行率")
    assert cut in found
    assert any(cut - near < share < cut for share in found)
    assert any(cut < share < cut + near for share in found)


@pytest.mark.parametrize("day", [date(2024, 12, 30), date(2024, 12, 31), date(2025, 1, 1)])
def test_days_around_a_cut(day: date) -> None:
    assert is_drawn(lambda actuals: actuals.get("B") in (day, day.isoformat()))


@pytest.mark.parametrize(
    "cell", ["达成 80 %", "达成 100 %", "达成 90 %", "未达成 40 %", "未达成 0 %", "达成"]
)
def test_judged_shares_in_their_range(cell: str) -> None:
    assert is_drawn(lambda actuals: actuals.get("C") == cell)


def test_a_share_that_belongs_to_the_level_above_is_not_drawn() -> None:
    assert not is_drawn(lambda actuals: actuals.get("C") == "未达成 80 %")


@pytest.mark.parametrize("cell", ["是", "否", True, False])
def test_answers(cell: object) -> None:
    assert is_drawn(lambda actuals: actuals.get("D") == cell)


@pytest.mark.parametrize("items", [{"健全"}, {"健全", "执行"}])
def test_a_checklist_in_part_and_in_whole(items: set[str]) -> None:
    assert is_drawn(lambda actuals: items == set(_items(actuals)))


def _items(actuals: dict[str, object]) -> dict[str, object]:
    items = actuals.get("E")
    return items if isinstance(items, dict) else {}


@pytest.mark.parametrize("name", ["A", "C", "E", "执行", "虚报", "创新"])
def test_a_value_is_missing_or_does_not_apply(name: str) -> None:
    assert is_drawn(lambda actuals: name not in actuals)
    assert is_drawn(lambda actuals: actuals.get(name) in ("n/a", "不适用"))


def test_events_are_counted_past_their_cap() -> None:
    assert is_drawn(lambda actuals: actuals.get("创新") == 4)
    assert is_drawn(lambda actuals: actuals.get("虚报") is True)


def test_a_cut_that_no_decimal_meets_is_met_from_both_sides() -> None:
    sheet = parse_ruleset("unit 打 = 12 件\nA >= 10 打 weight 9 by ratio\n  zero below 1 件")
    cells = [actuals.get("A") for actuals in drawn_from(sheet, 200)]
    assert Fraction(1, 12) in cells
    assert Fraction(83333333, 10**9) in cells
    assert Fraction(83333334, 10**9) in cells
