"""Stub until the findings branch arrives."""

from fractions import Fraction

from indicator_dsl.audit.audited import Audit, AuditedRow, Practice
from indicator_dsl.scoring import evaluate
from indicator_dsl.transcription import Transcript


def audit_form(transcript: Transcript) -> Audit:
    """Stub."""
    card = None
    if transcript.ruleset is not None:
        card = evaluate(transcript.ruleset, transcript.actuals)
    rows = []
    for reading in transcript.rows:
        line = card.line(reading.name) if card is not None and reading.is_scored else None
        rows.append(
            AuditedRow(
                reading=reading,
                line=line,
                weight=None if line is None else line.indicator.weight,
                reported=None if line is None else line.reported,
            )
        )
    total = transcript.form.total_score.text
    return Audit(
        form=transcript.form,
        transcript=transcript,
        card=card,
        rows=tuple(rows),
        practice=Practice(places=0),
        score_reported=Fraction(total) if total.isdecimal() else None,
        score_computed=None if card is None else card.total,
        low=None if card is None else card.low,
        high=None if card is None else card.high,
        findings=(),
        assumptions=() if card is None else card.assumptions,
    )
