"""Actuals from tables of separated values: the head found, every bad cell at its place."""

from fractions import Fraction
from pathlib import Path

import pytest

from indicator_dsl import ActualsError, load_actuals
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.files.grid import column_letters
from indicator_dsl.model import Actuals


def read(folder: Path, text: str, ending: str = ".csv") -> Actuals:
    file = folder / f"a{ending}"
    file.write_text(text, encoding="utf-8")
    return load_actuals(file)


def refused(folder: Path, text: str, ending: str = ".csv") -> tuple[Diagnostic, ...]:
    with pytest.raises(ActualsError) as caught:
        read(folder, text, ending)
    return caught.value.diagnostics


def test_a_form_with_a_title_above_its_head(tmp_path: Path) -> None:
    text = (
        "项目支出绩效自评表\n"
        "一级指标,三级指标,年度指标值,实际 完成值,分值,自评得分,偏差原因\n"
        "产出,年办件量,≥200000件,33 万件,20,20,\n"
        "满意度,满意度,≥95%,94%,10,9分,样本不足\n"
        "\n"
        ",总分,,,100,98.5,\n"
    )
    actuals = read(tmp_path, text)
    assert ["年办件量", "满意度"] == [entry.name for entry in actuals.entries]
    assert ["33 万件", "94%"] == [entry.cell for entry in actuals.entries]
    assert [Fraction(20), Fraction(9)] == [entry.reported for entry in actuals.entries]
    assert ["", "样本不足"] == [entry.reason for entry in actuals.entries]
    assert Fraction(197, 2) == actuals.reported_total


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_usual_separator(tmp_path: Path, separator: str) -> None:
    text = separator.join(["Indicator", "Actual"]) + "\n" + separator.join(["uptime", "99.9 %"])
    assert "99.9 %" == read(tmp_path, text).entries[0].cell


def test_items_below_their_indicator(tmp_path: Path) -> None:
    text = (
        "name,item,actual,reported\n制度建设,健全,是,2\n,公开,否,\n制度建设,执行,,\n满意度,,94%,\n"
    )
    actuals = read(tmp_path, text)
    entry = actuals.entry("制度建设")
    assert entry is not None
    assert (("健全", "是"), ("公开", "否"), ("执行", "")) == entry.items
    assert Fraction(2) == entry.reported
    assert "满意度" == actuals.entries[-1].name


def test_an_empty_cell_is_missing(tmp_path: Path) -> None:
    assert read(tmp_path, "指标,实际值\n满意度,\n").entries[0].cell is None


def test_quotes_hold_separators_and_breaks(tmp_path: Path) -> None:
    text = '指标,实际值,原因\n"a, b",1,"first\nsecond"\n满意度,94%,\n'
    first, second = read(tmp_path, text).entries
    assert ("a, b", "first second", "满意度") == (first.name, first.reason, second.name)


def test_a_bad_cell_is_named_by_row_and_column(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, "指标,实际值,自评\n满意度,94%,九分\n")
    assert found.place is not None
    assert ("points-unreadable", "九分", 2) == (
        found.name,
        found.place.text,
        found.place.start.line,
    )
    assert "cell C2: `九分` is not a number of points" == found.message.en


def test_every_bad_cell_is_said(tmp_path: Path) -> None:
    found = refused(tmp_path, "指标,实际值,自评\n满意度,94%,x\n,3 件,\n满意度,95%,\n")
    assert ["points-unreadable", "row-without-name", "actual-duplicate"] == [
        each.name for each in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "table-without-head"),
        ("a,b\n1,2\n", "table-without-head"),
        ("指标,实际值,实际完成值\n满意度,1,2\n", "column-repeated"),
        ('指标,实际值\n"满意度,94%\n', "data-malformed"),
        ("指标,实际值\n" + "x,1\n" * 100_001, "table-too-large"),
        ("指标,实际值\n满意度," + "9" * 200_000, "data-malformed"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in [found.name for found in refused(tmp_path, text)]


def test_a_table_saved_by_an_old_program(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("指标,实际值\r\n满意度,94%\r\n".encode("gb18030"))
    assert "94%" == load_actuals(file).entries[0].cell


def test_column_letters_go_on_after_z() -> None:
    assert ["A", "Z", "AA", "AZ", "BA"] == [column_letters(n) for n in (0, 25, 26, 51, 52)]
