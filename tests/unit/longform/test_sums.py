"""Rows of totals are what a table reports, not indicators of it."""

import pyarrow as pa
import pytest

from indicator_dsl.audit import audit_form
from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms import forms_from_text
from indicator_dsl.longform import Auditor, Cells, Sheet, Verdict
from indicator_dsl.longform.chunks import sheets_in
from indicator_dsl.transcription import transcribe

ROWS = (
    Cells("年办件量", target="≥3000件", actual="3000件", weight="20", score="20"),
    Cells("满意度", target="≥95%", actual="95%", weight="20", score="20"),
)


def judged(*more: Cells, **said: str) -> Verdict:
    return Auditor().verdicts([Sheet("A", (*ROWS, *more), **said)])[0]  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["合计", "总分", "总得分：", "Total"])
def test_a_row_of_totals_is_the_reported_total(word: str) -> None:
    verdict = judged(Cells(word, weight="40", score="39"))
    assert (4_000, 39 * 10**9, 40 * 10**9) == (verdict.total, verdict.reported, verdict.given)
    assert ("total", 39 * 10**9, None) == (
        *(verdict.rows[2].reason, verdict.rows[2].reported, verdict.rows[2].earned),
    )
    assert "IND702" in verdict.codes  # 20 + 20 is not 39
    text = "三级指标,指标值,实际完成值,分值,得分\n" + "".join(
        f"{row.name},{row.target},{row.actual},{row.weight},{row.score}\n"
        for row in (*ROWS, Cells(word, weight="40", score="39"))
    )
    form = forms_from_text(text, "a.csv", Collector())[0]
    assert (2, "40", "39") == (len(form.rows), form.total_weight.text, form.total_score.text)
    audit = audit_form(transcribe(form))
    assert sorted(found.finding.code for found in audit.findings) == list(verdict.codes)
    assert 40 == audit.score_computed


def test_a_subtotal_is_no_indicator() -> None:
    first = judged(Cells("小计", level1="产出指标", weight="40", score="40"))
    assert (4_000, 0, "subtotal") == (first.total, first.left_out, first.rows[2].reason)
    assert first.rows[2].earned is None
    assert "subtotal" == judged(Cells("合计", level1="产出指标", weight="40")).rows[2].reason


def test_totals_that_differ_between_rows_are_said() -> None:
    batch = pa.RecordBatch.from_pydict(
        {
            "table": ["A", "A"],
            "name": [row.name for row in ROWS],
            "total_score": ["40", "41"],
        }
    )
    assert (("40"), ("41",)) == next((s.total_score, s.other_totals) for s in sheets_in(batch))
    for total_score, other, is_said in (("40", "41", 1), ("40", "40.00", 0), ("40", "x", 0)):
        sheet = Sheet("A", ROWS, total_weight="40", total_score=total_score, other_totals=(other,))
        found = Auditor().verdicts([sheet])[0]
        assert (is_said, is_said) == (found.codes.count("IND702"), found.errors)
    assert 1 == judged(Cells("合计", score="39"), total_score="40").codes.count("IND702")
