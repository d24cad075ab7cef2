"""A table audited as the form it is, by the audit of forms: slow, and never wrong about itself."""

from collections import defaultdict
from fractions import Fraction

from indicator_dsl.audit import Audit, AuditedRow, audit_form, gravity_of
from indicator_dsl.compiler import Library
from indicator_dsl.longform.cells import Sheet
from indicator_dsl.longform.omissions import bounds_with, omitted, why_idle
from indicator_dsl.longform.sums import form_of, parted, rejoined
from indicator_dsl.longform.verdicts import RowVerdict, Verdict
from indicator_dsl.quantities import scaled_half_up
from indicator_dsl.transcription import is_left_out, points_of, transcribe

BILLIONTHS = 10**9


def whole_verdict(sheet: Sheet, profile: str, library: Library | None, places: int) -> Verdict:
    """The verdict of the scalar audit.

    Example:
        >>> from indicator_dsl.longform.cells import Cells
        >>> row = Cells("项目进度", target="≤80%", actual="100%", weight="10", score="10")
        >>> whole_verdict(Sheet("甲", (row,)), "mof-2020", None, 2).rows[0].codes
        ('IND605', 'IND701', 'IND704')
    """
    parts = parted(sheet)
    return rejoined(verdict_of_indicators(parts.sheet, profile, library, places), parts)


def verdict_of_indicators(
    sheet: Sheet, profile: str, library: Library | None, places: int
) -> Verdict:
    """The same of a table whose sums stand apart.

    Example:
        >>> verdict_of_indicators(Sheet("甲", ()), "mof-2020", None, 2).total is None
        True
    """
    audit = audit_form(transcribe(form_of(sheet), profile, library))
    return verdict_of(sheet.name, audit, places)


def verdict_of(name: str, audit: Audit, places: int) -> Verdict:
    """An audit told in codes and whole numbers."""
    numbers = {id(row.reading.row.name): n for n, row in enumerate(audit.rows)}
    of_row: dict[int | None, list[str]] = defaultdict(list)
    for found in audit.findings:
        row = numbers.get(id(found.cells[-1])) if found.cells else None
        of_row[row].append(found.finding.code)

    def shown(points: Fraction | None) -> int | None:
        return None if points is None else scaled_half_up(points, places)

    def told(row: AuditedRow, found: list[str]) -> RowVerdict:
        given, why = in_billionths(row.reported), why_idle(row.reading)
        if is_left_out(row.reading):
            return omitted(row.reading.row.weight.text, why, places, given, sorted(found))
        return RowVerdict(
            earned=shown(row.earned),
            low=None if row.line is None else shown(row.line.low),
            high=None if row.line is None else shown(row.line.high),
            reported=given,
            reason=why if row.line is None else row.line.reason,
            codes=tuple(sorted(found)),
        )

    rows = tuple(told(row, of_row[number]) for number, row in enumerate(audit.rows))
    out = [row for row, read in zip(rows, audit.rows, strict=True) if is_left_out(read.reading)]
    low, high = bounds_with(shown(audit.low) or 0, shown(audit.high) or 0, out)
    has_points = bool(out) or audit.card is not None
    given = [row.reported for row in rows if row.reported is not None]
    worst = next(iter(audit.findings), None)
    return Verdict(
        name=name,
        rows=rows,
        total=None if out else shown(audit.score_computed),
        low=low if has_points else None,
        high=high if has_points else None,
        grade=audit.card.grade or "" if audit.card and audit.is_whole else "",
        weights=sum(_weight(row.reading.row.weight.text) for row in audit.rows),
        given=sum(given) if given else None,
        reported=in_billionths(audit.score_reported),
        codes=tuple(sorted(found.finding.code for found in audit.findings)),
        worst="" if worst is None else worst.finding.code,
        errors=sum(gravity_of(found)[0] == 0 for found in audit.findings),
        left_out=len(out),
        is_complete=audit.is_whole,
        is_whole=True,
    )


def in_billionths(points: Fraction | None) -> int | None:
    """Printed points, which have at most nine decimals."""
    return None if points is None else int(points * BILLIONTHS)


def _weight(text: str) -> int:
    return int((points_of(text) or 0) * BILLIONTHS)
