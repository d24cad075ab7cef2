"""The door: a transcript in, an audit out, whatever the form holds."""

from collections.abc import Iterator
from typing import Final

from indicator_dsl.audit.audited import Audit, AuditFinding, Confidence
from indicator_dsl.audit.evidence import Evidence, evidence_of
from indicator_dsl.audit.narratives import of_narrative
from indicator_dsl.audit.points import of_points
from indicator_dsl.audit.practice import practice_text
from indicator_dsl.audit.sheets import of_sheet
from indicator_dsl.audit.spending import of_money
from indicator_dsl.audit.wordings import of_wordings
from indicator_dsl.diagnostics import Severity
from indicator_dsl.transcription import Transcript, points_of
from indicator_dsl.wording import Text

_GRAVITY: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_SURENESS: Final = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


def audit_form(transcript: Transcript) -> Audit:
    """What the form should have scored, and everything that does not hold in it; never raises.

    Args:
        transcript: The form as `transcribe` read it.

    Returns:
        The rows with their points, and the findings, worst first; among equals the surest first,
        then in the order of the form.

    Example:
        >>> from indicator_dsl.model import Form, FormCell, FormRow
        >>> from indicator_dsl.transcription import transcribe
        >>> row = FormRow(
        ...     name=FormCell(text="项目开展进度"), nature=FormCell(text="≤"),
        ...     target=FormCell(text="80"), unit=FormCell(text="%"),
        ...     actual=FormCell(text="100%"), weight=FormCell(text="10"),
        ...     score=FormCell(text="10"),
        ... )
        >>> audit = audit_form(transcribe(Form(name="a", rows=(row,))))
        >>> [found.name for found in audit.findings][:3]
        ['unmet-but-full', 'reported-score-differs', 'direction-suspect']
    """
    evidence = evidence_of(transcript)
    card = evidence.card
    return Audit(
        form=transcript.form,
        transcript=transcript,
        card=card,
        rows=tuple(row.audited for row in evidence.rows),
        practice=evidence.practice,
        score_reported=points_of(transcript.form.total_score.text),
        score_computed=None if card is None else card.total,
        low=None if card is None else card.low,
        high=None if card is None else card.high,
        findings=tuple(sorted(_found(evidence), key=gravity_of)),
        assumptions=tuple(_assumptions(evidence)),
    )


def _found(evidence: Evidence) -> Iterator[AuditFinding]:
    yield from of_points(evidence)
    yield from of_wordings(evidence)
    yield from of_sheet(evidence)
    yield from of_money(evidence)
    yield from of_narrative(evidence)


def gravity_of(found: AuditFinding) -> tuple[int, int]:
    """Where a finding stands among others: by severity, then by how sure it is; 0 comes first."""
    return _GRAVITY.index(found.finding.severity), _SURENESS.index(found.confidence)


def _assumptions(evidence: Evidence) -> Iterator[Text]:
    """What was assumed for the whole form; what was assumed for a row stands with the row."""
    yield from evidence.transcript.assumptions
    yield practice_text(evidence.practice)
    if evidence.card is not None:
        yield from evidence.card.assumptions
