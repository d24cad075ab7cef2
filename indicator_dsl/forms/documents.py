"""Paragraphs and tables of a .docx file, its merged cells from the markup itself.

Knows no column. What was deleted with changes tracked, and field codes, are not read.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define, field

from indicator_dsl.forms.archives import Archive, Events, skip
from indicator_dsl.forms.cells import form_cell
from indicator_dsl.forms.grids import MOST_COLUMNS, Block, Counter, GridCell, Row, Table
from indicator_dsl.model import FormCell
from indicator_dsl.wording import Text

_PART: Final = "word/document.xml"
_SKIPPED: Final = frozenset(
    [
        "pPr",
        "rPr",
        "sectPr",
        "tblPr",
        "tblGrid",
        "sdtPr",
        "sdtEndPr",
        "del",
        "moveFrom",
        "Fallback",
        "instrText",
        "delText",
        "delInstrText",
        "rt",
        "tblPrEx",
        "ctrlPr",
    ]
)
_WRITTEN: Final[Mapping[str, str]] = {
    "br": "\n",
    "cr": "\n",
    "tab": " ",
    "ptab": " ",
    "noBreakHyphen": "-",
}
# Signs of the font Symbol, which documents name by their place in it.
_SYMBOLS: Final[Mapping[int, str]] = {
    0xA3: "≤",
    0xB3: "≥",
    0xB9: "≠",
    0xB1: "±",
    0xB4: "×",
    0xB8: "÷",
    0xB0: "°",
    0xBB: "≈",
    0x25: "%",
    0x2B: "+",
    0x2D: "−",
    0x3C: "<",
    0x3D: "=",
    0x3E: ">",
}
_PRIVATE: Final = 0xF000
_OF_A_PARAGRAPH: Final = 5  # counts as so many cells: no report has 100 000


def blocks_from_document(content: bytes, counter: Counter | None = None) -> Iterator[Block]:
    """The paragraphs and tables of a document, from the top; a table within one comes after it.

    Args:
        content: The bytes of a .docx file.
        counter: Refuses what is too much.

    Raises:
        Unread: when it is damaged, locked, or made to fill the machine.
        TooLarge: as the counter says.

    Example:
        >>> from indicator_dsl.forms.archives import Unread
        >>> try:
        ...     list(blocks_from_document(b"no archive"))
        ... except Unread as refusal:
        ...     print(refusal)
        form-broken
    """
    archive = Archive.of(content, ".docx")
    yield from _Reading(counter or Counter()).blocks(archive.events(_PART))


@define
class _Cell:
    """What the markup says of a cell: columns it covers, and whether it goes on with one."""

    span: int = 1
    is_continued: bool = False
    is_absorbed: bool = False
    lines: list[str] = field(factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@define
class _Reading:
    counter: Counter
    tables: int = 0
    paragraphs: int = 0
    inner: list[Table] = field(factory=list)

    def blocks(self, events: Events) -> Iterator[Block]:
        for event in events:
            if event.kind != "start":
                continue
            if event.name == "p":
                self.paragraphs += 1
                self.counter.count(_OF_A_PARAGRAPH, rows=0)
                where = Text(f"paragraph {self.paragraphs}", f"第 {self.paragraphs} 段")
                yield from self._paragraph(events, where)
            elif event.name == "tbl":
                self.inner = []
                yield self._table(events)
                yield from self.inner
            elif event.name in _SKIPPED:
                skip(events)

    def _paragraph(self, events: Events, where: Text) -> Iterator[FormCell]:
        lines: list[str] = []
        self._text(events, lines)
        cell = form_cell("\n".join(lines), where)
        if cell:
            yield cell

    def _text(self, events: Events, lines: list[str]) -> None:
        """The text of a paragraph; those of a text box in it come before it."""
        said: list[str] = []
        depth, inside = 1, False
        for event in events:
            if event.kind == "text":
                if inside:
                    said.append(event.name)
            elif event.kind == "end":
                depth -= 1
                inside = False
                if not depth:
                    break
            elif event.name in _SKIPPED:
                skip(events)
            elif event.name == "p":
                self._text(events, lines)
            elif event.name == "tbl":
                self.inner.append(self._table(events))
            else:
                depth += 1
                inside = event.name == "t"
                said.append(_WRITTEN.get(event.name) or _symbol(event.name, event.attributes))
        lines.append("".join(said))

    def _table(self, events: Events) -> Table:
        self.tables += 1
        number, depth = self.tables, 1
        rows: list[Row] = []
        above: list[GridCell] = []
        for event in events:
            if event.kind == "end":
                depth -= 1
                if not depth:
                    break
            elif event.kind == "start":
                if event.name == "tr":
                    cells, before, is_deleted = self._row(events)
                    if not is_deleted:
                        where = (number, len(rows) + 1)
                        row = self._placed(cells, before, above, where)
                        self.counter.count(len(row))
                        rows.append(row)
                        above = list(row)
                elif event.name in _SKIPPED:
                    skip(events)
                else:
                    depth += 1
        return Table(tuple(rows))

    def _row(self, events: Events) -> tuple[list[_Cell], int, bool]:
        """The cells of a row, how many columns stand empty before them, whether it is deleted."""
        cells: list[_Cell] = []
        before, depth, is_deleted, in_facts = 0, 1, False, False
        for event in events:
            if event.kind == "end":
                depth -= 1
                in_facts = in_facts and event.name != "trPr"
                if not depth:
                    break
            elif event.kind == "start":
                if event.name == "tc":
                    cells.append(self._cell(events))
                elif event.name in _SKIPPED and not (in_facts and event.name == "del"):
                    skip(events)
                else:
                    depth += 1
                    in_facts = in_facts or event.name == "trPr"
                    is_deleted = is_deleted or (in_facts and event.name == "del")
                    if event.name == "gridBefore":
                        before = _count(event.attributes.get("val"))
        return cells, before, is_deleted

    def _cell(self, events: Events) -> _Cell:
        cell, depth = _Cell(), 1
        for event in events:
            if event.kind == "end":
                depth -= 1
                if not depth:
                    break
            elif event.kind == "start":
                if event.name == "p":
                    self._text(events, cell.lines)
                elif event.name == "tbl":
                    self.inner.append(self._table(events))
                elif event.name in _SKIPPED:
                    skip(events)
                else:
                    depth += 1
                    value = event.attributes.get("val")
                    if event.name == "gridSpan":
                        cell.span = max(1, _count(value))
                    elif event.name in ("vMerge", "hMerge") and value != "restart":
                        cell.is_continued = cell.is_continued or event.name == "vMerge"
                        cell.is_absorbed = cell.is_absorbed or event.name == "hMerge"
        return cell

    def _placed(
        self, cells: list[_Cell], before: int, above: list[GridCell], where: tuple[int, int]
    ) -> Row:
        """A row in the grid; a cell that goes on with the one above is that cell."""
        row: list[GridCell] = []
        column = min(before, MOST_COLUMNS)
        for cell in cells:
            left, right = column, min(column + cell.span, MOST_COLUMNS)
            column = right
            if cell.is_absorbed and row and not cell.text.strip():
                last = row.pop()
                row.append(GridCell(last.cell, last.left, right, last.is_continued))
                continue
            master = next((each for each in above if each.left == left), None)
            if cell.is_continued and master and not cell.text.strip():
                row.append(GridCell(master.cell, left, right, is_continued=True))
                continue
            at = Text(
                f"table {where[0]}, row {where[1]}, column {left + 1}",
                f"第 {where[0]} 表第 {where[1]} 行第 {left + 1} 列",
            )
            row.append(GridCell(form_cell(cell.text, at), left, right))
        return tuple(row)


def _count(value: str | None) -> int:
    return min(int(value), MOST_COLUMNS) if value and value.isascii() and value.isdigit() else 0


def _symbol(name: str, attributes: Mapping[str, str]) -> str:
    """The sign a document names by font and place; empty for anything else."""
    if name != "sym":
        return ""
    try:
        place = int(attributes.get("char", ""), 16)
    except ValueError:
        return ""
    low = place - _PRIVATE if place >= _PRIVATE else place
    if "symbol" in attributes.get("font", "").casefold() and low in _SYMBOLS:
        return _SYMBOLS[low]
    return chr(place) if 0 < place < _PRIVATE else "\N{REPLACEMENT CHARACTER}"
