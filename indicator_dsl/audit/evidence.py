"""A form scored and laid ready: what every check of the audit looks at. Judges nothing itself."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from indicator_dsl.audit.audited import AuditedRow, Practice
from indicator_dsl.audit.money import MoneyLine, money_of
from indicator_dsl.audit.practice import Told, practice_of
from indicator_dsl.audit.rows import Row
from indicator_dsl.codes import PERCENT_UNCLEAR, REPORTED_SCORE_DIFFERS, Code
from indicator_dsl.compiler import Library, compile_ruleset
from indicator_dsl.diagnostics import Collector, Finding
from indicator_dsl.model import Actuals, Entry, Form, Indicator, Ruleset
from indicator_dsl.scoring import LineScore, Scorecard, evaluate
from indicator_dsl.source import SourceText
from indicator_dsl.transcription import (
    RATE,
    RowReading,
    TargetKind,
    Transcript,
    points_of,
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

    @property
    def ruleset(self) -> Ruleset | None:
        """What the card was scored by."""
        return None if self.card is None else self.card.ruleset

    @cached_property
    def rules(self) -> Ruleset | None:
        """Every rule of the form in one sheet, scored or not, for the static checks."""
        models = [row.reading.model for row in self.rows if row.reading.model is not None]
        return sheet_of(self.base, models) if self.base is not None and models else None

    @cached_property
    def differing(self) -> Mapping[str, Finding]:
        """What the scorecard says of reported points, by the names of the rules."""
        return _said(self.card, REPORTED_SCORE_DIFFERS)

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


def evidence_of(transcript: Transcript) -> Evidence:
    """Everything the checks look at, scored once."""
    card = None
    if transcript.ruleset is not None:
        card = evaluate(transcript.ruleset, transcript.actuals)
    base = transcript.ruleset or base_of(transcript.profile)
    scored = {line.indicator.name: line for line in card.lines} if card else {}
    lent = _trials(base, [row for row in transcript.rows if row.name and row.name not in scored])
    unclear = _said(card, PERCENT_UNCLEAR)
    rows = tuple(_row(reading, scored, lent, unclear) for reading in transcript.rows)
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


def _said(card: Scorecard | None, code: Code) -> Mapping[str, Finding]:
    """The findings of a card under a code, by the names of the rules."""
    found = card.findings if card else ()
    return {each.indicator: each for each in found if each.code == code.code}


def base_of(
    profile: str, library: Library | None = None, year: int | None = None
) -> Ruleset | None:
    """A ruleset of one rule by a profile in a year; None where that does not compile.

    Example:
        >>> base_of("mof-2020").rounding.places
        2
    """
    dated = "" if year is None else f'ruleset "x" {year}\n'
    text = f'{dated}use "{profile}"\nx >= 1 件 weight 1\n'
    return compile_ruleset(SourceText("<profile>", text), Collector(), library)


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
    reading: RowReading,
    scored: Mapping[str, LineScore],
    lent: Mapping[str, LineScore],
    unclear: Mapping[str, Finding],
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
        doubt=unclear.get(reading.name) if line else None,
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
