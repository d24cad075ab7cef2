"""Audits for the tests of writers: a form transcribed and scored, with findings made by hand."""

from fractions import Fraction

from attrs import evolve

from indicator_dsl.audit import Audit, AuditedRow, AuditFinding, Confidence, Practice
from indicator_dsl.diagnostics import Finding, Severity
from indicator_dsl.model import Form, FormCell
from indicator_dsl.scoring import evaluate
from indicator_dsl.transcription import transcribe
from indicator_dsl.wording import Text, same
from tests.forms_at_hand import chaoyang


def audit_made(form: Form, *findings: AuditFinding, reported: Fraction | None = None) -> Audit:
    """The form as it scores, with these findings and no others."""
    transcript = transcribe(form)
    card = None
    if transcript.ruleset is not None:
        card = evaluate(transcript.ruleset, transcript.actuals)
    rows = []
    for reading in transcript.rows:
        line = card.line(reading.name) if card is not None and reading.is_scored else None
        points = None if line is None else line.reported
        rows.append(AuditedRow(reading=reading, line=line, reported=points))
    return Audit(
        form=form,
        transcript=transcript,
        card=card,
        rows=tuple(rows),
        practice=Practice(places=0),
        score_reported=reported,
        score_computed=None if card is None else card.total,
        low=None if card is None else card.low,
        high=None if card is None else card.high,
        findings=findings,
        assumptions=(),
    )


def finding_made(
    message: Text, *cells: FormCell, indicator: str = "", ask: Text | None = None
) -> AuditFinding:
    """A finding that rests on these cells."""
    said = Finding(
        code="IND704",
        name="reported-score-differs",
        severity=Severity.WARNING,
        message=message,
        indicator=indicator,
        ask=ask,
    )
    sum_told = same("10 × 80 / 100 = 8.00")
    return AuditFinding(finding=said, confidence=Confidence.LOW, cells=cells, arithmetic=sum_told)


def hall_audited() -> Audit:
    """The form of the hall, with a finding on a cell, one on a row and one on the whole form."""
    form = evolve(chaoyang(), name="chaoyang.xlsx")
    progress, level = form.rows[2], form.rows[4]
    return audit_made(
        form,
        finding_made(
            Text("too many points", "分数偏高\x1b[31m"),
            progress.score,
            indicator="项目开展进度",
            ask=Text("why 10?", "为何得 10 分？"),
        ),
        finding_made(Text("no scale", "没有评分标准"), indicator=level.name.text),
        finding_made(Text("cut to the spending", "预算调减与支出相同")),
        reported=Fraction(100),
    )
