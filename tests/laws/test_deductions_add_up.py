"""What was lost and what was earned make up the weights, line by line and in total, exactly."""

from fractions import Fraction

from hypothesis import given

from tests import oracle
from tests.engine import card_of
from tests.strategies import Sheet, sheets


@given(sheets())
def test_lost_and_earned(sheet: Sheet) -> None:
    card = card_of(sheet.text(), sheet.cells)
    weights = sum((line.rule.weight for line in sheet.lines), Fraction(0))
    assert weights == card.full
    lost = [line.lost for line in card.lines if line.lost is not None]
    assert len(card.lines) == len(lost)
    for line in card.lines:
        assert line.lost is not None
        assert line.earned is not None
        assert line.indicator.weight == line.lost + line.earned
        assert (line.exact, line.reason) == (line.steps[-1].points, line.steps[-1].reason)
    left = weights - sum(lost, Fraction(0))
    if sheet.rounding.each:
        assert left == card.total
    else:
        assert oracle.half_up(left, sheet.rounding.places) == card.total
