"""The column benchmark holds like against like and counts what the float expression gets wrong."""

from pathlib import Path

from bench import columns, growth


def test_the_exact_sql_says_what_the_library_says(tmp_path: Path) -> None:
    # Raises when one row differs.
    figures = columns.figures(rows=400, repetitions=1, scratch=tmp_path, long_enough=0)
    assert [True] * 3 == [figure.ratio > 0 for figure in figures]


def test_the_float_expression_is_wrong_on_some_ties() -> None:
    assert columns.wrong_by_float(4_000) > 0


def test_growth_is_measured_for_every_size_and_engine(tmp_path: Path) -> None:
    found = list(growth.grown(["duckdb", "polars"], [3, 5], tmp_path))
    assert [("duckdb", 3), ("polars", 3), ("duckdb", 5), ("polars", 5)] == [
        (each.engine, each.rows) for each in found
    ]
    assert all(each.seconds > 0 and each.peak > 0 for each in found)
    assert ["in.parquet"] == [path.name for path in tmp_path.iterdir()]
