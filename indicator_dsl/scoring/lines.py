"""One line's score from what was observed, by its curve, its scale or its checklist.

The only arithmetic here is rounding.
"""

from fractions import Fraction

from attrs import frozen

from indicator_dsl.model import (
    Bound,
    Checklist,
    Indicator,
    Judged,
    Measured,
    Operator,
    Rounding,
    Treatment,
)
from indicator_dsl.quantities import (
    CalendarDay,
    NotApplicable,
    Quantity,
)
from indicator_dsl.scoring.cells import Given, Graded, Read, Ticked, Undecided, Ungraded
from indicator_dsl.scoring.counting import as_rounded
from indicator_dsl.scoring.scorecard import LineScore, Status, Step
from indicator_dsl.scoring.unscored import reach_of, treatment_text, why_unscored
from indicator_dsl.wording import Text

Observation = Read | Undecided


@frozen(kw_only=True)
class Told:
    """What the office said of a line besides its value."""

    written: str = ""
    reported: Fraction | None = None
    excuse: str = ""


def score_line(
    indicator: Indicator, observation: Observation, rounding: Rounding, told: Told | None = None
) -> LineScore:
    """The score of one line.

    Args:
        indicator: The rule.
        observation: What was observed, already read for this rule's target.
        rounding: How points are rounded.
        told: What the office said besides.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.quantities import Missing
        >>> from indicator_dsl.source import SourceText
        >>> ruleset = compile_ruleset(SourceText("a.ind", "满意度 >= 95 % weight 10"), Collector())
        >>> score_line(ruleset.indicators[0], Missing(), ruleset.rounding).reason
        'missing'
    """
    told = told or Told()
    measure = indicator.measure
    if isinstance(observation, Given) and isinstance(measure, Measured):
        return _measured(indicator, measure, observation.quantity, rounding, told)
    if isinstance(observation, Graded) and isinstance(measure, Judged):
        return _judged(indicator, measure, observation, rounding, told)
    if isinstance(observation, Ticked) and isinstance(measure, Checklist):
        return _ticked(indicator, measure, observation, rounding, told)
    if isinstance(observation, Undecided):
        return _undecided(indicator, observation.read, rounding, told)
    return _without_points(indicator, observation, rounding, told)


def _measured(
    indicator: Indicator,
    measure: Measured,
    quantity: Quantity | CalendarDay,
    rounding: Rounding,
    told: Told,
) -> LineScore:
    magnitude = quantity.magnitude
    steps = tuple(
        Step(clause=stage.clause, reason=stage.reason, points=points)
        for stage, points in measure.curve.steps_at(magnitude)
    )
    is_met = measure.target.is_met(magnitude)
    exact = steps[-1].points
    earned = as_rounded(exact, rounding)
    reason = steps[-1].reason
    if reason == "met" and not is_met:
        reason = _missed(measure)
    return LineScore(
        indicator=indicator,
        status=Status.SCORED,
        observed=quantity,
        written=told.written,
        is_met=is_met,
        share=_share(measure, magnitude),
        steps=steps,
        exact=exact,
        earned=earned,
        low=earned,
        high=earned,
        reason=reason,
        reported=told.reported,
        excuse=told.excuse,
    )


def _missed(measure: Measured) -> str:
    """Why a target is missed although the method pays it in full."""
    operator = measure.target.operator
    if operator in (Operator.EQUAL, Operator.WITHIN):
        return "deviation"
    return "overrun" if operator.wants_less else "shortfall"


def _share(measure: Measured, magnitude: Fraction) -> Fraction | None:
    target = measure.target
    if not isinstance(target, Bound) or target.operator.wants_less:
        return None
    if isinstance(target.value, CalendarDay) or target.value.magnitude <= 0:
        return None
    return magnitude / target.value.magnitude


