"""What documents and workbooks say of a cell: values as shown, cells merged and deleted, signs."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms import forms_from_bytes
from indicator_dsl.forms.number_formats import shown_value
from indicator_dsl.model import Form, FormCell

HEAD = ("三级指标", "指标值", "实际完成值", "分值", "得分")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEADS = "".join(f"<w:tc><w:p><w:r><w:t>{head}</w:t></w:r></w:p></w:tc>" for head in HEAD[:3])


def book_with(*rows: tuple[object, ...], formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, *rows):
        sheet.append(list(row))
    for address, number_format in (formats or {}).items():
        sheet[address].number_format = number_format
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def actual_of(value: object, number_format: str = "General") -> FormCell:
    content = book_with(("办件", "1", value, 10, 10), formats={"C2": number_format})
    (form,) = forms_from_bytes(content, "a.xlsx", Collector())
    return form.rows[0].actual


@pytest.mark.parametrize(("value", "number_format", "shown"), [
    (0.9995, "0.00%", "99.95%"),
    (1, "0%", "100%"),
    (0.958, "General", "0.958"),
    (0.1 + 0.2, "General", "0.3"),
    (120000, "#,##0.00", "120,000.00"),
    (1234567, "#,##0", "1,234,567"),
    (332344, '#,##0"件"', "332,344件"),
    (12.5, "0.00_ ", "12.50"),
    (200000, "@", "200000"),
    (Decimal("1599.56"), "0.0#", "1599.56"),
    (True, "General", "是"),
    ("≥95%", "General", "≥95%"),
    (date(2024, 12, 30), 'yyyy"年"m"月"d"日"', "2024年12月30日"),
    (date(2024, 12, 1), 'yyyy"年"m"月"', "2024年12月"),
    (date(2024, 3, 5), "yyyy-mm-dd", "2024-03-05"),
    (date(2024, 3, 5), "yyyy/m/d", "2024/3/5"),
    (date(2024, 3, 5), '[$-804]yyyy"年"m"月"d"日";@', "2024年3月5日"),
    (datetime(2024, 3, 5, 12, 30), "yyyy/m/d h:mm", "2024/3/5"),  # noqa: DTZ001 - a cell has no zone
])  # fmt: skip
def test_a_cell_reads_as_it_is_shown(value: object, number_format: str, shown: str) -> None:
    cell = actual_of(value, number_format)
    assert (shown, None) == (cell.text, cell.remark)
    assert "cell Sheet!C2" == cell.where.en


def test_what_is_shown_rounded_is_remarked() -> None:
    cell = actual_of(0.9995, "0%")
    assert "100%" == cell.text
    assert cell.remark is not None
    assert "显示经四舍五入，格内实为 99.95%" == cell.remark.zh


def test_a_format_that_is_not_understood_gives_the_number() -> None:
    cell = actual_of(332344, '0!.0,"万"')
    assert "332344" == cell.text
    assert cell.remark is not None


def test_days_counted_from_1904() -> None:
    assert "2024年1月1日" == shown_value(43830, 'yyyy"年"m"月"d"日"', is_1904=True)[0]


def test_hidden_sheets_are_not_read_and_the_others_are() -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    second, hidden = book.create_sheet("乙"), book.create_sheet("丙")
    hidden.sheet_state = "hidden"
    for sheet, name in ((first, "甲"), (second, "乙"), (hidden, "丙")):
        sheet.append(["项目名称", name])
        sheet.append(list(HEAD))
        sheet.append(["办件", 1, 2, 10, 10])
    stream = io.BytesIO()
    book.save(stream)
    forms = forms_from_bytes(stream.getvalue(), "a.xlsx", Collector())
    assert ["甲", "乙"] == [form.project.text for form in forms]
    assert ["a.xlsx#1", "a.xlsx#2"] == [form.name for form in forms]


def document(body: str) -> Form:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        text = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
    collector = Collector()
    (form,) = forms_from_bytes(stream.getvalue(), "a.docx", collector)
    assert () == collector.sorted()
    return form


def tc(content: str, facts: str = "") -> str:
    return f"<w:tc><w:tcPr>{facts}</w:tcPr><w:p>{content}</w:p></w:tc>"


def run(text: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>"


def row_of(*cells: str) -> Form:
    return document(f"<w:tbl><w:tr>{HEADS}</w:tr><w:tr>{''.join(cells)}</w:tr></w:tbl>")


def test_signs_named_by_font() -> None:
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    form = row_of(tc(run("办件")), tc(sign + run("95%")), tc(run("96%")))
    assert "≥95%" == form.rows[0].target.text


def test_tracked_changes_read_as_accepted() -> None:
    target = (
        f"<w:del><w:r><w:delText>90</w:delText></w:r></w:del><w:ins>{run('95')}</w:ins>{run('%')}"
    )
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{tc(run('旧'))}{tc(run('1'))}{tc(run('1'))}</w:tr>"
    kept = f"<w:tr>{tc(run('办件'))}{tc(target)}{tc(run('96%'))}</w:tr>"
    form = document(f"<w:tbl><w:tr>{HEADS}</w:tr>{gone}{kept}</w:tbl>")
    assert [("办件", "95%")] == [(row.name.text, row.target.text) for row in form.rows]


def test_breaks_fields_and_content_controls() -> None:
    field = (
        "<w:r><w:fldChar/></w:r><w:r><w:instrText>=SUM(A1)</w:instrText></w:r>"
        "<w:r><w:t>33</w:t></w:r>"
    )
    control = (
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('万件')}</w:sdtContent></w:sdt>"
    )
    form = row_of(
        tc(f"{run('年办')}<w:r><w:br/></w:r>{run('件量')}"),
        tc(f"{run('20')}<w:r><w:noBreakHyphen/></w:r>{run('30')}"),
        tc(field + control),
    )
    row = form.rows[0]
    assert ("年办件量", "20-30", "33万件") == (row.name.text, row.target.text, row.actual.text)


def test_cells_merged_down_and_rows_that_begin_late() -> None:
    heads = "".join(tc(run(head)) for head in ("二级指标", *HEAD[:3]))
    down = '<w:vMerge w:val="restart"/>'
    late = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    form = document(
        f"<w:tbl><w:tr>{heads}</w:tr>"
        f"<w:tr>{tc(run('数量'), down)}{tc(run('甲'))}{tc(run('1'))}{tc(run('2'))}</w:tr>"
        f"<w:tr>{tc('', '<w:vMerge/>')}{tc(run('乙'))}{tc(run('3'))}{tc(run('4'))}</w:tr>"
        f"<w:tr>{late}{tc(run('丙'))}{tc(run('5'))}{tc(run('6'))}</w:tr></w:tbl>"
    )
    assert [("数量", "甲", "2"), ("数量", "乙", "4"), ("数量", "丙", "6")] == [
        (row.level2.text, row.name.text, row.actual.text) for row in form.rows
    ]
    assert "table 1, row 3, column 2" == form.rows[1].name.where.en


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    rows = f"<w:tr>{HEADS}</w:tr><w:tr>{tc(run('办件'))}{tc(run('1'))}{tc(run('2'))}</w:tr>"
    form = document(
        f"<w:p>{run('说明如下')}</w:p><w:tbl><w:tr><w:tc><w:p>{run('附表')}</w:p>"
        f"<w:tbl>{rows}</w:tbl><w:p/></w:tc></w:tr></w:tbl><w:p>{run('完')}</w:p>"
    )
    assert ["办件"] == [row.name.text for row in form.rows]
    assert ["说明如下", "附表", "完"] == [cell.text for cell in form.narrative]
