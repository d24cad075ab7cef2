"""`audit --batch`: what is typed, what is told, what is refused."""

from pathlib import Path

import polars as pl
import pytest

from tests.desk import typed

TABLE = """\
项目代码,三级指标,指标值,实际完成值,分值,得分
A01,年办件量,≥200件,180件,20,20
A01,满意度,≥95%,99.95%,20,20
A02,年办件量,≥200件,250件,20,20
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "长表.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_answer_is_told_in_both_languages(desk: Path) -> None:
    status, printed = typed(["audit", "--batch", "长表.csv", "-o", "out", "--lang", "zh"])
    assert 0 == status, printed
    assert "已核查 2 张表、3 行，其中 0 行逐行核查" in printed
    assert "unmet-but-full" in printed
    assert all(len(line) <= 80 for line in printed.splitlines())
    status, printed = typed(
        ["audit", "--batch", "长表.csv", "-o", "out", "--strict", "--lang", "en"]
    )
    assert 1 == status
    assert "3 rows were audited before and left as they are" in printed
    assert (desk / "out" / "rows-00000.csv").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["长表.csv", "长表.csv", "-o", "out"], "--batch takes one PATH"),
        (["长表.csv"], "--batch takes one PATH"),
        (["长表.csv", "-o", "out", "--column", "table"], "--column is ROLE=NAME"),
        (["长表.csv", "-o", "out", "--column", "x=y"], "--column is ROLE=NAME"),
    ],
)
def test_a_wrong_command_line_is_said(desk: Path, words: list[str], said: str) -> None:
    status, printed = typed(["audit", "--batch", *words, "--lang", "en"])
    assert 2 == status
    assert said in printed
    assert not (desk / "out").exists()


def test_options_of_the_long_table_go_with_it(desk: Path) -> None:
    status, printed = typed(["audit", str(desk / "长表.csv"), "--jobs", "2", "--lang", "en"])
    assert (2, True) == (status, "go with --batch" in printed)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.json", b"{}", "IND885"),
        ("absent.csv", None, "IND885"),
        ("x.parquet", b"PAR1", "IND885"),
        ("x.csv", "甲,乙\n1,2\n".encode(), "IND888"),
        ("x.csv", "项目代码,指标名称\n甲,年办件量\n".encode("gb18030") + b"\xff", "IND885"),
        ("x.csv", b"\x00\xff\xfe\n\n", "IND88"),
        ("x.csv", b"", "IND88"),
    ],
)
def test_what_is_no_long_table_is_refused(
    desk: Path, name: str, content: bytes | None, code: str
) -> None:
    if content is not None:
        (desk / name).write_bytes(content)
    status, printed = typed(["audit", "--batch", name, "-o", "out"])
    assert 1 == status
    assert f"[{code}" in printed
    assert "IND901" not in printed


def test_hostile_cells_are_only_cells(desk: Path) -> None:
    rows = {
        "table": ["a\x1b[31m", "\x00b", "[c]", "\u202egnp", "x" * 10_000],
        "indicator": ["=cmd()", "\x00", None, "满意度" * 3_000, "[/b]"],
        "target": ["≥9223372036854775807件", "≥" + "9" * 5_000, "(" * 5_000, "٣", "≥1e400"],
        "actual": ["9223372036854775807件", "-9223372036854775808", "\ud7ff", "0" * 5_000, "NaN"],
        "weight": ["20", "1e9", "-5", "1/0", "９" * 300],
        "score": ["20", "99999999999999999999", "", "inf", "0x10"],
    }
    pl.DataFrame(rows).write_parquet(desk / "x.parquet")
    status, printed = typed(["audit", "--batch", "x.parquet", "-o", "out"])
    assert 0 == status, printed
    assert "5 rows" in printed
    assert not {"\x1b", "\u202e", "\x00"} & set(printed)
    told = pl.read_parquet(desk / "out" / "rows-00000.parquet")
    assert 5 == len(told)
    assert all(text.isprintable() for text in [*told["table"], *told["indicator"]])


@pytest.mark.parametrize(
    ("content", "more", "said"),
    [
        ("a;b\n1;2\n", [], "found: a;b"),
        ("2024 年自评表,,\n项目代码,指标名称,x\n甲,a,1\n", [], "found: 2024 年自评表,"),
        ("项目代码,x\n甲,1\n", [], "--column name=NAME; there are 项目代码, x"),
        (TABLE, ["--column", "table=没有"], "--column table=NAME; there are 项目代码,"),
        (TABLE, ["--column", "weight=没有"], "--column weight=NAME; there are 项目代码,"),
        ("项目代码,指标名称\n", [], "it has no rows"),
        ("项目代码,指标名称\n ,a\n", [], "no row says which table it is of"),
    ],
)
def test_advice_names_the_role_and_the_columns(
    desk: Path, content: str, more: list[str], said: str
) -> None:
    (desk / "x.csv").write_text(content, encoding="utf-8")
    words = ["audit", "--batch", "x.csv", "-o", "out", *more, "--lang", "en"]
    status, printed = typed(words)
    assert 1 == status
    assert said in " ".join(printed.split())


@pytest.mark.usefixtures("desk")
def test_what_is_not_there_is_said_to_be_not_there() -> None:
    status, printed = typed(["audit", "--batch", "nope", "-o", "x", "--lang", "en"])
    assert (1, True) == (status, "there is no such file" in " ".join(printed.split()))


def test_the_columns_taken_are_told_and_doubts_with_them(desk: Path) -> None:
    text = "项目代码,项目名称,指标名称,指标值,实际完成值,分值,权重\nA,甲,年办件量,≥5件,5件,10,90\n"
    (desk / "x.csv").write_text(f"{text},乙,满意度,≥5%,5%,10,1\n", encoding="utf-8")
    status, printed = typed(["audit", "--batch", "x.csv", "-o", "out", "--lang", "en"])
    told = " ".join(printed.split())
    assert 0 == status
    assert "columns taken: table=项目代码, name=指标名称, target=指标值" in told
    assert "2 columns may hold the weight: `分值` is taken, not `权重`" in told
    assert "--column weight=权重" in told
    assert "no column is known to hold the score: it is missing in every row" in told
    assert "1 rows do not say which table they are of: not audited" in told
    assert "1 tables with 1 rows audited" in told
    status, printed = typed(
        ["audit", "--batch", "x.csv", "-o", "out", "--column", "weight=权重", "--lang", "en"]
    )
    told = " ".join(printed.split())
    assert (1, True) == (status, "it was begun with another: --column;" in told)


def test_what_excel_saves_in_chinese_is_read(desk: Path) -> None:
    (desk / "x.csv").write_bytes(TABLE.encode("gb18030"))
    status, printed = typed(["audit", "--batch", "x.csv", "-o", "gb", "--lang", "en"])
    assert 0 == status, printed
    assert "IND805" in printed
    status, printed = typed(["audit", "--batch", "长表.csv", "-o", "utf", "--lang", "en"])
    assert (0, False) == (status, "IND805" in printed)
    told = [(desk / each / "rows-00000.csv").read_bytes() for each in ("gb", "utf")]
    assert told[0] == told[1]
    assert [] == list((desk / "gb").glob(".*"))


@pytest.mark.parametrize("before", [0, 5_000])
def test_a_row_that_is_too_long_is_named_by_its_line(desk: Path, before: int) -> None:
    row = "A01,年办件量,≥200件,180件,20,20\n"
    (desk / "x.csv").write_text(TABLE + row * before + f"B,{row}", encoding="utf-8")
    status, printed = typed(["audit", "--batch", "x.csv", "-o", "out", "--lang", "en"])
    assert 1 == status
    assert f"line {before + 5} has 7 cells, the first line 6" in " ".join(printed.split())
    assert str(desk) not in printed
