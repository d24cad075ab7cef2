"""Many sheets of rulesets/chaoyang-window-2024 at once, by the library and by hand.

By hand twice: a float64 polars expression that rounds by floor, and exact SQL for DuckDB. Both say
the same columns as the library. Wrong points of the float expression are counted, not timed away.
"""

from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Final

import duckdb
import numpy as np
import polars as pl

from bench.measuring import LONG_ENOUGH, Figure, measured
from indicator_dsl import load_ruleset
from indicator_dsl.frames import Batch, Job, run

RULESET: Final = load_ruleset("chaoyang-window-2024")
LABELS: Final = ("优", "良", "中", "低", "差")
SHARES: Final = (100, 80, 60, 30, 0)
SERVICE: Final = "为办事群众提供进驻可事项现场咨询受理服务"
_GRADES: Final = ((90, "优"), (80, "良"), (60, "中"))


def sheets(rows: int, seed: int = 1) -> pl.DataFrame:
    """Sheets of whole numbers and decimals; every second one has ties in the rounding."""
    draw = np.random.default_rng(seed)
    labels = np.array(LABELS)
    cases = draw.integers(0, 300_000, rows)
    cases[::2] = cases[::2] // 100 * 100 + 50
    budget = draw.integers(1, 10**8, rows)
    budget[::2] = 2_000 * draw.integers(1, 50_000, len(budget[::2]))
    executed = (budget * draw.uniform(0.5, 1.1, rows)).astype(np.int64)
    executed[::2] = budget[::2] // 2_000 * draw.integers(1_000, 2_200, len(budget[::2]))
    whole = {
        "全年预算数": budget,
        "全年执行数": executed,
        "项目开展进度": draw.integers(1, 20_000, rows),
        "年度项目成本": draw.integers(1, 400_000, rows),
        "办事群众满意度": draw.integers(0, 10_001, rows),
    }
    cent, two = Decimal("0.01"), pl.Decimal(18, 2)
    return pl.DataFrame(
        {"编号": np.arange(rows), "年办件量": cases}
        | {SERVICE: draw.choice(labels, rows), "政务服务水平": draw.choice(labels, rows)}
        | whole
    ).with_columns((pl.col(name).cast(two) * pl.lit(cent, two)).alias(name) for name in whole)


# ---- by hand, in float64


def by_float(frame: pl.DataFrame) -> pl.DataFrame:
    """What a programmer in a hurry would write: binary numbers, rounded by floor."""
    budget, executed, cases, progress, cost, satisfied = (
        pl.col(name)
        for name in (
            "全年预算数",
            "全年执行数",
            "年办件量",
            "项目开展进度",
            "年度项目成本",
            "办事群众满意度",
        )
    )
    lines = {
        "预算执行率": (10.0, pl.min_horizontal(executed / budget, 1.0), "shortfall"),
        "年办件量": (20.0, pl.min_horizontal(cases / 200_000.0, 1.0), "shortfall"),
        SERVICE: (10.0, _share(SERVICE), "grade"),
        "项目开展进度": (10.0, pl.min_horizontal(80.0 / progress, 1.0), "overrun"),
        "年度项目成本": (10.0, pl.min_horizontal(1599.56 / cost, 1.0), "overrun"),
        "政务服务水平": (30.0, _share("政务服务水平"), "grade"),
        "办事群众满意度": (10.0, pl.min_horizontal(satisfied / 95.0, 1.0), "shortfall"),
    }
    told: list[pl.Expr] = []
    for name, (weight, share, missed) in lines.items():
        earned = (weight * share * 100.0 + 0.5).floor() / 100.0
        told.append(earned.alias(f"earned:{name}"))
        told.append((weight - earned).alias(f"lost:{name}"))
        reason = (
            pl.when(share.is_null())
            .then(pl.lit("missing"))
            .when(share >= 1.0)
            .then(pl.lit("met"))
            .otherwise(pl.lit(missed))
        )
        told.append(reason.alias(f"reason:{name}"))
    total = pl.sum_horizontal(pl.col(f"earned:{name}") for name in lines)
    grade = pl.lit("差")
    for points, label in reversed(_GRADES):
        grade = pl.when(pl.col("total") >= points).then(pl.lit(label)).otherwise(grade)
    return (
        frame.lazy()
        .with_columns(told)
        .with_columns(total.alias("total"))
        .with_columns(grade.alias("grade"))
        .collect()
    )


