"""Actuals drawn for a ruleset always give a card, and its total lies between its bounds."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from indicator_dsl import Ruleset, load_ruleset, parse_ruleset
from indicator_dsl.files import shipped_rulesets
from indicator_dsl.testing import from_ruleset

# Nothing in it scores what is missing, and n/a is left open: an unknown line may earn all it can.
OPEN = parse_ruleset("""
total 100
grades 优 >= 90, 良 >= 60, else 差
scale 优差 = 优 100, 差 0
scale 达成 = 达成 100..80, 部分达成 80..60, 未达成 60..0
input 执行 万元
input 预算 万元
let 执行率 = 执行 / 预算
[甲] 60
执行率 >= 100 % weight 10 by less 0.5 per full 1 pp
办件量 >= 300 件 weight 10
  by ratio
  zero below 60% of target
  cap 120%
  over 150% less 2 points
成本 <= 90 万元 weight 10 by inverse
完成时间 <= 2024-12-31 weight 10 by less 0.5 per 1 天
气温 in 18..26 ℃ weight 10 by ratio
事故 = 0 次 weight 5 by less 2 per 1 次 zero from 2 次
偏差 = 3 % weight 5 by below 0.3 per 1 pp at most 5, above 1 per 1 pp at most 3
[乙] 40
水平 is 优差 weight 10
效果 is 达成 weight 10
公开 = 是 weight 5
及时率 >= 95 % weight 5 by line from 60% to 100% of target
合格率 >= 90 % weight 5 by bands >= 90: 5, >= 60: 3, else 0
制度 weight 5
  by points
  - 健全: 3.33
  - 执行: rest
""")
WHOLE = parse_ruleset("""
total 100
grades 优 >= 90, 良 >= 80, else 差
input 执行 万元
input 预算 万元
let 执行率 = 执行 / 预算
[a] 90
执行率 >= 100 % weight 10
A >= 10 件 weight 72
B >= 10 件 weight 4 n/a drop
D >= 10 件 weight 4 missing zero n/a full
[b] 10 of inner 20
C >= 10 件 weight 20
limit total 89 when 执行率 < 80 %
veto "虚报" grade <= 良
bonus "创新" 1 each cap 3
penalty "违规" 5 each cap 30 missing zero
limit total 100
""")


@given(from_ruleset(OPEN))
def test_what_is_known_lies_within_what_was_possible(actuals: dict[str, object]) -> None:
    least, most = OPEN.evaluate({}).bounds
    card = OPEN.evaluate(actuals)
    assert least <= card.bounds[0] <= card.bounds[1] <= most
    assert {*card.grades} <= {*OPEN.evaluate({}).grades}


@given(from_ruleset(WHOLE))
def test_only_names_that_can_be_handed_in_are_drawn(actuals: dict[str, object]) -> None:
    assert {*actuals} <= {"执行", "预算", "A", "B", "C", "D", "虚报", "创新", "违规"}


def sheet_called(name: str) -> Ruleset:
    return {"open": OPEN, "whole": WHOLE}.get(name) or load_ruleset(name)


@pytest.mark.parametrize("name", ["open", "whole", *(each.id for each in shipped_rulesets())])
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_total_lies_between_its_bounds(name: str, data: st.DataObject) -> None:
    ruleset = sheet_called(name)
    card = ruleset.evaluate(data.draw(from_ruleset(ruleset)))
    low, high = card.bounds
    assert low <= high
    if card.total is not None:
        assert low == card.total == high
        assert len(card.grades) <= 1
    assert "actual-unknown" not in {finding.name for finding in card.findings}
