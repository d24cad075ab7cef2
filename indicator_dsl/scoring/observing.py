"""Every figure and every line's observation, read from what was handed in.

Says what cannot be read; scores nothing.
"""

from collections.abc import Mapping

from attrs import field, frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Finding
from indicator_dsl.model import (
    Bound,
    Checklist,
    Entry,
    Indicator,
    Judged,
    Measured,
    Ruleset,
)
from indicator_dsl.quantities import (
    CalendarDay,
    NotApplicable,
    Quantity,
    UnitTable,
)
from indicator_dsl.scoring import findings as find
from indicator_dsl.scoring.cells import (
    Given,
    Refused,
    Undecided,
    day_from_cell,
    figure_from_cell,
    level_from_cell,
    ticks_from_entry,
    unit_of,
    written,
)
from indicator_dsl.scoring.figures import Unknown, holds, value_of
from indicator_dsl.scoring.lines import Observation
from indicator_dsl.scoring.scorecard import Status
from indicator_dsl.values import Value
from indicator_dsl.wording import Text

NO_ENTRY = Entry(name="")


@frozen(kw_only=True, eq=False, repr=False)
class Observed(Value):
    """What every line and figure was observed to be."""

    lines: Mapping[str, Observation]
    figures: Mapping[str, Quantity | Unknown]
    derived: frozenset[str]
    findings: tuple[Finding, ...] = field(factory=tuple)


def observe(ruleset: Ruleset, entries: Mapping[str, Entry]) -> Observed:
    """Everything the entries say, read for this ruleset."""
    derived = frozenset(figure.name for figure in ruleset.derived)
    inputs = {figure.name for figure in ruleset.inputs}
    found: list[Finding] = []
    seen = {
        rule.name: _observation(rule, entries.get(rule.name, NO_ENTRY), ruleset.units)
        for rule in ruleset.indicators
        if rule.name not in derived
    }
    figures = _figures(ruleset, entries, seen, found)
    lines: dict[str, Observation] = {}
    for rule in ruleset.indicators:
        observation = seen.get(rule.name)
        if rule.name in derived or (rule.name in inputs and isinstance(observation, Given)):
            entry = entries.get(rule.name, NO_ENTRY)
            observation = _from_figure(rule, figures[rule.name], entry, ruleset.units)
        lines[rule.name] = _applied(rule, observation or Refused(Text("", "")), figures)
    return Observed(lines=lines, figures=figures, derived=derived, findings=tuple(found))


def _observation(rule: Indicator, entry: Entry, units: UnitTable) -> Observation:
    match rule.measure:
        case Judged():
            return level_from_cell(entry.cell, rule.measure.scale)
        case Checklist():
            return ticks_from_entry(entry, rule.measure)
        case Measured(target=Bound(value=CalendarDay())):
            return day_from_cell(entry.cell)
        case _:
            return figure_from_cell(entry.cell, unit_of(rule), units)


def _figures(
    ruleset: Ruleset,
    entries: Mapping[str, Entry],
    seen: Mapping[str, Observation],
    found: list[Finding],
) -> dict[str, Quantity | Unknown]:
    """Every figure by its name; inputs that cannot be read are reported here."""
    figures: dict[str, Quantity | Unknown] = {}
    for rule in ruleset.indicators:
        observation = seen.get(rule.name)
        if isinstance(observation, Given) and isinstance(observation.quantity, Quantity):
            figures[rule.name] = observation.quantity.in_unit(unit_of(rule))
            found.extend(find.of_rounding(rule.name, entries[rule.name].cell, observation))
    for figure in ruleset.inputs:
        entry = entries.get(figure.name, NO_ENTRY)
        read = figure_from_cell(entry.cell, figure.unit, ruleset.units)
        if isinstance(read, Given) and isinstance(read.quantity, Quantity):
            # In the unit declared, for which the compiler found that all sums can be worked out.
            figures[figure.name] = read.quantity.in_unit(figure.unit)
            if figure.name not in seen:
                found.extend(find.of_rounding(figure.name, entry.cell, read))
        elif isinstance(read, Refused):
            why = Text("{n} cannot be read", "{n} 无法识别").filled(n=figure.name)
            figures[figure.name] = Unknown(why)
            if figure.name not in seen:  # a line of that name says so itself
                found.append(
                    codes.ACTUAL_UNREADABLE.finding(
                        figure.name, cell=written(entry.cell), why=read.why, unit=figure.unit.text
                    )
                )
        else:
            why = Text("{n} is missing", "缺少 {n}").filled(n=figure.name)
            figures[figure.name] = Unknown(why, is_missing=True)
    for derived in ruleset.derived:
        figures[derived.name] = value_of(derived.value, figures)
    return figures


def _from_figure(
    rule: Indicator, figure: Quantity | Unknown, entry: Entry, units: UnitTable
) -> Observation:
    if isinstance(figure, Unknown):
        if isinstance(figure_from_cell(entry.cell, unit_of(rule), units), NotApplicable):
            return NotApplicable()
        return Refused(figure.why, Status.MISSING if figure.is_missing else Status.INVALID)
    return Given(figure.in_unit(unit_of(rule)))


def _applied(
    rule: Indicator, observation: Observation, figures: Mapping[str, Quantity | Unknown]
) -> Observation:
    """The observation, unless the rule's own condition says that it does not apply or is open."""
    if rule.when is None:
        return observation
    truth = holds(rule.when, figures)
    if truth is None:
        return Undecided()
    return observation if truth else NotApplicable()