def _share(name: str) -> pl.Expr:
    share = pl.lit(None, pl.Float64)
    for label, points in zip(LABELS, SHARES, strict=True):
        share = pl.when(pl.col(name) == label).then(pl.lit(points / 100)).otherwise(share)
    return share


def wrong_by_float(rows: int) -> int:
    """How many sheets have a line whose points the float expression gets wrong."""
    exact = RULESET.evaluate_frame(sheets(rows), whole_numbers=True)
    near = by_float(in_floats(sheets(rows)))
    names = [name for name in exact.columns if name.startswith("earned:")]
    differs = [
        (near[name] * 100).round().cast(pl.Int64) != exact[name].cast(pl.Int64) for name in names
    ]
    return int(pl.DataFrame(differs).select(pl.any_horizontal(pl.all())).to_series().sum())


def in_floats(frame: pl.DataFrame) -> pl.DataFrame:
    """The same sheets with every number as a float64."""
    numbers = [name for name, kind in frame.schema.items() if kind.is_numeric() and name != "编号"]
    return frame.with_columns(pl.col(numbers).cast(pl.Float64))


# ---- by hand, in exact SQL


def _up(above: str, below: str) -> str:
    return f"(2 * {above} + {below}) // (2 * {below})"


def sql_by_hand(source: str) -> str:
    """Exact SQL for this one sheet, with the columns the library gives."""
    scale = " ".join(f"WHEN '{a}' THEN {s}" for a, s in zip(LABELS, SHARES, strict=True))
    low = {"b": "全年预算数", "e": "全年执行数", "p": "项目开展进度", "c": "年度项目成本"}
    cells = ", ".join(
        f'CAST("{name}" * 100 AS BIGINT) AS {short}'
        for short, name in (low | {"s": "办事群众满意度"}).items()
    )
    full = {
        "预算执行率": ("e >= b", 10, _up("1000 * e", "b"), "shortfall"),
        "年办件量": ('"年办件量" >= 200000', 20, '("年办件量" + 50) // 100', "shortfall"),
        SERVICE: (f"\"{SERVICE}\" = '优'", 10, f'10 * CASE "{SERVICE}" {scale} END', "grade"),
        "项目开展进度": ("p <= 8000", 10, _up("8000000", "p"), "overrun"),
        "年度项目成本": ("c <= 159956", 10, _up("159956000", "c"), "overrun"),
        "政务服务水平": (
            "\"政务服务水平\" = '优'",
            30,
            f'30 * CASE "政务服务水平" {scale} END',
            "grade",
        ),
        "办事群众满意度": ("s >= 9500", 10, "(4 * s + 19) // 38", "shortfall"),
    }
    lines = {
        name: (weight, f"CASE WHEN {is_met} THEN {weight * 100} ELSE {term} END", missed)
        for name, (is_met, weight, term, missed) in full.items()
    }
    met = [is_met for is_met, _, _, _ in full.values()]
    hundredths = ", ".join(f"{term} AS h{n}" for n, (_, term, _) in enumerate(lines.values()))
    total = " + ".join(f"h{n}" for n in range(len(lines)))
    columns = ["* EXCLUDE (b, e, p, c, s, h0, h1, h2, h3, h4, h5, h6, t)"]
    for n, (name, (weight, _, missed)) in enumerate(lines.items()):
        columns.append(f'{_decimal(f"h{n}")} AS "earned:{name}"')
        columns.append(f'{_decimal(f"{weight * 100} - h{n}")} AS "lost:{name}"')
        told = f"CASE WHEN h{n} IS NULL THEN 'missing' WHEN {met[n]} THEN 'met' ELSE '{missed}' END"
        columns.append(f'{told} AS "reason:{name}"')
    grades = " ".join(f"WHEN t >= {points * 100} THEN '{label}'" for points, label in _GRADES)
    columns += [f"{_decimal('t')} AS total", f"CASE {grades} ELSE '差' END AS grade"]
    columns += [f"{_decimal('t')} AS total_low", f"{_decimal('t')} AS total_high"]
    columns.append("FALSE AS row_by_row")
    inner = f"(SELECT *, {cells} FROM {source})"  # noqa: S608 - written here
    inner = f"(SELECT *, {hundredths} FROM {inner})"  # noqa: S608 - written here
    inner = f"(SELECT *, {total} AS t FROM {inner})"  # noqa: S608 - written here
    return f"SELECT {', '.join(columns)} FROM {inner}"  # noqa: S608 - written here


