"""A method taken from a `default` statement scores like the same method stated on the line."""

from attrs import evolve
from hypothesis import given

from indicator_dsl.model import Measured
from tests import oracle
from tests.engine import card_of
from tests.strategies import Sheet, sheets


@given(sheets(max_lines=1))
def test_inherited_and_stated(sheet: Sheet) -> None:
    (line,) = sheet.lines
    if isinstance(line.rule, oracle.Judgement):
        return
    stated = evolve(sheet, lines=(evolve(line, states_method=True),))
    silent = evolve(sheet, lines=(evolve(line, states_method=False),))
    default = f"default {line.rule.operator} by {line.rule.method}\n"
    first, second = (
        card_of(stated.text(), sheet.cells),
        card_of(default + silent.text(), sheet.cells),
    )
    assert first.total == second.total
    (own,), (inherited,) = first.lines, second.lines
    assert own.steps == inherited.steps
    assert isinstance(inherited.indicator.measure, Measured)
    assert inherited.indicator.measure.is_inherited
