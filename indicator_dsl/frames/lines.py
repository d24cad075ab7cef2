"""One rule as terms over columns: what it earns, what it may still earn, and why.

Constants come from scoring itself; what depends on a column comes from the rule's curve.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import lcm

from attrs import evolve, frozen

from indicator_dsl.frames.cases import picked, worded
from indicator_dsl.frames.pieces import NotInColumns, is_left
from indicator_dsl.frames.ratios import ALWAYS, NEVER, Ratio, Truth, every, negated, some
from indicator_dsl.frames.stretches import points_of, stretches_of, within
from indicator_dsl.frames.terms import (
    Compared,
    Condition,
    Held,
    Named,
    Number,
    TooWide,
    Whole,
    Words,
    over,
    plus,
    times,
)
from indicator_dsl.model import (
    Checklist,
    Indicator,
    Judged,
    Measured,
    Ruleset,
    Treatment,
)
from indicator_dsl.quantities import Missing, NotApplicable
from indicator_dsl.scoring import LineScore, score_line
from indicator_dsl.scoring.cells import Graded, Ticked, level_from_cell


@frozen(kw_only=True)
class Scored:
    """A rule's terms, points in units of 10^-places / `finer`.

    `opens` are the cases that leave the line open, each apart from the others, with the least and
    the most it can still earn; `earned` is then the least. Rows where `apart` holds are scored
    the exact way; `is_partly` says that a stretch of the curve is among them.
    """

    rule: Indicator
    earned: Whole
    reason: Words
    opens: tuple[tuple[Condition, int], ...] = ()
    apart: Condition = NEVER
    finer: int = 1
    is_partly: bool = False

    @property
    def shown(self) -> Whole:
        """Its points in units of 10^-places."""
        return rounded(self.earned, self.finer)

    @property
    def is_settled(self) -> Condition:
        """Where nothing about the line is open."""
        return negated(some(*(where for where, _ in self.opens)))

    @property
    def low(self) -> Whole:
        """The least the line can still earn."""
        return self.earned

    @property
    def high(self) -> Whole:
        """The most the line can still earn."""
        return picked([(where, Number(high)) for where, high in self.opens], self.earned)


@frozen(kw_only=True)
class Case:
    """What a line scores where a condition holds; `still` bounds it where it stays open.

    Points that are the same on every row are a fraction, other points are counted already.
    """

    where: Condition
    earned: Whole | Fraction
    reason: str
    still: Fraction | None = None


def rounded(steps: Whole, finer: int) -> Whole:
    """How many whole steps so many finer ones are, half-up; at least 0.

    Example:
        >>> rounded(Named("n", 0, 95), 10).high
        10
    """
    if finer == 1:
        return steps
    doubled = plus(times(steps, 2), Number(finer))
    return over(Held(doubled, max(doubled.low, 0), max(doubled.high, 0)), Number(2 * finer))


def apart_always(rule: Indicator) -> Scored:
    """A rule whose every row goes the exact way."""
    return Scored(rule=rule, earned=Number(0), reason=Words((), None), apart=ALWAYS)


def measured(
    rule: Indicator, measure: Measured, actual: Ratio, ruleset: Ruleset, applies: Truth | None
) -> Scored:
    """The terms of a rule with a curve, its actual a ratio of columns."""
    stretches = tuple(stretches_of(rule, measure, actual, ruleset))
    finer = _finer(rule, ruleset, (each.grain for each in stretches if each.grain is not None))
    cases: list[Case] = []
    apart: list[Condition] = []
    for each in stretches:
        interval = each.where.interval
        try:
            points = points_of(each, actual, finer * 10**ruleset.rounding.places)
        except (NotInColumns, TooWide):
            apart.append(within(actual, interval))
            points = Number(0)
        inside = ALWAYS if interval.high is None else is_left(actual, interval.high)
        cases.append(Case(where=inside, earned=points, reason=each.reason))
    where = some(actual.apart, *apart)
    found = _assembled(rule, cases, actual.missing, where, ruleset, applies, finer)
    return evolve(found, is_partly=bool(apart))


def _finer(rule: Indicator, ruleset: Ruleset, grains: Iterable[int]) -> int:
    """How much finer than 10^-places a line is counted; 1 where lines are rounded."""
    scale = 10**ruleset.rounding.places
    outside = (score_line(rule, each, ruleset.rounding) for each in (Missing(), NotApplicable()))
    ends = [(points * scale).denominator for line in outside for points in (line.low, line.high)]
    return lcm(*grains, *ends)


def judged(
    rule: Indicator, measure: Judged, code: Named, ruleset: Ruleset, missing: Condition,
    apart: Condition, applies: Truth | None,
) -> Scored:  # fmt: skip
    """The terms of a rule on a scale; `code` is the level's place on it."""
    cases: list[Case] = []
    grains: list[int] = []
    scale: int = 10**ruleset.rounding.places
    for index, level in enumerate(measure.scale.levels):
        here = Compared("=", code, Number(index))
        found = level_from_cell(level.label, measure.scale)
        if isinstance(found, Graded):
            line = score_line(rule, found, ruleset.rounding)
            grains.append((line.low * scale).denominator)
            cases.append(_case(here, line))
        else:
            apart = some(apart, every(here, negated(missing)))
    finer = _finer(rule, ruleset, grains)
    # A cell that was read is one of the levels, or set apart: the last one is what is left.
    last = cases.pop() if cases else Case(where=ALWAYS, earned=Fraction(0), reason="")
    cases.append(evolve(last, where=ALWAYS))
    return _assembled(rule, cases, missing, apart, ruleset, applies, finer)


