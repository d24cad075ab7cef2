"""Points held against target and actual; every expected figure is worked out by hand."""

from fractions import Fraction

import pytest
from attrs import evolve

from indicator_dsl.audit import Audit, AuditFinding, Confidence, audit_form
from indicator_dsl.diagnostics import Severity
from indicator_dsl.transcription import transcribe
from tests.forms_of_tables import form_of_table

HEADS = "三级指标,绩效指标性质,年度指标值,绩效度量单位,实际完成值,分值,得分,偏差原因"


def audited(*rows: str, heads: str = HEADS, text: tuple[str, ...] = ()) -> Audit:
    """Of some rows of a form, whose sums say nothing therefore."""
    form = form_of_table("\n".join((heads, *rows)), text)
    return audit_form(transcribe(evolve(form, is_partial=True)))


def names(audit: Audit) -> list[str]:
    return sorted(found.name for found in audit.findings)


def found(audit: Audit, name: str) -> AuditFinding:
    (only,) = (each for each in audit.findings if each.name == name)
    return only


def test_the_line_of_the_first_real_case() -> None:
    audit = audited("项目开展进度,≤,80,%,100%,10,10,")
    differs = found(audit, "reported-score-differs")
    assert "自评 10 分" in differs.finding.message.zh
    assert differs.finding.message.zh.endswith("若按达标 0.00、按超幅 7.50；常用方法最多得 8.00 分")
    assert differs.finding.message.en.endswith("no usual method gives more than 8.00")
    assert differs.confidence is Confidence.HIGH
    assert "10 × 80 / 100 = 8.00" == str(differs.arithmetic)
    assert "10" == differs.cells[0].text
    assert Severity.ERROR is found(audit, "unmet-but-full").finding.severity
    assert Fraction(8) == audit.rows[0].earned
    assert "direction-suspect" in names(audit)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("年办件量,≥,200000,件,200000,20,20,", []),
        # 20 × 150000 / 200000 = 15
        ("年办件量,≥,200000,件,150000,20,15,窗口停办", []),
        ("年办件量,≥,200000,件,150000,20,15,", ["deducted-without-reason"]),
        ("年办件量,≥,200000,件,150000,20,20,", ["reported-score-differs", "unmet-but-full"]),
        (
            "年办件量,≥,200000,件,200000,20,19,",
            ["deducted-without-reason", "met-but-deducted", "reported-score-differs"],
        ),
        ("年办件量,≥,200000,件,259999,20,20,", []),
        ("年办件量,≥,200000,件,260000,20,20,", ["overachieved-without-reason"]),
        ("年办件量,≥,200000,件,260000,20,20,新增窗口", []),
        ("投诉件数,≤,10,件,5,10,10,", []),
        # nothing is asked of an empty score
        ("年办件量,≥,200000,件,150000,20,,", []),
        ("年办件量,≥,200000,件,,20,20,", ["scored-without-values"]),
        ("年办件量,≥,200000,件,,20,0,没有统计", []),
        ("年办件量,,,,,20,20,", ["scored-without-values"]),
        ("年办件量,≥,200000,件,不适用,20,20,", ["scored-without-values"]),
        ("投诉件数,≤,5,件,无,10,10,", []),
        # words that deny the figure give none
        ("走访户数,≥,100,户,未达到100户,10,10,", ["wordy-actual"]),
        ("走访户数,≥,100,户,不足100户,10,10,", ["wordy-actual"]),
        ("走访户数,≥,100,户,少于100户,10,10,", ["wordy-actual"]),
        ("投诉件数,≤,5,件,超过5件,10,10,", ["wordy-actual"]),
        ("走访户数,≥,100,户,超过100户,10,10,", []),
        ("走访户数,≥,详见附件2,,详见附件3,10,10,", ["qualitative-without-scale"]),
    ],
)
def test_points_of_a_row(row: str, expected: list[str]) -> None:
    assert expected == names(audited(row))


def test_points_that_another_usual_method_gives_are_only_a_note() -> None:
    # by excess: 10 × (1 − (100 − 80) / 80) = 7.50; the profile takes the inverse, 8.00
    audit = audited("平均等候时长,≤,80,分钟,100,10,7.5,设备更换")
    differs = found(audit, "reported-score-differs")
    assert Severity.NOTE is differs.finding.severity
    assert differs.confidence is Confidence.LOW


def test_a_level_below_the_best_with_full_points() -> None:
    audit = audited("服务水平,定性,优良中低差,,良,10,10,")
    unmet = found(audit, "unmet-but-full")
    assert unmet.confidence is Confidence.LOW
    assert "reported-score-differs" in names(audit)


def test_a_judged_level_leaves_the_office_its_range() -> None:
    # 部分达成 is worth 60 to 80 per cent: 6 to 8 of 10
    silent = audited("服务水平,定性,提升,,部分达成预期指标,10,7,经费不足")
    assert ["qualitative-without-scale"] == names(silent)
    loud = audited("服务水平,定性,提升,,部分达成预期指标,10,10,")
    assert ["qualitative-without-scale", "unmet-but-full"] == names(loud)


def test_a_reason_makes_a_deduction_from_a_met_target_a_note() -> None:
    audit = audited("年办件量,≥,200000,件,200000,20,19,数据来源未经复核")
    assert Severity.NOTE is found(audit, "met-but-deducted").finding.severity
    assert "deducted-without-reason" not in names(audit)


def test_the_worst_stands_first_and_the_surest_among_equals() -> None:
    audit = audited("投诉件数,≤,10,件,20,10,10,", "年办件量,,200000,件,150000,20,20,")
    ranks = [(f.finding.severity, f.confidence) for f in audit.findings]
    order = [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    assert ranks == sorted(ranks, key=lambda r: (order.index(r[0]), list(Confidence).index(r[1])))
    assert Severity.ERROR is ranks[0][0]


def test_the_total_stays_open_while_a_line_is() -> None:
    audit = audited("年办件量,≥,200000,件,已完成,20,20,", "满意度,≥,95,%,96,10,10,")
    assert audit.score_computed is None
    assert (Fraction(10), Fraction(30)) == (audit.low, audit.high)
