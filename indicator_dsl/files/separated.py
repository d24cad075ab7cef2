"""Tables of separated values: commas, semicolons or tabs, whichever the head row uses.

Finds the rows; what they mean is said by `tables`.
"""

import csv
import io
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.grid import MOST_COLUMNS, MOST_ROWS, Grid
from indicator_dsl.files.tables import actuals_from_grid, head_of
from indicator_dsl.model import Actuals
from indicator_dsl.source import SourceText
from indicator_dsl.wording import Text

_SEPARATORS: Final = (",", "\t", ";")


class _TooLarge(ValueError):
    pass


def actuals_from_separated(source: SourceText, collector: Collector) -> Actuals | None:
    """The actuals of a table of separated values; None, with a diagnostic, when it is none.

    Example:
        >>> text = "指标,实际完成值,自评得分" + chr(10) + "年办件量,33 万件,20"
        >>> actuals = actuals_from_separated(SourceText("a.csv", text), Collector())
        >>> actuals.entries[0].cell
        '33 万件'
    """
    faults: list[str] = []
    for separator in _SEPARATORS:
        silent = Collector()
        try:
            grid = Grid.of(source.name, _rows(source.text, separator))
        except _TooLarge:
            why = Text("more than {n} rows", "超过 {n} 行").filled(n=MOST_ROWS)
            collector.add(codes.TABLE_TOO_LARGE.of_file(source.name, why=why))
            return None
        except csv.Error as fault:
            faults.append(str(fault))
            continue
        head = head_of(grid, silent)
        if head is not None:
            collector.extend(silent.sorted())
            return actuals_from_grid(grid, head, collector)
    if len(faults) == len(_SEPARATORS):
        collector.add(codes.DATA_MALFORMED.of_file(source.name, kind="CSV", why=faults[0]))
    else:
        collector.add(codes.TABLE_WITHOUT_HEAD.of_file(source.name))
    return None


def _rows(text: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
        if len(rows) == MOST_ROWS:
            raise _TooLarge
        rows.append(row[:MOST_COLUMNS])
    return rows
