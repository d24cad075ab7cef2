"""Files made to harm, broken or of the wrong kind: one clear sentence each, and soon."""

import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from indicator_dsl.diagnostics import Collector, Diagnostic, Severity
from indicator_dsl.forms import form_files, forms_from_bytes, forms_from_text, read_forms
from tests.form_files import as_docx, as_xlsx, layout
from tests.forms_at_hand import chaoyang

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
WORD = '<w:document xmlns:w="w"><w:body>{}</w:body></w:document>'


def utf16(name: str) -> bytes:
    return COMPOUND + name.encode("utf-16-le") + bytes(500)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def refused(content: bytes, name: str) -> Diagnostic:
    collector = Collector()

    assert () == forms_from_bytes(content, name, collector)

    (found,) = collector.sorted()
    assert found.severity is Severity.ERROR
    assert name in found.message.en
    assert name in found.message.zh
    assert (found.message.en + found.message.zh).isprintable()
    return found


def changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    return zipped(parts)


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.docx", "file-empty"),
        (b" \r\n", "a.txt", "file-empty"),
        (utf16("WordDocument"), "a.doc", "form-is-old-word"),
        (utf16("WordDocument"), "a.docx", "form-is-old-word"),
        (b"whatever", "a.wps", "form-is-old-word"),
        (utf16("EncryptedPackage"), "a.xlsx", "form-locked"),
        (b"%PDF-1.7\n%\xe2\xe3", "a.pdf", "form-is-pdf"),
        (b"%PDF-1.7\n%\xe2\xe3", "a.docx", "form-is-pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a.png", "form-kind-unknown"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "a.docx", "form-kind-unknown"),
        (b"{\\rtf1\\ansi", "a.doc", "form-kind-unknown"),
        (b"Rar!\x1a\x07", "a.rar", "form-kind-unknown"),
        (zipped({"a.docx": b"x"}), "a.zip", "form-kind-unknown"),
        (zipped({"OFD.xml": b"x"}), "a.ofd", "form-kind-unknown"),
        (zipped({"mimetype": b"x"}), "a.odt", "form-kind-unknown"),
        (b"x", "a.exe", "form-kind-unknown"),
        (b"not an archive", "a.docx", "form-broken"),
        (zipped({"a.xml": b"x"}), "a.xlsx", "form-broken"),
        (zipped({"word/document.xml": b"<a><b></a>"}), "a.docx", "form-broken"),
        (zipped({"xl/workbook.xml": b"<a/>"}), "a.xlsx", "form-broken"),
        (utf16("Workbook"), "a.xls", "form-broken"),
        (b"a\0b", "a.txt", "file-not-text"),
        (b"no table here", "a.txt", "form-missing"),
        (b"a,b,c\n1,2,3\n", "a.csv", "form-missing"),
        (b"<html><body><p>nothing</p>", "a.html", "form-missing"),
        (b"[]", "a.json", "form-missing"),
        (b"[1, 2]", "a.json", "record-unfit"),
        (b'{"indicators": 5}', "a.json", "record-unfit"),
        (b'{"indicators": [5]}', "a.json", "record-unfit"),
        (b"{", "a.json", "data-malformed"),
        (WORD.format("<w:p/>").encode(), "a.docx", "form-broken"),
    ],
)  # fmt: skip
def test_files_of_other_kinds(content: bytes, name: str, code: str) -> None:
    collector = Collector()
    assert () == forms_from_bytes(content, name, collector)
    assert code in {found.name for found in collector.sorted()}


