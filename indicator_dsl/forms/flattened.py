"""Text that copying a table gives: cells told by tabs, bars or wide gaps, rows by lines.

Knows no column. Which cells were merged is lost, so rows may have fewer cells than the heads.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field

from indicator_dsl.forms.cells import form_cell
from indicator_dsl.forms.grids import Block, Counter, GridCell, Row, Table
from indicator_dsl.wording import Text

_GAP: Final = re.compile(r" {2,}|\u3000+|\xa0{2,}")
_RULE: Final = re.compile(r"[\s|:+-]*-[\s|:+-]*")
_FEWEST: Final = 2
_MOST_LINES: Final = 40  # of one quoted cell


def blocks_from_flattened(text: str, counter: Counter | None = None) -> Iterator[Block]:
    r"""The paragraphs and tables of a text, from the top.

    Args:
        text: What copying gave; lines end with a line feed.
        counter: Refuses what is too much.

    Raises:
        TooLarge: as the counter says.

    Example:
        >>> text = "自评表\n\n\t三级指标\n\t指标值\n\n\t年办件量\n\t20万\n"
        >>> paragraph, table = blocks_from_flattened(text)
        >>> [[cell.text for cell in row] for row in table.rows]
        [['三级指标', '指标值'], ['年办件量', '20万']]
    """
    lines = text.split("\n")
    reading = _Reading(counter or Counter())
    alone = sum(1 for line in lines if _is_cell_line(line))
    joined = sum(1 for line in lines if "\t" in line.strip())
    if alone > joined:
        yield from reading.cell_lines(lines)
    else:
        yield from reading.row_lines(lines)


def _is_cell_line(line: str) -> bool:
    """Whether a line is one cell behind a tab."""
    return line.startswith("\t") and "\t" not in line[1:].strip()


@define
class _Reading:
    counter: Counter
    rows: list[Row] = field(factory=list)

    def cell_lines(self, lines: Sequence[str]) -> Iterator[Block]:
        """A cell a line behind a tab, an empty line between rows; other lines go on with a cell."""
        cells: list[list[str]] = []
        begun = 0
        for number, line in enumerate((*lines, ""), 1):
            if line.startswith("\t"):
                begun = begun if cells else number
                cells += [[part] for part in line[1:].split("\t")] if line.strip() else [[""]]
            elif line.strip():
                if cells:
                    cells[-1].append(line)
                    continue
                yield from self._table()
                yield form_cell(line, _where(number))
            elif cells:
                self._row(["\n".join(parts) for parts in cells], begun)
                cells = []
        if cells:
            self._row(["\n".join(parts) for parts in cells], begun)
        yield from self._table()

    def row_lines(self, lines: Sequence[str]) -> Iterator[Block]:
        """A row a line, its cells between tabs, bars or wide gaps."""
        at = 0
        while at < len(lines):
            number, line = at + 1, lines[at]
            at += 1
            end = _end_of_row(lines, at)
            if end > at or "\t" in line:
                self._row(_unquoted("\n".join(lines[number - 1 : end])), number)
                at = end
                continue
            cells = _parted(line)
            if len(cells) >= _FEWEST:
                self._row(cells, number)
            elif line.strip() and not _RULE.fullmatch(line):
                yield from self._table()
                yield form_cell(line, _where(number))
        yield from self._table()

    def _row(self, texts: Sequence[str], number: int) -> None:
        self.counter.count(len(texts))
        where = _where(number)
        self.rows.append(
            tuple(GridCell(form_cell(text, where), at, at + 1) for at, text in enumerate(texts))
        )

    def _table(self) -> Iterator[Table]:
        if self.rows:
            yield Table(tuple(self.rows), is_aligned=False)
            self.rows = []


def _where(number: int) -> Text:
    return Text(f"line {number}", f"第 {number} 行")


def _parted(line: str) -> list[str]:
    said = line.strip()
    if said.startswith("|") and said.endswith("|") and len(said) > 1:
        return [] if _RULE.fullmatch(said) else [part.strip() for part in said[1:-1].split("|")]
    return [part for part in _GAP.split(said) if part.strip()]


def _end_of_row(lines: Sequence[str], at: int) -> int:
    """Behind which line a row ends whose quoted cell goes on, as spreadsheets copy their cells.

    `at` where it ends with its first line, or where the quotes never close.
    """
    said, end = lines[at - 1], at
    while said.count('"') % 2 and any(part.startswith('"') for part in said.split("\t")):
        if end == len(lines) or end - at == _MOST_LINES:
            return at
        said += "\n" + lines[end]
        end += 1
    return end if "\t" in said else at


def _unquoted(line: str) -> list[str]:
    if '"' not in line:
        return line.split("\t")
    parts = line.split("\t")
    if any(
        part.startswith('"') and part.rstrip().endswith('"') and len(part) > 1 for part in parts
    ):
        return next(csv.reader([line], delimiter="\t"), parts)
    return parts
