"""Whatever completes a card comes to a total and a grade that it held possible."""

from hypothesis import given, strategies as st

from tests.cards import CardSheet, card_for, card_sheets
from tests.engine import ruleset_of


@given(card_sheets() | card_sheets(nested=True) | card_sheets(nested=True, shared=True), st.data())
def test_lines_events_and_what_does_not_apply(sheet: CardSheet, data: st.DataObject) -> None:
    ruleset, entries = ruleset_of(sheet.text()), sheet.entries()
    answered = {line.name for line in sheet.lines if "missing zero" in line.text}
    answered |= {event.name for event in sheet.events if "missing zero" in event.text}
    gone = data.draw(st.lists(st.sampled_from(sorted({*entries} - answered)), unique=True))
    before = card_for(ruleset, entries)
    for name in gone:
        del entries[name]
        after = card_for(ruleset, entries)
        assert after.low <= before.low <= before.high <= after.high
        assert {*before.grades} <= {*after.grades}
        before = after
