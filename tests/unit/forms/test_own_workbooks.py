"""A form written here reads back at once: cells as they were written, points by their values."""

from io import BytesIO
from pathlib import Path

import pytest

from indicator_dsl import load_actuals, load_ruleset
from indicator_dsl.assets import rulesets
from indicator_dsl.audit import audit_form
from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms import forms_from_bytes
from indicator_dsl.forms.writing.audited import official_from_audit
from indicator_dsl.forms.writing.filled import official_from_card
from indicator_dsl.forms.writing.official import OfficialForm
from indicator_dsl.forms.writing.workbook import workbook_of_form
from indicator_dsl.model import Form
from indicator_dsl.transcription import points_of, transcribe
from tests.forms_at_hand import form as form_of, records, row

pytest.importorskip("openpyxl")
CORPUS = Path(__file__).parents[2] / "corpus" / "forms.jsonl"


def hall() -> OfficialForm:
    actuals = load_actuals(str(rulesets() / "chaoyang-window-2024" / "actuals.act"))
    return official_from_card(load_ruleset("chaoyang-window-2024").evaluate(actuals).model)


def read_back(content: bytes) -> Form:
    collector = Collector()
    (found,) = forms_from_bytes(content, "自评表.xlsx", collector)
    assert () == collector.sorted()  # no formula without its value
    return found


def assert_same(written: OfficialForm, read: Form) -> None:
    assert (written.department.text, written.agency.text) == (
        read.department.text,
        read.agency.text,
    )
    assert len(written.lines) == len(read.rows)
    for line, back in zip(written.lines, read.rows, strict=True):
        assert line.name.text == back.name.text
        for cell, found in (
            (line.target, back.target),
            (line.actual, back.actual),
            (line.weight, back.weight),
            (line.score, back.score),
        ):
            is_number = points_of(cell.text) is not None
            assert cell.text == found.text or (
                is_number and points_of(cell.text) == points_of(found.text)
            )
    assert points_of(written.total_score.text) == points_of(read.total_score.text)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_form_just_filled_in_reads_back(lang: str) -> None:
    written = hall()
    read = read_back(workbook_of_form(written, "zh" if lang == "zh" else "en").content)
    assert_same(written, read)
    audit = audit_form(transcribe(read))
    assert 98 == audit.score_reported == audit.score_computed
    assert all(each.reading.is_understood for each in audit.rows)


@pytest.mark.parametrize("form", records(CORPUS), ids=lambda form: form.name)
def test_an_audited_form_reads_back(form: Form) -> None:
    written = official_from_audit(audit_form(transcribe(form)))
    assert_same(written, read_back(workbook_of_form(written).content))


def test_a_form_on_a_sheet_called_as_ours_is_read() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "核算"
    for each in (
        ["三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["年办件量", "≥5件", "6件", 10, 10],
    ):
        book.active.append(each)
    stream = BytesIO()
    book.save(stream)
    assert ["年办件量"] == [each.name.text for each in read_back(stream.getvalue()).rows]


@pytest.mark.parametrize("target", ["定性 优良中低差", "定性：优良中低差", "定性\n优良中低差"])
def test_the_nature_in_front_of_a_scale(target: str) -> None:
    found = transcribe(form_of(row("服务", target=target, actual="优", weight="5"))).rows[0]
    assert (found.rule, found.actual) == ("服务 is 优良中低差 weight 5", "优")
