"""Relations and files scored with DuckDB through SQL text.

Rows set apart come back to Python by a function that the connection is given.
"""

import re
from collections.abc import Mapping
from typing import Final
from uuid import uuid4

import duckdb
import duckdb.func
import pyarrow as pa

from indicator_dsl.frames.dialects import DUCKDB
from indicator_dsl.frames.exactly import arrow_type, digits_of, exact_way
from indicator_dsl.frames.outputs import EXACT_WAY, Output, outputs_of
from indicator_dsl.frames.sheet import WORK, Plan
from indicator_dsl.frames.sources import Column, Kind
from indicator_dsl.frames.sql_terms import SqlWriter
from indicator_dsl.frames.terms import Null, Words

_INTEGER_TYPES: Final = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
_UNSIGNED_TYPES: Final = ("UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT")
_KINDS: Final = {
    **dict.fromkeys((*_INTEGER_TYPES, *_UNSIGNED_TYPES), Kind.WHOLE),
    **dict.fromkeys(("DOUBLE", "FLOAT"), Kind.FLOAT),
    **dict.fromkeys(("DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"), Kind.DAY),
    "VARCHAR": Kind.TEXT,
    "BOOLEAN": Kind.TRUTH,
    '"NULL"': Kind.EMPTY,
}
_DECIMAL = re.compile(r"DECIMAL\((?P<digits>\d+),\s*(?P<decimals>\d+)\)")
_EXACT: Final = f"{WORK}_exact"


def column_of(name: str, sql_type: str) -> Column | None:
    """What a column of that SQL type holds; None when this room cannot read it."""
    decimal = _DECIMAL.fullmatch(sql_type)
    if decimal is not None:
        return Column(name, Kind.DECIMAL, int(decimal["decimals"]))
    kind = Kind.TEXT if sql_type.startswith("ENUM(") else _KINDS.get(sql_type)
    return None if kind is None else Column(name, kind)


def columns_of(types: Mapping[str, str]) -> dict[str, Column | None]:
    """What every column of those SQL types holds."""
    return {name: column_of(name, kind) for name, kind in types.items()}


def types_of(source: str, connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The SQL type of every column of a source."""
    described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()  # noqa: S608
    return {str(row[0]): str(row[1]) for row in described}


def scored_sql(
    source: str, types: Mapping[str, str], plan: Plan, exact: str, *, whole_numbers: bool
) -> str:
    """The SELECT that scores `source`; `exact` names the function for rows set apart."""
    writer = SqlWriter(DUCKDB)
    places = plan.ruleset.rounding.places
    cells = [made for reading in plan.readings for made in writer.read(reading)]
    nested = _beside(source, cells, writer)
    for stage in plan.stages:
        nested = _beside(nested, [(name, writer.whole(term)) for name, term in stage], writer)
    apart = f"{writer.name(plan.apart.name)} = 1"
    packed = ", ".join(f"{writer.name(name)} := {writer.name(name)}" for name in plan.columns)
    columns = [writer.name(name) for name in types]
    if plan.columns:
        told = f"CASE WHEN {apart} THEN {exact}(struct_pack({packed})) END"
        nested = _beside(nested, [(_EXACT, told)], writer)
    for output in outputs_of(plan):
        if isinstance(output.term, Words):
            value = writer.words(output.term)
        else:
            digits = digits_of(output, plan)
            value = writer.points(output.term, places, digits, whole_numbers=whole_numbers)
        if plan.columns:
            field = f"struct_extract({writer.name(_EXACT)}, {_text(output.name)})"
            value = f"CASE WHEN {apart} THEN {field} ELSE {value} END"
        columns.append(f"{value} AS {writer.name(output.name)}")
    columns.append(f"({apart}) AS {writer.name(EXACT_WAY)}")
    return f"SELECT {', '.join(columns)} FROM {nested}"  # noqa: S608 - every name is quoted


def _text(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _beside(source: str, made: list[tuple[str, str]], writer: SqlWriter) -> str:
    if not made:
        return source
    told = ", ".join(f"{term} AS {writer.name(name)}" for name, term in made)
    return f"(SELECT *, {told} FROM {source})"  # noqa: S608 - every name is quoted


def exact_function(
    connection: duckdb.DuckDBPyConnection,
    types: Mapping[str, str],
    plan: Plan,
    *,
    whole_numbers: bool,
) -> str:
    """The name of the function, made on the connection, that scores rows the exact way."""
    outputs = outputs_of(plan)
    writer = SqlWriter(DUCKDB)
    taken = ", ".join(f"{writer.name(name)} {types[name]}" for name in plan.columns)
    sql_types = {o.name: _sql_type(o, plan, whole_numbers=whole_numbers) for o in outputs}
    given = ", ".join(f"{writer.name(name)} {kind}" for name, kind in sql_types.items())
    told = pa.struct([(o.name, arrow_type(o, plan, whole_numbers=whole_numbers)) for o in outputs])
    way = exact_way(plan, whole_numbers=whole_numbers)
    name = f"indicator_dsl_exact_{uuid4().hex}"

    def score(cells: pa.ChunkedArray) -> pa.Array:
        return way.scored(cells, told)

    if plan.columns:
        connection.create_function(
            name,
            score,
            [duckdb.type(f"STRUCT({taken})")],
            duckdb.type(f"STRUCT({given})"),
            type=duckdb.func.ARROW,
            null_handling=duckdb.func.SPECIAL,
        )
    return name


def _sql_type(output: Output, plan: Plan, *, whole_numbers: bool) -> str:
    if isinstance(output.term, Null):
        places = plan.ruleset.rounding.places
        return "BIGINT" if whole_numbers else f"DECIMAL({digits_of(output, plan)}, {places})"
    return "VARCHAR"
