"""One rule as terms over columns: what it earns, what it may still earn, and why.

Constants come from scoring itself; what depends on a column comes from the rule's curve.
"""

from collections.abc import Iterable

from attrs import frozen

from indicator_dsl.curves import Interval, Piece, just_after, just_before
from indicator_dsl.frames.pieces import NotInColumns, is_left, points_on, reached
from indicator_dsl.frames.ratios import ALWAYS, NEVER, Ratio, Truth, every, negated, some
from indicator_dsl.frames.terms import (
    Compared,
    Condition,
    Named,
    Number,
    TooWide,
    Whole,
    Words,
    over,
    picked,
    plus,
)
from indicator_dsl.model import (
    Bound,
    Checklist,
    Indicator,
    Judged,
    Measured,
    Ruleset,
    Treatment,
)
from indicator_dsl.quantities import Missing, NotApplicable, Quantity, scaled_half_up
from indicator_dsl.scoring import LineScore, score_line
from indicator_dsl.scoring.cells import Given, Graded, Ticked, level_from_cell, unit_of


@frozen(kw_only=True)
class Scored:
    """A rule's terms, points in units of 10^-places.

    `opens` are the cases that leave the line open, each apart from the others, with the least and
    the most it can still earn; `earned` counts everywhere else. Rows where `apart` holds are scored
    the exact way.
    """

    rule: Indicator
    earned: Whole
    reason: Words
    opens: tuple[tuple[Condition, int, int], ...] = ()
    apart: Condition = NEVER

    @property
    def is_settled(self) -> Condition:
        """Where nothing about the line is open."""
        return negated(some(*(where for where, _, _ in self.opens)))

    @property
    def low(self) -> Whole:
        """The least the line can still earn."""
        return picked([(where, Number(low)) for where, low, _ in self.opens], self.earned)

    @property
    def high(self) -> Whole:
        """The most the line can still earn."""
        return picked([(where, Number(high)) for where, _, high in self.opens], self.earned)


@frozen(kw_only=True)
class Case:
    """What a line scores where a condition holds; `still` bounds it where it stays open."""

    where: Condition
    earned: Whole
    reason: str
    still: tuple[int, int] | None = None


def apart_always(rule: Indicator) -> Scored:
    """A rule whose every row goes the exact way."""
    return Scored(rule=rule, earned=Number(0), reason=Words((), None), apart=ALWAYS)


def measured(
    rule: Indicator, measure: Measured, actual: Ratio, ruleset: Ruleset, applies: Truth | None
) -> Scored:
    """The terms of a rule with a curve, its actual a ratio of columns."""
    places = ruleset.rounding.places
    cases: list[Case] = []
    apart: list[Condition] = [actual.apart]
    for interval, piece in _refined(measure):
        where = reached(actual, interval)
        if where is None:
            continue
        inside = ALWAYS if interval.high is None else is_left(actual, interval.high)
        if not isinstance(piece, Piece):
            apart.append(_within(actual, interval))
            cases.append(_nothing(inside))
            continue
        unit = unit_of(rule)
        sample = Quantity(where.sample(actual) / unit.factor, unit)
        line = score_line(rule, Given(sample), ruleset.rounding)
        if piece.value.is_constant:
            cases.append(_case(inside, line, places))
            continue
        try:
            points = points_on(piece.value, where, actual, places)
        except (NotInColumns, TooWide):
            apart.append(_within(actual, interval))
            points = Number(0)
        cases.append(Case(where=inside, earned=points, reason=line.reason))
    return _assembled(rule, cases, actual.missing, some(*apart), ruleset, applies)


def _refined(measure: Measured) -> Iterable[tuple[Interval, object]]:
    """The pieces of the curve, cut once more where the target is met."""
    target = measure.target
    ends = (target.value,) if isinstance(target, Bound) else (target.low, target.high)
    cuts = [cut(end.magnitude) for end in ends for cut in (just_before, just_after)]
    for interval, piece in measure.curve.intervals():
        bounds = sorted(
            cut
            for cut in cuts
            if (interval.low is None or interval.low < cut)
            and (interval.high is None or cut < interval.high)
        )
        lows, highs = (interval.low, *bounds), (*bounds, interval.high)
        for low, high in zip(lows, highs, strict=True):
            yield Interval(low, high), piece


