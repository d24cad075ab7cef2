"""Many audited forms at a glance: each form's points and findings, and which findings recur.

Judges nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import Final

from attrs import frozen

from indicator_dsl.audit import Audit
from indicator_dsl.diagnostics import Severity
from indicator_dsl.rendering import audit_words as words
from indicator_dsl.rendering.audit_points import total_points
from indicator_dsl.rendering.audit_titles import title_of
from indicator_dsl.rendering.outline import Blank, Mood, Outline, Part, Table, Words
from indicator_dsl.wording import Lang, Text

_SEVERITIES: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_HEADS: Final = (
    words.FORM,
    words.ROW_REPORTED,
    words.ROW_COMPUTED,
    words.MORE,
    Text("read", "读懂"),
    Text("grave", "严重"),
    Text("doubt", "存疑"),
    Text("note", "提示"),
)
_RECURRING: Final = Text("What recurs", "常见问题")
_KIND_HEADS: Final = (
    Text("finding", "问题"),
    Text("forms", "自评表"),
    Text("findings", "处数"),
    Text("code", "代码"),
)
_UNREAD_ONE: Final = Text("1 file could not be read", "1 个文件无法读取")
_UNREAD: Final = Text("{n} files could not be read", "{n} 个文件无法读取")


@frozen(kw_only=True)
class AuditTotals:
    """What the tables keep of one audited form.

    `findings` counts by severity, `kinds` by the findings' code and name. `excess` is how much more
    was reported than the rules give; 0 where that is not known.
    """

    name: str
    reported: str
    computed: str
    more: str
    excess: Fraction
    understood: int
    rows: int
    findings: Mapping[Severity, int]
    kinds: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, audit: Audit) -> "AuditTotals":
        """The totals of an audit, which itself need not be kept."""
        _, reported, computed, more = total_points(audit)
        excess = Fraction(0)
        if audit.score_reported is not None and audit.score_computed is not None:
            excess = audit.score_reported - audit.score_computed
        return cls(
            name=audit.form.name,
            reported=reported,
            computed=computed,
            more=more,
            excess=excess,
            understood=audit.transcript.understood,
            rows=len(audit.rows),
            findings=Counter(each.finding.severity for each in audit.findings),
            kinds=Counter((each.finding.code, each.name) for each in audit.findings),
        )

    @property
    def badness(self) -> tuple[Fraction | int, ...]:
        """By what the forms are ordered: serious findings first, then points, then the others."""
        serious, *others = (self.findings.get(severity, 0) for severity in _SEVERITIES)
        return (serious, abs(self.excess), *others)


def audits_outline(audits: Sequence[AuditTotals], lang: Lang = "en", *, unread: int = 0) -> Outline:
    """A table of the forms, the worst first, with their sums; then the findings by kind.

    Args:
        audits: The forms, in any order; forms that are equally bad keep theirs.
        lang: The language of the words around the forms' own.
        unread: How many files could not be read.

    Example:
        >>> from indicator_dsl.rendering import outline_markdown
        >>> print(outline_markdown(audits_outline([])).splitlines()[-1])
        | **0 forms** |  |  |  | **0/0** | **0** | **0** | **0** |
    """
    parts: list[Part] = [_forms(audits, lang)]
    if unread:
        said = _UNREAD_ONE if unread == 1 else _UNREAD.filled(n=unread)
        parts += [Blank(), Words(said.in_lang(lang), "words", "open")]
    if any(each.kinds for each in audits):
        parts += [Blank(), Words(_RECURRING.in_lang(lang), "heading"), _kinds(audits, lang)]
    return tuple(parts)


def _forms(audits: Sequence[AuditTotals], lang: Lang) -> Table:
    ordered = sorted(audits, key=lambda each: each.badness, reverse=True)
    folder = _common_folder([each.name for each in audits])
    rows = [
        (
            each.name.removeprefix(folder),
            each.reported,
            each.computed,
            each.more,
            f"{each.understood}/{each.rows}",
            *(str(each.findings.get(severity, 0)) for severity in _SEVERITIES),
        )
        for each in ordered
    ]
    read, count = sum(each.understood for each in audits), sum(each.rows for each in audits)
    sums = (sum(each.findings.get(severity, 0) for each in audits) for severity in _SEVERITIES)
    forms = words.FORMS_ONE if len(audits) == 1 else words.FORMS.filled(n=len(audits))
    rows.append((forms.in_lang(lang), "", "", "", f"{read}/{count}", *map(str, sums)))
    return Table(
        heads=tuple(head.in_lang(lang) for head in _HEADS),
        rows=tuple(rows),
        right=frozenset(range(1, len(_HEADS))),
        strong=frozenset((len(rows) - 1,)),
        moods=(*map(_mood, ordered), ""),
    )


def _mood(totals: AuditTotals) -> Mood:
    if totals.findings.get(Severity.ERROR):
        return "loss"
    return "open" if totals.understood < totals.rows else ""


def _common_folder(names: Sequence[str]) -> str:
    """The folder that all names begin with, its separator last; empty when they share none."""
    ends = min(names, default=""), max(names, default="")
    same = takewhile(lambda pair: pair[0] == pair[1], zip(*ends, strict=False))
    prefix = "".join(each for each, _ in same)
    return prefix[: max(prefix.rfind("/"), prefix.rfind("\\")) + 1]


def _kinds(audits: Sequence[AuditTotals], lang: Lang) -> Table:
    forms, findings = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for each in audits:
        forms.update(each.kinds.keys())
        findings.update(each.kinds)
    ordered = sorted(findings, key=lambda kind: (-forms[kind], -findings[kind], kind))
    return Table(
        heads=tuple(head.in_lang(lang) for head in _KIND_HEADS),
        rows=tuple(
            (title_of(kind[1]).in_lang(lang), str(forms[kind]), str(findings[kind]), kind[0])
            for kind in ordered
        ),
        right=frozenset((1, 2)),
    )
