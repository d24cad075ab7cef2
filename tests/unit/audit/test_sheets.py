"""Sums, shares and doubles of the whole form; every sum is added up by hand."""

from attrs import evolve

from indicator_dsl.audit import audit_form
from indicator_dsl.transcription import transcribe
from tests.forms_of_tables import form_of_table
from tests.unit.audit.test_points import found, names

HEADS = "一级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因\n"
MONEY = (
    "项目资金（万元）,年初预算数,全年预算数,全年执行数,分值,执行率,得分\n"
    "年度资金总额,100,100,100,10,100%,10\n"
)
LINES = (
    "产出,年办件量,≥5件,6件,{a},{b},\n"
    "产出,检查次数,≥7次,8次,25,25,\n"
    "满意度,群众好评率,≥90%,91%,25,25,\n"
    "效益,带动就业人数,≥30人,31人,15,15,\n"
)


def table(a: str = "25", b: str = "25", total: str = "总分,100,100\n", money: str = MONEY) -> str:
    return money + HEADS + LINES.format(a=a, b=b) + total


def test_a_sheet_that_adds_up_is_left_alone() -> None:
    # 25 + 25 + 25 + 15 + 10 = 100
    assert [] == names(audit_form(transcribe(form_of_table(table()))))


def test_weights_that_miss_the_total() -> None:
    audit = audit_form(transcribe(form_of_table(table(a="20", b="20", total="总分,100,95\n"))))
    assert ["weights-not-total"] == names(audit)
    assert "20 + 25 + 25 + 15 + 10 = 95" == str(found(audit, "weights-not-total").arithmetic)


def test_points_of_the_budget_that_are_not_printed_may_make_up_the_rest() -> None:
    bare = audit_form(transcribe(form_of_table(table(money="", total="总分,100,90\n"))))
    assert [] == names(bare)  # 90, and 10 for the budget
    total = "总分,100,85\n"
    short = audit_form(transcribe(form_of_table(table(a="20", b="20", money="", total=total))))
    assert ["weights-not-total"] == names(short)


def test_a_total_that_its_lines_do_not_add_up_to() -> None:
    audit = audit_form(transcribe(form_of_table(table(total="总分,100,98\n"))))
    assert ["total-differs"] == names(audit)
    assert "自评总分 98；各项自评得分合计 100" == audit.findings[0].finding.message.zh


def test_a_part_of_a_form_is_not_added_up() -> None:
    cut_off = form_of_table(table(a="20", b="20", total=""))
    assert [] == names(audit_form(transcribe(cut_off)))
    form = evolve(form_of_table(table(a="20", b="20", total="总分,100,98\n")), is_partial=True)
    assert [] == names(audit_form(transcribe(form)))


def test_a_level_that_promises_other_points() -> None:
    for head in ("产出指标(60分)", "产出指标（60）", "产出指标60分"):
        text = table().replace("产出,", f"{head},")
        (finding,) = audit_form(transcribe(form_of_table(text))).findings
        assert "“产出指标”应为 60 分，其下各项合计 50 分" == finding.finding.message.zh
    kept = table().replace("产出,", "产出指标(50分),")
    assert [] == names(audit_form(transcribe(form_of_table(kept))))


def test_a_heavy_line() -> None:
    audit = audit_form(transcribe(form_of_table(table(a="30", b="30", total=""))))
    assert ["heavy-indicator"] == names(audit)


def test_a_parent_is_not_counted_beside_its_children() -> None:
    rows = "产出,数量,≥3项,3项,20,20,\n产出,培训人数,≥5人,6人,12,12,\n产出,宣传场次,≥7场,8场,8,8,\n"
    text = (
        MONEY
        + HEADS
        + rows
        + "效益,带动就业人数,≥30人,31人,29,29,\n"
        + "效益,节约水量,≥40吨,41吨,29,29,\n"
        + "满意度,群众好评率,≥90%,91%,12,12,\n"
        + "总分,100,100\n"
    )
    # 12 + 8 + 29 + 29 + 12 + 10 = 100
    assert [] == names(audit_form(transcribe(form_of_table(text))))


def test_the_same_measure_twice() -> None:
    rows = "产出,资助学生人数,≥52人,60人,10,10,\n效益,资助学生人数,≥52人,60人,10,10,\n"
    audit = audit_form(transcribe(form_of_table(HEADS + rows)))
    double = found(audit, "duplicate-measure")
    assert "“资助学生人数”与另一行同名指标重复计分" == double.finding.message.zh


def test_names_one_character_apart_are_two_measures() -> None:
    rows = "时效,按期开工率,≥90%,95%,10,10,\n时效,按期完工率,≥90%,95%,10,10,\n"
    audit = audit_form(transcribe(form_of_table(HEADS + rows)))
    assert "duplicate-measure" not in names(audit)


def test_a_form_that_tells_nothing_apart() -> None:
    rows = (
        "产出,年办件量,≥5件,5件,10,10,\n"
        "产出,检查次数,≥7次,≥7次,10,10,\n"
        "满意度,好评率,≥90%,已完成,10,10,\n"
    )
    assert "no-discrimination" in names(audit_form(transcribe(form_of_table(HEADS + rows))))
    told = rows.replace("5件,5件", "5件,6件")
    assert "no-discrimination" not in names(audit_form(transcribe(form_of_table(HEADS + told))))
