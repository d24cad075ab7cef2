"""What lines and adjustments are said to have lost is exactly what the total is short of."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from hypothesis import given, strategies as st

from indicator_dsl import parse_ruleset
from indicator_dsl.explanation import CardExplanation, explain_card
from indicator_dsl.model import Actuals, Entry

RULES = """grades 优 >= 90, 良 >= 80, 中 >= 60, else 差
scale 达 = 达成 100..80, 部分达成 80..60, 未达成 60..0
{rounding}
[甲] 40
甲一 >= 100 件 weight 20 by ratio cap 120% over 150% less 2 points
[甲 / 子]
甲二 >= 95 % weight 10 by less 0.5 per 1 pp n/a drop
甲三 <= 10 天 weight 10 by line from 30 to 10 n/a move to [丙]
[乙] 30 of inner 100
乙一 is 达 weight 60 n/a drop
乙二 weight 40
  by points
  - 一: 13.33
  - 二: 13.33
  - 三: rest
[丙] 30
丙一 = 否 weight 30 n/a full
limit total 89 when 甲二 < 80 %
limit total 100
veto "虚报" total 59
veto "瞒报" grade <= 中
bonus "创新" 1.5 each cap 4
penalty "违规" 7 each
"""
Cells: TypeAlias = Mapping[str, str | None]
Ticks: TypeAlias = Sequence[str | None]

counts = st.one_of(st.none(), st.integers(0, 20).map(str), st.sampled_from(["是", "否", "x"]))
cells = st.fixed_dictionaries(
    {
        "甲一": st.sampled_from([None, "0件", "73件", "155件", "n/a", "乱"]),
        "甲二": st.sampled_from([None, "n/a", "70%", "94.333%", "100%"]),
        "甲三": st.sampled_from([None, "n/a", "5天", "17天", "40天"]),
        "乙一": st.sampled_from([None, "n/a", "达成", "达成 83%", "未达成 1%"]),
        "丙一": st.sampled_from([None, "n/a", "是", "否"]),
        "虚报": counts,
        "瞒报": counts,
        "创新": counts,
        "违规": counts,
    }
)
marks = st.lists(st.sampled_from([None, "是", "否"]), min_size=3, max_size=3)
roundings = st.sampled_from(["round 2 each", "round 1 total", "round 0 each", "round 3 total"])


def _told(rounding: str, filled: Cells, ticks: Ticks) -> CardExplanation:
    entries = [Entry(name=name, cell=cell) for name, cell in filled.items()]
    entries.append(Entry(name="乙二", items=tuple(zip("一二三", ticks, strict=True))))
    ruleset = parse_ruleset(RULES.format(rounding=rounding))
    return explain_card(ruleset.evaluate(Actuals(entries=tuple(entries))).model)


@given(roundings, cells, marks)
def test_everything_lost_is_told(rounding: str, filled: Cells, ticks: Ticks) -> None:
    told = _told(rounding, filled, ticks)
    card = told.card
    low = [line.low for line in card.lines] + [each.adjustment.low for each in told.adjustments]
    high = [line.high for line in card.lines] + [each.adjustment.high for each in told.adjustments]
    assert (card.low, card.high) == (sum(low, Fraction(0)), sum(high, Fraction(0)))
    weights = [line.indicator.weight for line in card.lines if not line.is_dropped]
    gained = [each.adjustment.weight for each in told.adjustments]
    assert card.full == sum(weights + gained, Fraction(0))
    if card.total is not None:
        lost = sum((line.lost or Fraction(0) for line in card.lines), Fraction(0))
        moved = sum((each.lost for each in told.adjustments), Fraction(0))
        assert card.full - card.total == lost + moved


@given(roundings, cells, marks)
def test_sections_and_the_rest_add_up(rounding: str, filled: Cells, ticks: Ticks) -> None:
    told = _told(rounding, filled, ticks)
    rest = [each.adjustment for each in told.adjustments if not each.section]
    weight = sum((section.weight for section in told.sections), Fraction(0))
    low = sum((section.low for section in told.sections), Fraction(0))
    assert told.card.full == weight + sum((each.weight for each in rest), Fraction(0))
    assert told.card.low == low + sum((each.low for each in rest), Fraction(0))


@given(roundings, cells, marks)
def test_an_open_grade_can_be_settled(rounding: str, filled: Cells, ticks: Ticks) -> None:
    told = _told(rounding, filled, ticks)
    found = told.settling
    assert (found is None) == (len(told.card.grades) <= 1)
    if found is not None:
        assert found.names
        order = ["差", "中", "良", "优"]
        assert order.index(found.least) <= order.index(found.most)


@given(roundings, cells, marks)
def test_ranked_reasons_are_all_that_was_lost(rounding: str, filled: Cells, ticks: Ticks) -> None:
    told = _told(rounding, filled, ticks)
    if told.card.total is not None:
        lost = sum((each.points for each in told.losses), Fraction(0))
        assert told.card.full - told.card.total == lost
    for subtotal in told.subtotals:
        settled = all(
            each.is_settled
            for each in told.adjustments
            if each.section[: len(subtotal.path)] == subtotal.path
        )
        if subtotal.lost is not None and settled:
            under = told.losses_under(subtotal.path)
            assert subtotal.lost == sum((each.points for each in under), Fraction(0))
