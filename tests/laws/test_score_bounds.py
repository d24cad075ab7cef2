"""No line earns less than nothing or more than its weight, and no total leaves its own bounds."""

from hypothesis import given

from tests import oracle
from tests.engine import card_of
from tests.strategies import Sheet, derived_sheets, sheets, with_gaps


@given(with_gaps(sheets() | derived_sheets()))
def test_every_line_and_the_total(gapped: tuple[Sheet, dict[str, object]]) -> None:
    sheet, cells = gapped
    card = card_of(sheet.text(), cells)
    for line in card.lines:
        # A weight of 3.335 points is itself rounded where every line is.
        weight = line.indicator.weight
        full = oracle.half_up(weight, sheet.rounding.places) if sheet.rounding.each else weight
        assert 0 <= line.low <= line.high <= full
        assert line.earned is None or line.low == line.earned == line.high
        assert line.exact is None or 0 <= line.exact <= weight
    assert 0 <= card.low <= card.high
    assert card.high <= oracle.total([line.high for line in card.lines], sheet.rounding)
    assert card.total is None or card.low == card.total == card.high
