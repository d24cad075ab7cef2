"""In whatever order lines, sections and entries stand, a card comes to the same."""

from attrs import evolve
from hypothesis import given, strategies as st

from tests.cards import CardSheet, card_for, card_sheets, scored
from tests.engine import ruleset_of


@given(card_sheets() | card_sheets(nested=True) | card_sheets(nested=True, shared=True), st.data())
def test_total_grade_and_lines(sheet: CardSheet, data: st.DataObject) -> None:
    first = scored(sheet)
    other = evolve(
        sheet,
        lines=tuple(data.draw(st.permutations(sheet.lines))),
        events=tuple(data.draw(st.permutations(sheet.events))),
        limits=tuple(data.draw(st.permutations(sheet.limits))),
    )
    entries = dict(data.draw(st.permutations(sorted(other.entries().items(), key=lambda e: e[0]))))
    second = card_for(ruleset_of(other.text()), entries)
    assert (first.total, first.low, first.high) == (second.total, second.low, second.high)
    assert (first.grade, first.grades, first.full) == (second.grade, second.grades, second.full)
    by_name = {line.indicator.name: line for line in second.lines}
    assert {line.indicator.name: line for line in first.lines} == by_name
