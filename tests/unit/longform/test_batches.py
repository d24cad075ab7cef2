"""Long tables from files: whole or not at all, gone on with, in any kind of file."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

import indicator_dsl
from indicator_dsl.diagnostics import FrameError
from indicator_dsl.longform import LongBatch, LongProgress, audit_long, long_files

HEAD = "table,indicator,target,actual,weight,score,reason"


def made(folder: Path, tables: int = 40) -> Path:
    """A table of three rows each; in every fourth a row is paid in full that was not met."""
    rows = []
    for n in range(tables):
        actual = 180 if n % 4 == 0 else 200
        rows += [
            (f"t{n:03d}", "年办件量", "≥200件", f"{actual}件", 20, 20, ""),
            (f"t{n:03d}", "群众满意度", "≥95%", "96%", 10, 10, ""),
            (f"t{n:03d}", "项目成本", "≤90万元", f"{80 + n % 7}万元", 10, 10, ""),
        ]
    frame = pl.DataFrame(rows, schema=HEAD.split(","), orient="row")
    path = folder / "in.parquet"
    frame.write_parquet(path)
    return path


def run(source: Path, target: Path, part_rows: int = 250_000) -> LongProgress:
    files = long_files(str(source), str(target))
    batch = LongBatch(files=files, source=str(source), target=target, part_rows=part_rows)
    *_, last = audit_long(batch)
    return last


def test_rows_and_tables_come_out(tmp_path: Path) -> None:
    last = run(made(tmp_path), tmp_path / "out")
    assert (40, 120, 0) == (last.tally.tables, last.tally.rows, last.tally.row_by_row)
    assert {"IND701": 10, "IND704": 10} == dict(last.tally.codes)
    rows = pl.read_parquet(tmp_path / "out" / "rows-00000.parquet")
    assert ("t000", 1, "年办件量") == rows.row(0)[:3]
    assert Decimal("18.00") == rows["earned"][0]
    assert Decimal(2) == rows["difference"][0]
    assert "IND701 IND704" == rows["findings"][0]
    tables = pl.read_parquet(tmp_path / "out" / "tables-00000.parquet")
    assert Decimal("38.00") == tables["total"][0]
    assert "差" == tables["grade"][0]
    assert ["indicator-dsl-audit.jsonl", "rows-00000.parquet", "tables-00000.parquet"] == sorted(
        path.name for path in (tmp_path / "out").iterdir()
    )


def test_a_run_that_was_stopped_is_gone_on_with(tmp_path: Path) -> None:
    source, whole, part = made(tmp_path, 9_000), tmp_path / "whole", tmp_path / "part"
    run(source, whole, part_rows=5_000)
    batch = LongBatch(files=(source,), source=str(source), target=part, part_rows=5_000)
    steps = audit_long(batch)
    assert 0.0 == next(steps).share
    assert 0.0 < next(steps).share < 1.0
    del steps  # as one that was stopped
    assert 1 == len(list(part.glob("rows-*.parquet")))
    first = (part / "rows-00000.parquet").stat().st_mtime_ns
    last = run(source, part, part_rows=5_000)
    assert last.resumed > 0
    assert first == (part / "rows-00000.parquet").stat().st_mtime_ns
    assert [] == list(part.glob(".*"))
    for kind in ("rows", "tables"):
        told = [pl.read_parquet(folder / f"{kind}-*.parquet") for folder in (whole, part)]
        assert told[0].equals(told[1])
    assert 9_000 == last.tally.tables
    assert run(source, whole, part_rows=5_000).tally == last.tally


def test_rows_that_stand_apart_are_sorted(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    lines = [
        "乙,年办件量,≥5件,5件,10,10,",
        "甲,年办件量,≥5件,4件,10,10,",
        "乙,满意度,≥90%,80%,10,10,",
    ]
    path.write_text("\n".join([HEAD, *lines]), encoding="utf-8")
    steps = list(audit_long(LongBatch(files=(path,), source=str(path), target=tmp_path / "out")))
    assert ["IND889"] == [each.code for each in steps[0].notes]
    told = (tmp_path / "out" / "tables-00000.csv").read_text(encoding="utf-8").splitlines()
    assert [2, 2] == [len(told) - 1, steps[-1].tally.tables]


def test_cells_of_any_kind_are_read_as_a_form_prints_them(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "table": [1, 1, 1, 1],
            "indicator": ["年办件量", "群众满意度", "项目成本", "完成时间"],
            "operator": ["≥", "≥", "≤", "≤"],
            "target": ["200", "95", "90", "2024-12-31"],
            "unit": ["件", "%", "万元", ""],
            "actual": [180.0, 0.1 + 0.2, 1e16, None],
            "weight": pl.Series([20, 10, 10, 10], dtype=pl.Decimal(18, 4)),
            "score": pl.Series([18, 0, 0, 10], dtype=pl.Decimal(18, 4)),
            "on": [date(2024, 1, 1)] * 4,
        }
    )
    frame.write_parquet(tmp_path / "in.parquet")
    run(tmp_path / "in.parquet", tmp_path / "out")
    rows = pl.read_parquet(tmp_path / "out" / "rows-00000.parquet")
    # 10 × 0.3 / 95 = 0.0315…; 10 × 90 / 10^16 rounds to nothing.
    assert [Decimal("18.00"), Decimal("0.03"), Decimal("0.00"), None] == rows["earned"].to_list()
    assert "1" == rows["table"][0]


def test_a_formula_is_no_formula_in_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(f'{HEAD}\n=1+1,"@x\u202e",≥5件,5件,10,9.50,\n', encoding="utf-8")
    run(path, tmp_path / "out")
    told = (tmp_path / "out" / "rows-00000.csv").read_text(encoding="utf-8").splitlines()[1]
    assert told.startswith('"\'=1+1",1,"\'@x",10.00,10.00,10.00,"9.5","-0.5",')


def test_a_column_that_is_not_the_tables_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(f"{HEAD}\n" + "x,年办件量,≥5件,5件,10,10,\n" * 2_001, encoding="utf-8")
    with pytest.raises(FrameError, match="more than 2000 rows"):
        run(path, tmp_path / "out")
    assert ["indicator-dsl-audit.jsonl"] == [p.name for p in (tmp_path / "out").iterdir()]


def test_another_table_does_not_go_into_the_same_folder(tmp_path: Path) -> None:
    run(made(tmp_path), tmp_path / "out")
    (tmp_path / "in.csv").write_text(f"{HEAD}\n甲,年办件量,≥5件,5件,10,10,\n", encoding="utf-8")
    with pytest.raises(FrameError) as told:
        run(tmp_path / "in.csv", tmp_path / "out")
    assert "IND886" == told.value.diagnostics[0].code


def test_a_folder_is_one_table(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    # The rows of one table stand in two files.
    (folder / "a.csv").write_text(f"{HEAD}\n甲,年办件量,≥5件,5件,10,10,\n", encoding="utf-8")
    (folder / "b.csv").write_text(f"{HEAD}\n甲,满意度,≥90%,91%,10,10,\n", encoding="utf-8")
    last = run(folder, tmp_path / "out2")
    assert (1, 2) == (last.tally.tables, last.tally.rows)


@pytest.mark.parametrize("kind", ["polars", "lazy", "pandas", "pyarrow", "duckdb"])
def test_frames_come_back_in_their_own_library(tmp_path: Path, kind: str) -> None:
    frame = pl.read_parquet(made(tmp_path))
    connection = duckdb.default_connection()
    given = {
        "polars": lambda: frame,
        "lazy": frame.lazy,
        "pandas": frame.to_pandas,  # type: ignore[no-untyped-call]
        "pyarrow": frame.to_arrow,
        "duckdb": lambda: connection.from_arrow(frame.to_arrow()),
    }[kind]()
    found = indicator_dsl.audit_frame(given)
    assert type(given) is type(found.rows) is type(found.tables)
    assert 40 == found.tally.tables
    if kind == "pandas":
        assert isinstance(found.tables, pd.DataFrame)
        assert Decimal("38.00") == found.tables["total"][0]


def test_a_frame_without_the_columns_is_refused() -> None:
    with pytest.raises(FrameError, match="IND888"):
        indicator_dsl.audit_frame(pl.DataFrame({"x": [1]}))


def test_a_frame_without_rows_or_with_an_unknown_role_is_refused(tmp_path: Path) -> None:
    frame = pl.read_parquet(made(tmp_path))
    with pytest.raises(FrameError, match="it has no rows"):
        indicator_dsl.audit_frame(frame.head(0))
    with pytest.raises(FrameError, match="no column has the role `nope`"):
        indicator_dsl.audit_frame(frame, columns={"nope": "table"})


def test_rows_that_name_no_table_are_told_apart() -> None:
    frame = pl.DataFrame(
        {
            "table": ["甲", None, "\u3000", "", "乙"],
            "indicator": ["年办件量", "a", "b", "c", "满意度"],
            "target": ["≥5件"] * 5,
            "actual": ["5件"] * 5,
            "weight": [10] * 5,
            "score": [10] * 5,
        }
    )
    found = indicator_dsl.audit_frame(frame)
    assert ["甲", "乙"] == found.rows["table"].to_list()
    assert ["IND895"] == [each.code for each in found.notes]
    assert "3 rows" in found.notes[0].message.en