def ticked(
    rule: Indicator, measure: Checklist, marks: tuple[Condition, ...], ruleset: Ruleset,
    missing: Condition, apart: Condition, applies: Truth | None,
) -> Scored:  # fmt: skip
    """The terms of a checklist; `marks` say which items are met."""
    rounding = ruleset.rounding
    scale = 10**rounding.places
    grains = [(item.points * scale).denominator for item in measure.items]
    finer = _finer(rule, ruleset, [] if rounding.each else grains)
    shared = lcm(*grains) if rounding.each else 1
    met = plus(
        *(
            picked([(mark, Number(int(item.points * scale * finer * shared)))], Number(0))
            for mark, item in zip(marks, measure.items, strict=True)
        )
    )
    cases = []
    for where, mark in ((every(*marks), True), (ALWAYS, False)):
        line = score_line(rule, Ticked((mark,) * len(marks)), rounding)
        cases.append(Case(where=where, earned=rounded(met, shared), reason=line.reason))
    return _assembled(rule, cases, missing, apart, ruleset, applies, finer)


def _case(where: Condition, line: LineScore) -> Case:
    if not line.is_settled:
        return Case(where=where, earned=line.low, reason=line.reason, still=line.high)
    return Case(where=where, earned=line.earned or Fraction(0), reason=line.reason)


def _assembled(
    rule: Indicator, cases: list[Case], missing: Condition, apart: Condition, ruleset: Ruleset,
    applies: Truth | None, finer: int,
) -> Scored:  # fmt: skip
    """The line from its cases, after those in which nothing was handed in or it does not apply."""
    unit = finer * 10**ruleset.rounding.places
    first: list[Case] = []
    if applies is not None:
        out = score_line(rule, NotApplicable(), ruleset.rounding)
        where = negated(some(applies.holds, applies.is_open))
        first.append(_case(where, out))
        apart = some(apart, applies.is_open, *([where] if out.is_dropped else []))
    if missing != NEVER:
        absent = score_line(rule, Missing(), ruleset.rounding)
        first.append(_case(missing, absent))
        if not absent.is_settled and _may_drop(rule):
            apart = some(apart, missing)  # its points may still go to other lines
    told = [*first, *cases] if missing != ALWAYS else first
    *others, last = told
    chosen = [(case.where, _counted(case.earned, unit)) for case in others]
    return Scored(
        rule=rule,
        earned=picked(chosen, _counted(last.earned, unit)),
        reason=worded([(case.where, case.reason) for case in others], last.reason),
        opens=tuple(_opens(told, unit)),
        apart=apart,
        finer=finer,
    )


def _counted(points: Whole | Fraction, unit: int) -> Whole:
    return Number(int(points * unit)) if isinstance(points, Fraction) else points


def _opens(cases: list[Case], unit: int) -> Iterable[tuple[Condition, int]]:
    before: list[Condition] = []
    for case in cases:
        if case.still is not None:
            yield every(*(negated(each) for each in before), case.where), int(case.still * unit)
        before.append(case.where)


def _may_drop(rule: Indicator) -> bool:
    treated = rule.not_applicable
    return treated is not None and treated.treatment in (Treatment.DROP, Treatment.MOVE)
