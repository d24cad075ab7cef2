"""Tables of an .xlsx file, a sheet each: cells as they are shown, merged ones as they lie.

Knows no column. Formulas are read by the value saved with them; hidden sheets are not read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define, field

from indicator_dsl.forms.archives import Archive, Event, Events, skip, text_within
from indicator_dsl.forms.cells import form_cell
from indicator_dsl.forms.grids import MOST_COLUMNS, Counter, Table
from indicator_dsl.forms.number_formats import BUILT_IN, shown_value
from indicator_dsl.forms.sheets import Merged, Sheet, laid_rows, sheet_cell
from indicator_dsl.model import FormCell
from indicator_dsl.wording import Text

_ADDRESS: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_NO_VALUE: Final = Text("a formula without a saved value", "公式没有保存计算结果")
_MOST_STRINGS: Final = 500_000
_MOST_MERGED: Final = 50_000
_ROWS: Final = 1_048_576


@define
class _Book:
    """What the cells of all sheets refer to."""

    strings: list[str] = field(factory=list)
    formats: list[str] = field(factory=list)
    is_1904: bool = False


def sheets_from_workbook(content: bytes, counter: Counter | None = None) -> Iterator[Sheet]:
    """The sheets of a workbook that can be seen, in their order.

    Args:
        content: The bytes of an .xlsx file.
        counter: Refuses what is too much.

    Raises:
        Unread: when it is damaged, locked, or made to fill the machine.
        TooLarge: as the counter says.

    Example:
        >>> from indicator_dsl.forms.archives import Unread
        >>> try:
        ...     list(sheets_from_workbook(b"no archive"))
        ... except Unread as refusal:
        ...     print(refusal)
        form-broken
    """
    archive, counter = Archive.of(content, ".xlsx"), counter or Counter()
    book = _Book()
    titles: list[tuple[str, str]] = []
    for event in archive.events("xl/workbook.xml"):
        if event.name == "workbookPr":
            book.is_1904 = event.attributes.get("date1904") in ("1", "true")
        elif event.name == "sheet" and event.attributes.get("state", "visible") == "visible":
            titles.append((event.attributes.get("name", ""), event.attributes.get("id", "")))
    parts = _targets(archive)
    if archive.has("xl/sharedStrings.xml"):
        book.strings = _strings(archive.events("xl/sharedStrings.xml"))
    if archive.has("xl/styles.xml"):
        book.formats = _formats(archive.events("xl/styles.xml"))
    for title, key in titles:
        part = parts.get(key, "")
        if archive.has(part):
            yield _Reading(title, book, counter).sheet(archive.events(part))


def _targets(archive: Archive) -> Mapping[str, str]:
    """Where the parts of a workbook lie, by the key it calls them."""
    found = {}
    for event in archive.events("xl/_rels/workbook.xml.rels"):
        if event.name == "Relationship" and event.kind == "start":
            target = event.attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else f"xl/{target}"
            found[event.attributes.get("Id", "")] = path
    return found


def _strings(events: Events) -> list[str]:
    found: list[str] = []
    for event in events:
        if event.kind == "start" and event.name == "si" and len(found) < _MOST_STRINGS:
            found.append(text_within(events, "t", without=frozenset({"rPh", "phoneticPr"})))
    return found


def _formats(events: Events) -> list[str]:
    """The number format of every style of a cell."""
    own: dict[int, str] = {}
    styles: list[str] = []
    is_used = False
    for event in events:
        if event.name == "cellXfs":
            is_used = event.kind == "start"
        elif event.kind == "start" and event.name == "numFmt":
            own[_whole(event, "numFmtId")] = event.attributes.get("formatCode", "")
        elif event.kind == "start" and event.name == "xf" and is_used:
            number = _whole(event, "numFmtId")
            styles.append(own.get(number, BUILT_IN.get(number, "")))
    return styles


@define
class _Reading:
    title: str
    book: _Book
    counter: Counter
    rows: dict[int, dict[int, FormCell]] = field(factory=dict)
    merged: list[Merged] = field(factory=list)
    unworked: list[FormCell] = field(factory=list)

    def sheet(self, events: Events) -> Sheet:
        """The sheet, from the events of its part."""
        row = column = 0
        for event in events:
            if event.kind != "start":
                continue
            if event.name == "row":
                row, column = _whole(event, "r", row + 1), 0
            elif event.name == "c":
                at = _ADDRESS.fullmatch(event.attributes.get("r", ""))
                column = _column(at[1]) if at else column + 1
                if 0 < column <= MOST_COLUMNS and 0 < row <= _ROWS:
                    self._take(event, events, row, column)
                else:
                    skip(events)
            elif event.name == "mergeCell" and len(self.merged) < _MOST_MERGED:
                self._merge(event.attributes.get("ref", ""))
        return Sheet(self.title, Table(tuple(laid_rows(self.rows, self.merged))), self.unworked)

    def _take(self, event: Event, events: Events, row: int, column: int) -> None:
        kind, style = event.attributes.get("t", "n"), _whole(event, "s")
        value, has_formula, depth = "", False, 1
        for inner in events:
            if inner.kind == "end":
                depth -= 1
                if not depth:
                    break
            elif inner.kind == "start" and inner.name == "v":
                value = text_within(events)
            elif inner.kind == "start" and inner.name == "is":
                value = text_within(events, "t", without=frozenset({"rPh"}))
            elif inner.kind == "start":
                has_formula = has_formula or inner.name == "f"
                skip(events)
        where = sheet_cell(self.title, row, column - 1)
        if value:
            text, remark = self._shown(value, kind, style)
            cell = form_cell(text, where, remark)
        elif has_formula and kind != "str":
            cell = FormCell(where=where, remark=_NO_VALUE)
            self.unworked.append(cell)
        else:
            return
        if row not in self.rows:
            self.counter.count(0)
            self.rows[row] = {}
        self.counter.count(1, rows=0)
        self.rows[row][column - 1] = cell

    def _shown(self, value: str, kind: str, style: int) -> tuple[str, Text | None]:
        """The text of a value, and what is to be said of it."""
        if kind == "s":
            at = int(value) if value.isascii() and value.isdigit() and len(value) < 8 else -1  # noqa: PLR2004 - beyond any list
            return (self.book.strings[at] if 0 <= at < len(self.book.strings) else ""), None
        if kind == "b":
            return ("是" if value == "1" else "否"), None
        if kind != "n":
            return value, None
        number_format = self.book.formats[style] if 0 <= style < len(self.book.formats) else ""
        try:
            return shown_value(float(value), number_format, is_1904=self.book.is_1904)
        except (ValueError, OverflowError):
            return value, None

    def _merge(self, reference: str) -> None:
        corners = [_ADDRESS.fullmatch(part) for part in reference.split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:  # noqa: PLR2004 - two corners
            (left, top), (right, bottom) = ((_column(c[1]) - 1, int(c[2])) for c in corners if c)
            if left <= right and top <= bottom and left < MOST_COLUMNS:
                right = min(right + 1, MOST_COLUMNS)
                self.merged.append(Merged(top, left, bottom + 1, right))


def _whole(event: Event, key: str, otherwise: int = 0) -> int:
    text = event.attributes.get(key, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else otherwise  # noqa: PLR2004 - no row or style has more


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
