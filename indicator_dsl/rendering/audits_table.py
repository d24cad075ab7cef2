"""Many audited forms as one table: what each reports, what it comes to, what is to be asked."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from indicator_dsl.audit import Audit
from indicator_dsl.diagnostics import Severity
from indicator_dsl.rendering import audit_words as words
from indicator_dsl.rendering.audit_points import total_points
from indicator_dsl.rendering.outline import Outline, Table
from indicator_dsl.wording import Lang, Text

_HEADS: Final = (
    words.FORM,
    words.ROW_REPORTED,
    words.ROW_COMPUTED,
    words.MORE,
    words.UNDERSTOOD,
    Text("findings", "问题"),
    Text("serious", "严重"),
)
_RIGHT: Final = frozenset((1, 2, 3, 4, 5, 6))


@frozen(kw_only=True)
class AuditTotals:
    """What the table keeps of one audited form."""

    name: str
    reported: str
    computed: str
    more: str
    understood: int
    rows: int
    findings: int
    grave: int

    @classmethod
    def of(cls, audit: Audit) -> "AuditTotals":
        """The totals of an audit, which itself need not be kept."""
        _, reported, computed, more = total_points(audit)
        grave = [each for each in audit.findings if each.finding.severity is Severity.ERROR]
        return cls(
            name=audit.form.name,
            reported=reported,
            computed=computed,
            more=more,
            understood=audit.transcript.understood,
            rows=len(audit.rows),
            findings=len(audit.findings),
            grave=len(grave),
        )


def audits_outline(audits: Sequence[AuditTotals], lang: Lang = "en") -> Outline:
    """One row a form, then their sums.

    Args:
        audits: The forms, in the order they are to stand in.
        lang: The language of the words around the forms' own.

    Example:
        >>> from indicator_dsl.rendering import outline_text
        >>> print(outline_text(audits_outline([])).splitlines()[-1])
         0 forms                                      0/0         0      0
    """
    rows = [
        (
            each.name,
            each.reported,
            each.computed,
            each.more,
            f"{each.understood}/{each.rows}",
            str(each.findings),
            str(each.grave),
        )
        for each in audits
    ]
    read, count = sum(each.understood for each in audits), sum(each.rows for each in audits)
    findings, grave = sum(each.findings for each in audits), sum(each.grave for each in audits)
    forms = words.FORMS.filled(n=len(audits)).in_lang(lang)
    rows.append((forms, "", "", "", f"{read}/{count}", str(findings), str(grave)))
    table = Table(
        heads=tuple(head.in_lang(lang) for head in _HEADS),
        rows=tuple(rows),
        right=_RIGHT,
        strong=frozenset((len(rows) - 1,)),
        moods=(*("loss" if each.grave else "" for each in audits), ""),
    )
    return (table,)
