"""`batch`: files and folders, whole or not at all, gone on with."""

from pathlib import Path

import polars as pl
import pytest

from tests.desk import typed

RULES = "年办件量 >= 200000 件 weight 20\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.ind").write_text(RULES, encoding="utf-8")
    (tmp_path / "in" / "区").mkdir(parents=True)
    pl.DataFrame({"年办件量": [180_000, 250_000]}).write_parquet(tmp_path / "in" / "a.parquet")
    (tmp_path / "in" / "区" / "b.csv").write_text("年办件量\n18万件\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_a_folder_is_scored_and_gone_on_with(desk: Path, engine: str) -> None:
    words = ["batch", "a.ind", "in", "-o", "out", "--engine", engine]
    status, printed = typed(words)
    assert 0 == status, printed
    assert "3 rows of 2 files scored, 1 of them row by row" in printed
    totals = pl.read_parquet(desk / "out" / "a.parquet")["total"].cast(pl.String).to_list()
    assert totals == ["18.00", "20.00"]
    lines = (desk / "out" / "区" / "b.csv").read_text(encoding="utf-8").splitlines()
    assert lines[1].startswith("18万件,18.00,2.00,shortfall,18.00,")
    (desk / "out" / "a.parquet").unlink()
    _, printed = typed(words)
    assert "2 rows of 1 files scored" in printed
    assert "1 files were scored before" in printed
    assert [] == list((desk / "out").rglob(".*"))
    (desk / "in" / "区" / "b.csv").write_text("年办件量\n5\n6\n", encoding="utf-8")
    _, printed = typed(words)
    assert "2 rows of 1 files scored" in printed
    (desk / "out" / "a.parquet").write_bytes(b"PAR1")
    _, printed = typed(words)
    assert "2 rows of 1 files scored" in printed
    assert 2 == len(pl.read_parquet(desk / "out" / "a.parquet"))
    (desk / "a.ind").write_text(RULES.replace("20\n", "30\n"), encoding="utf-8")
    status, printed = typed(words)
    assert (status, "[IND886]" in printed) == (1, True)


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_nothing_is_left_half_written(desk: Path, engine: str) -> None:
    (desk / "broken.parquet").write_bytes((desk / "in" / "a.parquet").read_bytes()[:-40])
    status, printed = typed(
        ["batch", "a.ind", "broken.parquet", "-o", "out.parquet", "--engine", engine]
    )
    assert (status, "[IND885]" in printed) == (1, True)
    assert ["a.ind", "broken.parquet", "in"] == sorted(path.name for path in desk.iterdir())


def test_an_input_is_never_written_over(desk: Path) -> None:
    before = (desk / "in" / "a.parquet").read_bytes()
    status, printed = typed(["batch", "a.ind", "in/a.parquet", "-o", "in/a.parquet"])
    assert (status, "[IND885]" in printed) == (1, True)
    assert before == (desk / "in" / "a.parquet").read_bytes()


def test_the_way_of_working_is_told_in_chinese(desk: Path) -> None:
    status, printed = typed(["batch", "a.ind", "in", "-o", "out", "--explain", "--lang", "zh"])
    assert 0 == status
    assert "年办件量: 64 位整数" in printed
    assert not (desk / "out").exists()


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_a_name_is_one_file_whatever_signs_it_holds(desk: Path, engine: str) -> None:
    folder = desk / "it's" / "年=2024"
    folder.mkdir(parents=True)
    pl.DataFrame({"年办件量": [180_000]}).write_parquet(folder / "a[1].parquet")
    pl.DataFrame({"年办件量": [0, 0]}).write_parquet(folder / "a1.parquet")
    source, target = "it's/年=2024/a[1].parquet", "o[1].csv"
    status, printed = typed(["batch", "a.ind", source, "-o", target, "--engine", engine])
    assert 0 == status, printed
    head, *rows = (desk / target).read_text(encoding="utf-8").splitlines()
    assert head.startswith("年办件量,earned:年办件量,")
    assert ["180000,18.00,2.00,shortfall,18.00,,18.00,18.00,false"] == rows


SHEET = """
round 2 each
grades +优 >= 15, @良 >= 5, else 差
年办件量 >= 200000 件 weight 20 by ratio
"=1+1" >= 3 件 weight 10 by ratio
"""


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_no_name_or_grade_is_a_formula_in_a_csv(desk: Path, engine: str) -> None:
    (desk / "b.ind").write_text(SHEET, encoding="utf-8")
    cells = '年办件量,=1+1,"-备注 ""甲"""\n180000,3,=2\n18万件,0,\n100,0,\n'
    (desk / "b.csv").write_text(cells, encoding="utf-8-sig")
    for target in ("o.csv", "o.parquet"):
        words = ["batch", "b.ind", "b.csv", "-o", target, "--engine", engine]
        status, printed = typed(words)
        assert 0 == status, printed
    head, *rows = (desk / "o.csv").read_text(encoding="utf-8").splitlines()
    assert head.startswith('年办件量,\'=1+1,"\'-备注 ""甲""",earned:年办件量,')
    # What came in goes out as it came.
    assert [["180000", "3", "=2"], ["18万件", "0", ""], ["100", "0", ""]] == [
        row.split(",")[:3] for row in rows
    ]
    assert ["'+优", "'+优", "差"] == [row.split(",")[-4] for row in rows]
    kept = pl.read_parquet(desk / "o.parquet")
    assert ["年办件量", "=1+1", '-备注 "甲"'] == kept.columns[:3]
    assert ["+优", "+优", "差"] == kept["grade"].to_list()
