"""A day as an amount, so that an earlier one is less and a later one more.

Knows no form: how a day is read stands in `dates`.
"""

from datetime import date
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.quantities.units import Unit
from indicator_dsl.values import Value

_CALENDAR: Final = Unit("", Fraction(1), (("日历日", 1),))


@frozen(eq=False, repr=False)
class CalendarDay(Value):
    """A day of the calendar, to be held against other days only.

    Args:
        date: The day.

    Example:
        >>> str(CalendarDay(date(2024, 12, 31)))
        '2024-12-31'
    """

    date: date

    @property
    def magnitude(self) -> Fraction:
        """How many days after 31 December of the year 0 it is.

        Example:
            >>> CalendarDay(date(1, 1, 2)).magnitude
            Fraction(2, 1)
        """
        return Fraction(self.date.toordinal())

    @property
    def unit(self) -> Unit:
        """The measure of days of the calendar, which has no text and no other measure equals.

        Example:
            >>> CalendarDay(date(2024, 12, 31)).unit.dimension
            (('日历日', 1),)
        """
        return _CALENDAR

    def __str__(self) -> str:
        return self.date.isoformat()
