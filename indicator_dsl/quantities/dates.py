"""Days as forms write them.

Knows no calendar but the Gregorian one, and never asks what day it is today.
"""

import re
from datetime import date
from typing import Final, Literal, TypeAlias

from attrs import frozen

from indicator_dsl.quantities.numerals import ascii_numerals

_YEAR = r"(?P<year>[0-9]{4})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_GAP = "[ \u00a0\u3000]*"
_MARKED = re.compile(rf"{_YEAR}(?P<mark>[-/.]){_MONTH}(?P=mark){_DAY}")
_WORDED = re.compile(rf"{_YEAR}{_GAP}年{_GAP}{_MONTH}{_GAP}月(?:{_GAP}{_DAY}{_GAP}日)?")
_MAX_LENGTH: Final = 64
_DECEMBER: Final = 12
_LONG: Final = 31
_SLASH = str.maketrans("／", "/")

DateFault: TypeAlias = Literal["malformed", "impossible"]


class NotADate(ValueError):
    """The refusal of a text as a day: "malformed", or "impossible" as 30 February is."""

    def __init__(self, reason: DateFault, text: str) -> None:
        super().__init__(reason, text)
        self.reason: DateFault = reason
        self.text: str = text

    def __str__(self) -> str:
        if self.reason == "impossible":
            return f"there is no such day: {self.text!r}"
        return f"a day is written as 2024-12-31 or 2024年12月31日: {self.text!r}"


@frozen(kw_only=True)
class DateReading:
    """A day, and whether only its month was written and its last day taken."""

    date: date
    is_month_end_assumed: bool


def _last_day(year: int, month: int) -> int:
    return _LONG if month == _DECEMBER else (date(year, month + 1, 1) - date.resolution).day


def date_from_text(text: str) -> DateReading:
    """The day that `text` names.

    Args:
        text: Year, month and day with `-`, `/` or `.` between them or with 年, 月 and 日; with 年
            and 月 alone it is the month's last day. Full-width digits and marks are welcome.

    Raises:
        NotADate: for any other text, and for a day the calendar does not have.

    Example:
        >>> date_from_text("2024年2月")
        DateReading(date=datetime.date(2024, 2, 29), is_month_end_assumed=True)
    """
    plain = ascii_numerals(text[:_MAX_LENGTH]).translate(_SLASH)
    match = _MARKED.fullmatch(plain) or _WORDED.fullmatch(plain)
    if match is None or len(text) > _MAX_LENGTH:
        raise NotADate("malformed", text[:_MAX_LENGTH])
    year, month = int(match["year"]), int(match["month"])
    try:
        day = int(match["day"]) if match["day"] else _last_day(year, month)
        named = date(year, month, day)
    except ValueError:
        raise NotADate("impossible", text) from None
    return DateReading(date=named, is_month_end_assumed=match["day"] is None)
