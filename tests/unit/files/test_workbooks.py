"""Actuals from workbooks: cells as they are shown, and nothing that can fill the machine."""

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from indicator_dsl import ActualsError, load_actuals, load_ruleset
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.shown import Shown, shown_day, shown_number
from indicator_dsl.files.workbooks import actuals_from_workbook

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet
else:
    Workbook = pytest.importorskip("openpyxl").Workbook
    Worksheet = pytest.importorskip("openpyxl.worksheet.worksheet").Worksheet

HEAD = ("指标", "实际完成值", "自评得分", "原因")


def book(*rows: tuple[object, ...], formats: dict[str, str] | None = None) -> Workbook:
    made = Workbook()
    for row in (HEAD, *rows):
        sheet_of(made).append(list(row))
    for address, number_format in (formats or {}).items():
        sheet_of(made)[address].number_format = number_format
    return made


def sheet_of(made: Workbook) -> Worksheet:
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    return sheet


def content_of(made: Workbook) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def cell_of(value: object, number_format: str = "General") -> object:
    collector = Collector()
    content = content_of(book(("a", value), formats={"B2": number_format}))
    actuals = actuals_from_workbook(content, "a.xlsx", collector)
    assert actuals is not None
    return actuals.entries[0].cell


def names_of(content: bytes) -> list[str]:
    collector = Collector()
    actuals_from_workbook(content, "a.xlsx", collector)
    return [found.name for found in collector.sorted()]


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        ("33 万件", "General", "33 万件"),
        (332344, "General", "332344"),
        (0.9995, "0.00%", "99.95 %"),
        (0.9995, "0%", "99.95 %"),
        (1, "0%", "100 %"),
        (0.1 + 0.2, "General", "0.3"),
        (1523.36, '#,##0.00"万元"', "1523.36 万元"),
        (1523.36, "#,##0.00万元", "1523.36 万元"),
        (12, '0" 次"', "12 次"),
        (-3, "0_);(0)", "-3"),
        (5, "0_ ;[Red]\\-0\\ ", "5"),
        (8, "¥#,##0.00", "8"),
        (True, "General", "是"),
        (False, "General", "否"),
        (date(2024, 12, 31), "yyyy-mm-dd", "2024-12-31"),
        (
            datetime(2024, 12, 31, 8, 30, tzinfo=UTC).replace(tzinfo=None),
            "yyyy/m/d h:mm",
            "2024-12-31",
        ),
        (date(2024, 12, 1), 'yyyy"年"m"月"', "2024年12月"),
        (time(8, 30), "h:mm", "08:30:00"),
        ("  优 ", "General", "优"),
    ],
)
def test_cells_keep_what_they_show(value: object, number_format: str, expected: str) -> None:
    assert expected == cell_of(value, number_format)


def test_more_digits_than_are_shown_are_read_and_said() -> None:
    collector = Collector()
    content = content_of(book(("满意度", 0.9995), formats={"B2": "0%"}))
    actuals_from_workbook(content, "a.xlsx", collector)
    (found,) = collector.sorted()
    assert "cell Sheet!B2 shows 100 % and holds 99.95 %: 99.95 % was read" == found.message.en


@pytest.mark.parametrize("number_format", ["0.0,", '0!.0,"万元"', "# ?/?", "0.00E+00", '0%"以上"'])
def test_a_format_that_scales_is_not_guessed_at(number_format: str) -> None:
    content = content_of(book(("费用", 15000), formats={"B2": number_format}))
    assert ["format-not-read"] == names_of(content)


def test_shown_numbers_by_themselves() -> None:
    assert Shown("0.5", "0.5") == shown_number(0.5, "0.0##")
    assert Shown("1234567", "1234567") == shown_number(1234567, "#,##0")
    assert Shown("332344 件", "332344 件") == shown_number(332344, 'General"件"')
    assert Shown("0.125 万元", "0.125 万元") == shown_number(0.125, 'G/通用格式"万元"')
    assert Shown("50 %", "50.0 %") == shown_number(0.5, "0.0%")
    assert "2024-03-05" == shown_day(date(2024, 3, 5), "m/d/yy")


