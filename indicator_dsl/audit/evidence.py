"""A form scored and laid ready: what every check of the audit looks at. Judges nothing itself."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Final

from attrs import evolve, field, frozen

from indicator_dsl.audit.audited import AuditedRow, AuditFinding, Confidence, Practice
from indicator_dsl.audit.money import MoneyLine, money_of
from indicator_dsl.audit.practice import Told, practice_of
from indicator_dsl.codes import Code
from indicator_dsl.compiler import compile_ruleset
from indicator_dsl.diagnostics import Collector, Finding, Severity
from indicator_dsl.model import Actuals, Entry, Form, FormCell, FormRow, Indicator, Ruleset
from indicator_dsl.scoring import LineScore, Scorecard, evaluate
from indicator_dsl.source import SourceText
from indicator_dsl.transcription import (
    NOTHING,
    RATE,
    Ground,
    RowReading,
    TargetKind,
    Transcript,
    clean_text,
    plain_text,
    points_of,
)
from indicator_dsl.wording import Text

_LONGEST: Final = 60
_CONFIDENCE: Final = {Ground.NAME: Confidence.MEDIUM, Ground.ASSUMED: Confidence.LOW}


@frozen(kw_only=True)
class Row:
    """A row of the form with its line.

    `trial` is its line as scored, or as if it had points; None when it has no rule. `is_parent`
    says that its points are those of the rows below it.
    """

    audited: AuditedRow
    trial: LineScore | None
    is_parent: bool = False

    @property
    def reading(self) -> RowReading:
        """What it was read as."""
        return self.audited.reading

    @property
    def cells(self) -> FormRow:
        """The row as written."""
        return self.audited.reading.row

    @property
    def name(self) -> str:
        """The indicator as written."""
        return self.audited.reading.indicator

    @property
    def weight(self) -> Fraction | None:
        """Its printed weight."""
        return self.audited.weight

    @property
    def reported(self) -> Fraction | None:
        """Its printed points."""
        return self.audited.reported

    @property
    def is_full(self) -> bool:
        """Whether it was given its whole weight."""
        return self.weight is not None and self.reported == self.weight

    @property
    def has_reason(self) -> bool:
        """Whether the office says anything where the form asks for a reason."""
        said = plain_text(self.cells.reason.text)
        return bool(said.strip("。.;,")) and not NOTHING.fullmatch(said)

    @property
    def confidence(self) -> Confidence:
        """How sure the direction of its target is."""
        return _CONFIDENCE.get(self.reading.ground, Confidence.HIGH)

    def about(
        self,
        code: Code,
        *cells: FormCell,
        confidence: Confidence = Confidence.HIGH,
        arithmetic: Text | None = None,
        severity: Severity | None = None,
        **fields: object,
    ) -> AuditFinding:
        """A finding on this row that rests on `cells`."""
        finding = code.finding(self.name, **fields)
        if severity is not None:
            finding = evolve(finding, severity=severity)
        return AuditFinding(
            finding=finding,
            confidence=confidence,
            cells=(*cells, self.cells.name),
            arithmetic=arithmetic,
        )


@frozen(kw_only=True)
class Evidence:
    """What is known of a form: its rows with their lines, its money, its way of rounding.

    `base` is a ruleset to score rows by that have no points; None when the profile has none.
    `budget` is the line of the execution rate, None when the form gives it no points.
    """

    transcript: Transcript
    card: Scorecard | None
    base: Ruleset | None
    rows: tuple[Row, ...]
    money: tuple[MoneyLine, ...]
    budget: LineScore | None
    practice: Practice

    @property
    def form(self) -> Form:
        """The form as written."""
        return self.transcript.form

    @property
    def counted(self) -> Iterator[Row]:
        """The rows whose points count: none is the sum of others."""
        return (row for row in self.rows if not row.is_parent)

    @cached_property
    def by_rule(self) -> Mapping[str, Row]:
        """The rows by the names of their rules."""
        return {row.reading.name: row for row in self.rows if row.reading.name}

    @property
    def total(self) -> Fraction:
        """What the weights should add up to: as printed, else 100."""
        return points_of(self.form.total_weight.text) or Fraction(100)

    @property
    def budget_weight(self) -> Fraction | None:
        """The points of the execution rate, as printed."""
        return points_of(self.form.money_total.weight.text) if self.form.money_total else None

    @property
    def budget_reported(self) -> Fraction | None:
        """What was given for the execution rate, as printed."""
        return points_of(self.form.money_total.score.text) if self.form.money_total else None


def about_form(
    code: Code,
    *cells: FormCell,
    confidence: Confidence = Confidence.HIGH,
    arithmetic: Text | None = None,
    ask: Text | None = None,
    **fields: object,
) -> AuditFinding:
    """A finding on the form as a whole; `ask` where the code's own question is an author's."""
    finding: Finding = code.finding(**fields)
    return AuditFinding(
        finding=finding if ask is None else evolve(finding, ask=ask),
        confidence=confidence,
        cells=cells,
        arithmetic=arithmetic,
    )


def shown(cell: FormCell) -> str:
    """A cell's text as a finding can quote it.

    Example:
        >>> shown(FormCell(text=" 合规 "))
        '合规'
    """
    return clean_text(cell.text, _LONGEST)


def evidence_of(transcript: Transcript) -> Evidence:
    """Everything the checks look at, scored once."""
    card = None
    if transcript.ruleset is not None:
        card = evaluate(transcript.ruleset, transcript.actuals)
    base = transcript.ruleset or _base(transcript.profile)
    scored = {line.indicator.name: line for line in card.lines} if card else {}
    lent = _trials(base, [row for row in transcript.rows if row.name and row.name not in scored])
    rows = tuple(_row(reading, scored, lent) for reading in transcript.rows)
    is_budget = not any(row.reading.name == RATE for row in rows)
    budget = scored.get(RATE) if is_budget else None
    return Evidence(
        transcript=transcript,
        card=card,
        base=base,
        rows=rows,
        money=money_of(transcript.form),
        budget=budget,
        practice=practice_of(list(_told(rows, budget, transcript.form))),
    )


def _base(profile: str) -> Ruleset | None:
    text = f"use {profile}\nx >= 1 件 weight 1\n"
    return compile_ruleset(SourceText("<profile>", text), Collector())


def _trials(base: Ruleset | None, readings: list[RowReading]) -> Mapping[str, LineScore]:
    """The lines of rows without points, each as if it had one."""
    models = [each.model for each in readings if each.model is not None]
    if base is None or not models:
        return {}
    entries = tuple(Entry(name=each.name, cell=each.actual) for each in readings if each.model)
    card = evaluate(sheet_of(base, models), Actuals(entries=entries))
    return {line.indicator.name: line for line in card.lines}


def sheet_of(base: Ruleset, models: Iterable[Indicator]) -> Ruleset:
    """A ruleset of these rules alone, in the units of another."""
    rules = tuple(models)
    return Ruleset(
        total=sum((rule.weight for rule in rules), Fraction(0)),
        rounding=base.rounding,
        units=base.units,
        indicators=rules,
    )


def _row(
    reading: RowReading, scored: Mapping[str, LineScore], lent: Mapping[str, LineScore]
) -> Row:
    weight = points_of(reading.row.weight.text) or None
    is_out = reading.is_understood and not reading.is_scored and weight is not None
    line = scored.get(reading.name) if reading.is_scored else None
    return Row(
        audited=AuditedRow(
            reading=reading,
            line=line,
            weight=weight,
            reported=points_of(reading.row.score.text),
        ),
        trial=line or lent.get(reading.name),
        is_parent=is_out and reading.target_kind is not TargetKind.NOT_APPLICABLE,
    )


def _told(rows: tuple[Row, ...], budget: LineScore | None, form: Form) -> Iterator[Told]:
    for row in rows:
        line = row.audited.line
        if row.reported is not None and row.weight is not None and not row.is_parent:
            yield Told(
                exact=line.exact if line and _is_measured(row) else None,
                reported=row.reported,
                weight=row.weight,
                written=row.cells.score.text,
            )
    if budget is not None and budget.reported is not None and form.money_total:
        yield Told(
            exact=budget.exact,
            reported=budget.reported,
            weight=budget.indicator.weight,
            written=form.money_total.score.text,
        )


def _is_measured(row: Row) -> bool:
    """Whether its points follow from a figure; those of a level do from a scale nobody stated."""
    return row.reading.target_kind in (TargetKind.FIGURE, TargetKind.RANGE, TargetKind.DAY)