def test_a_file_cut_off_anywhere_is_refused() -> None:
    for content, name in (
        (as_docx(layout(chaoyang())), "a.docx"),
        (as_xlsx(layout(chaoyang())), "a.xlsx"),
    ):
        for length in range(1, len(content) - 1, len(content) // 40):
            assert "form-broken" == refused(content[:length], name).name


@pytest.mark.parametrize("declared", [
    b'<!DOCTYPE a [<!ENTITY b "c">]>',
    b'<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
])  # fmt: skip
def test_a_document_type_is_refused(declared: bytes) -> None:
    begins = b'<?xml version="1.0"?>'
    document = begins + declared + WORD.format("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>").encode()
    found = refused(zipped({"word/document.xml": document}), "a.docx")
    assert "form-broken" == found.name
    assert "document type" in found.message.en
    book = as_xlsx(layout(chaoyang()))
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"):
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            parts = {each: archive.read(each) for each in archive.namelist()}
        parts[part] = begins + declared + parts[part].partition(b"?>")[2]
        assert "document type" in refused(zipped(parts), "a.xlsx").message.en


def test_parts_that_unpack_to_too_much_are_refused() -> None:
    much = b"<w:p/>" * 20_000_000
    document = zipped({"word/document.xml": b'<w:document xmlns:w="w">' + much})
    assert "form-too-large" == refused(document, "a.docx").name
    parts = {f"{number}.xml": b"" for number in range(6_000)}
    assert (
        "form-too-large" == refused(zipped({"word/document.xml": b"<a/>", **parts}), "a.docx").name
    )


def test_deep_nesting_is_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 10_000
    document = zipped({"word/document.xml": f'<w:document xmlns:w="w">{deep}'})
    assert "form-broken" == refused(document, "a.docx").name
    page = ("<table><tr><td>" * 50_000).encode()
    assert "form-too-large" == refused(page, "a.html").name


def test_a_hundred_thousand_rows_are_refused() -> None:
    head = "三级指标,指标值,实际完成值,分值\n"
    rows = "年办件量,≥200000件,332344件,20\n" * 100_000
    assert "form-too-large" == refused((head + rows).encode(), "a.csv").name
    assert "form-too-large" == refused((head + rows).replace(",", "\t").encode(), "a.txt").name
    cells = "<tr><td>年办件量<td>≥2<td>3<td>4" * 100_000
    assert "form-too-large" == refused(f"<table>{cells}".encode(), "a.html").name
    row = "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>" * 100_000
    document = WORD.format(f"<w:tbl>{row}</w:tbl>")
    assert "form-too-large" == refused(zipped({"word/document.xml": document}), "a.docx").name
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for _ in range(100_000):
        sheet.append(["年办件量", 1])
    stream = io.BytesIO()
    book.save(stream)
    assert "form-too-large" == refused(stream.getvalue(), "a.xlsx").name


def test_rows_that_do_not_fit_the_heads_take_no_longer() -> None:
    head = "一级指标\t二级指标\t三级指标\t性质\t指标值\t单位\t实际完成值\t分值\t得分\t偏差原因\n"
    rows = "数量指标\t年办件量\t≥\t200000\t件\t332344件\t20\t20\n" * 19_000
    collector = Collector()

    (form,) = forms_from_text(head + rows, "pasted", collector)

    assert 19_000 == len(form.rows)
    assert {"年办件量"} == {row.name.text for row in form.rows}


def test_merged_cells_without_end() -> None:
    page = "<table>" + "<tr><td rowspan=99999 colspan=99999>三级指标" * 300
    assert "form-missing" == refused(page.encode(), "a.html").name
    book = as_xlsx(layout(chaoyang()))
    merged = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 40_000))
    content = changed(
        book, "xl/worksheets/sheet1.xml", b"</mergeCells>", f"{merged}</mergeCells>".encode()
    )

    forms_from_bytes(content, "a.xlsx", Collector())


@pytest.mark.parametrize("text", [
    "<!--" * 300_000, "<a" * 300_000, "<table><tr>" * 100_000, "&#" * 300_000,
    '<a b="' * 200_000, "<![CDATA[" * 100_000, "</" * 300_000, "<?" * 300_000,
])  # fmt: skip
def test_markup_without_end(text: str) -> None:

    forms_from_bytes(f"<html>{text}".encode(), "a.html", Collector())


def test_a_formula_without_a_value_is_said_and_its_cell_is_empty() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(layout(chaoyang()))))
    sheet = book.active
    assert sheet is not None
    total = next(row for row in sheet.iter_rows() if row[0].value == "总分")
    cell = next(each for each in total if each.value == "100")
    cell.value = "=SUM(J1:J9)"
    stream = io.BytesIO()
    book.save(stream)
    collector = Collector()
    (form,) = forms_from_bytes(stream.getvalue(), "a.xlsx", collector)
    (found,) = collector.sorted()
    assert "form-formula-empty" == found.name
    assert cell.coordinate in found.message.zh
    assert "" == form.total_weight.text
    assert "100" == form.total_score.text


def test_nothing_unseen_gets_through() -> None:
    text = "三级指标\t指标值\t实际完成值\n年\u202e办\x1b[31m件\u200b量\t≥\u20662\t3\x07\n"
    (form,) = forms_from_text(text, "pasted", Collector())
    cells = [form.rows[0].name, form.rows[0].target, form.rows[0].actual]
    assert ["年办[31m件量", "≥2", "3"] == [cell.text for cell in cells]
    assert all(cell.remark is not None for cell in cells)


def test_folders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    names = ("2.docx", "1.XLSX", "~$2.docx", ".hidden.docx", "rules.ind", "b/3.pdf", ".git/4.json")
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    collector = Collector()
    found = form_files([tmp_path / "2.docx", tmp_path], collector)
    said = [str(path.relative_to(tmp_path)).replace(os.sep, "/") for path in found]
    assert ["2.docx", "1.XLSX", "b/3.pdf"] == said
    assert () == collector.sorted()
    (tmp_path / "c").mkdir()
    assert () == form_files([tmp_path / "c"], collector)
    assert ["folder-without-forms"] == [each.name for each in collector.sorted()]


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "file-is-folder"), (tmp_path / "a.docx", "file-missing")):
        collector = Collector()
        assert () == read_forms(path, collector)
        assert [code] == [found.name for found in collector.sorted()]
