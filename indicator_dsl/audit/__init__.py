"""What does not hold in a reported form, as findings with their cells and their arithmetic.

Knows no layout; every score comes from scoring, every static question from checks.
"""

from indicator_dsl.audit.audited import Audit, AuditedRow, AuditFinding, Confidence, Practice
from indicator_dsl.audit.auditing import audit_form

__all__ = ["Audit", "AuditFinding", "AuditedRow", "Confidence", "Practice", "audit_form"]
