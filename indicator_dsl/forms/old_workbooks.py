"""Tables of a workbook of the old kind, .xls, a sheet each: values without their formats.

Needs python-calamine, which is loaded when the first one is read.
"""

import io
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from indicator_dsl import codes
from indicator_dsl.files import shown_day
from indicator_dsl.forms.archives import Unread, broken
from indicator_dsl.forms.cells import form_cell
from indicator_dsl.forms.grids import MOST_COLUMNS, Counter, Table
from indicator_dsl.forms.number_formats import shown_value
from indicator_dsl.forms.sheets import Merged, Sheet, laid_rows, sheet_cell
from indicator_dsl.model import FormCell

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_KIND: Final = ".xls"


def sheets_from_old_workbook(content: bytes, counter: Counter | None = None) -> Iterator[Sheet]:
    """The sheets of a workbook of the old kind that can be seen, in their order.

    Args:
        content: The bytes of an .xls file.
        counter: Refuses what is too much.

    Raises:
        Unread: when it is damaged or locked, or the library for it is missing.
        TooLarge: as the counter says.

    Example:
        >>> try:
        ...     list(sheets_from_old_workbook(b"no workbook"))
        ... except Unread as refusal:
        ...     print(refusal.code.name in ("form-broken", "form-extra-missing"))
        True
    """
    counter = counter or Counter()
    book = _book(content)
    for number, facts in enumerate(book.sheets_metadata):
        if not str(facts.visible).endswith(".Visible"):
            continue
        try:
            sheet = book.get_sheet_by_index(number)
            counter.count(0, rows=sheet.total_height)
            counter.count(sheet.total_height * min(sheet.total_width, MOST_COLUMNS), rows=0)
            rows = _rows(sheet)
            merged = [
                Merged(top + 1, left, bottom + 2, min(right + 1, MOST_COLUMNS))
                for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
                if left < MOST_COLUMNS
            ]
        except (RuntimeError, ValueError, OSError, IndexError) as fault:
            raise broken(_KIND, fault) from fault
        yield Sheet(facts.name, Table(tuple(laid_rows(rows, merged))))


def _book(content: bytes) -> "CalamineWorkbook":
    try:
        import python_calamine  # noqa: PLC0415 - an extra, and only for files of the old kind
    except ImportError as fault:
        raise Unread(codes.FORM_EXTRA_MISSING) from fault
    try:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except python_calamine.PasswordError as fault:
        raise Unread(codes.FORM_LOCKED) from fault
    except Exception as fault:  # whatever a damaged file makes the library do
        raise broken(_KIND, fault) from fault


def _rows(sheet: "CalamineSheet") -> dict[int, dict[int, FormCell]]:
    rows: dict[int, dict[int, FormCell]] = {}
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        cells = {
            at: form_cell(text, sheet_cell(sheet.name, number, at))
            for at, value in enumerate(values[:MOST_COLUMNS])
            if (text := _text(value))
        }
        if cells:
            rows[number] = cells
    return rows


def _text(value: float | str | bool | date | time | timedelta) -> str:  # noqa: FBT001 - what a cell holds
    match value:
        case bool():
            return "是" if value else "否"
        case int() | float():
            return shown_value(value, "")[0]
        case date():
            return shown_day(value, "")
        case _:
            return str(value)
