"""Rows that no rule stands for keep their points open, by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from indicator_dsl.audit import audit_form
from indicator_dsl.longform import Auditor, Cells, Sheet, Verdict, form_of, whole_verdict
from indicator_dsl.longform.tallies import Tally, tally_from_json, tally_of
from indicator_dsl.transcription import transcribe

MET = Cells("满意度", target="≥95%", actual="95%", weight="40", score="40")


def judged(first: Cells, total_score: str = "100", total_weight: str = "") -> Verdict:
    sheet = Sheet("A", (first, MET), total_score=total_score, total_weight=total_weight)
    verdict = Auditor().verdicts([sheet])[0]
    assert whole_verdict(sheet, "mof-2020", None, 2) == verdict._replace(is_whole=True)
    audit = audit_form(transcribe(form_of(sheet)))
    assert audit.is_whole is verdict.is_complete
    assert audit.excess is None  # the scalar audit does not compare it either
    return verdict


def test_an_actual_that_is_not_understood_can_earn_its_weight() -> None:
    verdict = judged(Cells("年办件量", target="≥200000件", actual="1e5", weight="60", score="60"))
    assert (None, 4_000, 10_000) == (verdict.total, verdict.low, verdict.high)
    assert (None, 0, 6_000, "not-understood") == (*verdict.rows[0][:3], verdict.rows[0].reason)
    assert (1, False, "") == (verdict.left_out, verdict.is_complete, verdict.grade)


@pytest.mark.parametrize("weight", ["六十", "-20", "2e1", ""])
def test_a_weight_that_is_not_known_has_no_upper_bound(weight: str) -> None:
    verdict = judged(Cells("年办件量", target="≥20件", actual="20件", weight=weight, score="60"))
    assert (None, 4_000, None) == (verdict.total, verdict.low, verdict.high)
    assert (None, 0, None, "weight-unknown") == (*verdict.rows[0][:3], verdict.rows[0].reason)


def test_a_weight_of_nothing_is_known() -> None:
    sheet = Sheet("A", (MET._replace(name="年办件量", weight="/", score=""), MET))
    verdict = Auditor().verdicts([sheet])[0]
    assert (4_000, 0, True) == (verdict.total, verdict.left_out, verdict.is_complete)


def test_a_printed_full_that_the_rows_do_not_weigh_is_not_compared() -> None:
    verdict = judged(MET._replace(name="年办件量", weight="30", score="30"), "70", "100")
    assert (7_000, 0, False) == (verdict.total, verdict.left_out, verdict.is_complete)


def test_the_tally_counts_what_is_left_out_in_points() -> None:
    given = Cells("年办件量", target="≥200件", actual="1e5", weight="60.5", score="70")
    tally = tally_of([judged(given, "100.50")], 2)
    assert (1, 1, 0, 1) == (
        *(tally.rows_left_out, tally.partial_tables, tally.differing),
        tally.open_tables,
    )
    worst = tally_of([judged(given._replace(score="60"), "100.50")], 2).worst
    assert (Decimal("100.5"), None, None) == (
        worst[0].reported,
        worst[0].total,
        worst[0].difference,
    )
    assert Fraction(201, 2) == Fraction(worst[0].reported or 0)
    assert tally == tally_from_json(tally.to_json())
    assert 2 * tally.rows_left_out == (tally + tally).rows_left_out
    assert 0 == Tally().rows_left_out
