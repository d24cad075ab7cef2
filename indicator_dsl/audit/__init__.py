"""What does not hold in a reported form, with the cells it rests on.

Scores by the compiled form, and invents no rule of its own.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.audit.audited import Audit, AuditedRow, AuditFinding, Confidence, Practice
    from indicator_dsl.audit.auditing import audit_form, gravity_of
    from indicator_dsl.audit.evidence import Evidence, base_of, evidence_of
    from indicator_dsl.audit.points import explained_from, missing_of
    from indicator_dsl.audit.practice import Told, agrees, practice_of, practice_text
    from indicator_dsl.audit.rows import Row, is_reason
    from indicator_dsl.audit.sheets import is_silent
    from indicator_dsl.audit.wordings import of_wordings

__all__ = [
    "Audit",
    "AuditFinding",
    "AuditedRow",
    "Confidence",
    "Evidence",
    "Practice",
    "Row",
    "Told",
    "agrees",
    "audit_form",
    "base_of",
    "evidence_of",
    "explained_from",
    "gravity_of",
    "is_reason",
    "is_silent",
    "missing_of",
    "of_wordings",
    "practice_of",
    "practice_text",
]

_HOMES = {
    "audited": ("Audit", "AuditFinding", "AuditedRow", "Confidence", "Practice"),
    "auditing": ("audit_form", "gravity_of"),
    "evidence": ("Evidence", "base_of", "evidence_of"),
    "points": ("explained_from", "missing_of"),
    "practice": ("Told", "agrees", "practice_of", "practice_text"),
    "rows": ("Row", "is_reason"),
    "sheets": ("is_silent",),
    "wordings": ("of_wordings",),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
