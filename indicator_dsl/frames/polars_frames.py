"""Frames scored with polars, eager and lazy; pandas and pyarrow frames pass through here too."""

from collections.abc import Callable
from decimal import Decimal
from typing import cast

import polars as pl
import pyarrow as pa

from indicator_dsl.frames import polars_terms as terms
from indicator_dsl.frames.outputs import (
    EXACT_WAY,
    NO_DAY,
    Output,
    in_whole_numbers,
    outputs_of,
    scored_row,
)
from indicator_dsl.frames.sheet import WORK, Plan
from indicator_dsl.frames.terms import Null, Words

Rows = Callable[[pl.Series], pl.Series]
_DIGITS = 38
_EXACT = f"{WORK}_exact"


def scored_lazily(frame: pl.LazyFrame, plan: Plan, *, whole_numbers: bool) -> pl.LazyFrame:
    """The frame with what it scores beside it; nothing is worked out yet.

    Rows set apart are scored when their batch comes by.
    """
    schema = frame.collect_schema()
    outputs = outputs_of(plan)
    staged = _staged(frame, schema, plan)
    apart = pl.col(plan.apart.name) == 1
    named = {name: pl.col(name) for name in plan.columns}
    kept = [pl.col(name) for name in schema.names()]
    if not named:
        return staged.select(
            *kept,
            *_fast(outputs, plan, terms.words, whole_numbers=whole_numbers),
            apart.alias(EXACT_WAY),
        )
    exact = pl.struct(*named.values(), apart.alias(EXACT_WAY)).map_batches(
        _rows(plan, outputs, whole_numbers=whole_numbers),
        return_dtype=pl.Struct(_types(outputs, plan, whole_numbers=whole_numbers)),
        is_elementwise=True,
    )
    told = staged.with_columns(exact.alias(_EXACT))
    values = _fast(outputs, plan, terms.words, whole_numbers=whole_numbers)
    fast = dict(zip((output.name for output in outputs), values, strict=True))
    merged = [
        pl.when(apart).then(pl.col(_EXACT).struct.field(name)).otherwise(value).alias(name)
        for name, value in fast.items()
    ]
    return told.select(*kept, *merged, apart.alias(EXACT_WAY))


def scored(frame: pl.DataFrame, plan: Plan, *, whole_numbers: bool) -> pl.DataFrame:
    """The frame with what it scores beside it."""
    schema = frame.schema
    outputs = outputs_of(plan)
    apart = pl.col(plan.apart.name) == 1
    fast = _fast(outputs, plan, terms.words_in_memory, whole_numbers=True)
    if not whole_numbers:
        fast = [
            value.cast(pl.Decimal(_DIGITS, 0)) if output.is_points else value
            for output, value in zip(outputs, fast, strict=True)
        ]
    staged = _staged(frame.lazy(), schema, plan)
    found = staged.select(*schema.names(), *fast, apart.alias(EXACT_WAY)).collect()
    if not whole_numbers:
        places = plan.ruleset.rounding.places
        points = [_decimals(found[output.name], places) for output in outputs if output.is_points]
        found = found.with_columns(points)
    is_apart = found[EXACT_WAY]
    if not is_apart.any():
        return found
    read = [pl.col(name) for name in plan.columns] or [pl.lit(None).alias(_EXACT)]
    rows = frame.filter(is_apart).select(pl.struct(*read, pl.lit(value=True).alias(EXACT_WAY)))
    told = _rows(plan, outputs, whole_numbers=whole_numbers)(rows.to_series()).struct.unnest()
    places_apart = is_apart.arg_true()
    return found.with_columns(
        found[output.name].scatter(places_apart, told[output.name]).alias(output.name)
        for output in outputs
    )


def _decimals(steps: pl.Series, places: int) -> pl.Series:
    """Steps of 10^-places as decimals: the same bits under another type, nothing is divided."""
    viewed = pl.from_arrow(steps.rechunk().to_arrow().view(pa.decimal128(_DIGITS, places)))
    return cast("pl.Series", viewed).alias(steps.name)


def _staged(frame: pl.LazyFrame, schema: pl.Schema, plan: Plan) -> pl.LazyFrame:
    reads = [
        each
        for reading in plan.readings
        for each in terms.read(reading, pl.col(reading.column.name), schema[reading.column.name])
    ]
    frame = frame.with_columns(*reads)
    for stage in plan.stages:
        frame = frame.with_columns(*(terms.whole(term).alias(name) for name, term in stage))
    return frame


def _fast(
    outputs: tuple[Output, ...],
    plan: Plan,
    worded: Callable[[Words], pl.Expr],
    *,
    whole_numbers: bool,
) -> list[pl.Expr]:
    places = plan.ruleset.rounding.places
    found: list[pl.Expr] = []
    for output in outputs:
        if isinstance(output.term, Words):
            found.append(worded(output.term).alias(output.name))
            continue
        value = _points(output.term, places, whole_numbers=whole_numbers)
        found.append(value.alias(output.name))
    return found


def _points(term: Null, places: int, *, whole_numbers: bool) -> pl.Expr:
    value = terms.points(term)
    if whole_numbers:
        return value
    dtype = pl.Decimal(_DIGITS, places)
    # Both sides have the same scale, and the product needs no more: nothing is rounded.
    return value.cast(dtype) * pl.lit(Decimal((0, (1,), -places)), dtype)


def _types(outputs: tuple[Output, ...], plan: Plan, *, whole_numbers: bool) -> pl.Schema:
    points = pl.Int64() if whole_numbers else pl.Decimal(_DIGITS, plan.ruleset.rounding.places)
    return pl.Schema({o.name: points if o.is_points else pl.String() for o in outputs})


def _rows(plan: Plan, outputs: tuple[Output, ...], *, whole_numbers: bool) -> Rows:
    """What scores those rows of a batch that are set apart, one by one; null for the others."""
    schema = _types(outputs, plan, whole_numbers=whole_numbers)
    names, scale = plan.columns, plan.ruleset.rounding.places

    def score(batch: pl.Series) -> pl.Series:
        frame = batch.struct.unnest()
        apart = frame[EXACT_WAY]
        places = apart.arg_true()
        columns: dict[str, list[object]] = {name: [] for name in schema}
        rows = frame.filter(apart).select(*(name for name in names if name in frame.columns))
        for cells in _cells_of(rows):
            row = scored_row(plan.ruleset, cells)
            told = in_whole_numbers(row, scale) if whole_numbers else row
            for name, values in columns.items():
                values.append(told[name])
        whole = pl.select(
            pl.repeat(None, len(frame), dtype=dtype).alias(name) for name, dtype in schema.items()
        )
        if len(places):
            whole = whole.with_columns(
                whole[name].scatter(places, pl.Series(name, values, dtype=schema[name]))
                for name, values in columns.items()
            )
        return whole.to_struct(batch.name)

    return score


def _cells_of(rows: pl.DataFrame) -> list[dict[str, object]]:
    try:
        return list(rows.iter_rows(named=True))
    except (OverflowError, ValueError):
        columns = {column.name: [_cell(column, n) for n in range(len(rows))] for column in rows}
        return [{name: cells[n] for name, cells in columns.items()} for n in range(len(rows))]


def _cell(column: pl.Series, place: int) -> object:
    try:
        return column[place]
    except (OverflowError, ValueError):
        return NO_DAY
