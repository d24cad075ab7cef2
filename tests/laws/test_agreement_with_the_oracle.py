"""Every line and every total is, to the last digit, what a second reading of the language gives."""

from fractions import Fraction

from hypothesis import given

from tests import oracle
from tests.engine import card_of
from tests.strategies import Sheet, derived_sheets, sheets


@given(sheets())
def test_lines_and_total(sheet: Sheet) -> None:
    card = card_of(sheet.text(), sheet.cells)
    earned = [sheet.earned(line) for line in sheet.lines]
    assert earned == [line.earned for line in card.lines]
    assert oracle.total((e for e in earned if e is not None), sheet.rounding) == card.total


@given(sheets())
def test_met_and_missed(sheet: Sheet) -> None:
    card = card_of(sheet.text(), sheet.cells)
    for line, scored in zip(sheet.lines, card.lines, strict=True):
        amount = sheet.amount(line)
        if isinstance(line.rule, oracle.Rule) and isinstance(amount, Fraction):
            assert oracle.is_met(line.rule, amount) == scored.is_met
            assert scored.is_met or scored.reason != "met"


@given(derived_sheets())
def test_derived_lines(sheet: Sheet) -> None:
    card = card_of(sheet.text(), sheet.cells)
    for line, scored in zip(sheet.lines, card.lines, strict=True):
        assert sheet.earned(line) == scored.earned
    known = [sheet.earned(line) for line in sheet.lines]
    if None in known:
        assert card.total is None
    else:
        assert oracle.total((e for e in known if e is not None), sheet.rounding) == card.total