def _decimal(term: str) -> str:
    return f"CAST(CAST({term} AS DECIMAL(6, 0)) * 0.01 AS DECIMAL(18, 2))"


def copy_by_hand(source: Path, target: Path) -> None:
    """Parquet to parquet by the exact SQL."""
    with duckdb.connect() as connection:
        connection.execute("SET memory_limit = '400MB'")
        connection.execute(f"SET temp_directory = '{target.parent / 'spill'}'")
        sql = sql_by_hand(f"read_parquet('{source}')")
        connection.execute(f"COPY ({sql}) TO '{target}' (FORMAT parquet, COMPRESSION snappy)")


def copy_by_library(source: Path, target: Path) -> None:
    """Parquet to parquet by what `indicator-dsl batch` runs."""
    job = Job(source=source, target=target)
    for _ in run(RULESET.model, Batch(engine="duckdb", jobs=(job,))):
        pass


def figures(
    *, rows: int, repetitions: int, scratch: Path, long_enough: float = LONG_ENOUGH
) -> tuple[Figure, ...]:
    """In memory against float64, from file to file against exact SQL.

    Args:
        rows: How many sheets.
        repetitions: At least 1.
        scratch: A folder to write in.
        long_enough: Seconds that a timing should last.
    """
    frame = sheets(rows)
    floats = in_floats(frame)
    source, mine, other = (scratch / name for name in ("in.parquet", "a.parquet", "b.parquet"))
    frame.write_parquet(source)
    copy_by_hand(source, other)
    copy_by_library(source, mine)
    differ = _differing(mine, other)
    if differ:
        message = f"{differ} rows of the exact SQL and of the library differ"
        raise ArithmeticError(message)
    count = f"{rows:,} sheets"
    by_hand = ("by hand, float64, rounded by floor", lambda: by_float(floats))
    told: list[Figure] = [
        measured(
            (
                f"{count}, {what}",
                partial(RULESET.evaluate_frame, frame, whole_numbers=whole),
            ),
            by_hand,
            repetitions=repetitions,
            aim=aim,
            long_enough=long_enough,
        )
        for what, whole, aim in (
            ("whole hundredths out", True, 1.43),
            ("decimals out", False, 4.0),
        )
    ]
    told.append(
        measured(
            (f"{count}, parquet to parquet", lambda: copy_by_library(source, mine)),
            ("by hand, exact DuckDB SQL", lambda: copy_by_hand(source, other)),
            repetitions=repetitions,
            aim=1.15,
            long_enough=long_enough,
        )
    )
    return tuple(told)


def _differing(one: Path, other: Path) -> int:
    with duckdb.connect() as connection:
        connection.execute(f"SET temp_directory = '{one.parent / 'spill'}'")
        sql = f"SELECT count(*) FROM (FROM '{one}' EXCEPT ALL FROM '{other}')"  # noqa: S608
        found = connection.execute(sql).fetchone()
    return int(found[0]) if found else 0
