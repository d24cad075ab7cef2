"""The plan of a ruleset over columns: cells to read, figures, lines and the total, stage by stage.

What is not sound in columns is set apart row by row, never approximated.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import define, evolve, field

from indicator_dsl.frames.flags import as_condition, as_number, state_is
from indicator_dsl.frames.lines import Scored, apart_always, judged, measured, ticked
from indicator_dsl.frames.overall import Count, grade_places, grade_words, overall
from indicator_dsl.frames.ratios import (
    ALWAYS,
    NEVER,
    Ratio,
    Truth,
    every,
    negated,
    ratio_of,
    some,
    truth_of,
    truth_or_open,
)
from indicator_dsl.frames.sheet import WORK, Plan, Stage, item_column
from indicator_dsl.frames.sources import (
    ABSENT,
    APART,
    LIMIT,
    Amounts,
    Column,
    Emptiness,
    Kind,
    Labels,
    Reading,
)
from indicator_dsl.frames.terms import Compared, Condition, Named, Number, TooWide, Whole
from indicator_dsl.model import Bound, Checklist, Extra, Indicator, Judged, Ruleset, Veto
from indicator_dsl.quantities import CalendarDay, Unit
from indicator_dsl.scoring.cells import Graded, level_from_cell, unit_of


def plan_of(ruleset: Ruleset, columns: Mapping[str, Column], *, least: int = -LIMIT) -> Plan:
    """The plan for columns, by the names of `names_of`; a name without a column is missing.

    `least` is the least number any cell is read as.
    """
    return _Planner(ruleset, columns, least).plan()


@define
class _Planner:
    ruleset: Ruleset
    columns: Mapping[str, Column]
    least: int
    readings: list[Reading] = field(factory=list)
    stages: list[Stage] = field(factory=list)
    figures: dict[str, Ratio] = field(factory=dict)
    made: int = 0

    def plan(self) -> Plan:
        """The whole plan."""
        ruleset = self.ruleset
        self._read_figures()
        lines = [self._line_or_apart(rule) for rule in ruleset.indicators]
        self.stages.append(tuple(self._lines_in_columns(lines)))
        whole = overall(ruleset, tuple(lines), self._counts(), self._limits())
        low, high = self._ends_in_columns(whole.low, whole.high)
        whole = evolve(whole, low=low, high=high)
        grades = self._ends_in_columns(*grade_places(ruleset, whole))
        apart = as_number(some(*(line.apart for line in lines), whole.apart))
        is_apart = self._new(apart)
        self.stages.append(((is_apart.name, apart),))
        return Plan(
            ruleset=ruleset,
            columns=tuple(column.name for column in self.columns.values()),
            readings=tuple(self.readings),
            stages=tuple(stage for stage in self.stages if stage),
            lines=tuple(lines),
            overall=whole,
            grade=grade_words(ruleset, *grades),
            apart=is_apart,
        )

    def _ends_in_columns(self, low: Whole, high: Whole) -> tuple[Whole, Whole]:
        """Both ends on a stage of their own, once where they are the same."""
        first = self._new(low)
        if low == high:
            self.stages.append(((first.name, low),))
            return first, first
        second = self._new(high)
        self.stages.append(((first.name, low), (second.name, high)))
        return first, second

    def _new(self, term: Whole) -> Named:
        """A working column for a term; the caller puts it on a stage."""
        self.made += 1
        return Named(f"{WORK}{self.made}", term.low, term.high)

    def _lines_in_columns(self, lines: list[Scored]) -> Iterable[tuple[str, Whole]]:
        """Each line's points as a column of its own, and the line with that column for them."""
        for index, line in enumerate(lines):
            if isinstance(line.earned, Number):
                continue
            held = self._new(line.earned)
            yield held.name, line.earned
            lines[index] = evolve(line, earned=held)

    # ---- figures

    def _read_figures(self) -> None:
        derived = {figure.name for figure in self.ruleset.derived}
        for rule in self.ruleset.indicators:
            if rule.name in derived or isinstance(rule.measure, Judged | Checklist):
                continue
            is_day = isinstance(rule.measure.target, Bound) and isinstance(
                rule.measure.target.value, CalendarDay
            )
            self.figures[rule.name] = self._amount(rule.name, unit_of(rule), is_day=is_day)
        for figure in self.ruleset.inputs:
            is_line = figure.name in self.figures
            text = "" if is_line else None
            self.figures[figure.name] = self._amount(figure.name, figure.unit, suffix=text)
        for each in self.ruleset.derived:
            try:
                self.figures[each.name] = self._in_columns(ratio_of(each.value, self.figures))
            except TooWide:
                self.figures[each.name] = Ratio(above=Number(0), apart=ALWAYS)

    def _amount(
        self, name: str, unit: Unit, *, is_day: bool = False, suffix: str | None = None
    ) -> Ratio:
        """A column of figures in that unit, as a ratio in base units."""
        column = self.columns.get(name)
        if column is None:
            return Ratio(above=Number(0), missing=ALWAYS)
        scale = 0 if is_day else column.scale
        number = self._new(Number(0))
        number = Named(number.name, self.least, LIMIT)
        suffix = unit.text if suffix is None else suffix
        self.readings.append(
            Amounts(column=column, target=number.name, scale=scale, unit=suffix, is_day=is_day)
        )
        factor = Fraction(1) if is_day else unit.factor / 10**scale
        return Ratio(
            above=number,
            factor=factor,
            missing=state_is(number.name, ABSENT),
            apart=state_is(number.name, APART),
        )

    def _in_columns(self, ratio: Ratio) -> Ratio:
        """The ratio with its parts in columns of their own, so that they are worked out once."""
        parts: list[Whole] = [
            ratio.above,
            ratio.below,
            as_number(ratio.missing),
            as_number(ratio.apart),
        ]
        made: list[tuple[str, Whole]] = []
        for index, part in enumerate(parts):
            if not isinstance(part, Number | Named):
                held = self._new(part)
                made.append((held.name, part))
                parts[index] = held
        self.stages.append(tuple(made))
        above, below, missing, apart = parts
        return Ratio(
            above=above,
            below=below,
            factor=ratio.factor,
            missing=as_condition(missing),
            apart=as_condition(apart),
        )

    # ---- lines

    def _line_or_apart(self, rule: Indicator) -> Scored:
        try:
            return self._line(rule)
        except TooWide:
            return apart_always(rule)

    def _line(self, rule: Indicator) -> Scored:
        applies = None if rule.when is None else truth_of(rule.when, self.figures)
        if applies is not None:
            applies = self._truth_in_columns(applies)
        match rule.measure:
            case Judged():
                return self._judged(rule, rule.measure, applies)
            case Checklist():
                return self._ticked(rule, rule.measure, applies)
            case _:
                actual = self.figures[rule.name]
                line = measured(rule, rule.measure, actual, self.ruleset, applies)
                derived = {figure.name for figure in self.ruleset.derived}
                if rule.name in derived and rule.name in self.columns:
                    # A cell beside a sum may say that the line does not apply.
                    told = negated(state_is(self._emptiness(rule.name), ABSENT))
                    line = evolve(line, apart=some(line.apart, every(actual.missing, told)))
                return line

    def _truth_in_columns(self, truth: Truth) -> Truth:
        held = [as_number(truth.holds), as_number(truth.is_open)]
        made: list[tuple[str, Whole]] = []
        for index, part in enumerate(held):
            if not isinstance(part, Number):
                column = self._new(part)
                made.append((column.name, part))
                held[index] = column
        self.stages.append(tuple(made))
        return Truth(holds=as_condition(held[0]), is_open=as_condition(held[1]))

    def _judged(self, rule: Indicator, measure: Judged, applies: Truth | None) -> Scored:
        column = self.columns.get(rule.name)
        if column is None:
            return judged(rule, measure, Named("", 0, 0), self.ruleset, ALWAYS, NEVER, applies)
        labels = tuple(level.label for level in measure.scale.levels)
        places: list[int | None] = []
        for flag in (True, False):
            found = level_from_cell(flag, measure.scale)
            place = labels.index(found.level.label) if isinstance(found, Graded) else None
            places.append(place)
        code = self._labels(column, labels, (places[0], places[1]))
        missing, apart = state_is(code.name, ABSENT), state_is(code.name, APART)
        return judged(rule, measure, code, self.ruleset, missing, apart, applies)

    def _ticked(self, rule: Indicator, measure: Checklist, applies: Truth | None) -> Scored:
        marks: list[Condition] = []
        absent: list[Condition] = []
        apart: list[Condition] = []
        for item in measure.items:
            column = self.columns.get(item_column(rule.name, item.name))
            if column is None:
                marks.append(NEVER)
                absent.append(ALWAYS)
                continue
            code = self._labels(column, ("是", "否"), (0, 1))
            empty = state_is(code.name, ABSENT)
            marks.append(every(Compared("=", code, Number(0)), negated(empty)))
            absent.append(empty)
            apart.append(state_is(code.name, APART))
        if rule.name in self.columns:
            apart.append(negated(state_is(self._emptiness(rule.name), ABSENT)))
        missing = every(*absent)
        apart.append(every(some(*absent), negated(missing)))
        return ticked(rule, measure, tuple(marks), self.ruleset, missing, some(*apart), applies)

    def _labels(
        self, column: Column, labels: tuple[str, ...], truths: tuple[int | None, int | None]
    ) -> Named:
        name = self._new(Number(0)).name
        self.readings.append(Labels(column=column, target=name, labels=labels, truths=truths))
        return Named(name, 0, max(len(labels) - 1, 1))

    def _emptiness(self, name: str) -> str:
        target = self._new(Number(0)).name
        self.readings.append(Emptiness(column=self.columns[name], target=target))
        return target

    # ---- what stands outside the lines

    def _counts(self) -> dict[str, Count]:
        holders: tuple[Extra | Veto, ...] = (*self.ruleset.extras, *self.ruleset.vetoes)
        return {holder.name: self._count(holder) for holder in holders}

    def _count(self, holder: Extra | Veto) -> Count:
        column = self.columns.get(holder.name)
        number: Whole = Number(0)
        missing: Condition = ALWAYS
        apart: Condition = NEVER
        if column is not None:
            if column.kind is Kind.TRUTH:
                held = self._labels(column, (), (1, 0))
            else:
                held = Named(self._new(Number(0)).name, self.least, LIMIT)
                self.readings.append(
                    Amounts(column=column, target=held.name, scale=column.scale, is_count=True)
                )
            number, missing = held, state_is(held.name, ABSENT)
            apart = some(state_is(held.name, APART), Compared("<", number, Number(0)))
        if not holder.missing_is_zero:
            apart = some(apart, missing)
        return Count(number=number, scale=0 if column is None else column.scale, apart=apart)

    def _limits(self) -> tuple[Truth, ...]:
        return tuple(
            Truth(holds=ALWAYS)
            if limit.condition is None
            else self._truth_in_columns(truth_or_open(limit.condition, self.figures))
            for limit in self.ruleset.limits
        )
