"""Rows of text columns as tables, and verdicts as columns. Judges nothing."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

import pyarrow as pa

from indicator_dsl.frames.formulas import guarded
from indicator_dsl.longform.cells import Cells, Sheet, shown
from indicator_dsl.longform.verdicts import NINE, Verdict, difference_of, less

_INT64: Final = 2**63
_TABLE: Final = ("table", "year", "total_weight", "total_score")


def sheets_in(batch: pa.RecordBatch) -> Iterator[Sheet]:
    """The tables of a batch of whole ones, in their order; columns are named by their roles."""
    columns = {
        name: [cell or "" for cell in column.to_pylist()]
        for name, column in zip(batch.schema.names, batch.columns, strict=True)
    }
    blank = [""] * batch.num_rows
    cells = (columns.get(key, blank) for key in Cells._fields)
    rows = list(map(Cells._make, zip(*cells, strict=True)))
    ids = columns["table"]
    others = [columns.get(key, blank) for key in _TABLE[1:]]
    start = 0
    for end in ends_of(ids):
        year, weight, score = (dict.fromkeys(filter(None, each[start:end])) for each in others)
        first, *more = score or ("",)
        yield Sheet(
            ids[start],
            tuple(rows[start:end]),
            year=next(iter(year), ""),
            total_weight=next(iter(weight), ""),
            total_score=first,
            other_totals=tuple(more),
        )
        start = end


def ends_of(ids: Sequence[str]) -> Iterator[int]:
    """Where each run of equal names ends.

    Example:
        >>> list(ends_of(["a", "a", "b"]))
        [2, 3]
    """
    for at in range(1, len(ids)):
        if ids[at] != ids[at - 1]:
            yield at
    if ids:
        yield len(ids)


# ---- out


def _whole(units: Sequence[int | None], places: int, digits: int = 18) -> pa.Array:
    """A column of decimals out of whole units of 10^-places."""
    kind = pa.decimal128(digits, places)
    if any(each is not None and not -_INT64 <= each < _INT64 for each in units):
        return pa.array([None if n is None else Decimal(n).scaleb(-places) for n in units], kind)
    counted = pa.array(units, pa.int64()).cast(pa.decimal128(19, 0))
    return pa.Array.from_buffers(kind, len(counted), counted.buffers(), counted.null_count)


def rows_out(sheets: Sequence[Sheet], verdicts: Sequence[Verdict], places: int) -> pa.RecordBatch:
    """A row for each row that came in."""
    rows = [row for verdict in verdicts for row in verdict.rows]
    names = [name for sheet in sheets for name in [shown(sheet.name)] * len(sheet.rows)]
    numbers = [number for sheet in sheets for number in range(1, len(sheet.rows) + 1)]
    measures = [shown(cells.name) for sheet in sheets for cells in sheet.rows]
    return pa.RecordBatch.from_arrays(
        [
            pa.array(names, pa.string()),
            pa.array(numbers, pa.int32()),
            pa.array(measures, pa.string()),
            _whole([row.earned for row in rows], places),
            _whole([row.low for row in rows], places),
            _whole([row.high for row in rows], places),
            _whole([row.reported for row in rows], NINE, 28),
            _whole([less(row.reported, row.earned, places) for row in rows], NINE, 28),
            pa.array([row.reason for row in rows], pa.string()),
            pa.array([" ".join(row.codes) for row in rows], pa.string()),
        ],
        names=[
            *("table", "row", "indicator", "earned", "low", "high", "reported", "difference"),
            *("reason", "findings"),
        ],
    )


def tables_out(verdicts: Sequence[Verdict], places: int) -> pa.RecordBatch:
    """A row for each table."""
    return pa.RecordBatch.from_arrays(
        [
            pa.array([shown(each.name) for each in verdicts], pa.string()),
            pa.array([len(each.rows) for each in verdicts], pa.int32()),
            _whole([each.weights for each in verdicts], NINE, 28),
            _whole([each.given for each in verdicts], NINE, 28),
            _whole([each.reported for each in verdicts], NINE, 28),
            _whole([each.total for each in verdicts], places),
            _whole([each.low for each in verdicts], places),
            _whole([each.high for each in verdicts], places),
            _whole([difference_of(each, places) for each in verdicts], NINE, 28),
            pa.array([each.left_out for each in verdicts], pa.int32()),
            pa.array([each.grade for each in verdicts], pa.string()),
            pa.array([each.worst for each in verdicts], pa.string()),
            pa.array([len(each.codes) for each in verdicts], pa.int32()),
            pa.array([each.errors for each in verdicts], pa.int32()),
            pa.array([" ".join(dict.fromkeys(each.codes)) for each in verdicts], pa.string()),
            pa.array([each.is_whole for each in verdicts], pa.bool_()),
        ],
        names=[
            *("table", "rows", "weights", "points_given", "reported_total", "total", "total_low"),
            *(
                "total_high",
                "difference",
                "rows_left_out",
                "grade",
                "worst",
                "finding_count",
                "errors",
            ),
            *("findings", "row_by_row"),
        ],
    )


def for_spreadsheets(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The same for a CSV file: no text begins like a formula, no printed point ends in zeros."""
    columns = []
    for field, column in zip(batch.schema, batch.columns, strict=True):
        if pa.types.is_string(field.type):
            columns.append(pa.array([guarded(text) for text in column.to_pylist()], pa.string()))
        elif pa.types.is_decimal(field.type) and field.type.scale == NINE:
            columns.append(pa.array(list(_plain(column.to_pylist())), pa.string()))
        else:
            columns.append(column)
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)


def _plain(numbers: Iterable[Decimal | None]) -> Iterator[str | None]:
    for number in numbers:
        text = None if number is None else f"{number:f}"
        yield text.rstrip("0").rstrip(".") if text and "." in text else text
