"""A ruleset in other words, another language or another order differs in nothing."""

from attrs import evolve
from hypothesis import given, strategies as st

from indicator_dsl.explanation import compare_rulesets
from indicator_dsl.syntax import print_ruleset
from indicator_dsl.wording import Lang
from tests.cards import CardSheet, card_sheets
from tests.engine import read_ruleset, ruleset_of


@given(card_sheets() | card_sheets(nested=True), st.sampled_from(["zh", "en"]))
def test_in_another_language(sheet: CardSheet, lang: Lang) -> None:
    file, _ = read_ruleset(sheet.text())
    printed = f"# 另一份\n{print_ruleset(file, lang)}"
    assert not compare_rulesets(ruleset_of(sheet.text()), ruleset_of(printed)).has_changes


@given(card_sheets() | card_sheets(nested=True), st.data())
def test_in_another_order(sheet: CardSheet, data: st.DataObject) -> None:
    other = evolve(
        sheet,
        lines=tuple(data.draw(st.permutations(sheet.lines))),
        events=tuple(data.draw(st.permutations(sheet.events))),
    )
    changes = compare_rulesets(ruleset_of(sheet.text()), ruleset_of(other.text()))
    assert not changes.has_changes
    assert changes.unchanged == len(sheet.lines)


@given(card_sheets(), card_sheets())
def test_a_difference_seen_from_the_other_side(old: CardSheet, new: CardSheet) -> None:
    first, second = ruleset_of(old.text()), ruleset_of(new.text())
    there, back = compare_rulesets(first, second), compare_rulesets(second, first)
    turned = {"added": "removed", "removed": "added", "changed": "changed", "renamed": "renamed"}
    assert sorted(turned[line.kind] for line in there.lines) == sorted(
        line.kind for line in back.lines
    )
    assert {(s.statement, s.name, str(s.before), str(s.after)) for s in there.statements} == {
        (s.statement, s.name, str(s.after), str(s.before)) for s in back.statements
    }
