"""What does not hold in a reported form, with the cells it rests on.

Scores by the compiled form, and invents no rule of its own.
"""

from indicator_dsl.audit.audited import (
    Audit,
    AuditedRow,
    AuditFinding,
    Confidence,
    Practice,
)
from indicator_dsl.audit.auditing import (
    audit_form,
)
from indicator_dsl.audit.practice import (
    practice_text,
)

__all__ = [
    "Audit",
    "AuditFinding",
    "AuditedRow",
    "Confidence",
    "Practice",
    "audit_form",
    "practice_text",
]
