"""A what-if is what a fresh evaluation gives, and its differences add up to the total's."""

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import given, strategies as st

from indicator_dsl.diagnostics import Collector
from indicator_dsl.explanation import Supposition, changes_from, what_if
from indicator_dsl.model import Actuals, Entry
from indicator_dsl.scoring import Scorecard, evaluate
from tests.cards import CardSheet, card_sheets
from tests.engine import ruleset_of

ZERO = Fraction(0)
sheets = card_sheets() | card_sheets(nested=True) | card_sheets(nested=True, shared=True)
cells = st.sampled_from(["0", "3", "12.5", "优", "达成", "部分达成 70 %", "是", "不适用", None])


def _actuals(entries: Mapping[str, Entry]) -> Actuals:
    return Actuals(entries=tuple(entries.values()))


def _as_scored(card: Scorecard) -> tuple[object, ...]:
    return (card.lines, card.low, card.high, card.total, card.grades, card.adjustments)


@given(sheets, st.data())
def test_of_any_values(sheet: CardSheet, data: st.DataObject) -> None:
    rules, entries = ruleset_of(sheet.text()), sheet.entries()
    names = data.draw(st.lists(st.sampled_from(sorted(entries)), min_size=1, max_size=3))
    wanted = [(name, data.draw(cells)) for name in names]
    collector = Collector()
    changes = changes_from(rules, wanted, collector)
    assert not collector.has_errors
    told = what_if(rules, _actuals(entries), changes)

    # What was handed in, written anew with the other cells in place.
    anew = dict(entries)
    for name, cell in wanted:
        anew[name] = Entry(name=name, cell=cell)
    assert _as_scored(evaluate(rules, _actuals(anew))) == _as_scored(told.after.card)
    assert _as_scored(evaluate(rules, _actuals(entries))) == _as_scored(told.before.card)

    low = sum((line.low for line in told.lines), ZERO)
    high = sum((line.high for line in told.lines), ZERO)
    assert told.low == low + sum((step.low for step in told.adjustments), ZERO)
    assert told.high == high + sum((step.high for step in told.adjustments), ZERO)
    still = [line for line in told.lines if not line.is_moved]
    assert all(not line.low and not line.high for line in still)


@given(sheets)
def test_of_the_same_values_nothing_moves(sheet: CardSheet) -> None:
    rules, entries = ruleset_of(sheet.text()), sheet.entries()
    same = [Supposition(name=e.name, cell=e.cell, items=e.items) for e in entries.values()]
    told = what_if(rules, _actuals(entries), same)
    assert told.moved == ()
    assert (ZERO, ZERO) == (told.low, told.high)
    assert told.findings == ()
