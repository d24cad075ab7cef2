"""Step by step the way from the full score ends exactly at the total, known or bounded."""

from collections.abc import Mapping
from itertools import pairwise

from hypothesis import given, strategies as st

from indicator_dsl.explanation import CardExplanation, explain_card, waterfall_of
from indicator_dsl.model import Entry
from indicator_dsl.scoring import Scorecard
from tests.cards import CardSheet, card_for, card_sheets, scored
from tests.engine import ruleset_of

SHEETS = card_sheets() | card_sheets(nested=True) | card_sheets(nested=True, shared=True)


def check(card: Scorecard) -> None:
    told: CardExplanation = explain_card(card)
    falls = waterfall_of(told)
    first, last = falls[0], falls[-1]
    assert (first.kind, last.kind) == ("full", "total")
    assert first.after.low == first.after.high == card.full
    assert (last.after.low, last.after.high) == (card.low, card.high)
    assert all(fall.after.low <= fall.after.high for fall in falls)
    for before, after in pairwise(falls):
        assert before.after == after.before
        assert after.after == after.before.plus(after.change)
    losses = [fall.change.low for fall in falls if fall.kind == "line" and fall.change.is_settled]
    assert losses == sorted(loss for loss in losses if loss < 0) + [n for n in losses if n > 0]


def names_in_order(told: CardExplanation) -> tuple[list[str], list[str]]:
    """The lines that lost points as the losses rank them, and as the way to the total has them."""
    deductions = [each.line.indicator.name for each in told.deductions]
    falls = [fall.name.en for fall in waterfall_of(told) if fall.kind == "line"]
    return [name for name in deductions if name in falls], [n for n in falls if n in deductions]


def part_of(sheet: CardSheet, data: st.DataObject) -> Mapping[str, Entry]:
    entries = sheet.entries()
    kept = data.draw(st.sets(st.sampled_from(sorted(entries))))
    return {name: entry for name, entry in entries.items() if name in kept}


@given(SHEETS)
def test_of_a_settled_card(sheet: CardSheet) -> None:
    check(scored(sheet))
    ranked, falling = names_in_order(explain_card(scored(sheet)))
    assert ranked == falling


@given(SHEETS, st.data())
def test_of_a_card_with_gaps(sheet: CardSheet, data: st.DataObject) -> None:
    check(card_for(ruleset_of(sheet.text()), part_of(sheet, data)))
