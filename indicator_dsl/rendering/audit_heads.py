"""What stands around the findings of an audit, as plain words for whoever sets them.

Adds nothing to what the other views of an audit say.
"""

from attrs import frozen

from indicator_dsl.audit import Audit
from indicator_dsl.rendering import audit_words as words
from indicator_dsl.rendering.audit_groups import assumptions_of
from indicator_dsl.rendering.audit_verdicts import differs, summary_of
from indicator_dsl.rendering.diagnostics_characters import visible
from indicator_dsl.wording import Lang, Text


@frozen(kw_only=True)
class AuditHead:
    """An audit without its findings, in one language; every text is safe to show.

    `facts` are labels with what they say. `counted` says how many findings there are, or that there
    is nothing to ask. `differs`: what was reported cannot be what the rules give. `assumed`,
    `not_understood` and `unread` are a sentence each.
    """

    title: str
    year: str
    summary: str
    counted: str
    differs: bool
    facts: tuple[tuple[str, str], ...]
    assumed: tuple[str, ...]
    not_understood: tuple[str, ...]
    unread: tuple[str, ...]


def audit_head(audit: Audit, lang: Lang = "en") -> AuditHead:
    """The words around the findings.

    Args:
        audit: Any audit.
        lang: The language of the words around the form's own.

    Example:
        >>> from indicator_dsl import audit_form, read_forms
        >>> record = '{"id": "甲", "indicators": [{"level3": "年办件量"}]}'
        >>> (form,) = read_forms(record.encode(), name="a.json")
        >>> audit_head(audit_form(form).model, "zh").facts[0]
        ('自评表', '甲')
    """

    def said(text: Text) -> str:
        return visible(text.in_lang(lang))

    counted = words.count_text(audit.findings) if audit.findings else words.nothing_found(audit)
    lost = [row for row in audit.rows if not row.reading.is_understood]
    return AuditHead(
        title=visible(words.title_of_form(audit)),
        year=visible(words.year_of(audit)),
        summary=said(summary_of(audit)),
        counted=said(counted),
        differs=differs(audit),
        facts=tuple((said(label), said(fact)) for label, fact in words.facts_of(audit)),
        assumed=tuple(
            visible(words.named(each.title.in_lang(lang), each.indicators, 0, lang))
            for each in assumptions_of(audit)
        ),
        not_understood=tuple(said(words.not_understood(row)) for row in lost),
        unread=tuple(said(words.cells_text([cell])) for cell in audit.transcript.unread),
    )
