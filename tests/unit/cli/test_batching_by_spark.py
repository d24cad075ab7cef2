"""`batch --engine spark`: the same digits, folders of parts, killed and gone on with."""

import os
from pathlib import Path
from shutil import rmtree

import polars as pl
import pytest

from tests.desk import typed
from tests.sparks import spark_session
from tests.unit.cli.test_batching import SHEET
from tests.unit.cli.test_batching_stopped import SLOW, stopped

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif("SPARK_REMOTE" in os.environ, reason="files are not for Spark Connect"),
]
BY_SPARK = ["--engine", "spark", "--master", "local[2]"]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    spark_session()
    (tmp_path / "a.ind").write_text("年办件量 >= 200000 件 weight 20\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def parts(folder: Path) -> list[Path]:
    return sorted(folder.glob("part-*"))


def test_a_folder_says_what_the_other_engines_say(desk: Path) -> None:
    (desk / "b.ind").write_text(SHEET, encoding="utf-8")
    inner = desk / "in" / "区 x" / "年=2024"
    inner.mkdir(parents=True)
    frame = pl.DataFrame({"年办件量": [180_000, None, 10**17], "=1+1": [3, 1, None]})
    frame.write_parquet(inner / "a[1].parquet")
    frame.write_parquet(inner / "a1.parquet")
    cells = '年办件量,=1+1,"-备注, ""甲"""\n18万件, 3 ,"多行\n文字"\n,,\n100,2,"\\"\n'
    (desk / "in" / "b.csv").write_text(cells, encoding="utf-8-sig")
    for engine in (["--engine", "duckdb"], BY_SPARK):
        status, printed = typed(["batch", "b.ind", "in", "-o", f"out-{engine[1]}", *engine])
        assert (status, "9 rows of 3 files scored, 3 of them" in printed) == (0, True), printed
    ours, theirs = desk / "out-duckdb", desk / "out-spark"
    assert (ours / "b.csv").read_text(encoding="utf-8") == "".join(
        part.read_text(encoding="utf-8") for part in parts(theirs / "b.csv")
    )
    for name in ("a[1].parquet", "a1.parquet"):
        one = pl.read_parquet(ours / "区 x" / "年=2024" / name, glob=False)
        (part,) = parts(theirs / "区 x" / "年=2024" / name)
        assert one.equals(pl.read_parquet(part, glob=False))


def test_a_folder_is_gone_on_with(desk: Path) -> None:
    (desk / "in").mkdir()
    for name in "ab":
        pl.DataFrame({"年办件量": [180_000]}).write_parquet(desk / f"in/{name}.parquet")
    words = ["batch", "a.ind", "in", "-o", "out", *BY_SPARK]
    typed(words)
    rmtree(desk / "out" / "a.parquet")
    pl.DataFrame({"年办件量": [1, 2]}).write_parquet(desk / "in/b.parquet")
    _, printed = typed(words)
    assert "3 rows of 2 files scored" in printed
    _, printed = typed(words)
    assert "2 files were scored before" in printed
    (desk / "a.ind").write_text("年办件量 >= 200000 件 weight 30\n", encoding="utf-8")
    status, printed = typed(words)
    assert (status, "[IND886]" in printed) == (1, True)


def test_one_file_is_scored_anew_and_nothing_else_is_replaced(desk: Path) -> None:
    pl.DataFrame({"年办件量": [180_000]}).write_parquet(desk / "a.parquet")
    words = ["batch", "a.ind", "a.parquet", "-o", "o.parquet", *BY_SPARK]
    assert [0, 0] == [typed(words)[0] for _ in range(2)]
    assert 1 == len(parts(desk / "o.parquet"))
    status, printed = typed(["batch", "a.ind", "a.parquet", "-o", "a.parquet", *BY_SPARK])
    assert (status, "[IND886]" in printed) == (1, True)
    assert [180_000] == pl.read_parquet(desk / "a.parquet")["年办件量"].to_list()


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.csv", "年办件量,年办件量\n1,2\n", "IND883"),
        ("a.csv", "年办件量,备注\n1\n", "IND885"),
        ("a.csv", "编号\n1\n", "IND884"),
        ("a.parquet", "no parquet", "IND885"),
        ("a.json", "{}", "IND885"),
    ],
)
def test_what_is_refused_leaves_nothing(desk: Path, name: str, text: str, code: str) -> None:
    (desk / name).write_text(text, encoding="utf-8")
    status, printed = typed(["batch", "a.ind", name, "-o", f"out.{name}", *BY_SPARK])
    assert (status, f"[{code}]" in printed) == (1, True), printed
    assert {"a.ind", name} == {path.name for path in desk.iterdir()}


def test_the_way_of_working_is_told(desk: Path) -> None:
    pl.DataFrame({"年办件量": [180_000]}).write_parquet(desk / "a.parquet")
    words = ["batch", "a.ind", "a.parquet", "-o", "o.parquet", "--explain", *BY_SPARK]
    status, printed = typed(words)
    assert (status, "年办件量: 64-bit whole numbers" in printed) == (0, True), printed


def test_a_killed_run_is_gone_on_with(desk: Path) -> None:
    (desk / "in").mkdir()
    for name in "abc":
        pl.DataFrame({"年办件量": [180_000]}).write_parquet(desk / f"in/{name}.parquet")
    SLOW.write_parquet(desk / "in/z.parquet")
    words, out = ["batch", "a.ind", "in", "-o", "out", *BY_SPARK], desk / "out"
    names = [f"{name}.parquet" for name in "abc"]
    stopped(words, lambda: all((out / name / "_SUCCESS").exists() for name in names))
    assert names == sorted(path.name for path in out.glob("*.parquet"))
    before = [parts(out / name) for name in names]
    SLOW.head(5).write_parquet(desk / "in/z.parquet")
    status, printed = typed(words)
    assert (status, "3 files were scored before" in printed) == (0, True), printed
    assert before == [parts(out / name) for name in names]
    (part,) = parts(out / "z.parquet")
    assert ["18.00"] * 5 == pl.read_parquet(part)["total"].cast(pl.String).to_list()
    assert ["._indicator-dsl-batch.json.crc"] == [path.name for path in out.glob(".*")]