def _within(actual: Ratio, interval: Interval) -> Condition:
    parts = []
    if interval.low is not None:
        parts.append(negated(is_left(actual, interval.low)))
    if interval.high is not None:
        parts.append(is_left(actual, interval.high))
    return every(*parts)


def judged(
    rule: Indicator, measure: Judged, code: Named, ruleset: Ruleset, missing: Condition,
    apart: Condition, applies: Truth | None,
) -> Scored:  # fmt: skip
    """The terms of a rule on a scale; `code` is the level's place on it."""
    cases: list[Case] = []
    for index, level in enumerate(measure.scale.levels):
        here = Compared("=", code, Number(index))
        found = level_from_cell(level.label, measure.scale)
        if isinstance(found, Graded):
            line = score_line(rule, found, ruleset.rounding)
            cases.append(_case(here, line, ruleset.rounding.places))
        else:
            apart = some(apart, every(here, negated(missing)))
    cases.append(_nothing(ALWAYS))
    return _assembled(rule, cases, missing, apart, ruleset, applies)


def ticked(
    rule: Indicator, measure: Checklist, marks: tuple[Condition, ...], ruleset: Ruleset,
    missing: Condition, apart: Condition, applies: Truth | None,
) -> Scored:  # fmt: skip
    """The terms of a checklist; `marks` say which items are met."""
    rounding = ruleset.rounding
    shared = 1
    for item in measure.items:
        shared *= item.points.denominator
    scale = 10**rounding.places
    met = plus(
        *(
            picked([(mark, Number(int(2 * scale * item.points * shared)))], Number(0))
            for mark, item in zip(marks, measure.items, strict=True)
        )
    )
    earned = over(plus(met, Number(shared)), Number(2 * shared))
    cases = []
    for where, mark in ((every(*marks), True), (ALWAYS, False)):
        line = score_line(rule, Ticked((mark,) * len(marks)), rounding)
        cases.append(Case(where=where, earned=earned, reason=line.reason))
    return _assembled(rule, cases, missing, apart, ruleset, applies)


def _nothing(where: Condition) -> Case:
    return Case(where=where, earned=Number(0), reason="")


def _case(where: Condition, line: LineScore, places: int) -> Case:
    earned = 0 if line.earned is None else scaled_half_up(line.earned, places)
    ends = (scaled_half_up(line.low, places), scaled_half_up(line.high, places))
    return Case(
        where=where,
        earned=Number(earned),
        reason=line.reason,
        still=None if line.is_settled else ends,
    )


def _assembled(
    rule: Indicator, cases: list[Case], missing: Condition, apart: Condition, ruleset: Ruleset,
    applies: Truth | None,
) -> Scored:  # fmt: skip
    """The line from its cases, after those in which nothing was handed in or it does not apply."""
    places = ruleset.rounding.places
    first: list[Case] = []
    if applies is not None:
        out = score_line(rule, NotApplicable(), ruleset.rounding)
        where = negated(some(applies.holds, applies.is_open))
        first.append(_case(where, out, places))
        apart = some(apart, applies.is_open, *([where] if out.is_dropped else []))
    if missing != NEVER:
        absent = score_line(rule, Missing(), ruleset.rounding)
        first.append(_case(missing, absent, places))
        if not absent.is_settled and _may_drop(rule):
            apart = some(apart, missing)  # its points may still go to other lines
    told = [*first, *cases] if missing != ALWAYS else first
    *others, last = told
    chosen = [(case.where, case.earned) for case in others]
    while chosen and chosen[-1][1] == last.earned:
        chosen.pop()
    return Scored(
        rule=rule,
        earned=picked(chosen, last.earned) if chosen else last.earned,
        reason=Words(tuple((case.where, case.reason) for case in others), last.reason),
        opens=tuple(_opens(told)),
        apart=apart,
    )


def _opens(cases: list[Case]) -> Iterable[tuple[Condition, int, int]]:
    before: list[Condition] = []
    for case in cases:
        if case.still is not None:
            yield every(*(negated(each) for each in before), case.where), *case.still
        before.append(case.where)


def _may_drop(rule: Indicator) -> bool:
    treated = rule.not_applicable
    return treated is not None and treated.treatment in (Treatment.DROP, Treatment.MOVE)
