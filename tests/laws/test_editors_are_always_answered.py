"""Whatever stands in a text, every question of an editor is answered, with places inside of it."""

from hypothesis import given, settings, strategies as st

from indicator_dsl.editor import (
    Analysis,
    Refusal,
    Shift,
    analyse_actuals,
    analyse_ruleset,
    completions_at,
    corrections_of,
    definition_at,
    edited,
    every_safe_correction,
    formatting_of,
    hints_of,
    hover_at,
    occurrences,
    outline_of,
    preview_of,
    renaming_at,
    text_named,
    vocabulary_of,
)
from indicator_dsl.source import SourceText, Span
from tests.strategies import ACTUALS, RULESET, damaged


def inside(source: SourceText, span: Span) -> bool:
    return 0 <= span.start <= span.end <= len(source.text)


def asked_everything(analysis: Analysis, offset: int, *, of_actuals: bool) -> None:
    source = analysis.source
    known = vocabulary_of(analysis)
    for each in completions_at(source, offset, known, of_actuals=of_actuals):
        assert inside(source, each.span)
        assert each.span.end == offset
    hover = hover_at(analysis, offset, "zh")
    assert hover is None or inside(source, hover.span)
    definition_at(analysis, offset)
    assert all(inside(source, each.span) for each in occurrences(analysis))
    assert all(inside(source, each.span) for each in outline_of(analysis))
    assert all(0 <= each.offset <= len(source.text) for each in hints_of(analysis))
    for diagnostic in analysis.diagnostics[:2]:
        for correction in corrections_of(analysis, diagnostic):
            assert edited(source.text, correction.edits) != source.text
    for edit in (*formatting_of(source, of_actuals=of_actuals), *every_safe_correction(analysis)):
        assert inside(source, edit.span)
    renamed = renaming_at(analysis, offset, "新名")
    assert isinstance(renamed, Refusal) or renamed


@settings(max_examples=15)
@given(damaged(RULESET), st.integers(0, 3000))
def test_rulesets(text: str, at: int) -> None:
    source = text_named("a.ind", text)
    analysis = analyse_ruleset(source, actuals=text_named("a.act", ACTUALS))
    asked_everything(analysis, min(at, len(source.text)), of_actuals=False)


@settings(max_examples=15)
@given(damaged(ACTUALS), st.integers(0, 900))
def test_actuals(text: str, at: int) -> None:
    source = text_named("a.act", text)
    analysis = analyse_actuals(source, text_named("a.ind", RULESET))
    asked_everything(analysis, min(at, len(source.text)), of_actuals=True)


@settings(max_examples=30)
@given(damaged(RULESET), damaged(RULESET))
def test_what_is_said_of_an_earlier_text_moves_along(before: str, after: str) -> None:
    old, new = text_named("a.ind", before), text_named("a.ind", after)
    shift = Shift.between(old, new)
    for offset in range(0, len(new.text), 7):
        back = shift.back(offset)
        if back is not None:
            assert old.text[back : back + 1] == new.text[offset : offset + 1]
            assert shift.forward(Span(back, back)) == Span(offset, offset)
    for said in preview_of(analyse_ruleset(old), new):
        assert said.place is not None
        assert said.place.source == new
        assert inside(new, said.place.span)