def test_scores_and_reasons_come_along(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(
        content_of(book(("年办件量", "33 万件", 20, None), ("满意度", 0.94, "9", "少")))
    )
    actuals = load_actuals(file)
    assert [20, 9] == [entry.reported for entry in actuals.entries]
    assert "少" == actuals.entries[1].reason


def test_a_formula_without_its_value_is_refused() -> None:
    assert ["formula-without-value"] == names_of(content_of(book(("a", "=1+1"))))


def test_a_formula_elsewhere_does_not_matter() -> None:
    made = book(("a", 1))
    sheet_of(made)["H2"] = "=1+1"
    assert [] == names_of(content_of(made))


def test_an_error_value_is_refused() -> None:
    made = book(("a", 1))
    sheet_of(made)["B2"] = "#DIV/0!"
    sheet_of(made)["B2"].data_type = "e"
    assert ["cell-in-error"] == names_of(content_of(made))


def test_the_first_visible_sheet_with_a_head_is_read() -> None:
    made = book(("a", 1))
    sheet_of(made).title = "二"
    hidden = made.create_sheet("一", 0)
    hidden.append(HEAD)
    hidden.append(("b", 2))
    hidden.sheet_state = "hidden"
    made.create_sheet("封面", 0).append(("说明",))
    other = made.create_sheet("三")
    other.append(HEAD)
    collector = Collector()
    actuals = actuals_from_workbook(content_of(made), "a.xlsx", collector)
    assert actuals is not None
    assert ["a"] == [entry.name for entry in actuals.entries]
    assert ["tables-several"] == [found.name for found in collector.sorted()]


def changed(content: bytes, edit: Callable[[str, bytes], bytes]) -> bytes:
    """The workbook with each of its parts put through `edit`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for part in old.infolist():
            new.writestr(part.filename, edit(part.filename, old.read(part)))
    return stream.getvalue()


def sheet_edited(old: bytes, new: bytes) -> bytes:
    def edit(name: str, text: bytes) -> bytes:
        return text.replace(old, new) if name.endswith("sheet1.xml") else text

    return changed(content_of(book(("a", 1))), edit)


def test_a_stated_size_that_lies_hides_no_row() -> None:
    content = sheet_edited(b'ref="A1:D2"', b'ref="A1:D1"')
    actuals = actuals_from_workbook(content, "a.xlsx", Collector())
    assert actuals is not None
    assert ["a"] == [entry.name for entry in actuals.entries]


def test_a_row_far_below_does_not_fill_the_machine() -> None:
    far = b'</row><row r="999999"><c r="A999999"><v>1</v></c></row></sheetData>'
    assert ["table-too-large"] == names_of(sheet_edited(b"</row></sheetData>", far))


def test_a_row_beyond_every_sheet_does_not_hang() -> None:
    far = b'</row><row r="999999999999"><c r="A999999999999"><v>1</v></c></row></sheetData>'
    assert names_of(sheet_edited(b"</row></sheetData>", far)) in (["data-malformed"], [])


def test_an_archive_that_swells_is_not_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (33 * 1024 * 1024))
    assert ["table-too-large"] == names_of(stream.getvalue())


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><worksheet'
    assert ["data-malformed"] == names_of(sheet_edited(b"<worksheet", bomb))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "data-malformed"),
        (b"PK\x03\x04 and no more", "data-malformed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "workbook-locked"),
    ],
)
def test_what_is_no_workbook(content: bytes, expected: str) -> None:
    assert [expected] == names_of(content)


def test_a_damaged_part_is_said() -> None:
    for text in (b"<sheetData", b'r="A2"', b"<v>1</v>"):
        found = names_of(sheet_edited(text, b"<v>NaNa</v><<"))
        assert ["data-malformed"] == found


def test_the_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = content_of(book(("a", 1)))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    file = tmp_path / "a.xlsx"
    file.write_bytes(content)
    with pytest.raises(ActualsError) as caught:
        load_actuals(file)
    (found,) = caught.value.diagnostics
    assert found.help is not None
    assert 'pip install "indicator-dsl[office]"' == found.help.en


def test_a_workbook_scores_like_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.ind").write_text("满意度 >= 95 % weight 10", encoding="utf-8")
    file = tmp_path / "a.xlsx"
    file.write_bytes(content_of(book(("满意度", 0.76), formats={"B2": "0%"})))
    card = load_ruleset(tmp_path / "a.ind").evaluate(load_actuals(file))
    assert Decimal("8.00") == card.total
