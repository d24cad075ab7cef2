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
        ("x.csv", "项目代码,指标名称\n甲,年办件量\n".encode("gb18030"), "IND885"),
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
        "table": ["a\x1b[31m", None, "", "\u202egnp", "x" * 10_000],
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
