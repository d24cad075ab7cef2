"""A table of separated values: commas, semicolons or tabs, whichever parts it best."""

import csv
import io
from typing import Final

from indicator_dsl import codes
from indicator_dsl.files import column_letters
from indicator_dsl.forms.archives import Unread
from indicator_dsl.forms.cells import form_cell
from indicator_dsl.forms.grids import MOST_COLUMNS, Counter, GridCell, Row, Table
from indicator_dsl.wording import Text, same

_SEPARATORS: Final = (",", "\t", ";")
_SAMPLE: Final = 64 * 1024


def table_from_separated(text: str, counter: Counter | None = None) -> Table:
    """The table of a text of separated values.

    Args:
        text: The whole text.
        counter: Refuses what is too much.

    Raises:
        Unread: when it is no such text.
        TooLarge: as the counter says.

    Example:
        >>> table = table_from_separated('三级指标,指标值' + chr(10) + '"年办件量","≥ 20,000"')
        >>> [cell.text for cell in table.rows[1]]
        ['年办件量', '≥ 20,000']
    """
    counter = counter or Counter()
    sample = text[:_SAMPLE]
    separator = max(_SEPARATORS, key=lambda each: (sample.count(each), each == ","))
    rows: list[Row] = []
    try:
        for number, texts in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ):
            counter.count(len(texts[:MOST_COLUMNS]))
            rows.append(_row(texts[:MOST_COLUMNS], number + 1))
    except csv.Error as fault:
        raise Unread(codes.FORM_BROKEN, kind="CSV", why=same(str(fault))) from fault
    return Table(tuple(rows))


def _row(texts: list[str], number: int) -> Row:
    return tuple(
        GridCell(form_cell(text, _where(at, number)), at, at + 1) for at, text in enumerate(texts)
    )


def _where(column: int, number: int) -> Text:
    address = f"{column_letters(column)}{number}"
    return Text(f"cell {address}", f"单元格 {address}")
