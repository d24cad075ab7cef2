"""A form that is not understood in full is not compared as if it were."""

from indicator_dsl.audit import audit_form
from indicator_dsl.longform import Cells, Sheet, form_of
from indicator_dsl.rendering.audit_verdicts import summary_of
from indicator_dsl.transcription import transcribe


def test_bounds_of_a_part_are_said_to_be_of_a_part() -> None:
    rows = (
        Cells("年办件量", target="≥5件", actual="5件", weight="六十", score="60"),
        Cells("满意度", target="≥95%", actual="", weight="10", score="10"),
        Cells("合格率", target="≥95%", actual="95%", weight="30", score="30"),
    )
    audit = audit_form(transcribe(form_of(Sheet("A", rows, total_score="100"))))
    assert not audit.is_whole
    said = summary_of(audit)
    assert "recomputed 30.00 to 40.00 of the 40 points that could be scored" in said.en
    assert "能够核算的 40 分中应得 30.00 至 40.00 分" in said.zh
