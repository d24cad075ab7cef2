"""What `indicator-dsl audit --batch` takes as a long table grows: time, and peak memory.

`python -m bench.longform --rows N` makes a table and audits it in processes of their own.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from bench.growth import Growth, measured_run, row

SIZES: Final = (100_000, 1_000_000)
_SLICE: Final = 70_000
_THINGS: Final = (
    *("培训", "设备", "道路", "宣传", "水利", "校舍", "医疗", "林业"),
    *("养老", "科技", "文化", "安全", "环保", "帮扶", "信息", "渔业"),
)
_PLACES: Final = ["东", "西", "南", "北", "中", "新", "老", "城", "乡", "河"]
_MISREPORTED: Final = 0.3  # of all tables
_FAR: Final = 1.3
_NAMES: Final = (
    *("table", "level1", "level2", "indicator", "operator", "target", "unit", "actual", "weight"),
    *("score", "reason", "total_score"),
)
Row = tuple[str, ...]


def tables(count: int, seed: int = 1) -> Iterator[tuple[Row, ...]]:
    """Made-up tables of seven rows each; three in ten misreport a row, as offices do.

    Targets, actuals and costs are drawn afresh for every table; names are drawn from some thousand.
    """
    draw = random.Random(seed)  # noqa: S311 - made-up figures
    for number in range(count):
        yield tuple(_table(f"{seed:03d}-{number:07d}", draw))


def _table(name: str, draw: random.Random) -> Iterator[Row]:
    thing = f"{draw.choice(_PLACES)}{draw.choice(_PLACES)}{draw.choice(_THINGS)}"
    amount, people = draw.randint(100, 99_999), draw.randint(3, 900)
    cost = draw.randint(1_000, 2_000_000) / 100
    done = draw.choice((1, 1, 1, 1.01, 1.05, 0.97, 1.5))
    misreported = draw.randrange(7) if draw.random() < _MISREPORTED else -1
    wording = draw.choice(("效果明显", "有所提升", "显著改善"))
    quality, goal = draw.choice(("100%", "98.5%")), draw.choice((wording, "达成预期指标"))
    content = f"{draw.randint(9000, 9999) / 100}%"
    out, gain = "产出指标", "效益指标"
    rows = (
        (out, "数量指标", f"{thing}数量", "≥", amount, "件", int(amount * done), 20, done),
        (out, "数量指标", f"{thing}人次", "", f"≥{people}人次", "", f"{people}人次", 10, 1),
        (out, "质量指标", f"{thing}合格率", "≥", 95, "%", quality, 10, 1),
        (out, "时效指标", f"{thing}及时率", "=", 100, "%", "100%", 10, 1),
        ("成本指标", "经济指标", f"{thing}成本", "≤", cost, "万元", round(cost * 0.97, 2), 10, 1),
        (gain, "社会效益指标", f"{thing}水平", "定性", wording, "", goal, 20, 1),
        ("满意度指标", "满意度指标", "群众满意度", "≥", 90, "%", content, 10, 1),
    )
    for at, (*cells, weight, share) in enumerate(rows):
        earned = weight if share >= 1 else round(weight * int(amount * share) / amount, 2)
        score = weight - 1 if at == misreported and share >= 1 else earned
        reason = "项目延期" if score < weight or share > _FAR else ""
        yield (name, *map(str, (*cells, weight, score)), reason, "90")


def write_table(rows: int, target: Path) -> None:
    """A parquet file of so many rows, some at a time."""
    schema = pa.schema([(name, pa.string()) for name in _NAMES])
    with pq.ParquetWriter(target, schema) as writer:
        for seed, start in enumerate(range(0, rows, _SLICE)):
            count = min(_SLICE, rows - start) // 7
            made = [each for table in tables(count, seed + 1) for each in table]
            columns = [pa.array(list(column)) for column in zip(*made, strict=True)]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))


def grown(rows: int, scratch: Path) -> Growth:
    """One run over a table of so many rows, from parquet to parquet."""
    source, target = scratch / f"{rows}.parquet", scratch / f"{rows}-out"
    if not source.exists():
        write_table(rows, source)
    words = ["audit", "--batch", str(source), "-o", str(target)]
    return measured_run("long form", rows, words, target)


def main() -> None:
    """Measures one size, or the usual ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, action="append")
    parser.add_argument("--scratch", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        scratch = asked.scratch or Path(made)
        for rows in asked.rows or SIZES:
            print(row(grown(rows, scratch)), flush=True)


if __name__ == "__main__":
    main()