def _judged(
    indicator: Indicator, measure: Judged, graded: Graded, rounding: Rounding, told: Told
) -> LineScore:
    exact = indicator.weight * graded.share
    earned = as_rounded(exact, rounding)
    reason = "met" if graded.share == 1 else "grade"
    if measure.scale.is_answer and reason != "met":
        reason = "deviation"
    return LineScore(
        indicator=indicator,
        status=Status.SCORED,
        observed=graded.level.label,
        written=told.written,
        is_met=graded.share == measure.scale.best.share,
        steps=(Step(clause="is", reason=reason, points=exact),),
        exact=exact,
        earned=earned,
        low=earned,
        high=earned,
        reason=reason,
        reported=told.reported,
        excuse=told.excuse,
    )


def _ticked(
    indicator: Indicator, measure: Checklist, ticked: Ticked, rounding: Rounding, told: Told
) -> LineScore:
    pairs = list(zip(measure.items, ticked.marks, strict=True))
    sure = sum((item.points for item, mark in pairs if mark), Fraction(0))
    may_be = sum((item.points for item, mark in pairs if mark is None), Fraction(0))
    low, high = as_rounded(sure, rounding), as_rounded(sure + may_be, rounding)
    is_known = None not in ticked.marks
    reason = "missing" if not is_known else ("met" if all(ticked.marks) else "points")
    missing = [item.name for item, mark in pairs if mark is None]
    return LineScore(
        indicator=indicator,
        status=Status.SCORED if is_known else Status.MISSING,
        observed=f"{sum(map(bool, ticked.marks))}/{len(pairs)}" if is_known else None,
        written=told.written,
        is_met=all(ticked.marks) if is_known else None,
        steps=(Step(clause="points", reason=reason, points=sure),) if is_known else (),
        exact=sure if is_known else None,
        earned=low if is_known else None,
        low=low,
        high=high,
        reason=reason,
        reported=told.reported,
        excuse=told.excuse,
        marks=ticked.marks,
        why_unscored=None
        if is_known
        else Text("not said: {en}", "未填：{zh}").filled(
            en=", ".join(missing), zh="、".join(missing)
        ),
    )


def _undecided(indicator: Indicator, read: Read, rounding: Rounding, told: Told) -> LineScore:
    """A line that may or may not apply: between what it scores if it does and if it does not."""
    ends = [score_line(indicator, each, rounding, told) for each in (read, NotApplicable())]
    scored, out = ends
    if out.is_dropped:
        ends = [scored]
    whens = () if indicator.when is None else (indicator.when,)
    return LineScore(
        indicator=indicator,
        status=Status.MISSING,
        written=told.written,
        low=min(line.low for line in ends),
        high=max(line.high for line in ends),
        reason=Status.MISSING.value,
        reported=told.reported,
        excuse=told.excuse,
        why_unscored=Text("whether it applies is not known yet", "是否适用尚不清楚"),
        drops_by=(*whens, *scored.drops_by) if out.is_dropped else (),
    )


def _without_points(indicator: Indicator, read: Read, rounding: Rounding, told: Told) -> LineScore:
    status, why = why_unscored(read)
    low, high = reach_of(indicator, read, rounding)
    earned: Fraction | None = None
    rule = indicator.not_applicable
    drops = rule is not None and rule.treatment in (Treatment.DROP, Treatment.MOVE)
    is_dropped = False
    if status is Status.MISSING and indicator.missing_is_zero:
        earned = Fraction(0)
        why = Text("no actual was given: no points by the rule", "没有实际值：按规则不得分")
    elif status is Status.NOT_APPLICABLE and rule is not None:
        is_dropped = drops
        if not is_dropped:
            earned = indicator.weight if rule.treatment is Treatment.FULL else Fraction(0)
        why = treatment_text(rule.treatment)
    is_open = earned is None and not is_dropped and not isinstance(read, Ungraded)
    if earned is not None:
        low = high = earned
    elif is_dropped:
        low = high = Fraction(0)
    return LineScore(
        indicator=indicator,
        status=status,
        written=told.written,
        exact=earned,
        earned=earned,
        low=low,
        high=high,
        reason=status.value,
        reported=told.reported,
        excuse=told.excuse,
        why_unscored=why,
        is_dropped=is_dropped,
        drops_by=(indicator.name,) if drops and is_open else (),
    )
