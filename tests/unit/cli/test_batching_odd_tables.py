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


@pytest.mark.parametrize("engine", ENGINES)
def test_a_bad_file_stops_no_other(desk: Path, engine: str) -> None:
    (desk / "in").mkdir()
    tables = {"a": "甲\n180\n", "b": "甲,x\n180\n", "c": "乙\n180\n", "d": "甲\n200\n"}
    for name, text in tables.items():
        (desk / "in" / f"{name}.csv").write_text(text, encoding="utf-8")
    by_spark = ["--master", "local[2]"] if engine == "spark" else []
    words = ["batch", "a.ind", "in", "-o", "out", "--engine", engine, *by_spark]
    status, printed = typed(words)
    printed = " ".join(printed.split())
    assert 1 == status
    assert "scored 2 rows in 2 files, 0 of them row by row" in printed
    assert "not scored: 2 files" in printed
    assert "b.csv` cannot be scored by columns: line 2 has 1 cell where the head has 2" in printed
    assert ("c.csv" in printed, "[IND884]" in printed) == (True, True), printed
    out = desk / "out"
    assert ["a.csv", "d.csv"] == sorted(
        path.name for path in out.iterdir() if path.name[0] in "abcd"
    )
    for name in "bc":
        (desk / "in" / f"{name}.csv").write_text("甲\n200\n", encoding="utf-8")
    status, printed = typed(words)
    printed = " ".join(printed.split())
    assert (status, "scored 2 rows in 2 files" in printed) == (0, True), printed
    assert "left as it is: 2 files" in printed


@pytest.mark.parametrize("engine", ENGINES)
def test_a_folder_goes_into_a_folder(desk: Path, engine: str) -> None:
    (desk / "in").mkdir()
    (desk / "in" / "a.csv").write_text("甲\n180\n", encoding="utf-8")
    by_spark = ["--master", "local[2]"] if engine == "spark" else []
    words = ["batch", "a.ind", "in", "-o", "zz.csv", "--engine", engine, *by_spark]
    status, printed = typed(words)
    printed = " ".join(printed.split())
    assert (status, "the scores of a folder go into a folder" in printed) == (1, True), printed
    assert not (desk / "zz.csv").exists()
