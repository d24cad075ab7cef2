"""An audited form as the official form: every cell as the office wrote it, findings in the margin.

Decides no points.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import evolve

from indicator_dsl.audit import Audit, AuditedRow, AuditFinding, Confidence
from indicator_dsl.explanation import points_text
from indicator_dsl.forms.writing.filled import (
    cell_text,
    money_names,
    points_cell,
    rate_line,
)
from indicator_dsl.forms.writing.official import (
    EMPTY,
    OPEN,
    TITLE,
    OfficialCell,
    OfficialForm,
    OfficialLine,
    OfficialMoney,
)
from indicator_dsl.model import Form, FormCell, MoneyRow
from indicator_dsl.wording import Text, joined, same

_SURE: Final = {
    Confidence.MEDIUM: Text("(confidence: medium)", "（把握：中）"),
    Confidence.LOW: Text("(confidence: low, rests on assumptions)", "（把握：低，依据含假定）"),
}
_STILL_OPEN: Final = Text("still open: between {low} and {high}", "待定：在 {low} 与 {high} 之间")
_ASK: Final = Text("Ask: {ask}", "请问：{ask}")
_SUM: Final = Text("Sum: {sum}", "算式：{sum}")

_Notes = Mapping[int, tuple[Text, ...]]


def official_from_audit(audit: Audit) -> OfficialForm:
    """The official form of an audit: as reported, with 复核得分 beside 得分.

    Every finding is a remark on the first of its cells that the form has; else on the name of its
    indicator; else on the title.

    Args:
        audit: Any audit; one without a card gives a form without recomputed points.
    """
    form, card = audit.form, audit.card
    title = title_of(form)
    notes = _noted(audit, title)
    rate = None if card is None else rate_line(card)
    money = [_money(row, notes) for row in form.money]
    if money and card is not None and rate is not None:
        is_other = rate.reported is not None and rate.earned not in (None, rate.reported)
        points = evolve(points_cell(rate, card), is_marked=is_other)
        money[0] = evolve(money[0], names=money_names(card), line=rate, recomputed=points)
    return OfficialForm(
        title=_cell(title, notes),
        year=cell_text(form.year.text),
        project=_cell(form.project, notes),
        department=_cell(form.department, notes),
        agency=_cell(form.agency, notes),
        money_unit=cell_text(form.money_unit.text) or "万元",
        money=tuple(money),
        expected=_cell(form.expected, notes),
        achieved=_cell(form.achieved, notes),
        lines=tuple(_line(row, audit, notes) for row in audit.rows),
        total_weight=_cell(form.total_weight, notes),
        total_score=_cell(form.total_score, notes),
        total_recomputed=_total(audit),
        has_nature=any(row.nature for row in form.rows),
        has_unit=any(row.unit for row in form.rows),
        is_recomputed=True,
        card=card,
    )


def title_of(form: Form) -> FormCell:
    """The cell of the title; the official title where the form has none."""
    return form.title or FormCell(text=TITLE)


def _total(audit: Audit) -> OfficialCell:
    if audit.card is None or audit.low is None or audit.high is None:
        return EMPTY
    rounding = audit.card.ruleset.rounding
    if audit.score_computed is not None:
        is_other = audit.score_reported not in (None, audit.score_computed)
        text = points_text(audit.score_computed, rounding)
        return OfficialCell(text=text, is_marked=is_other)
    low, high = (points_text(end, rounding) for end in (audit.low, audit.high))
    return OfficialCell(text=OPEN, notes=(_STILL_OPEN.filled(low=low, high=high),))


def _cell(cell: FormCell, notes: _Notes) -> OfficialCell:
    return OfficialCell(text=cell_text(cell.text), notes=notes.get(id(cell), ()), origin=cell)


def _money(row: MoneyRow, notes: _Notes) -> OfficialMoney:
    return OfficialMoney(
        label=cell_text(row.label.text),
        initial=_cell(row.initial, notes),
        budget=_cell(row.budget, notes),
        executed=_cell(row.executed, notes),
        weight=_cell(row.weight, notes),
        rate=_cell(row.rate, notes),
        score=_cell(row.score, notes),
    )


def _line(row: AuditedRow, audit: Audit, notes: _Notes) -> OfficialLine:
    written, points = row.reading.row, EMPTY
    if row.line is not None and audit.card is not None:
        points = points_cell(row.line, audit.card)
        is_other = row.reported is not None and row.earned not in (None, row.reported)
        points = evolve(points, is_marked=is_other)
        if row.earned is None and not row.line.is_dropped:
            rounding = audit.card.ruleset.rounding
            low, high = (points_text(end, rounding) for end in (row.line.low, row.line.high))
            remarks = (*points.notes, _STILL_OPEN.filled(low=low, high=high))
            points = evolve(points, text=OPEN, notes=remarks)
    return OfficialLine(
        level1=cell_text(written.level1.text),
        level2=cell_text(written.level2.text),
        name=_cell(written.name, notes),
        nature=_cell(written.nature, notes),
        target=_cell(written.target, notes),
        unit=_cell(written.unit, notes),
        actual=_cell(written.actual, notes),
        weight=_cell(written.weight, notes),
        score=_cell(written.score, notes),
        recomputed=points,
        reason=_cell(written.reason, notes),
        line=row.line,
    )


def _noted(audit: Audit, title: FormCell) -> _Notes:
    """The remarks by the identity of the cell they stand on."""
    found: dict[int, tuple[Text, ...]] = {}
    for finding, cells in zip(audit.findings, cells_of_findings(audit, title), strict=True):
        first = id(cells[0])
        found[first] = (*found.get(first, ()), _remark(finding))
    return found


def cells_of_findings(audit: Audit, title: FormCell) -> tuple[tuple[FormCell, ...], ...]:
    """For each finding the cells of the official form it points at, the first one with its remark.

    One at least: a finding that rests on no such cell points at the name of its indicator, else at
    the title.

    Args:
        audit: Any audit.
        title: The cell that stands for the form's title.
    """
    printed = {id(cell): cell for cell in _printed(audit.form, title)}
    names = {row.reading.indicator: row.reading.row.name for row in reversed(audit.rows)}
    return tuple(
        tuple(_places(finding, printed)) or (names.get(finding.indicator, title),)
        for finding in audit.findings
    )


def cells_elsewhere(audit: Audit) -> tuple[tuple[FormCell, ...], ...]:
    """For each finding the cells it rests on that the official form does not show."""
    printed = {id(cell): cell for cell in _printed(audit.form, title_of(audit.form))}
    return tuple(
        tuple(cell for cell in finding.cells if cell and _twin(cell, printed) is None)
        for finding in audit.findings
    )


def _places(finding: AuditFinding, printed: Mapping[int, FormCell]) -> Iterator[FormCell]:
    for cell in finding.cells:
        twin = _twin(cell, printed)
        if twin is not None:
            yield twin


def _twin(cell: FormCell, printed: Mapping[int, FormCell]) -> FormCell | None:
    """The cell on the official form that is the same one, or says the same at the same place."""
    if not cell.is_given:  # one and the same cell stands for all that the form lacks
        return None
    if id(cell) in printed:
        return cell
    return next((each for each in printed.values() if cell.where.en and each == cell), None)


def _printed(form: Form, title: FormCell) -> Iterable[FormCell]:
    """Every cell of the form that may carry a remark."""
    yield title
    yield from (form.project, form.department, form.agency, form.expected, form.achieved)
    yield from (form.total_weight, form.total_score)
    for money in form.money:
        yield from (money.initial, money.budget, money.executed)
        yield from (money.weight, money.rate, money.score)
    for row in form.rows:
        yield from (row.name, row.nature, row.target, row.unit, row.actual)
        yield from (row.weight, row.score, row.reason)


def _remark(finding: AuditFinding) -> Text:
    said = finding.finding
    parts = [joined([same(f"[{said.code}]"), said.message], zh=" ")]
    if finding.confidence in _SURE:
        parts.append(_SURE[finding.confidence])
    if finding.arithmetic is not None:
        parts.append(_SUM.filled(sum=finding.arithmetic))
    if said.ask is not None:
        parts.append(_ASK.filled(ask=said.ask))
    return joined(parts, en="\n", zh="\n")
