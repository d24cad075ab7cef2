"""Days and periods as targets and actuals name them, in the year of the form.

A month, a quarter or a year is its last day: what was done within it was done by then. Where
neither the text nor the form names a year, month and day stand in a year of their own, to be held
against others of that kind only.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from attrs import frozen

from indicator_dsl.wording import Text

_YEAR: Final = r"(?:(?:19|20)\d{2}\s*年度?\s*)"
_DAY_TEXT: Final = re.compile(
    r"(?P<iso>(?P<y>(?:19|20)\d{2})(?P<mark>[-/.])(?P<m>\d{1,2})(?:(?P=mark)(?P<d>\d{1,2}))?)(?!\d)"
    rf"|(?P<span>{_YEAR}?\d{{1,2}}\s*月?\s*(?:\d{{1,2}}\s*日)?\s*[-~至到]\s*(?:(?P<year2>(?:19|20)\d{{2}})\s*年)?\s*"
    r"(?P<last>\d{1,2})\s*月(?:份|底|末)?(?:(?P<last_day>\d{1,2})\s*日)?)"
    rf"|(?P<month>{_YEAR}?(?P<m2>\d{{1,2}})\s*月份?\s*(?:(?P<d2>\d{{1,2}})\s*[日号]|(?P<third>[上中下]旬))?)"
    rf"|(?P<quarter>{_YEAR}?第?(?P<q>[一二三四1234])季度)"
    r"|(?P<whole>(?:19|20)\d{2}\s*年(?:度)?\s*(?P<half>上半年|下半年)?(?:全年|年?底|末|内|终)?)"
    r"|(?P<part>[上下]半年)"
    r"|(?P<this>(?:本|当|全)年(?:度)?(?:底|末|内)?|年(?:底|末|内|终))"
)
_BEFORE: Final = re.compile(r"^(?:年)?(?:底|末|内|终)?\s*(?:之前|以前|前|止|为止|内)")
_QUARTERS: Final = {
    **dict(zip("一二三四", (3, 6, 9, 12), strict=True)),
    "1": 3,
    "2": 6,
    "3": 9,
    "4": 12,
}
_THIRDS: Final = {"上旬": 10, "中旬": 20}
_DECEMBER: Final = 12
_FIGURES: Final = r"(?:19|20)[0-9]{2}(?:[./][0-9]{1,2}){1,2}"
_PERIOD: Final = re.compile(rf"{_FIGURES}\s*[-~至到]+\s*(?P<last>{_FIGURES})")
_EIGHT: Final = re.compile("(?:19|20)[0-9]{6}")
_NOT_DAYS: Final = re.compile(r"[%元人个次件]")
YEARLESS: Final = 2000  # where month and day stand that no year is known of; a leap year


@frozen(kw_only=True)
class DayFound:
    """A day, what was assumed to name it, and whether the text says `by` that day.

    `is_yearless` says that no year is known: only month and day are meant. `is_dated` says that the
    text names a month or a quarter, and not just the end of some year.
    """

    day: date
    is_by: bool
    assumed: tuple[Text, ...]
    is_yearless: bool = False
    is_dated: bool = True


def day_in(text: str, year: int | None) -> DayFound | None:
    """The one day that a text names; None when it names none, several, or another figure beside.

    Args:
        text: In plain text.
        year: The form's, for a text without one; None where the form names none either.

    Example:
        >>> day_in("2023年12月底前", None).day, day_in("9月前", 2022).day
        (datetime.date(2023, 12, 31), datetime.date(2022, 9, 30))
        >>> day_in("1-12月", 2020).day, day_in("12个月", 2020)
        (datetime.date(2020, 12, 31), None)
        >>> day_in("9月前", None).is_yearless
        True
    """
    written, text = text, _last_of(text)
    found = next(_DAY_TEXT.finditer(text), None)
    if found is None:
        return None
    before, after = text[: found.start()], text[found.end() :]
    if re.search(r"\d", before + after) or _NOT_DAYS.search(after[:2]):
        return None
    named = _named(found, year)
    if named is None:
        return None
    day, assumed = named
    tail = f"{found[0][-1:]}{after}" if found[0][-1:] in "底末内终" else after
    is_by = bool(_BEFORE.match(after) or _BEFORE.match(tail)) or bool(
        re.search(r"不迟于|不晚于|早于|≤|<|截[至止]", before)
    )
    iso = day.isoformat()
    if written != text:
        assumed += (Text(f"“{written}” is read as {iso}", f"“{written}”读作 {iso}"),)
    if not (found["d"] or found["d2"]) or not _year_of(found):
        assumed += (
            Text(f"“{found[0]}{after[:2]}” is read as {iso}", f"“{found[0]}{after[:2]}”读作 {iso}"),
        )
    return DayFound(
        day=day,
        is_by=is_by,
        assumed=assumed,
        is_yearless=year is None and _own_year(found) is None,
        is_dated=not (found["part"] or found["this"]),
    )


def _last_of(text: str) -> str:
    """The last day of a period between two days in figures; eight digits as a day."""
    period = _PERIOD.fullmatch(text)
    text = period["last"] if period else text
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if _EIGHT.fullmatch(text) else text


def _named(found: re.Match[str], year: int | None) -> tuple[date, tuple[Text, ...]] | None:
    own = _own_year(found)
    given = int(own) if own else YEARLESS if year is None else year
    month, day = _month_and_day(found)
    try:
        named = date(given, month, day or monthrange(given, month)[1])
    except ValueError:
        return None
    assumed: tuple[Text, ...] = ()
    if not own and year is not None:
        assumed = (
            Text(f"the year of the day is the form's, {given}", f"日期的年份按表上的 {given} 年"),
        )
    return named, assumed


def _own_year(found: re.Match[str]) -> str | None:
    """The year the text itself names; None when it names none."""
    own: str | None = found["year2"]
    return own or _year_of(found)


def _year_of(found: re.Match[str]) -> str | None:
    """The year the day begins with; None when it has none."""
    match = re.match(r"\s*((?:19|20)\d{2})", found[0])
    return match[1] if match else None


def _month_and_day(found: re.Match[str]) -> tuple[int, int | None]:
    """The month, and the day where one is named."""
    if found["iso"]:
        return int(found["m"]), int(found["d"]) if found["d"] else None
    if found["span"]:
        return int(found["last"]), int(found["last_day"]) if found["last_day"] else None
    if found["month"]:
        day = int(found["d2"]) if found["d2"] else _THIRDS.get(found["third"] or "")
        return int(found["m2"]), day
    if found["quarter"]:
        return _QUARTERS[found["q"]], None
    return (6, None) if "上半年" in (found["half"], found["part"]) else (_DECEMBER, None)
