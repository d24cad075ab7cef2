"""The whole sheet: figures first, then lines, then totals and findings. Never raises on data."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from indicator_dsl import codes
from indicator_dsl.diagnostics import Finding
from indicator_dsl.model import Actuals, Entry, Indicator, Judged, Ruleset
from indicator_dsl.quantities import Quantity, UnitTable, half_up, text_from_number
from indicator_dsl.scoring import findings as find
from indicator_dsl.scoring.cells import (
    Given,
    Refused,
    figure_from_cell,
    level_from_cell,
    unit_of,
    written,
)
from indicator_dsl.scoring.figures import Unknown, value_of
from indicator_dsl.scoring.lines import Observation, score_line
from indicator_dsl.scoring.scorecard import Figure, LineScore, Scorecard, Status
from indicator_dsl.wording import Text

_NO_ENTRY = Entry(name="")


def evaluate(ruleset: Ruleset, actuals: Actuals) -> Scorecard:
    """The scorecard of a ruleset for actuals; whatever the actuals hold, it never raises.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> source = SourceText("a.ind", "年办件量 >= 200000 件 weight 20")
        >>> ruleset = compile_ruleset(source, Collector())
        >>> card = evaluate(ruleset, Actuals(entries=(Entry(name="年办件量", cell="180000件"),)))
        >>> card.total
        Fraction(18, 1)
    """
    entries = {entry.name: entry for entry in actuals.entries}
    derived = {figure.name for figure in ruleset.derived}
    inputs = {figure.name for figure in ruleset.inputs}
    observations = {
        rule.name: _observation(rule, entries.get(rule.name, _NO_ENTRY), ruleset.units)
        for rule in ruleset.indicators
        if rule.name not in derived
    }
    cell_findings: list[Finding] = []
    figures = _figures(ruleset, entries, observations, cell_findings)
    lines: list[LineScore] = []
    for rule in ruleset.indicators:
        entry = entries.get(rule.name, _NO_ENTRY)
        if rule.name in derived:
            observation = _from_figure(rule, figures[rule.name])
        else:
            observation = observations[rule.name]
            if rule.name in inputs and isinstance(observation, Given):
                observation = _from_figure(rule, figures[rule.name])
        lines.append(
            score_line(
                rule,
                observation,
                ruleset.rounding,
                written="" if rule.name in derived else written(entry.cell),
                reported=entry.reported,
                excuse=entry.reason,
            )
        )
    return _card(ruleset, actuals, tuple(lines), figures, derived, cell_findings, observations)


def _observation(rule: Indicator, entry: Entry, units: UnitTable) -> Observation:
    if isinstance(rule.measure, Judged):
        return level_from_cell(entry.cell, rule.measure.scale)
    return figure_from_cell(entry.cell, unit_of(rule), units)


def _figures(
    ruleset: Ruleset,
    entries: Mapping[str, Entry],
    observations: Mapping[str, Observation],
    found: list[Finding],
) -> dict[str, Quantity | Unknown]:
    """Every figure by its name; inputs that cannot be read are reported here."""
    figures: dict[str, Quantity | Unknown] = {}
    for rule in ruleset.indicators:
        observation = observations.get(rule.name)
        if isinstance(observation, Given):
            figures[rule.name] = observation.quantity.in_unit(unit_of(rule))
            _note_rounding(rule.name, entries[rule.name], observation, found)
    for figure in ruleset.inputs:
        entry = entries.get(figure.name, _NO_ENTRY)
        seen = figure_from_cell(entry.cell, figure.unit, ruleset.units)
        if isinstance(seen, Given):
            # In the unit declared, for which the compiler found that all sums can be worked out.
            figures[figure.name] = seen.quantity.in_unit(figure.unit)
            if figure.name not in observations:
                _note_rounding(figure.name, entry, seen, found)
            continue
        figures[figure.name] = Unknown(Text("{n} is missing", "缺少 {n}").filled(n=figure.name))
        if isinstance(seen, Refused):
            figures[figure.name] = Unknown(
                Text("{n} cannot be read", "{n} 无法识别").filled(n=figure.name)
            )
            if figure.name not in observations:  # a line of that name says so itself
                found.append(
                    codes.ACTUAL_UNREADABLE.finding(
                        figure.name, cell=written(entry.cell), why=seen.why, unit=figure.unit.text
                    )
                )
    for derived in ruleset.derived:
        value = value_of(derived.value, figures)
        figures[derived.name] = value
    return figures


def _note_rounding(name: str, entry: Entry, seen: Given, found: list[Finding]) -> None:
    if seen.is_rounded:
        number = text_from_number(seen.quantity.number)
        found.append(codes.ACTUAL_ROUNDED.finding(name, cell=written(entry.cell), number=number))


def _from_figure(rule: Indicator, figure: Quantity | Unknown) -> Observation:
    if isinstance(figure, Unknown):
        return Refused(figure.why)
    return Given(figure.in_unit(unit_of(rule)))


def _card(
    ruleset: Ruleset,
    actuals: Actuals,
    lines: tuple[LineScore, ...],
    figures: Mapping[str, Quantity | Unknown],
    derived: set[str],
    cell_findings: list[Finding],
    observations: Mapping[str, Observation],
) -> Scorecard:
    rounding = ruleset.rounding
    low = half_up(_sum(line.low for line in lines), rounding.places)
    high = half_up(_sum(line.high for line in lines), rounding.places)
    total = low if all(line.status is Status.SCORED for line in lines) else None
    grades = ruleset.grades.between(low, high) if ruleset.grades else ()
    findings: list[Finding] = [
        *find.of_heading(ruleset, actuals),
        *find.of_names(ruleset, actuals),
        *cell_findings,
    ]
    for line in lines:
        findings.extend(find.of_line(line, is_derived=line.indicator.name in derived))
        findings.extend(find.of_reported(line, rounding.places))
    findings.extend(
        find.of_reported_total(actuals.reported_total, total, low, high, rounding.places)
    )
    findings.extend(find.of_checks(ruleset.checks, figures))
    return Scorecard(
        ruleset=ruleset,
        lines=lines,
        figures=_told(ruleset, figures),
        total=total,
        low=low,
        high=high,
        grade=grades[0] if len(grades) == 1 else None,
        grades=grades,
        findings=find.ordered(findings),
        assumptions=_assumptions(ruleset, observations),
        reported_total=actuals.reported_total,
    )


def _sum(points: Iterable[Fraction]) -> Fraction:
    return sum(points, Fraction(0))


def _told(ruleset: Ruleset, figures: Mapping[str, Quantity | Unknown]) -> tuple[Figure, ...]:
    derived = {figure.name for figure in ruleset.derived}
    names = [figure.name for figure in ruleset.inputs] + [f.name for f in ruleset.derived]
    told: list[Figure] = []
    for name in names:
        value = figures[name]
        if isinstance(value, Unknown):
            told.append(
                Figure(name=name, quantity=None, is_derived=name in derived, why_unknown=value.why)
            )
        else:
            told.append(Figure(name=name, quantity=value, is_derived=name in derived))
    return tuple(told)


def _assumptions(ruleset: Ruleset, observations: Mapping[str, Observation]) -> tuple[Text, ...]:
    """What the ruleset says it assumes, then what had to be assumed to read and round."""
    assumed: list[Text] = list(ruleset.assumptions)
    for rule in ruleset.indicators:
        assumed.extend(rule.assumptions)
    if ruleset.rounding.is_assumed:
        assumed.append(
            Text(
                "The ruleset does not say how to round: half-up to 2 places, line by line.",
                "规则集没有写明如何保留小数：各项得分逐项四舍五入，保留 2 位。",
            )
        )
    bare = [
        n for n, seen in observations.items() if isinstance(seen, Given) and seen.is_unit_assumed
    ]
    if bare:
        assumed.append(
            Text(
                "Actuals without a unit are read in the target's: {en}.",
                "没有单位的实际值按目标的单位读取：{zh}。",
            ).filled(en=", ".join(bare), zh="、".join(bare))
        )
    return tuple(assumed)
