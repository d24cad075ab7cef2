"""Every total and grade is, to the last digit, what a second reading of the language gives."""

from hypothesis import given

from tests.cards import CardSheet, card_sheets, scored


@given(card_sheets())
def test_lines_total_and_grade(sheet: CardSheet) -> None:
    card = scored(sheet)
    earned = {line.name: line.filled.earned for line in sheet.lines}
    assert earned == {line.indicator.name: line.earned for line in card.lines}
    assert sheet.total() == card.total == card.low == card.high
    assert sheet.grade() == card.grade


@given(card_sheets(nested=True) | card_sheets(nested=True, shared=True))
def test_headings_within_headings(sheet: CardSheet) -> None:
    card = scored(sheet)
    assert sheet.total() == card.total
    assert sheet.grade() == card.grade
