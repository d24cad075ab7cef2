"""The findings of an audit, those of a kind together where they are many. Judges nothing."""

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
        count = len(self.findings)
        title = title_of(self.first.name)
        return Text(f"{title.en} ×{count}", f"{title.zh} ×{count}")

    @property
    def indicators(self) -> tuple[str, ...]:
        """The rows, in the order of the findings."""
        return tuple(each.indicator for each in self.findings)


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
