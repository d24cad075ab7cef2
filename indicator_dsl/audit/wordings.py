"""What does not hold in how a row is written: its direction, its unit, its words.

Of its points it asks only whether there are any.
"""

import re
from collections.abc import Iterator
from typing import Final

from indicator_dsl import codes
from indicator_dsl.audit.audited import AuditFinding, Confidence
from indicator_dsl.audit.evidence import Evidence
from indicator_dsl.audit.rows import Row, shown
from indicator_dsl.checks import direction_suspect, turned
from indicator_dsl.diagnostics import Severity
from indicator_dsl.model import Bound, Judged
from indicator_dsl.transcription import (
    ActualKind,
    Ground,
    TargetKind,
    amount_in,
    leading_operator,
    plain_text,
    unit_as_read,
)
from indicator_dsl.wording import Text

_WRITTEN: Final = (Ground.COLUMN, Ground.GLUED, Ground.WORDS)
_MEASURED: Final = (TargetKind.FIGURE, TargetKind.RANGE, TargetKind.DAY)
_WORDY: Final = (ActualKind.CLAIM, ActualKind.LEVEL, ActualKind.WORDS)
_UNSTATED: Final = (TargetKind.SCALE, TargetKind.WORDS)
_BARE: Final = re.compile(r"[\d,.]+(?:年|[^\d≥≤><=,。;年]*)")
_DAY: Final = re.compile(r"[\d年月日./-]+(?:前|底|底前|末)?")


def of_wordings(evidence: Evidence) -> Iterator[AuditFinding]:
    """Each row's target and actual as they are written."""
    suspects = dict(_suspects(evidence))
    for row in evidence.rows:
        if row.reading.name in suspects:
            yield suspects[row.reading.name]
        yield from _undirected(row)
        yield from _unscaled(row)
        yield from _units(row)
        yield from _unclear(row)
        yield from _answer(row)


def _suspects(evidence: Evidence) -> Iterator[tuple[str, AuditFinding]]:
    """Targets that the static check doubts, where the office itself wrote the direction."""
    if evidence.rules is None:
        return
    doubted = [each for rule in evidence.rules.indicators for each in direction_suspect(rule)]
    for noticed in doubted:
        (rule,) = noticed.about
        row = evidence.by_rule[rule.name]
        target = rule.target
        if row.reading.ground not in _WRITTEN or not isinstance(target, Bound):
            continue
        ask = Text(
            "is {target} what was meant, or {turned}?", "原意是 {target} 还是 {turned}？"
        ).filled(target=target, turned=turned(target))
        yield (
            rule.name,
            row.noticing(
                noticed.diagnostic,
                row.cells.nature,
                row.cells.target,
                ask=ask,
                confidence=Confidence.MEDIUM,
            ),
        )


def _undirected(row: Row) -> Iterator[AuditFinding]:
    is_figure = row.reading.target_kind is TargetKind.FIGURE
    if is_figure and row.reading.ground in (Ground.NAME, Ground.ASSUMED):
        yield row.about(
            codes.NO_DIRECTION.finding(row.name, target=shown(row.cells.target)),
            row.cells.target,
            row.cells.nature,
        )


def _unscaled(row: Row) -> Iterator[AuditFinding]:
    model = row.reading.model
    if row.reading.target_kind not in _UNSTATED or model is None:
        return
    if isinstance(model.measure, Judged) and not model.measure.scale.is_answer:
        yield row.about(
            codes.QUALITATIVE_WITHOUT_SCALE.finding(row.name, target=shown(row.cells.target)),
            row.cells.target,
            row.cells.nature,
        )


def _units(row: Row) -> Iterator[AuditFinding]:
    """Two units for one figure, whether or not one can be turned into the other."""
    if row.reading.target_kind not in (TargetKind.FIGURE, TargetKind.RANGE):
        return
    cells = [row.cells.target]
    if row.reading.actual_kind is ActualKind.FIGURE:
        cells.append(row.cells.actual)
    column = unit_as_read(plain_text(row.cells.unit.text))
    units = [(row.cells.unit, column), *((cell, _unit(cell.text)) for cell in cells)]
    first, *others = [(cell, unit) for cell, unit in units if unit] or [(row.cells.unit, "")]
    for cell, unit in others:
        if unit != first[1]:
            yield row.about(
                codes.UNIT_DIFFERS.finding(row.name, unit=first[1], other=unit), first[0], cell
            )
            return


def _unclear(row: Row) -> Iterator[AuditFinding]:
    """An actual that was read one way and may mean another."""
    if row.doubt is not None:
        yield row.about(row.doubt, row.cells.actual, row.cells.target, row.cells.unit)


def _unit(text: str) -> str:
    amount = amount_in(plain_text(text))
    return unit_as_read(amount.unit) if amount else ""


def _answer(row: Row) -> Iterator[AuditFinding]:
    """An actual that says no more than its target, or answers a figure in words."""
    if is_copy(row):
        yield row.about(
            codes.ACTUAL_COPIES_TARGET.finding(row.name, actual=shown(row.cells.actual)),
            row.cells.actual,
            row.cells.target,
        )
    elif row.reading.target_kind in _MEASURED and row.reading.actual_kind in _WORDY:
        yield row.about(
            codes.WORDY_ACTUAL.finding(
                row.name, target=shown(row.cells.target), actual=shown(row.cells.actual)
            ),
            row.cells.actual,
            row.cells.target,
            severity=None if row.reported else Severity.NOTE,
        )


def is_copy(row: Row) -> bool:
    """Whether the actual repeats the target, which an amount or a day alone may well do."""
    target, actual = _wording(row.cells.target.text), _wording(row.cells.actual.text)
    if not actual or row.reading.actual_kind is ActualKind.LEVEL:
        return False
    if actual == target:
        return not (_BARE.fullmatch(actual) or _DAY.fullmatch(actual))
    sign, is_glyph = leading_operator(actual[:1])
    return bool(sign) and is_glyph and actual == f"{_wording(row.cells.nature.text)}{target}"


def _wording(text: str) -> str:
    return re.sub(r"\s", "", plain_text(text)).strip("。.;")
