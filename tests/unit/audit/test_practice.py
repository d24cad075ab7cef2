"""How an office rounds, from what its own form shows."""

from fractions import Fraction

from indicator_dsl.audit import practice_text
from tests.unit.audit.test_points import audited

HEADS = "三级指标,年度指标值,实际完成值,分值,得分,偏差原因"


def test_points_cut_off_are_no_deviation_where_the_form_cuts() -> None:
    # 2 × 203 / 214 = 1.897…, 2 × 4044 / 5662 = 1.428…, 2 × 97.3 / 100 = 1.946
    rows = "访视数,≥214,203,2,1.8,甲\n体检数,≥5662,4044,2,1.4,乙\n接种率,≥100%,97.3%,2,1.9,丙"
    audit = audited(*rows.splitlines(), heads=HEADS)
    assert (1, True, False) == (
        audit.practice.places,
        audit.practice.is_cut,
        audit.practice.is_assumed,
    )
    assert [] == [found.name for found in audit.findings]
    assert "其余舍去" in practice_text(audit.practice).zh


def test_whole_points_are_no_deviation_where_the_form_gives_whole_points() -> None:
    # 10 × 17 / 20 = 8.5 → 9; 20 × 29 / 30 = 19.33… → 19; 10 × 7 / 8 = 8.75 → 9
    rows = "培训人数,≥20,17,10,9,甲\n宣传场次,≥30,29,20,19,乙\n检查次数,≥8,7,10,9,丙"
    audit = audited(*rows.splitlines(), heads=HEADS)
    assert 0 == audit.practice.places
    assert [] == [found.name for found in audit.findings]


def test_one_whole_score_alone_proves_no_practice() -> None:
    # 10 × 78 / 80 = 9.75: printed 9 it is a deviation, not a habit of cutting off
    rows = "培训人数,≥80,78,10,9,甲\n宣传场次,≥30,20,20,12,乙\n检查次数,≥8,5,10,5,丙"
    audit = audited(*rows.splitlines(), heads=HEADS)
    found = [each.indicator for each in audit.findings if each.name == "reported-score-differs"]
    assert ["培训人数", "宣传场次", "检查次数"] == found


def test_what_nothing_tells_is_assumed_and_said() -> None:
    audit = audited("年办件量,≥5件,6件,20,20,", heads=HEADS)
    assert audit.practice.is_assumed
    assert practice_text(audit.practice) in audit.assumptions
    assert Fraction(20) == audit.score_computed
