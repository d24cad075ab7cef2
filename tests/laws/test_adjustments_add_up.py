"""The lines and the steps after them add up to the total, exactly, known or bounded."""

from fractions import Fraction

from hypothesis import given, strategies as st

from indicator_dsl.scoring import Scorecard
from tests.cards import CardSheet, card_for, card_sheets, scored
from tests.engine import ruleset_of

ZERO = Fraction(0)


def check_bounds(card: Scorecard) -> None:
    low = sum((line.low for line in card.lines), ZERO)
    high = sum((line.high for line in card.lines), ZERO)
    assert card.low == low + sum((step.low for step in card.adjustments), ZERO)
    assert card.high == high + sum((step.high for step in card.adjustments), ZERO)


@given(card_sheets() | card_sheets(nested=True) | card_sheets(nested=True, shared=True))
def test_of_a_settled_card(sheet: CardSheet) -> None:
    card = scored(sheet)
    earned = sum((line.earned for line in card.lines if line.earned is not None), ZERO)
    assert all(step.low == step.high for step in card.adjustments)
    assert card.total == earned + sum((step.low for step in card.adjustments), ZERO)
    check_bounds(card)


@given(card_sheets() | card_sheets(nested=True) | card_sheets(nested=True, shared=True), st.data())
def test_of_a_card_with_gaps(sheet: CardSheet, data: st.DataObject) -> None:
    entries = sheet.entries()
    kept = data.draw(st.sets(st.sampled_from(sorted(entries))))
    check_bounds(
        card_for(ruleset_of(sheet.text()), {n: e for n, e in entries.items() if n in kept})
    )
