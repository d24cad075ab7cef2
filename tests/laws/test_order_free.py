"""The order of lines in ruleset and actuals decides the order of lines and nothing else."""

from attrs import evolve
from hypothesis import given, strategies as st

from indicator_dsl.scoring import Scorecard, evaluate
from tests.engine import actuals_of, ruleset_of
from tests.strategies import Sheet, derived_sheets, sheets, with_gaps


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[Scorecard, Scorecard]:
    """The scorecard of a sheet, and that of the same sheet in another order."""
    sheet, cells = draw(with_gaps(sheets() | derived_sheets()))
    other = evolve(sheet, lines=tuple(draw(st.permutations(sheet.lines))))
    reordered = dict(draw(st.permutations(sorted(cells.items()))))
    return _card(sheet, cells), _card(other, reordered)


def _card(sheet: Sheet, cells: dict[str, object]) -> Scorecard:
    return evaluate(ruleset_of(sheet.text()), actuals_of(cells))


@given(shuffled())
def test_only_the_lines_change_places(cards: tuple[Scorecard, Scorecard]) -> None:
    first, second = cards
    assert (first.total, first.low, first.high) == (second.total, second.low, second.high)
    by_name = {line.indicator.name: line for line in second.lines}
    assert {line.indicator.name: line for line in first.lines} == by_name
    assert len(first.lines) == len(second.lines)
    assert {*first.findings} == {*second.findings}
    assert len(first.findings) == len(second.findings)
    assert {*first.figures} == {*second.figures}
