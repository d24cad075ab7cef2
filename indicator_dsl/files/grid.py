"""A table as rows of cells, each with its place.

Knows neither the file the table came from nor what its columns mean.
"""

import re
from typing import Final

from attrs import field, frozen

from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.wording import Text

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 64
_BETWEEN: Final = " | "
_BREAKS: Final = re.compile(r"\s+")


@frozen
class Cell:
    """One cell as a reader sees it, where it stands, and what is wrong with it if anything."""

    text: str
    place: Place
    where: Text


@frozen
class Grid:
    """A table under its file's name; row n of the table is line n of `source`.

    Example:
        >>> grid = Grid.of("a.csv", [["指标", "实际值"], ["年办件量", "33 万件"]])
        >>> grid.cell(1, 1).where.en, grid.cell(1, 1).place.text
        ('cell B2', '33 万件')
    """

    source: SourceText
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    sheet: str = ""

    @classmethod
    def of(cls, name: str, rows: "list[list[str]]", sheet: str = "") -> "Grid":
        """The table with these rows."""
        kept = tuple(tuple(_BREAKS.sub(" ", text).strip() for text in row) for row in rows)
        text = "\n".join(_BETWEEN.join(row) for row in kept)
        return cls(SourceText(name, text), kept, sheet)

    def text(self, row: int, column: int) -> str:
        """What a cell shows; empty beyond the end of its row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def cell(self, row: int, column: int) -> Cell:
        """A cell with its place; both are counted from 0."""
        before = self.rows[row][:column]
        start = self.source.line_span(row + 1).start
        start += sum(len(text) + len(_BETWEEN) for text in before)
        shown = self.text(row, column)
        end = min(start + len(shown), len(self.source.text))
        place = Place(self.source, Span(min(start, end), end))
        return Cell(shown, place, self.where(row, column))

    def where(self, row: int, column: int) -> Text:
        """The cell's address as spreadsheets write it."""
        address = f"{column_letters(column)}{row + 1}"
        on = f"{self.sheet}!{address}" if self.sheet else address
        return Text(f"cell {on}", f"单元格 {on}")


def column_letters(column: int) -> str:
    """A column counted from 0 as spreadsheets name it.

    Example:
        >>> column_letters(0), column_letters(25), column_letters(26)
        ('A', 'Z', 'AA')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
