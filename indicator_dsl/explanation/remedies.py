"""What would have earned the line in full: the nearest actual, and how far it is.

Reads targets and the exact inverse of curves, and decides no points.
"""

from fractions import Fraction

from attrs import frozen

from indicator_dsl.curves import (
    Interval,
    at_least,
    at_most,
    between,
    less_than,
    more_than,
)
from indicator_dsl.explanation.figures import gap_text, is_share, quantity_text, run_on
from indicator_dsl.model import Bound, Judged, Measured, Operator, Range, Scale
from indicator_dsl.quantities import Quantity, Unit
from indicator_dsl.scoring import LineScore, Status
from indicator_dsl.wording import Text


@frozen(kw_only=True)
class _Goal:
    """The nearest stretch of actuals that meets the target in full, seen from the actual.

    `low` and `high` are its ends, None where it has none; `gap` is how far the nearer one is.
    `is_open` says that the nearer end itself is not enough.
    """

    low: Quantity | None
    high: Quantity | None
    gap: Quantity
    is_up: bool
    is_open: bool


def remedy_of(line: LineScore) -> Text | None:
    """The smallest change that meets the target in full; None when it is met or nothing is known.

    Args:
        line: A line of a scorecard; of a derived figure the remedy speaks of that figure.
    """
    if line.status is not Status.SCORED or line.is_met:
        return None
    name, measure = line.indicator.name, line.indicator.measure
    if isinstance(measure, Judged):
        return _better_level(name, measure.scale) if line.lost else None
    if not isinstance(line.observed, Quantity):
        return None
    goal = _goal(measure, line.indicator.weight, line.observed)
    return None if goal is None else _told(name, goal)


def _better_level(name: str, scale: Scale) -> Text:
    best = scale.best.label
    return Text(f"{name} needs the level {best}", run_on(name, f"须评为“{best}”"))


def _goal(measure: Measured, weight: Fraction, observed: Quantity) -> _Goal | None:
    """Where the curve pays in full and the target is met: the stretch nearest to the actual."""
    wanted = _interval(measure.target)
    unit = _unit(measure.target)
    goals = [
        goal
        for paid in measure.curve.earning(weight, None)
        if not (full := paid.intersection(wanted)).is_empty
        and (goal := _seen_from(observed, full, unit)) is not None
    ]
    return min(goals, key=lambda goal: goal.gap.number, default=None)


def _seen_from(observed: Quantity, full: Interval, unit: Unit) -> _Goal | None:
    at, low, high = observed.magnitude, full.low, full.high
    is_up = low is not None and not low.is_left_of(at)
    near = low if is_up else high
    if near is None:
        return None
    return _Goal(
        low=None if low is None else _amount(low.at, unit),
        high=None if high is None else _amount(high.at, unit),
        gap=_amount(abs(near.at - at), unit),
        is_up=is_up,
        is_open=near.after == is_up,
    )


def _amount(magnitude: Fraction, unit: Unit) -> Quantity:
    return Quantity(magnitude / unit.factor, unit)


def _unit(target: Bound | Range) -> Unit:
    return target.value.unit if isinstance(target, Bound) else target.high.unit


def _interval(target: Bound | Range) -> Interval:
    if isinstance(target, Range):
        return between(target.low.magnitude, target.high.magnitude)
    value = target.value.magnitude
    match target.operator:
        case Operator.AT_LEAST:
            return at_least(value)
        case Operator.MORE_THAN:
            return more_than(value)
        case Operator.AT_MOST:
            return at_most(value)
        case Operator.LESS_THAN:
            return less_than(value)
        case _:
            return between(value, value)


def _told(name: str, goal: _Goal) -> Text:
    goal_text, change = _goal_text(goal), _change_text(goal)
    return Text(
        f"{name} needs {goal_text.en}: {change.en}",
        run_on(name, f"须{goal_text.zh}", "，", change.zh),
    )


def _goal_text(goal: _Goal) -> Text:
    low = None if goal.low is None else quantity_text(goal.low)
    high = None if goal.high is None else quantity_text(goal.high)
    if low is not None and high is not None:
        if low == high:
            return Text(f"exactly {low.en}", run_on("等于", low.zh))
        return Text(f"{low.en} to {high.en}", run_on("在", low.zh, "至", high.zh, "之间"))
    if low is not None:
        if goal.is_open:
            return Text(f"more than {low.en}", run_on("高于", low.zh))
        return Text(f"at least {low.en}", run_on("达到", low.zh))
    end = high or Text("", "")
    if goal.is_open:
        return Text(f"less than {end.en}", run_on("低于", end.zh))
    return Text(f"at most {end.en}", run_on("不超过", end.zh))


def _change_text(goal: _Goal) -> Text:
    gap = gap_text(goal.gap)
    word = "more" if goal.is_up else "less"
    if is_share(goal.gap.unit):
        verb = "提高" if goal.is_up else "降低"
    else:
        verb = "增加" if goal.is_up else "减少"
    if not goal.gap.number:
        return Text(f"any {'increase' if goal.is_up else 'decrease'} will do", f"略有{verb}即可")
    if goal.is_open:
        en = "above the actual" if goal.is_up else "below the actual"
        return Text(f"over {gap.en} {en}", run_on(f"即{verb}超过", gap.zh))
    return Text(f"{gap.en} {word}", run_on(f"即{verb}", gap.zh))
