"""One line's score from what was observed, by its curve, its scale or its checklist.

The only arithmetic here is rounding.
"""

from fractions import Fraction

from attrs import frozen

from indicator_dsl.curves import analyse
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
    Missing,
    NotApplicable,
    Quantity,
    half_up,
)
from indicator_dsl.scoring.cells import Given, Graded, Refused, Ticked, Undecided, Ungraded
from indicator_dsl.scoring.scorecard import LineScore, Status, Step
from indicator_dsl.values import Value
from indicator_dsl.wording import Text

Observation = Given | Graded | Ungraded | Ticked | Missing | NotApplicable | Undecided | Refused


@frozen(kw_only=True, eq=False, repr=False)
class Told(Value):
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
    return _without_points(indicator, observation, rounding, told)


def _rounded(points: Fraction, rounding: Rounding) -> Fraction:
    return half_up(points, rounding.places) if rounding.each else points


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
    earned = _rounded(exact, rounding)
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
    earned = _rounded(exact, rounding)
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
    low, high = _rounded(sure, rounding), _rounded(sure + may_be, rounding)
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


def _without_points(
    indicator: Indicator, observation: Observation, rounding: Rounding, told: Told
) -> LineScore:
    status, why = _unscored(observation)
    low, high = _reach(indicator, observation, rounding)
    earned: Fraction | None = None
    is_dropped = False
    is_open = isinstance(observation, Undecided)
    if status is Status.MISSING and indicator.missing_is_zero and not is_open:
        earned = Fraction(0)
        why = Text("no actual was given: no points by the rule", "没有实际值：按规则不得分")
    elif status is Status.NOT_APPLICABLE and indicator.not_applicable is not None:
        treatment = indicator.not_applicable.treatment
        is_dropped = treatment in (Treatment.DROP, Treatment.MOVE)
        if not is_dropped:
            earned = indicator.weight if treatment is Treatment.FULL else Fraction(0)
        why = _TREATED[treatment]
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
    )


_TREATED = {
    Treatment.FULL: Text("not applicable: full points by the rule", "不适用：按规则得满分"),
    Treatment.ZERO: Text("not applicable: no points by the rule", "不适用：按规则不得分"),
    Treatment.DROP: Text(
        "not applicable: its points are shared out within the section",
        "不适用：分值剔除，由本部分其他指标折算",
    ),
    Treatment.MOVE: Text(
        "not applicable: its points are moved to another section", "不适用：分值转入其他部分"
    ),
}


def _unscored(observation: Observation) -> tuple[Status, Text]:
    match observation:
        case Missing():
            return Status.MISSING, Text("no actual was given", "没有实际值")
        case Ungraded():
            return (
                Status.MISSING,
                Text(
                    "{l} is a range: the judged share is missing", "“{l}”是一个区间：缺少评定比例"
                ).filled(l=observation.level.label),
            )
        case NotApplicable():
            return (
                Status.NOT_APPLICABLE,
                Text(
                    "reported as not applicable; the ruleset does not say what that scores",
                    "填报为不适用；规则集没有写明不适用如何计分",
                ),
            )
        case Undecided():
            return (
                Status.MISSING,
                Text("whether it applies is not known yet", "是否适用尚不清楚"),
            )
        case Refused():
            return observation.status, observation.why
        case _:
            return Status.INVALID, Text("the actual does not fit the target", "实际值与目标不符")


def _reach(
    indicator: Indicator, observation: Observation, rounding: Rounding
) -> tuple[Fraction, Fraction]:
    """The least and the most the line can still earn."""
    measure = indicator.measure
    weight = indicator.weight
    match measure:
        case Judged():
            low, high = measure.scale.least, measure.scale.best.share
            if isinstance(observation, Ungraded):
                level = observation.level
                low = level.share if level.least is None else level.least
                high = level.share
            ends = weight * low, weight * high
        case Checklist():
            ends = Fraction(0), weight
        case _:
            found = analyse(measure.curve)
            ends = (
                Fraction(0) if found.low is None else found.low,
                weight if found.high is None else found.high,
            )
    low, high = ends
    if not isinstance(observation, Ungraded) and indicator.not_applicable is not None:
        # It may still turn out not to apply.
        treatment = indicator.not_applicable.treatment
        low = low if treatment is Treatment.FULL else min(low, Fraction(0))
        high = high if treatment is Treatment.ZERO else max(high, weight)
    return _rounded(low, rounding), _rounded(high, rounding)
