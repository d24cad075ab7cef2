"""Until every value is known there is no total, only bounds that hold whatever the rest will be."""

from fractions import Fraction

from hypothesis import given, strategies as st

from indicator_dsl.scoring import Scorecard, Status
from tests import oracle
from tests.engine import card_of, ruleset_of
from tests.strategies import SCALE, Line, Sheet, amounts_for, derived_sheets, sheets, with_gaps


@given(with_gaps(sheets(), least=1), st.data())
def test_a_missing_line_leaves_the_total_open(
    gapped: tuple[Sheet, dict[str, object]], data: st.DataObject
) -> None:
    sheet, cells = gapped
    ruleset = ruleset_of(sheet.text())
    card = card_of(ruleset, cells)
    assert card.total is None
    assert card.grade is None
    for line in card.lines:
        is_missing = line.indicator.name not in cells
        assert is_missing == (line.status is Status.MISSING)
        assert is_missing == (line.earned is None)
        assert is_missing == (line.lost is None)
    for _ in range(2):
        filled = {line.name: _other_actual(line, sheet, data) for line in sheet.lines}
        _completes(card_of(ruleset, filled | cells), card)


@given(with_gaps(derived_sheets(), least=1))
def test_bounds_hold_for_derived_lines_too(gapped: tuple[Sheet, dict[str, object]]) -> None:
    sheet, cells = gapped
    ruleset = ruleset_of(sheet.text())
    _completes(card_of(ruleset, sheet.cells), card_of(ruleset, cells))


@given(sheets(), st.sampled_from([None, "", "  ", "missing", "缺失", "　"]))
def test_an_empty_sheet_may_earn_nothing_or_everything(sheet: Sheet, nothing: str | None) -> None:
    ruleset = ruleset_of(sheet.text())
    weights = [line.rule.weight for line in sheet.lines]
    if sheet.rounding.each:
        weights = [oracle.half_up(weight, sheet.rounding.places) for weight in weights]
    full = oracle.total(weights, sheet.rounding)
    for cells in ({}, dict.fromkeys(sheet.cells, nothing)):
        card = card_of(ruleset, cells)
        assert {Status.MISSING} == {line.status for line in card.lines}
        assert (None, Fraction(0), full) == (card.total, card.low, card.high)


def _completes(full: Scorecard, open_card: Scorecard) -> None:
    assert open_card.low <= full.low <= full.high <= open_card.high
    for closed, opened in zip(full.lines, open_card.lines, strict=True):
        assert opened.low <= closed.low <= closed.high <= opened.high


def _other_actual(line: Line, sheet: Sheet, data: st.DataObject) -> Fraction | str:
    if isinstance(line.rule, oracle.Judgement):
        return data.draw(st.sampled_from(sorted(SCALE)))
    return data.draw(amounts_for(line.rule, sheet.rounding))
