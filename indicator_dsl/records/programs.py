"""A ruleset as a short Python program for one record: whole numbers in, whole points out.

Written from the same plan as columns. A record that it cannot decide is handed to the exact way.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import define, field, frozen

from indicator_dsl.frames import names_of, plan_of
from indicator_dsl.frames.ratios import ALWAYS, NEVER, negated, some
from indicator_dsl.frames.sheet import Plan, item_column, state_column
from indicator_dsl.frames.sources import READ, Amounts, Column, Emptiness, Kind, Labels, Reading
from indicator_dsl.frames.terms import Compared, Condition, Named, Number, Whole, Words
from indicator_dsl.model import Bound, Checklist, Extra, Judged, Measured, Ruleset, Veto
from indicator_dsl.quantities import CalendarDay, scaled_half_up
from indicator_dsl.records.figures import Figure
from indicator_dsl.records.folding import Folder, Known
from indicator_dsl.records.layout import handed_on, laid_out, tupled
from indicator_dsl.records.spelling import Speller, names_in

MOST_LINES: Final = 200  # a longer sheet is scored the exact way

Points = tuple[int | None, ...]
Figures = tuple[Any, ...]


@frozen(kw_only=True)
class Program:
    """The text of a program, the constants it names, and the figures it takes, in order.

    `weights` are the lines' points in steps of 10^-places, as `points` counts them.
    """

    ruleset: Ruleset
    figures: tuple[Figure, ...]
    text: str = ""
    constants: Mapping[str, object] = field(factory=dict)
    weights: tuple[int, ...] = ()

    def functions(self, exact: Callable[..., Points]) -> Mapping[str, Callable[..., Any]]:
        """`points`, `reasons` and `grade`, as the text defines them.

        Args:
            exact: Called with the figures of a record that the program cannot decide.
        """
        defined: dict[str, Any] = {"exact": exact, "date": date, **self.constants}
        exec(compile(self.text, "<ruleset>", "exec"), defined)  # noqa: S102 - written below, of numbers
        return {name: defined[name] for name in ("points", "reasons", "grade")}


def program_of(ruleset: Ruleset, places: Callable[[str], int]) -> Program:
    """The program of a ruleset; without a text where every record goes the exact way.

    Args:
        ruleset: What is scored.
        places: In how many decimals the numbers of that name are counted.
    """
    columns = _columns(ruleset, places)
    if len(ruleset.indicators) > MOST_LINES:
        figures = tuple(Figure(name=name, places=each.scale) for name, each in columns.items())
        return Program(ruleset=ruleset, figures=figures)
    plan = plan_of(ruleset, columns, least=0)
    terms = {name: term for stage in plan.stages for name, term in stage}
    states = {state_column(reading.target): READ for reading in plan.readings}
    return _Writer(plan, terms, states).program()


def _columns(ruleset: Ruleset, places: Callable[[str], int]) -> dict[str, Column]:
    """A column of the right kind for each name but those of checklists and of sums."""
    kinds: dict[str, Kind] = {}
    skipped = {figure.name for figure in ruleset.derived}
    for rule in ruleset.indicators:
        match rule.measure:
            case Checklist():
                skipped.add(rule.name)
                kinds |= {item_column(rule.name, i.name): Kind.TEXT for i in rule.measure.items}
            case Judged():
                kinds[rule.name] = Kind.TEXT
            case Measured(target=Bound(value=CalendarDay())):
                kinds[rule.name] = Kind.DAY
            case _:
                pass
    return {
        name: Column(name, kinds.get(name, Kind.DECIMAL), places(name))
        for name in names_of(ruleset)
        if name not in skipped
    }


@define
class _Writer:
    plan: Plan
    terms: dict[str, Whole]
    states: dict[str, int]

    def program(self) -> Program:
        """The program, without a text when no record can be decided."""
        whole = self.plan.overall
        before = self._folded(Known())
        apart = some(
            Compared("=", self.plan.apart, Number(1)),
            negated(whole.is_settled),
            negated(Compared("=", whole.low, whole.high)),
        )
        apart = before.condition(apart, Known())
        if apart == ALWAYS:
            figures = _figures(self._spoken_of(), self.plan.ruleset)
            return Program(ruleset=self.plan.ruleset, figures=figures)
        known = Known().when(apart, holds=False)
        after = self._folded(known)
        return self._written(
            _Parts(
                apart=apart,
                before=before.columns,
                after=after.columns,
                shown=tuple(after.whole(line.shown, known) for line in self.plan.lines),
                total=after.whole(whole.low, known),
                reasons=tuple(after.words(line.reason, known) for line in self.plan.lines),
                grade=after.words(self.plan.grade, known),
            )
        )

    def _folded(self, known: Known) -> Folder:
        folder = Folder(constants=self.states)
        for name, term in self.terms.items():
            folder.define(name, term, known)
        return folder

    def _spoken_of(self) -> list[Reading]:
        """The readings that anything rests on, be it only on whether a cell was there."""
        plan, whole = self.plan, self.plan.overall
        lines = [part for line in plan.lines for part in (line.earned, line.apart, line.reason)]
        opens = [where for line in plan.lines for where, _ in line.opens]
        ceilings = [where for where, _ in whole.ceilings]
        ends = (whole.low, whole.high, whole.is_settled, whole.apart, plan.grade, plan.apart)
        found = _needed(names_in(*lines, *opens, *ceilings, *ends), self.terms)
        return [r for r in plan.readings if {r.target, state_column(r.target)} & found]

    def _written(self, parts: "_Parts") -> Program:
        total = parts.total.name if isinstance(parts.total, Named) else ""
        checked = _needed(names_in(parts.apart), parts.before)
        results = (*parts.shown, parts.after.get(total, parts.total))
        scored = _needed((name for term in results for name in names_in(term)), parts.after)
        told = _needed(names_in(*parts.reasons), parts.after)
        graded = _needed(names_in(parts.grade), parts.after, but=total)
        used = checked | scored | told | graded
        readings = self._spoken_of()
        figures = _figures(readings, self.plan.ruleset)
        place = {figure.name: index for index, figure in enumerate(figures)}
        variables = {r.target: f"x{place[r.column.name]}" for r in readings}
        columns = [name for name in self.terms if name in used]
        speller = Speller(
            names=variables | {name: f"v{index}" for index, name in enumerate(columns)},
            labels={
                r.target: (variables[r.target], r.labels) for r in readings if isinstance(r, Labels)
            },
        )

        def steps(names: set[str], known: Mapping[str, Whole]) -> list[str]:
            return [
                f"{speller.names[name]} = {speller.whole(known[name])}"
                for name in columns
                if name in names
            ]

        body = steps(checked, parts.before)
        if parts.apart != NEVER:
            body += [f"if {speller.condition(parts.apart)}:", f"    {handed_on(figures)}"]
        body += steps(scored - checked, parts.after)
        body.append(f"return {tupled(map(speller.whole, results))}")
        told_steps = steps(told, parts.after)
        told_steps.append(f"return {tupled(map(speller.words, parts.reasons))}")
        speller.names[total] = "total"
        graded_steps = [*steps(graded - {total}, parts.after)]
        graded_steps.append(f"return {speller.words(parts.grade)}")
        places = self.plan.ruleset.rounding.places
        return Program(
            ruleset=self.plan.ruleset,
            figures=figures,
            text=laid_out(figures, body, told_steps, graded_steps),
            constants=speller.constants,
            weights=tuple(scaled_half_up(line.rule.weight, places) for line in self.plan.lines),
        )


@frozen(kw_only=True)
class _Parts:
    """What a program is written from: columns before and after records were set `apart`."""

    apart: Condition
    before: Mapping[str, Whole]
    after: Mapping[str, Whole]
    shown: tuple[Whole, ...]
    total: Whole
    reasons: tuple[Words, ...]
    grade: Words


def _figures(readings: Sequence[Reading], ruleset: Ruleset) -> tuple[Figure, ...]:
    holders: tuple[Extra | Veto, ...] = (*ruleset.extras, *ruleset.vetoes)
    optional = {each.name for each in holders if each.missing_is_zero}
    found: dict[str, Figure] = {}
    for reading in readings:
        name = reading.column.name
        match reading:
            case Amounts(is_day=True):
                figure = Figure(name=name, is_day=True)
            case Amounts():
                figure = Figure(
                    name=name, places=reading.scale, unit=reading.unit, is_optional=name in optional
                )
            case Labels():
                figure = Figure(name=name, labels=reading.labels)
            case Emptiness():
                continue
        found.setdefault(name, figure)
    return tuple(found[name] for name in names_of(ruleset) if name in found)


def _needed(names: Iterable[str], columns: Mapping[str, Whole], but: str = "") -> set[str]:
    """Every column that these are worked out from, and themselves; `but` is there already."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            if name in columns and name != but:
                waiting.extend(names_in(columns[name]))
    return found
