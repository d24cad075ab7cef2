"""One line's score from what was observed, by its curve or its scale.

The only arithmetic here is rounding.
"""

from fractions import Fraction

from indicator_dsl.curves import analyse
from indicator_dsl.model import Bound, Indicator, Judged, Level, Measured, Rounding
from indicator_dsl.quantities import Missing, NotApplicable, Quantity, half_up
from indicator_dsl.scoring.cells import Given, Refused
from indicator_dsl.scoring.scorecard import LineScore, Status, Step
from indicator_dsl.wording import Text

Observation = Given | Level | Missing | NotApplicable | Refused


def score_line(
    indicator: Indicator,
    observation: Observation,
    rounding: Rounding,
    *,
    written: str = "",
    reported: Fraction | None = None,
    excuse: str = "",
) -> LineScore:
    """The score of one line.

    Args:
        indicator: The rule.
        observation: What was observed, already read for this rule's target.
        rounding: How points are rounded.
        written: The cell as handed in, for the reader.
        reported: What the office gave itself; None when it gave nothing.
        excuse: The office's explanation; empty when there is none.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> ruleset = compile_ruleset(SourceText("a.ind", "满意度 >= 95 % weight 10"), Collector())
        >>> score_line(ruleset.indicators[0], Missing(), ruleset.rounding).reason
        'missing'
    """
    measure = indicator.measure
    if isinstance(observation, Given) and isinstance(measure, Measured):
        return _measured(
            indicator, measure, observation.quantity, rounding, written, reported, excuse
        )
    if isinstance(observation, Level) and isinstance(measure, Judged):
        return _judged(indicator, measure, observation, rounding, written, reported, excuse)
    status, why = _unscored(observation)
    low, high = _reach(indicator, rounding)
    return LineScore(
        indicator=indicator,
        status=status,
        written=written,
        low=low,
        high=high,
        reason=status.value,
        reported=reported,
        excuse=excuse,
        why_unscored=why,
    )


def _measured(
    indicator: Indicator,
    measure: Measured,
    quantity: Quantity,
    rounding: Rounding,
    written: str,
    reported: Fraction | None,
    excuse: str,
) -> LineScore:
    magnitude = quantity.magnitude
    steps = tuple(
        Step(clause=stage.clause, reason=stage.reason, points=points)
        for stage, points in measure.curve.steps_at(magnitude)
    )
    exact = steps[-1].points
    earned = half_up(exact, rounding.places) if rounding.each else exact
    return LineScore(
        indicator=indicator,
        status=Status.SCORED,
        observed=quantity,
        written=written,
        is_met=measure.target.is_met(magnitude),
        share=_share(measure, magnitude),
        steps=steps,
        exact=exact,
        earned=earned,
        low=earned,
        high=earned,
        reason=steps[-1].reason,
        reported=reported,
        excuse=excuse,
    )


def _share(measure: Measured, magnitude: Fraction) -> Fraction | None:
    target = measure.target
    if not isinstance(target, Bound) or target.operator.wants_less or target.value.magnitude <= 0:
        return None
    return magnitude / target.value.magnitude


def _judged(
    indicator: Indicator,
    measure: Judged,
    level: Level,
    rounding: Rounding,
    written: str,
    reported: Fraction | None,
    excuse: str,
) -> LineScore:
    exact = indicator.weight * level.share
    earned = half_up(exact, rounding.places) if rounding.each else exact
    is_met = level.share == measure.scale.best.share
    reason = "met" if level.share == 1 else "grade"
    return LineScore(
        indicator=indicator,
        status=Status.SCORED,
        observed=level.label,
        written=written,
        is_met=is_met,
        steps=(Step(clause="is", reason=reason, points=exact),),
        exact=exact,
        earned=earned,
        low=earned,
        high=earned,
        reason=reason,
        reported=reported,
        excuse=excuse,
    )


def _unscored(observation: Observation) -> tuple[Status, Text]:
    match observation:
        case Missing():
            return Status.MISSING, Text("no actual was given", "没有实际值")
        case NotApplicable():
            return (
                Status.NOT_APPLICABLE,
                Text(
                    "reported as not applicable; the ruleset does not say what that scores",
                    "填报为不适用；规则集没有写明不适用如何计分",
                ),
            )
        case Refused():
            return Status.INVALID, observation.why
        case _:
            return Status.INVALID, Text("the actual does not fit the target", "实际值与目标不符")


def _reach(indicator: Indicator, rounding: Rounding) -> tuple[Fraction, Fraction]:
    """The least and the most the line can still earn."""
    measure = indicator.measure
    if isinstance(measure, Judged):
        shares = [level.share for level in measure.scale.levels]
        ends = indicator.weight * min(shares), indicator.weight * max(shares)
    else:
        found = analyse(measure.curve)
        low = Fraction(0) if found.low is None else found.low
        high = indicator.weight if found.high is None else found.high
        ends = low, high
    if not rounding.each:
        return ends
    return half_up(ends[0], rounding.places), half_up(ends[1], rounding.places)
