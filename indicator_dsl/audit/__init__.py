"""What does not hold in a reported form, with the cells it rests on.

Scores by the compiled form, and invents no rule of its own.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.audit.audited import Audit, AuditedRow, AuditFinding, Confidence, Practice
    from indicator_dsl.audit.auditing import audit_form
    from indicator_dsl.audit.practice import practice_text

__all__ = [
    "Audit",
    "AuditFinding",
    "AuditedRow",
    "Confidence",
    "Practice",
    "audit_form",
    "practice_text",
]

_HOMES = {
    "audited": ("Audit", "AuditedRow", "AuditFinding", "Confidence", "Practice"),
    "auditing": ("audit_form",),
    "practice": ("practice_text",),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
