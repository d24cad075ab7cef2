"""A form as a document: the same cells, and findings in its margin."""

import io

import pytest

from indicator_dsl.forms.writing.audited import official_from_audit
from indicator_dsl.forms.writing.document import document_of_form
from indicator_dsl.forms.writing.official import OfficialCell, OfficialForm, OfficialLine
from tests.audits_made import audit_made, hall_audited
from tests.forms_at_hand import form, row

docx = pytest.importorskip("docx")


def test_the_cells_of_the_form() -> None:
    document = docx.Document(io.BytesIO(document_of_form(official_from_audit(hall_audited()))))
    assert ["项目支出绩效自评表", "（2024年度）", ""] == [p.text for p in document.paragraphs]
    rows = [[cell.text for cell in each.cells] for each in document.tables[0].rows]
    progress = next(cells for cells in rows if "项目开展进度" in cells)
    assert [
        "绩效指标",
        "产出指标",
        "时效指标",
        "项目开展进度",
        "≤",
        "80",
        "%",
        "100%",
        "10",
        "10",
        "8.00",
        "",
    ] == progress
    assert ["总分", "100", "100", "98.00", ""] == list(dict.fromkeys(rows[-1][:9])) + rows[-1][9:]


def test_findings_are_comments() -> None:
    document = docx.Document(
        io.BytesIO(document_of_form(official_from_audit(hall_audited()), "en"))
    )
    said = [comment.text for comment in document.comments]
    assert 3 == len(said)
    assert any("[IND704] too many points" in each and "Ask: why 10?" in each for each in said)
    assert all("\x1b" not in each for each in said)


def test_hostile_text_is_only_text() -> None:
    text = "年\x00办\u202e<w:instrText>=1+1</w:instrText>"
    audit = audit_made(form(row(text, actual=text, reason=text, weight="5"), project=text))
    document = docx.Document(io.BytesIO(document_of_form(official_from_audit(audit))))
    assert "\u202e" not in document.element.xml
    assert "<w:instrText>" not in document.element.xml


def test_a_long_form() -> None:
    # python-docx merges rows by recursion: a thousand of them would be too deep.
    lines = tuple(OfficialLine(name=OfficialCell(text=str(number))) for number in range(1000))
    document = docx.Document(io.BytesIO(document_of_form(OfficialForm(lines=lines))))
    assert 1000 + 8 == len(document.tables[0].rows)


def test_an_empty_form() -> None:
    assert docx.Document(io.BytesIO(document_of_form(OfficialForm()))).tables
