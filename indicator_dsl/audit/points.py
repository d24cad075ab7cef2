"""What does not hold in the points of a row: given for a missed target, or taken from a met one."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from indicator_dsl import codes
from indicator_dsl.audit.audited import AuditFinding, Confidence
from indicator_dsl.audit.evidence import Evidence
from indicator_dsl.audit.practice import agrees
from indicator_dsl.audit.rows import Row
from indicator_dsl.diagnostics import Severity
from indicator_dsl.explanation import asked_text, done_text, explain_line, share_text
from indicator_dsl.model import Bound, Measured, Operator
from indicator_dsl.quantities import text_from_number
from indicator_dsl.scoring import LineScore, usual_points
from indicator_dsl.transcription import ActualKind, TargetKind
from indicator_dsl.wording import Text

_USUAL: Final = Fraction(130, 100)  # where the profile names no threshold of its own
_UNSTATED: Final = (TargetKind.SCALE, TargetKind.WORDS)
_MEASURED: Final = (TargetKind.FIGURE, TargetKind.RANGE, TargetKind.DAY)
_TARGET: Final = Text("a target", "目标值")
_ACTUAL: Final = Text("an actual", "实际完成值")
_BOTH: Final = Text("a target and an actual", "目标值和实际完成值")


def of_points(evidence: Evidence) -> Iterator[AuditFinding]:
    """Each row's points held against its target and its actual."""
    for row in evidence.counted:
        yield from _without_values(row)
        yield from _overachieved(row)
        if row.weight is not None and row.reported is not None:
            yield from _deviating(row, evidence)
            yield from _deducted(row)


def _without_values(row: Row) -> Iterator[AuditFinding]:
    missing = missing_of(row)
    if missing is None:
        return
    cells = (row.cells.score, row.cells.target, row.cells.actual)
    if row.reported:
        said = text_from_number(row.reported)
        found = codes.SCORED_WITHOUT_VALUES.finding(row.name, reported=said, missing=missing)
        yield row.about(found, *cells)
    elif row.reported is None and row.weight:
        weight = text_from_number(row.weight)
        found = codes.ROW_LEFT_BLANK.finding(row.name, weight=weight, missing=missing)
        yield row.about(found, *cells)


def missing_of(row: Row) -> Text | None:
    """What a row has to have before it can earn anything, and lacks; None when it lacks nothing."""
    is_targetless = row.reading.target_kind is TargetKind.NONE
    actual = row.cells.actual.text.strip()
    is_dash = row.reading.actual_kind is ActualKind.NOT_APPLICABLE and actual != "无"
    is_empty = not actual or (is_dash and row.reading.target_kind in _MEASURED)
    if not (is_targetless or is_empty):
        return None
    return _BOTH if is_targetless and is_empty else _TARGET if is_targetless else _ACTUAL


def explained_from(line: LineScore) -> Fraction | None:
    """From which share of its target on a line owes a reason; None where more is not better."""
    target = line.indicator.target
    wants_more = (Operator.AT_LEAST, Operator.MORE_THAN)
    if not isinstance(target, Bound) or target.operator not in wants_more:
        return None
    return min((duty.share for duty in line.indicator.duties), default=_USUAL)


def _overachieved(row: Row) -> Iterator[AuditFinding]:
    line = row.trial
    if line is None or line.share is None or row.has_reason:
        return
    target, threshold = line.indicator.target, explained_from(line)
    if threshold is not None and isinstance(target, Bound) and line.share >= threshold:
        share = share_text(line.share)
        yield row.about(
            codes.OVERACHIEVED.finding(row.name, share=share, threshold=share_text(threshold)),
            row.cells.actual,
            row.cells.target,
            row.cells.reason,
            confidence=row.confidence,
            arithmetic=Text("{x} / {t} = {s}", "{x} ÷ {t} = {s}").filled(
                x=done_text(line), t=target.value, s=share
            ),
        )


def _deviating(row: Row, evidence: Evidence) -> Iterator[AuditFinding]:
    """Points that are not what the target and the actual give."""
    line, weight, reported = row.audited.line, row.weight, row.reported
    if line is None or weight is None or reported is None or _is_alike(row, line, evidence):
        return
    fields = {
        "asked": asked_text(line.indicator.target),
        "done": done_text(line),
        "weight": text_from_number(weight),
        "reported": text_from_number(reported),
        "lost": text_from_number(weight - reported),
    }
    cells = (row.cells.score, row.cells.actual, row.cells.target, row.cells.nature)
    sure = _confidence(row)
    told = explain_line(line, evidence.ruleset).arithmetic if evidence.ruleset else None
    if reported >= weight and (line.is_met is False or line.high < weight):
        yield row.about(
            codes.UNMET_BUT_FULL.finding(row.name, **fields),
            *cells,
            confidence=sure,
            arithmetic=told,
        )
    if reported < weight and line.is_met and isinstance(line.indicator.measure, Measured):
        yield row.about(
            codes.MET_BUT_DEDUCTED.finding(row.name, **fields),
            *cells,
            row.cells.reason,
            confidence=sure,
            severity=Severity.NOTE if row.has_reason else None,
        )
    found = evidence.differing.get(line.indicator.name)
    if found is not None:
        others = [points for method, points in usual_points(line).items()][1:]
        is_usual = any(
            agrees(evidence.practice, exact, reported, row.cells.score.text) for exact in others
        )
        yield row.about(
            found,
            *cells,
            confidence=Confidence.LOW if is_usual else sure,
            arithmetic=told,
            severity=Severity.NOTE if is_usual else None,
        )


def _is_alike(row: Row, line: LineScore, evidence: Evidence) -> bool:
    """Whether the printed points are, or while the line is open can be, those of the rule."""
    if row.reported is None:
        return True
    if line.exact is None:
        return line.low <= row.reported <= line.high
    return agrees(evidence.practice, line.exact, row.reported, row.cells.score.text)


def _confidence(row: Row) -> Confidence:
    """As sure as the direction is; never surer than low where the scale itself is assumed."""
    return Confidence.LOW if row.reading.target_kind in _UNSTATED else row.confidence


def _deducted(row: Row) -> Iterator[AuditFinding]:
    if row.weight is None or row.reported is None or row.reported >= row.weight:
        return
    if not row.has_reason:
        yield row.about(
            codes.DEDUCTED_WITHOUT_REASON.finding(
                row.name,
                subject=Text(f"`{row.name}`", f"“{row.name}”"),
                weight=text_from_number(row.weight),
                lost=text_from_number(row.weight - row.reported),
            ),
            row.cells.score,
            row.cells.reason,
        )
