"""What an audit has to say again and again, together: the same finding or assumption of many rows.

Judges nothing.
"""

from typing import Final

from attrs import frozen

from indicator_dsl.audit import Audit, AuditFinding
from indicator_dsl.rendering.audit_titles import title_of
from indicator_dsl.wording import Text

_SEVERAL: Final = 3


@frozen(kw_only=True)
class Group:
    """Findings told on one line: several rows with the same one, or a single finding."""

    findings: tuple[AuditFinding, ...]

    @property
    def first(self) -> AuditFinding:
        """The one that stands for all."""
        return self.findings[0]

    @property
    def is_single(self) -> bool:
        """Whether it is one finding alone."""
        return len(self.findings) == 1

    @property
    def title(self) -> Text:
        """What the findings have in common, with their number."""
        return counted(title_of(self.first.name), len(self.findings))


@frozen(kw_only=True)
class Assumption:
    """Something assumed, and the rows it was assumed for; none when of the whole form."""

    text: Text
    indicators: tuple[str, ...] = ()

    @property
    def title(self) -> Text:
        """What was assumed, with the number of rows where there are several."""
        count = len(self.indicators)
        return self.text if count <= 1 else counted(self.text, count)


def counted(title: Text, count: int) -> Text:
    """The title with a number behind it.

    Example:
        >>> counted(Text("unit differs", "单位不一致"), 3).zh
        '单位不一致 ×3'
    """
    return Text(f"{title.en} ×{count}", f"{title.zh} ×{count}")


def groups_of(audit: Audit) -> tuple[Group, ...]:
    """The findings in their order; three and more rows with the same finding stand together."""
    grouped: dict[tuple[str, str], list[AuditFinding]] = {}
    for finding in audit.findings:
        if finding.indicator:
            grouped.setdefault((finding.name, finding.finding.severity.value), []).append(finding)
    found: list[Group] = []
    for finding in audit.findings:
        several = grouped.get((finding.name, finding.finding.severity.value), [])
        if not finding.indicator or len(several) < _SEVERAL:
            found.append(Group(findings=(finding,)))
        elif finding is several[0]:
            found.append(Group(findings=tuple(several)))
    return tuple(found)


def assumptions_of(audit: Audit) -> tuple[Assumption, ...]:
    """Everything assumed: of the whole form, then of rows, what is assumed alike together."""
    rows: dict[Text, dict[str, None]] = {}
    for row in audit.rows:
        for assumed in row.reading.assumed:
            rows.setdefault(assumed, {})[row.reading.indicator] = None
    return (
        *(Assumption(text=text) for text in dict.fromkeys(audit.assumptions)),
        *(Assumption(text=text, indicators=tuple(names)) for text, names in rows.items()),
    )
