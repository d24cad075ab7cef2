"""Paragraphs and tables of a saved web page, merged cells as their markup says.

Knows no column. Scripts and styles are not read, nothing is loaded.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define, field

from indicator_dsl.forms.cells import form_cell
from indicator_dsl.forms.grids import (
    MOST_COLUMNS,
    MOST_ROWS,
    Block,
    Counter,
    Spanned,
    Table,
    placed,
)
from indicator_dsl.forms.markup import tokens
from indicator_dsl.wording import Text

_UNREAD: Final = frozenset({"script", "style", "head", "template", "noscript", "svg", "select"})
_BREAKING: Final = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "dd",
        "dt",
        "dl",
        "hr",
        "pre",
        "blockquote",
        "caption",
        "form",
        "center",
        "main",
        "nav",
        "aside",
    ]
)
_CELLS: Final = frozenset({"td", "th"})


def blocks_from_page(text: str, counter: Counter | None = None) -> Iterator[Block]:
    """The paragraphs and tables of a page, from the top; a table within one comes before it.

    Args:
        text: The markup.
        counter: Refuses what is too much.

    Raises:
        TooLarge: as the counter says.

    Example:
        >>> page = "<p>自评表</p><table><tr><td rowspan=2>产出<td>20<tr><td>30</table>"
        >>> paragraph, table = blocks_from_page(page)
        >>> [[cell.text for cell in row] for row in table.rows]
        [['产出', '20'], ['产出', '30']]
    """
    reading = _Reading(counter or Counter())
    for token in tokens(text):
        match token.kind:
            case "open":
                reading.begin(token.name, token.attributes)
            case "close":
                reading.close(token.name)
            case _:
                reading.say(token.name)
        if reading.ready:
            yield from reading.taken()
    reading.end()
    yield from reading.taken()


@define
class _OpenTable:
    number: int
    rows: list[list[Spanned]] = field(factory=list)
    said: list[str] | None = None  # of the cell that is open
    columns: int = 1
    spanned: int = 1

    def end_cell(self) -> None:
        """Closes the cell that is open."""
        if self.said is None:
            return
        row = len(self.rows)
        at = (self.number, row, len(self.rows[-1]) + 1)
        where = Text(
            "table {}, row {}, cell {}".format(*at), "第 {} 表第 {} 行第 {} 格".format(*at)
        )
        cell = form_cell("".join(self.said), where)
        self.rows[-1].append(Spanned(cell, self.columns, self.spanned))
        self.said = None


@define
class _Reading:
    counter: Counter
    number: int = 0
    paragraphs: int = 0
    open: list[_OpenTable] = field(factory=list)
    said: list[str] = field(factory=list)
    unread: list[str] = field(factory=list)
    ready: list[Block] = field(factory=list)

    def taken(self) -> list[Block]:
        """What is complete."""
        ready, self.ready = self.ready, []
        return ready

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Takes in a tag that opens something."""
        if self.unread or tag in _UNREAD:
            if tag in _UNREAD and not (tag == "head" and self.unread):
                self.unread.append(tag)
            if tag in ("body", "table"):
                self.unread.clear()
            if self.unread:
                return
        if tag == "table":
            self._end_paragraph()
            self.number += 1
            self.open.append(_OpenTable(self.number))
        elif tag == "tr" and self.open:
            self.open[-1].end_cell()
            self.open[-1].rows.append([])
            self.counter.count(0)
        elif tag in _CELLS and self.open:
            self._begin_cell(self.open[-1], attributes)
        elif tag in _BREAKING:
            self._break()

    def close(self, tag: str) -> None:
        """Takes in a tag that closes something."""
        if self.unread:
            if tag in self.unread:
                del self.unread[self.unread.index(tag) :]
            return
        if tag == "table" and self.open:
            self._end_table()
        elif tag in _CELLS | {"tr"} and self.open:
            self.open[-1].end_cell()
        elif tag in _BREAKING:
            self._break()

    def say(self, data: str) -> None:
        """Takes in a text."""
        if self.unread:
            return
        text = " ".join(data.replace("\xa0", " ").split()) if data.strip() else " "
        if data[:1].isspace() and text != " ":
            text = f" {text}"
        if data[-1:].isspace() and text != " ":
            text += " "
        if self.open and self.open[-1].said is not None:
            self.open[-1].said.append(text)
        elif not self.open:
            self.said.append(text)

    def end(self) -> None:
        """Closes what is still open."""
        while self.open:
            self._end_table()
        self._end_paragraph()

    def _begin_cell(self, table: _OpenTable, attributes: Mapping[str, str]) -> None:
        table.end_cell()
        if not table.rows:
            table.rows.append([])
        self.counter.count(1, rows=0)
        table.columns = min(_span(attributes.get("colspan")), MOST_COLUMNS)
        table.spanned = min(_span(attributes.get("rowspan")), MOST_ROWS)
        table.said = []

    def _end_table(self) -> None:
        table = self.open.pop()
        table.end_cell()
        self.ready.append(Table(tuple(placed(table.rows, Counter()))))

    def _break(self) -> None:
        if self.open and self.open[-1].said is not None:
            self.open[-1].said.append("\n")
        elif not self.open:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        text = "".join(self.said)
        self.said = []
        if text.strip():
            self.paragraphs += 1
            self.counter.count(1, rows=0)
            where = Text(f"paragraph {self.paragraphs}", f"第 {self.paragraphs} 段")
            self.ready.append(form_cell(text, where))


def _span(value: str | None) -> int:
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 6 else 1  # noqa: PLR2004 - no table is wider
