"""Frames drawn for a sheet, and one frame scored by every engine. Holds no expectation."""

import datetime as dt
import random
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

import duckdb
import polars as pl

from indicator_dsl.frames import evaluate_frame, item_column
from indicator_dsl.model import Ruleset
from tests.cards import CardSheet

INT64: Final = (2**63 - 1, -(2**63))
EDGES: Final = (None, 0, -1, 10**15 - 1, 10**15, -(10**15), 10**17, 10**18, *INT64)
_ROWS: Final = 24


def amounts(values: Iterable[Fraction | int | None], kind: str, suffix: str = "") -> pl.Series:
    """A column of that kind; a value that the kind cannot hold is cut to what it can."""
    kept = list(values)
    if kind == "whole":
        return pl.Series([None if v is None else int(v) for v in kept], dtype=pl.Int64)
    if kind == "decimal":
        scaled = [None if v is None else round(v * 10**4) for v in kept]
        steps = [None if v is None else Decimal(v).scaleb(-4) for v in scaled]
        return pl.Series(steps, dtype=pl.Decimal(30, 4))
    if kind == "float":
        return pl.Series([None if v is None else float(v) for v in kept], dtype=pl.Float64)
    texts = [None if v is None else f"{_plain(v)}{suffix}" for v in kept]
    return pl.Series(texts, dtype=pl.String)


def _plain(value: Fraction | int) -> str:
    steps = round(value * 10**6)
    sign = "-" if steps < 0 else ""
    whole, rest = divmod(abs(steps), 10**6)
    return f"{sign}{whole}.{rest:06d}".rstrip("0").rstrip(".")


def by_every_engine(ruleset: Ruleset, frame: pl.DataFrame) -> dict[str, list[dict[str, object]]]:
    """The scored rows of a frame, by the engine that scored them."""
    connection = duckdb.connect()
    connection.register("sheets", frame.to_arrow())
    relation = evaluate_frame(
        ruleset, connection.sql("SELECT * FROM sheets"), connection=connection
    )
    lazy = evaluate_frame(ruleset, frame.lazy())
    found = {
        "polars": evaluate_frame(ruleset, frame),
        "polars streaming": lazy.collect(engine="streaming"),
        "duckdb": relation.pl(),
        "pandas": pl.from_pandas(
            evaluate_frame(ruleset, frame.to_pandas(use_pyarrow_extension_array=True))
        ),
    }
    connection.close()
    made = [name for name in found["polars"].columns if name not in frame.columns]
    return {engine: table.select(made).to_dicts() for engine, table in found.items()}


def drawn_frame(sheet: CardSheet, seed: int) -> pl.DataFrame:
    """Rows for a sheet: its own answers, other answers, nothing, and what no form should hold."""
    draw = random.Random(seed)  # noqa: S311 - rows for a test
    entries = sheet.entries()
    columns: dict[str, pl.Series] = {}
    for line in sheet.lines:
        entry = entries[line.name]
        if entry.items:
            for item, _ in entry.items:
                columns[item_column(line.name, item)] = _answers(draw)
        else:
            columns[line.name] = _cells(draw, entry.cell)
    columns["收入"] = _chosen(draw, [0, 3, 5, 12, 12, 12, None], pl.Int64())
    for event in sheet.events:
        columns[event.name] = draw.choice(
            [
                _chosen(draw, [0, 1, 2, 30, None, -1], pl.Int64()),
                _chosen(draw, [True, False, None], pl.Boolean()),
                _chosen(draw, ["0", "2", "1.5", "3次", "是", "", None, "?"], pl.String()),
            ]
        )
    return pl.DataFrame(columns)


def _chosen(draw: random.Random, values: Sequence[object], dtype: pl.DataType) -> pl.Series:
    return pl.Series([draw.choice(values) for _ in range(_ROWS)], dtype=dtype)


def _answers(draw: random.Random) -> pl.Series:
    if draw.random() < 0.5:
        return _chosen(draw, [True, False, True, False, None], pl.Boolean())
    return _chosen(draw, ["是", "否", "是", "否", None, "", "√", "?"], pl.String())


def _cells(draw: random.Random, cell: object) -> pl.Series:
    words = str(cell)
    if words.startswith("2024"):
        day = dt.date(2024, 12, 20)
        days = [day + dt.timedelta(n) for n in range(-3, 6)]
        if draw.random() < 0.5:
            return _chosen(draw, [*days, None, dt.date(1, 1, 1)], pl.Date())
        return _chosen(draw, ["2024-12-21", "2024年12月20日", ""], pl.String())
    try:
        base = Fraction(words.split(maxsplit=1)[0])
    except ValueError:
        if words in ("是", "否") and draw.random() < 0.5:
            return _chosen(draw, [True, False, None], pl.Boolean())
        others = [words, words, "优", "良", "差", "部分达成 75 %", "否", None, "", "不适用", "?"]
        return _chosen(draw, others, pl.String())
    near = [base + Fraction(n, 10**k) for n in (-1, 0, 1) for k in (0, 1, 4)]
    values = [draw.choice([*near, *near, *near, *EDGES]) for _ in range(_ROWS)]
    kind = draw.choice(["whole", "decimal", "float", "text"])
    return amounts(values, kind, draw.choice(["", " 件", "件", "%", "万"]))


def rows_of(frame: pl.DataFrame) -> list[Mapping[str, object]]:
    """The rows as cells."""
    return list(frame.iter_rows(named=True))
