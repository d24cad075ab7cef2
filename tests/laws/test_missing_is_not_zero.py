"""Until every value is known there is no total, only bounds that hold whatever the rest will be."""

from fractions import Fraction

from hypothesis import given, strategies as st

from indicator_dsl.scoring import Scorecard, Status
from tests import oracle
from tests.engine import card_of
from tests.strategies import SCALE, Line, Sheet, amounts_for, derived_sheets, sheets, with_gaps


@given(with_gaps(sheets(), least=1))
def test_a_missing_line_leaves_the_total_open(gapped: tuple[Sheet, dict[str, object]]) -> None:
    sheet, cells = gapped
    card = card_of(sheet.text(), cells)
    assert card.total is None
    assert card.grade is None
    for line in card.lines:
        is_missing = line.indicator.name not in cells
        assert is_missing == (line.status is Status.MISSING)
        assert is_missing == (line.earned is None)
        assert is_missing == (line.lost is None)


@given(with_gaps(sheets(), least=1), st.data())
def test_every_completion_lies_within_the_bounds(
    gapped: tuple[Sheet, dict[str, object]], data: st.DataObject
) -> None:
    sheet, cells = gapped
    text = sheet.text()
    open_card = card_of(text, cells)
    for _ in range(3):
        filled = {line.name: _other_actual(line, sheet, data) for line in sheet.lines}
        full = card_of(text, filled | cells)
        assert full.total is not None
        assert open_card.low <= full.total <= open_card.high
        _lines_within(full, open_card)


@given(with_gaps(derived_sheets(), least=1))
def test_bounds_hold_for_derived_lines_too(gapped: tuple[Sheet, dict[str, object]]) -> None:
    sheet, cells = gapped
    open_card, full = card_of(sheet.text(), cells), card_of(sheet.text(), sheet.cells)
    assert open_card.low <= full.low <= full.high <= open_card.high
    _lines_within(full, open_card)


@given(sheets(), st.sampled_from([None, "", "  ", "missing", "缺失", "　"]))
def test_an_empty_cell_is_a_missing_one(sheet: Sheet, nothing: str | None) -> None:
    absent = card_of(sheet.text(), {})
    empty = card_of(sheet.text(), dict.fromkeys(sheet.cells, nothing))
    assert absent.total is None
    assert (absent.low, absent.high) == (empty.low, empty.high)
    assert {Status.MISSING} == {line.status for line in (*absent.lines, *empty.lines)}


@given(sheets())
def test_the_bounds_of_an_empty_sheet_are_nothing_and_everything(sheet: Sheet) -> None:
    card = card_of(sheet.text(), {})
    full = [
        oracle.half_up(line.rule.weight, sheet.rounding.places)
        if sheet.rounding.each
        else line.rule.weight
        for line in sheet.lines
    ]
    assert 0 == card.low
    assert oracle.total(full, sheet.rounding) == card.high


def _lines_within(full: Scorecard, open_card: Scorecard) -> None:
    for closed, opened in zip(full.lines, open_card.lines, strict=True):
        assert opened.low <= closed.low <= closed.high <= opened.high


def _other_actual(line: Line, sheet: Sheet, data: st.DataObject) -> Fraction | str:
    if isinstance(line.rule, oracle.Judgement):
        return data.draw(st.sampled_from(sorted(SCALE)))
    return data.draw(amounts_for(line.rule, sheet.rounding))
