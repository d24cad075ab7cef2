"""Rows set apart, as Arrow: cells in, what the scalar engine says of them out, row for row."""

from typing import Final

import pyarrow as pa
from attrs import frozen

from indicator_dsl.frames.outputs import NO_DAY, Output, in_whole_numbers, outputs_of, scored_row
from indicator_dsl.frames.sheet import Plan
from indicator_dsl.model import Ruleset

_NARROW: Final = 18
_BROAD: Final = 38


@frozen(kw_only=True)
class ExactWay:
    """What scores rows one by one; it holds no more than can be sent to another machine.

    `columns` name the cells of a row in their order, `outputs` what comes out, again in order.
    """

    ruleset: Ruleset
    columns: tuple[str, ...]
    outputs: tuple[str, ...]
    whole_numbers: bool

    def scored(self, cells: pa.Array | pa.ChunkedArray, told: pa.DataType) -> pa.Array:
        """A struct of outputs for each struct of cells; null for null."""
        if cells.null_count == len(cells):  # most batches of most files
            return pa.nulls(len(cells), told)
        return pa.array([self._row(row, told) for row in _rows(cells)], type=told)

    def _row(self, cells: dict[str, object] | None, told: pa.DataType) -> dict[str, object] | None:
        if cells is None:
            return None
        row = scored_row(self.ruleset, dict(zip(self.columns, cells.values(), strict=True)))
        places = self.ruleset.rounding.places
        found = in_whole_numbers(row, places) if self.whole_numbers else row
        return {told.field(n).name: found[name] for n, name in enumerate(self.outputs)}


def _rows(cells: pa.Array | pa.ChunkedArray) -> list[dict[str, object] | None]:
    try:
        return cells.to_pylist()  # type: ignore[no-any-return]
    except (OverflowError, ValueError):
        return [{name: _cell(row[name]) for name in row} if row.is_valid else None for row in cells]


def _cell(cell: pa.Scalar) -> object:
    try:
        return cell.as_py()
    except (OverflowError, ValueError):
        return NO_DAY


def exact_way(plan: Plan, *, whole_numbers: bool) -> ExactWay:
    """The exact way of a plan."""
    return ExactWay(
        ruleset=plan.ruleset,
        columns=plan.columns,
        outputs=tuple(output.name for output in outputs_of(plan)),
        whole_numbers=whole_numbers,
    )


def digits_of(output: Output, plan: Plan) -> int:
    """How many digits a column of points needs; a bonus without a cap can make a total large."""
    is_total = output.name.startswith("total")
    return _BROAD if is_total and plan.ruleset.extras else _NARROW


def arrow_type(output: Output, plan: Plan, *, whole_numbers: bool) -> pa.DataType:
    """The Arrow type of a column that comes out."""
    if not output.is_points:
        return pa.string()
    if whole_numbers:
        return pa.int64()
    return pa.decimal128(digits_of(output, plan), plan.ruleset.rounding.places)
