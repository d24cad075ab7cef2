"""A form as a workbook: nothing an office writes becomes a formula, and every point is one."""

import io
import re
import zipfile
from collections.abc import Iterator
from fractions import Fraction

import pytest
from attrs import evolve

from indicator_dsl import parse_ruleset
from indicator_dsl.forms.writing.audited import official_from_audit
from indicator_dsl.forms.writing.filled import official_from_card
from indicator_dsl.forms.writing.layout import grid_of
from indicator_dsl.forms.writing.official import OfficialForm
from indicator_dsl.forms.writing.sheet import Formula, SheetCell
from indicator_dsl.forms.writing.sources import level
from indicator_dsl.forms.writing.workbook import workbook_of_form
from indicator_dsl.model import Level, Scale
from tests.audits_made import audit_made, hall_audited
from tests.forms_at_hand import form, row

openpyxl = pytest.importorskip("openpyxl")

HOSTILE = (
    '=HYPERLINK("http://x","点我")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "＝1+1",
    '"),HYPERLINK("http://x',
    "年\x00办\x1b[31m件\u202e量",
    "<script>&amp;",
)


def cells_of(content: bytes) -> Iterator[object]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for cells in sheet.iter_rows():
            yield from (cell for cell in cells if cell.value is not None)


def parts_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: archive.read(name).decode() for name in names}


def functions_in(content: bytes) -> set[str]:
    """Every word in front of a bracket, outside of quotation marks, in any formula."""
    formulas = re.findall(r"<f>(.*?)</f>", "".join(parts_of(content).values()), re.DOTALL)
    bare = (re.sub(r'"(?:[^"]|"")*"', "", each.replace("&quot;", '"')) for each in formulas)
    return {name for each in bare for name in re.findall(r"([A-Za-z.]+)\(", each)}


OURS = {"ABS", "AND", "COUNT", "COUNTIF", "EXACT", "IF", "INT", "ISNUMBER"}
OURS |= {"MAX", "MIN", "OR", "ROUND", "SIGN", "SUM", "TRIM"}


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_form_says_stays_text(text: str) -> None:
    written = row(
        text,
        level1=text,
        level2=text,
        nature="≥",
        target=f"5{text}",
        unit=text,
        actual=text,
        weight="10",
        score=text,
        reason=text,
    )
    other = row("办件量", nature="≥", target="5", unit="件", actual="3件", weight="10", score="10")
    audit = audit_made(form(written, other, project=text, department=text, agency=text))
    content = workbook_of_form(official_from_audit(audit)).content
    assert functions_in(content) <= OURS
    for cell in cells_of(content):
        said = str(getattr(cell, "value", ""))
        is_formula = getattr(cell, "data_type", "") == "f"
        assert not is_formula or ("http" not in said and "cmd" not in said)
    assert "\u202e" not in "".join(parts_of(content).values())


def test_labels_of_a_scale_stay_inside_their_quotation_marks() -> None:
    levels = (Level('好"&HYPERLINK("x', Fraction(1)), Level("差", Fraction(0)))
    source = level(5, SheetCell(), Scale(name="等次", levels=levels), Fraction(10))
    assert isinstance(source.above.value, Formula)
    assert (
        'IF(EXACT(TRIM(C5),"好""&HYPERLINK(""x"),1,IF(EXACT(TRIM(C5),"差"),0,""))'
        == source.above.value.text
    )


def test_every_point_is_a_formula() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(workbook_of_form(official_from_audit(hall_audited())).content)
    )
    sheet = book["自评表"]
    head = next(cell for cells in sheet.iter_rows() for cell in cells if cell.value == "复核得分")
    assert head.value
    points = [
        cell.value
        for cells in sheet.iter_rows(min_row=8)
        for cell in cells
        if re.fullmatch(r"=IF\('核算'!(H\d+)=\"\",\"待定\",'核算'!\1\)", str(cell.value))
    ]
    assert 7 == len(points)  # six lines and the total; that of the budget stands above


def test_reported_and_recomputed_points_stand_side_by_side() -> None:
    official = official_from_audit(hall_audited())
    progress = official.lines[2]
    assert ("10", "8.00", True) == (
        progress.score.text,
        progress.recomputed.text,
        progress.recomputed.is_marked,
    )
    assert not official.lines[0].recomputed.is_marked
    assert ("100", "98.00") == (official.total_score.text, official.total_recomputed.text)
    assert official.total_recomputed.is_marked


def test_findings_are_comments() -> None:
    content = workbook_of_form(official_from_audit(hall_audited()), "zh").content
    sheet = openpyxl.load_workbook(io.BytesIO(content))["自评表"]
    said = {
        cell.coordinate: cell.comment.text
        for cells in sheet.iter_rows()
        for cell in cells
        if cell.comment is not None
    }
    assert {"A1", "J12", "D14"} == set(said)
    lines = said["J12"].splitlines()
    assert "[IND704] 分数偏高" == re.sub(r"\s*\[31m", "", lines[0])
    assert [
        "（把握：低，依据含假定）",
        "算式：10 × 80 / 100 = 8.00",
        "请问：为何得 10 分？",
    ] == lines[1:]
    assert said["D14"].startswith("[IND704] 没有评分标准")


def test_no_comment_stands_on_a_cell_the_form_lacks() -> None:
    audit = hall_audited()
    lacking = audit.form.rows[0].reason
    assert not lacking.is_given
    finding = evolve(audit.findings[0], cells=(lacking,))
    official = official_from_audit(evolve(audit, findings=(finding,)))
    noted = [line.name.text for line in official.lines if line.name.notes]
    assert ["项目开展进度"] == noted
    assert not any(line.reason.notes for line in official.lines)


@pytest.mark.parametrize(
    "official",
    [OfficialForm(), OfficialForm(is_recomputed=True), official_from_audit(hall_audited())],
)
def test_no_place_is_taken_twice_or_left_empty(official: OfficialForm) -> None:
    grid = grid_of(official)
    places = [
        (placed.row + down, placed.column + across)
        for placed in grid.cells
        for down in range(placed.rows)
        for across in range(placed.columns)
    ]
    assert len(set(places)) == len(places) == grid.rows * len(grid.widths)


def test_numbers_that_a_sheet_rounds_are_no_formula_and_said() -> None:
    card = parse_ruleset("年办件量 >= 123456789012 件 weight 3.337").evaluate({"年办件量": 5}).model
    made = workbook_of_form(official_from_card(card))
    assert ["年办件量"] == [name for name, _ in made.not_live]


def test_a_program_that_does_not_calculate_shows_the_points() -> None:
    content = workbook_of_form(official_from_audit(hall_audited())).content
    sheet = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["自评表"]
    assert [20, 10, 8, 10, 30, 10, 98] == [sheet.cell(row, 11).value for row in range(10, 17)]
    assert openpyxl.load_workbook(io.BytesIO(content))["自评表"]["K10"].data_type == "f"
