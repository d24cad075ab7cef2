"""A cell shows the very text that was written, and holds the number it was read as."""

from datetime import date
from fractions import Fraction

import pytest

from indicator_dsl.forms.writing.held import held_as_written
from indicator_dsl.quantities import CalendarDay, Quantity, UnitTable


@pytest.mark.parametrize(
    ("text", "number", "unit", "held", "shown"),
    [
        ("332344件", "332344", "件", "332344", 'General"件"'),
        ("332344 件", "332344", "件", "332344", 'General" 件"'),
        ("332344", "332344", "件", "332344", "General"),
        ("99.95%", "99.95", "%", "0.9995", "0.00%"),
        ("100%", "100", "%", "1", "0%"),
        ("95", "95", "%", "95", "General"),
        ("1,523.36万元", "1523.36", "万元", "1523.36", '#,##0.00"万元"'),
        ("100.00", "100", "件", "100", "0.00"),
        ("-3件", "-3", "件", "-3", 'General"件"'),
    ],
)
def test_what_can_be_shown(text: str, number: str, unit: str, held: str, shown: str) -> None:
    observed = Quantity(Fraction(number), UnitTable().unit_from_text(unit))
    found = held_as_written(text, observed)
    assert found is not None
    assert (Fraction(held), shown) == (found.number, found.number_format)
    assert observed.magnitude == Fraction(held) * found.scale.factor


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("33.2344万件", "332344", "件"),  # another number than the one read
        ("约332344件", "332344", "件"),
        ("332344人", "332344", "件"),
        ("1,52.36", "152.36", "元"),
        ("1234567890.1234567", "1234567890.1234567", "元"),  # more digits than a cell holds
        ("", "1", "件"),
    ],
)
def test_what_stays_text(text: str, number: str, unit: str) -> None:
    observed = Quantity(Fraction(number), UnitTable().unit_from_text(unit))
    assert held_as_written(text, observed) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024-11-30", "yyyy-mm-dd"),
        ("2024年11月30日", 'yyyy"年"mm"月"dd"日"'),
        ("2024年11月", None),
        ("2024-11-29", None),
    ],
)
def test_days(text: str, shown: str | None) -> None:
    found = held_as_written(text, CalendarDay(date(2024, 11, 30)))
    assert shown == (None if found is None else found.number_format)
    assert found is None or found.number == 45626  # as spreadsheets count that day
