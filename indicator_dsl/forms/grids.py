"""What every file is brought into: paragraphs and tables, each cell with its place.

Knows neither the file nor what a form is.
"""

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from attrs import define, field, frozen

from indicator_dsl.model import FormCell
from indicator_dsl.wording import Text

MOST_COLUMNS: Final = 256
MOST_ROWS: Final = 20_000
MOST_CELLS: Final = 500_000


class TooLarge(Exception):
    """A table that is not read further, with the reason."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


@define
class Counter:
    """How many rows and cells a file had so far; more than a form can have are refused."""

    rows: int = 0
    cells: int = 0

    def count(self, cells: int, *, rows: int = 1) -> None:
        """Takes one more row in, or none where paragraphs are counted.

        Raises:
            TooLarge: with the row or the cell too many.
        """
        self.rows += rows
        self.cells += cells
        if self.rows > MOST_ROWS:
            raise TooLarge(Text("more than {n} rows", "超过 {n} 行").filled(n=MOST_ROWS))
        if self.cells > MOST_CELLS:
            raise TooLarge(Text("more than {n} cells", "超过 {n} 格").filled(n=MOST_CELLS))


@frozen
class GridCell:
    """A cell of a row and the edges between which it stands; `right` is outside.

    `is_continued` says that it began in a row above. Edges are comparable within one table only;
    they are columns, or lengths where the file knows those.
    """

    cell: FormCell
    left: int
    right: int
    is_continued: bool = False

    @property
    def text(self) -> str:
        """What is written there."""
        return self.cell.text

    @property
    def own_text(self) -> str:
        """What is written there for this row and not for one above."""
        return "" if self.is_continued else self.cell.text

    def overlap(self, left: int, right: int) -> int:
        """How much of it lies between two edges."""
        return max(0, min(self.right, right) - max(self.left, left))


Row: TypeAlias = tuple[GridCell, ...]


@frozen
class Table:
    """Rows of cells. Where `is_aligned` is False, cells that were merged away left no trace."""

    rows: tuple[Row, ...] = field(repr=False)
    is_aligned: bool = True


Block: TypeAlias = FormCell | Table


@frozen
class Spanned:
    """A cell on its way into a grid: how many rows and columns it covers, both at least 1."""

    cell: FormCell
    columns: int = 1
    rows: int = 1


@define
class _Hanging:
    cell: FormCell
    left: int
    right: int
    rows: int


def placed(rows: Iterable[Iterable[Spanned]], counter: Counter | None = None) -> Iterator[Row]:
    """Rows of spanned cells as a grid, the way a browser lays out a table.

    Args:
        rows: From above.
        counter: Refuses what is too much of the whole file.

    Raises:
        TooLarge: as the counter says.

    Example:
        >>> from indicator_dsl.wording import Text
        >>> a, b, c = (FormCell(text=text) for text in "abc")
        >>> first, second = placed([[Spanned(a, rows=2), Spanned(b)], [Spanned(c)]])
        >>> [(each.text, each.left, each.is_continued) for each in second]
        [('a', 0, True), ('c', 1, False)]
    """
    counter = counter or Counter()
    hanging: list[_Hanging] = []
    for spanned in rows:
        row = [GridCell(each.cell, each.left, each.right, is_continued=True) for each in hanging]
        taken = {column for each in hanging for column in range(each.left, each.right)}
        for each in hanging:
            each.rows -= 1
        column = 0
        for one in spanned:
            while column in taken:
                column += 1
            if column >= MOST_COLUMNS:
                break
            right = min(column + max(1, one.columns), MOST_COLUMNS)
            row.append(GridCell(one.cell, column, right))
            if one.rows > 1:
                hanging.append(_Hanging(one.cell, column, right, one.rows - 1))
            column = right
        hanging = [each for each in hanging if each.rows > 0]
        counter.count(len(row))
        yield tuple(sorted(row, key=lambda each: each.left))
