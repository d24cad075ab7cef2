from datetime import date
from fractions import Fraction

import pytest
from attrs.exceptions import FrozenInstanceError

from indicator_dsl.quantities import BARE, CalendarDay, UnitTable


def test_days_differ_by_the_days_between_them() -> None:
    earlier, later = CalendarDay(date(2024, 2, 28)), CalendarDay(date(2024, 3, 1))
    assert Fraction(2) == later.magnitude - earlier.magnitude
    assert Fraction(1) == CalendarDay(date(1, 1, 1)).magnitude
    assert type(later.magnitude) is Fraction


def test_a_day_is_measured_in_days_of_the_calendar_alone() -> None:
    unit = CalendarDay(date(2024, 12, 31)).unit
    assert ("", Fraction(1), (("日历日", 1),)) == (unit.text, unit.factor, unit.dimension)
    assert unit.is_same_measure(CalendarDay(date(1999, 1, 1)).unit)
    assert not unit.is_same_measure(BARE)
    assert not unit.is_same_measure(UnitTable().unit_from_text("天"))


def test_a_day_is_written_as_iso() -> None:
    assert "2024-01-05" == str(CalendarDay(date(2024, 1, 5)))


def test_a_day_is_a_value() -> None:
    day = CalendarDay(date(2024, 12, 31))
    assert {day} == {CalendarDay(date(2024, 12, 31))}
    with pytest.raises(FrozenInstanceError):
        day.date = date(2025, 1, 1)  # type: ignore[misc] # that is the refusal
