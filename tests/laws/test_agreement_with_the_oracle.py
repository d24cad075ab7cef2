"""Every line and every total is, to the last digit, what a second reading of the language gives."""

from fractions import Fraction

from hypothesis import given

from indicator_dsl.scoring import Scorecard
from tests import oracle
from tests.engine import card_of
from tests.strategies import Sheet, derived_sheets, sheets


def agree(sheet: Sheet, card: Scorecard) -> None:
    earned = [sheet.earned(line) for line in sheet.lines]
    assert earned == [line.earned for line in card.lines]
    known = [points for points in earned if points is not None]
    is_known = len(known) == len(earned)
    assert (oracle.total(known, sheet.rounding) if is_known else None) == card.total


@given(sheets())
def test_lines_and_total(sheet: Sheet) -> None:
    card = card_of(sheet.text(), sheet.cells)
    agree(sheet, card)
    for line, scored in zip(sheet.lines, card.lines, strict=True):
        amount = sheet.amount(line)
        if isinstance(line.rule, oracle.Rule) and isinstance(amount, Fraction):
            assert oracle.is_met(line.rule, amount) == scored.is_met
            assert scored.is_met or scored.reason != "met"


@given(derived_sheets())
def test_derived_lines(sheet: Sheet) -> None:
    agree(sheet, card_of(sheet.text(), sheet.cells))
