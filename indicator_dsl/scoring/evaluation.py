"""The whole sheet: figures first, then lines, then totals and findings. Never raises on data."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import evolve

from indicator_dsl import codes
from indicator_dsl.diagnostics import Finding
from indicator_dsl.model import Actuals, CardShares, Entry, Extra, Ruleset, Veto
from indicator_dsl.quantities import Missing, text_from_number
from indicator_dsl.scoring import findings as find
from indicator_dsl.scoring.cells import Given, Refused, Undecided, count_from_cell, written
from indicator_dsl.scoring.doubts import of_doubt, of_reported_beyond
from indicator_dsl.scoring.facts import Facts
from indicator_dsl.scoring.figures import Known, Unknown, holds
from indicator_dsl.scoring.lines import Told, score_line
from indicator_dsl.scoring.observing import NO_ENTRY, Observed, observe
from indicator_dsl.scoring.scorecard import Figure, Scorecard
from indicator_dsl.scoring.totals import grades_of, totals_of
from indicator_dsl.wording import Text

_CELLS: Final = (type(None), bool, int, float, str, Decimal, Fraction, date)
_UNREADABLE: Final = ()

_ANSWER: Final = Text("yes or no", "是或否")
_NUMBER: Final = Text("a number", "数量")


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
    observed = observe(ruleset, entries)
    lines = tuple(
        score_line(
            rule,
            observed.lines[rule.name],
            ruleset.rounding,
            _told(rule.name, entries.get(rule.name, NO_ENTRY), observed),
        )
        for rule in ruleset.indicators
    )
    facts, fact_findings = _facts(ruleset, entries, observed.figures)
    totals = totals_of(ruleset, lines, facts)
    grades = grades_of(ruleset, totals, facts)
    is_settled = totals.low == totals.high and all(line.is_settled for line in lines)
    total = totals.low if is_settled else None
    findings: list[Finding] = [
        *find.of_heading(ruleset, actuals),
        *find.of_names(ruleset, actuals, observed.figures),
        *observed.findings,
        *fact_findings,
    ]
    places = ruleset.rounding.places
    for line in lines:
        name = line.indicator.name
        read = observed.lines[name]
        is_given = isinstance(read, Undecided) and not isinstance(read.read, Missing)
        is_derived = name in observed.derived
        findings.extend(find.of_line(line, is_derived=is_derived, is_given=is_given))
        findings.extend(find.of_reported(line, places))
        findings.extend(of_reported_beyond(line))
        if not is_derived:
            findings.extend(of_doubt(line))
    findings.extend(
        find.of_reported_total(actuals.reported_total, total, totals.low, totals.high, places)
    )
    findings.extend(find.of_checks(ruleset.checks, observed.figures))
    return Scorecard(
        ruleset=ruleset,
        lines=lines,
        figures=_figures(ruleset, observed),
        total=total,
        low=totals.low,
        high=totals.high,
        grade=grades[0] if len(grades) == 1 else None,
        grades=grades,
        adjustments=totals.adjustments,
        facts=facts,
        findings=find.ordered(findings),
        assumptions=_assumptions(ruleset, observed),
        reported_total=actuals.reported_total,
        full=_full(ruleset),
        actuals=_kept(actuals),
    )


def _kept(actuals: Actuals) -> Actuals:
    """What was handed in, a stranger's object (which no cell can be read from) left out."""
    if all(map(_is_kept, actuals.entries)):
        return actuals
    entries = tuple(entry if _is_kept(entry) else _without(entry) for entry in actuals.entries)
    return evolve(actuals, entries=entries)


def _is_kept(entry: Entry) -> bool:
    cells = [entry.cell, *(mark for _, mark in entry.items)] if entry.items else [entry.cell]
    return all(issubclass(type(cell), _CELLS) for cell in cells)


def _without(entry: Entry) -> Entry:
    cell = entry.cell if issubclass(type(entry.cell), _CELLS) else _UNREADABLE
    items = (
        (n, mark if issubclass(type(mark), _CELLS) else _UNREADABLE) for n, mark in entry.items
    )
    return evolve(entry, cell=cell, items=tuple(items))


def _told(name: str, entry: Entry, observed: Observed) -> Told:
    cell = "" if name in observed.derived else written(entry.cell)
    if not cell and isinstance(observed.lines[name], Refused):
        answers = [f"{item}: {written(mark)}" for item, mark in entry.items if mark is not None]
        cell = written(", ".join(answers))
    return Told(written=cell, reported=entry.reported, excuse=entry.reason)


def _full(ruleset: Ruleset) -> Fraction:
    """The sum of the weights as they count on the card."""
    shares = CardShares.of(ruleset.sections)
    return sum((shares.weight(rule) for rule in ruleset.indicators), Fraction(0))


def _facts(
    ruleset: Ruleset, entries: Mapping[str, Entry], figures: Known
) -> tuple[Facts, list[Finding]]:
    """Counts of bonuses and penalties, truths of vetoes; what cannot be read is reported."""
    found: list[Finding] = []
    counts: dict[str, Fraction | None] = {}
    unread: set[str] = set()
    holders: tuple[Extra | Veto, ...] = (*ruleset.extras, *ruleset.vetoes)
    for holder in holders:
        cell = entries.get(holder.name, NO_ENTRY).cell
        count = count_from_cell(cell, ruleset.units)
        if isinstance(count, Refused):
            unread.add(holder.name)
            unit = _ANSWER if isinstance(holder, Veto) else _NUMBER
            found.append(
                codes.ACTUAL_UNREADABLE.finding(
                    holder.name, cell=written(cell), why=count.why, unit=unit
                )
            )
            count = None
        elif count is None and not holder.missing_is_zero:
            found.append(codes.ACTUAL_MISSING.finding(holder.name))
        counts[holder.name] = count
    vetoes = {
        veto.name: None if (count := counts[veto.name]) is None else count > 0
        for veto in ruleset.vetoes
    }
    limits = tuple(
        True if limit.condition is None else holds(limit.condition, figures)
        for limit in ruleset.limits
    )
    facts = Facts(counts=counts, vetoes=vetoes, limits=limits, unread=frozenset(unread))
    for veto in ruleset.vetoes:
        if facts.holds(veto):
            points = "" if veto.points is None else text_from_number(veto.points)
            effect = (
                Text(f"the grade is at most {veto.grade}", f"等级不高于 {veto.grade}")
                if veto.grade
                else Text(f"the total is at most {points}", f"总分不高于 {points}")
            )
            found.append(codes.VETOED.finding(veto.name, effect=effect))
    return facts, found


def _figures(ruleset: Ruleset, observed: Observed) -> tuple[Figure, ...]:
    names = [figure.name for figure in ruleset.inputs] + [f.name for f in ruleset.derived]
    told: list[Figure] = []
    for name in names:
        value = observed.figures[name]
        is_derived = name in observed.derived
        if isinstance(value, Unknown):
            told.append(
                Figure(name=name, quantity=None, is_derived=is_derived, why_unknown=value.why)
            )
        else:
            told.append(Figure(name=name, quantity=value, is_derived=is_derived))
    return tuple(told)


def _assumptions(ruleset: Ruleset, observed: Observed) -> tuple[Text, ...]:
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
        n for n, seen in observed.lines.items() if isinstance(seen, Given) and seen.is_unit_assumed
    ]
    if bare:
        assumed.append(
            Text(
                "Actuals without a unit are read in the target's: {en}.",
                "没有单位的实际值按目标的单位读取：{zh}。",
            ).filled(en=", ".join(bare), zh="、".join(bare))
        )
    return tuple(assumed)
