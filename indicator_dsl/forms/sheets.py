"""A sheet of a workbook: its cells by row and column, laid out as they are merged.

Knows no file format.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, frozen

from indicator_dsl.files import column_letters
from indicator_dsl.forms.grids import GridCell, Row, Table
from indicator_dsl.model import FormCell
from indicator_dsl.wording import Text


@define
class Sheet:
    """A sheet: its rows from above, and the cells that hold a formula without a value."""

    title: str
    table: Table
    unworked: Sequence[FormCell] = ()

    @property
    def first(self) -> str:
        """The text of its first cell that holds anything; empty when none does."""
        cells = (cell.text for row in self.table.rows for cell in row)
        return next((text for text in cells if text), "")


@frozen
class Merged:
    """Cells that are one; `bottom` and `right` are outside."""

    top: int
    left: int
    bottom: int
    right: int


def sheet_cell(title: str, row: int, column: int) -> Text:
    """The address of a cell as spreadsheets write it; rows count from 1, columns from 0.

    Example:
        >>> sheet_cell("自评表", 14, 3).en
        'cell 自评表!D14'
    """
    on = f"{title}!{column_letters(column)}{row}"
    return Text(f"cell {on}", f"单元格 {on}")


def laid_rows(
    rows: Mapping[int, Mapping[int, FormCell]], merged: Sequence[Merged]
) -> Iterator[Row]:
    """The rows that hold anything, each cell as wide and as high as it is merged.

    Args:
        rows: Cells by row, then by column.
        merged: What is merged; of two that overlap the upper one counts.

    Example:
        >>> first = {0: FormCell(text="产出"), 1: FormCell(text="20")}
        >>> rows = {1: first, 2: {1: FormCell(text="30")}}
        >>> first, second = laid_rows(rows, [Merged(1, 0, 3, 1)])
        >>> [(each.text, each.is_continued) for each in second]
        [('产出', True), ('30', False)]
    """
    waiting = sorted(merged, key=lambda each: (each.top, each.left), reverse=True)
    hanging: list[tuple[Merged, FormCell]] = []
    for number in sorted(rows):
        cells = rows[number]
        hanging = [each for each in hanging if each[0].bottom > number]
        row = [GridCell(cell, each.left, each.right, is_continued=True) for each, cell in hanging]
        taken = {column for each, _ in hanging for column in range(each.left, each.right)}
        while waiting and waiting[-1].top <= number:
            each = waiting.pop()
            columns = set(range(each.left, each.right))
            if each.top < number or columns & taken:
                continue
            taken |= columns
            cell = cells.get(each.left, FormCell())
            hanging.append((each, cell))
            row.append(GridCell(cell, each.left, each.right))
        row += [GridCell(cell, at, at + 1) for at, cell in cells.items() if at not in taken]
        yield tuple(sorted(row, key=lambda each: each.left))
