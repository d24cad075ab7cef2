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
    gravity_of,
)
from indicator_dsl.audit.evidence import (
    Evidence,
    base_of,
    evidence_of,
)
from indicator_dsl.audit.points import (
    explained_from,
    missing_of,
)
from indicator_dsl.audit.practice import (
    Told,
    agrees,
    practice_of,
    practice_text,
)
from indicator_dsl.audit.rows import (
    Row,
    is_reason,
)
from indicator_dsl.audit.sheets import (
    is_silent,
)
from indicator_dsl.audit.wordings import (
    of_wordings,
)

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
