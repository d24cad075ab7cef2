"""A form with what points where: every finding points somewhere, and only where it should."""

from attrs import evolve

from indicator_dsl.audit import audit_form
from indicator_dsl.forms import PointedForm, pointed_form
from indicator_dsl.model import FormCell
from indicator_dsl.transcription import transcribe
from indicator_dsl.wording import Text, same
from tests.audits_made import audit_made, finding_made, hall_audited
from tests.forms_at_hand import chaoyang, form, row


def pointed_by(pointed: PointedForm, number: int) -> list[str]:
    return [cell.text for cell in pointed.cells if number in cell.findings]


def test_on_its_cell_on_its_row_on_the_title() -> None:
    pointed = pointed_form(hall_audited())
    assert ["10"] == pointed_by(pointed, 0)
    assert ["政务服务水平"] == pointed_by(pointed, 1)
    assert ["项目支出绩效自评表"] == pointed_by(pointed, 2)
    assert () == pointed.beside


def test_recomputed_points_that_differ_are_marked() -> None:
    marked = [cell.text for cell in pointed_form(hall_audited()).cells if cell.is_marked]
    assert ["8.00", "98.00"] == marked


def test_what_the_form_does_not_show_stands_beside() -> None:
    said = FormCell(text="满意度达到100%", where=Text("line 12", "第 12 行"))
    shown = row("年办件量", actual="5")
    audit = audit_made(
        form(shown),
        finding_made(same("a"), said, shown.actual),
        finding_made(same("b"), said),
    )
    pointed = pointed_form(audit)
    assert ["5"] == pointed_by(pointed, 0)
    (beside,) = pointed.beside
    assert ("满意度达到100%", (0, 1)) == (beside.text, beside.findings)
    # Nothing of the second one is shown, so that it points at the whole form.
    assert ["项目支出绩效自评表"] == pointed_by(pointed, 1)


def test_a_cell_that_says_the_same_at_the_same_place() -> None:
    where = Text("cell D14", "单元格 D14")
    audit = audit_made(
        form(evolve(row(), actual=FormCell(text="5", where=where))),
        finding_made(same("a"), FormCell(text="5", where=where)),
    )
    assert ["5"] == pointed_by(pointed_form(audit), 0)


def test_every_finding_of_the_real_form() -> None:
    audit = audit_form(transcribe(chaoyang()))
    pointed = pointed_form(audit)
    assert audit.findings
    assert all(pointed_by(pointed, number) for number in range(len(audit.findings)))


def test_control_characters_do_not_get_through() -> None:
    pointed = pointed_form(audit_made(form(row("年\x00办\u202e量"))))
    assert not any("\x00" in cell.text or "\u202e" in cell.text for cell in pointed.cells)
