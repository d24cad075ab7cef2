"""`batch` on CSVs as people save them: every engine the same rows, or the same refusal."""

import csv
import os
from pathlib import Path

import pytest

from tests.desk import typed
from tests.odd_tables import READ, REFUSED, RULES
from tests.sparks import spark_session

ENGINES = [
    "duckdb",
    "polars",
    pytest.param(
        "spark",
        marks=[
            pytest.mark.spark,
            pytest.mark.skipif("SPARK_REMOTE" in os.environ, reason="files are not for Connect"),
        ],
    ),
]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.ind").write_text(RULES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def scored(desk: Path, content: bytes, engine: str) -> tuple[int, str]:
    (desk / "in.csv").write_bytes(content)
    by_spark = ["--master", "local[2]"] if engine == "spark" else []
    if by_spark:
        spark_session()
    words = ["batch", "a.ind", "in.csv", "-o", "out.csv", "--engine", engine, *by_spark]
    status, printed = typed(words)
    return status, " ".join(printed.split())


def written(desk: Path) -> list[list[str]]:
    out = desk / "out.csv"
    rows: list[list[str]] = []
    for part in sorted(out.glob("part-*")) if out.is_dir() else [out]:
        with part.open(encoding="utf-8", newline="") as text:
            rows += [row for row in csv.reader(text) if "earned:甲" not in row]
    return rows


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", READ)
def test_a_table_is_read_in_one_way(desk: Path, name: str, engine: str) -> None:
    content, wanted = READ[name]
    status, printed = scored(desk, content, engine)
    assert 0 == status, printed
    assert f"scored {len(wanted)} row" in printed
    width = len(wanted[0]) if wanted else 0
    rows = written(desk)
    assert wanted == [row[:width] for row in rows]
    reasons = {"": "missing", "200": "met"}
    assert [reasons.get(row[0].strip(), "shortfall") for row in wanted] == [
        row[width + 2] for row in rows
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", REFUSED)
def test_a_table_that_can_be_read_in_two_ways_is_refused(
    desk: Path, name: str, engine: str
) -> None:
    content, code, said = REFUSED[name]
    status, printed = scored(desk, content, engine)
    assert (status, f"[{code}]" in printed, said in printed) == (1, True, True), printed
    assert ["a.ind", "in.csv"] == sorted(path.name for path in desk.iterdir())
