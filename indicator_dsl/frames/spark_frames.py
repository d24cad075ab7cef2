"""DataFrames of Spark, classic and Connect, scored through SQL expressions.

No name and no setting of the user's comes into SQL text: columns that are read get names of our
own first. Rows set apart come to Python on the machine where they lie.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, cast

import pyarrow as pa
from pyspark.sql import functions as spark

from indicator_dsl.frames.dialects import SPARK
from indicator_dsl.frames.exactly import arrow_type, digits_of, exact_way
from indicator_dsl.frames.outputs import EXACT_WAY, Output, outputs_of
from indicator_dsl.frames.sheet import WORK, Plan
from indicator_dsl.frames.sources import Column, Kind, of_column
from indicator_dsl.frames.sql_terms import SqlWriter
from indicator_dsl.frames.terms import Null, Words

# A DataFrame of either kind; they share no class.
Frame: TypeAlias = Any

_KINDS: Final = {
    **dict.fromkeys(("tinyint", "smallint", "int", "bigint"), Kind.WHOLE),
    **dict.fromkeys(("double", "float"), Kind.FLOAT),
    **dict.fromkeys(("date", "timestamp", "timestamp_ntz"), Kind.DAY),
    "string": Kind.TEXT,
    "boolean": Kind.TRUTH,
    "void": Kind.EMPTY,
}
_DECIMAL: Final = re.compile(r"decimal\(\d+,(?P<decimals>\d+)\)")
_TEXTS: Final = re.compile(r"string collate .*|(?:var)?char\(\d+\)")
_EXACT: Final = f"{WORK}_exact"
_WRITER: Final = SqlWriter(SPARK)


def column_of(name: str, sql_type: str) -> Column | None:
    """What a column of that type holds; None when this room cannot read it.

    Example:
        >>> column_of("满意度", "decimal(18,2)")
        Column(name='满意度', kind=<Kind.DECIMAL: 'decimals'>, decimals=2)
    """
    decimal = _DECIMAL.fullmatch(sql_type)
    if decimal is not None:
        return Column(name, Kind.DECIMAL, int(decimal["decimals"]))
    kind = Kind.TEXT if _TEXTS.fullmatch(sql_type) else _KINDS.get(sql_type)
    return None if kind is None else Column(name, kind)


def columns_of(frame: Frame) -> list[tuple[str, Column | None]]:
    """What every column of a DataFrame holds, in order."""
    kinds = [(field.name, field.dataType.simpleString()) for field in frame.schema.fields]
    return [(name, column_of(name, kind)) for name, kind in kinds]


def scored(frame: Frame, plan: Plan, *, whole_numbers: bool) -> Frame:
    """The DataFrame with what it scores beside it; nothing is worked out yet."""
    made: list[str] = []

    def beside(frame: Frame, terms: Mapping[str, Any]) -> Frame:
        made.extend(terms)
        return frame.select("*", *(term.alias(name) for name, term in terms.items()))

    # Names of our own: those of the frame may hold whatever a parser takes for something else.
    short = {name: f"{WORK}_c{n}" for n, name in enumerate(plan.columns)}
    frame = beside(frame, {mine: spark.col(_quoted(name)) for name, mine in short.items()})
    cells = [
        cell
        for reading in plan.readings
        for cell in _WRITER.read(of_column(reading, short[reading.column.name]))
    ]
    frame = beside(frame, {name: spark.expr(text) for name, text in cells})
    for stage in plan.stages:
        frame = beside(frame, {name: spark.expr(_WRITER.whole(term)) for name, term in stage})
    apart = f"({plan.apart.name} = 1)"
    if plan.columns:
        packed = ", ".join(f"'{mine}', {mine}" for mine in short.values())
        rows = spark.expr(f"CASE WHEN {apart} THEN named_struct({packed}) END")
        frame = beside(frame, {_EXACT: _by_rows(plan, whole_numbers=whole_numbers)(rows)})
    outputs = {
        output.name: spark.expr(_output(n, output, plan, apart, whole_numbers=whole_numbers))
        for n, output in enumerate(outputs_of(plan))
    }
    outputs[EXACT_WAY] = spark.expr(apart)
    frame = frame.select("*", *(term.alias(name) for name, term in outputs.items()))
    return frame.drop(*made)


def _output(n: int, output: Output, plan: Plan, apart: str, *, whole_numbers: bool) -> str:
    if isinstance(output.term, Words):
        value = _WRITER.words(output.term)
    else:
        places, digits = plan.ruleset.rounding.places, digits_of(output, plan)
        value = _WRITER.points(output.term, places, digits, whole_numbers=whole_numbers)
    return f"CASE WHEN {apart} THEN {_EXACT}.o{n} ELSE {value} END" if plan.columns else value


def _by_rows(plan: Plan, *, whole_numbers: bool) -> Callable[[Any], Any]:
    outputs = outputs_of(plan)
    places = plan.ruleset.rounding.places
    types = [
        _sql_type(output, digits_of(output, plan), places, whole_numbers=whole_numbers)
        for output in outputs
    ]
    told = pa.struct(
        [
            (f"o{n}", arrow_type(output, plan, whole_numbers=whole_numbers))
            for n, output in enumerate(outputs)
        ]
    )
    way = exact_way(plan, whole_numbers=whole_numbers)

    def score(cells: pa.Array) -> pa.Array:
        return way.scored(cells, told)

    kind = "struct<" + ",".join(f"o{n}:{each}" for n, each in enumerate(types)) + ">"
    return cast("Callable[[Any], Any]", spark.arrow_udf(score, kind))


def _sql_type(output: Output, digits: int, places: int, *, whole_numbers: bool) -> str:
    if not isinstance(output.term, Null):
        return "string"
    return "bigint" if whole_numbers else f"decimal({digits},{places})"


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
