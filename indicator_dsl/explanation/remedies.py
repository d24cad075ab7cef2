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
from indicator_dsl.explanation.figures import (
    gap_text,
    is_day,
    run_on,
    share_text,
    sides_of,
    value_at,
    value_text,
)
from indicator_dsl.model import Bound, Checklist, Judged, Measured, Operator, Range, Scale
from indicator_dsl.quantities import CalendarDay, Quantity, Unit
from indicator_dsl.scoring import LineScore, Status
from indicator_dsl.wording import Text


@frozen(kw_only=True)
class _Goal:
    """The nearest stretch of actuals that meets the target in full, seen from the actual.

    `low` and `high` are its ends, None where it has none; `gap` is how far the nearer one is.
    `is_open` says that the nearer end itself is not enough.
    """

    low: Quantity | CalendarDay | None
    high: Quantity | CalendarDay | None
    gap: Quantity
    is_up: bool
    is_open: bool


def remedy_of(line: LineScore) -> Text | None:
    """The smallest change that meets the target in full; None when it is met or nothing is known.

    Args:
        line: A line of a scorecard; of a derived figure the remedy speaks of that figure.
    """
    is_lossless = line.lost is None or line.lost <= 0
    if line.status is not Status.SCORED or (line.is_met and is_lossless):
        return None
    name, measure = line.indicator.name, line.indicator.measure
    if isinstance(measure, Judged):
        return None if is_lossless else _better_level(name, measure.scale)
    if isinstance(measure, Checklist):
        return _missing_items(line, measure)
    if not isinstance(line.observed, Quantity | CalendarDay) or _is_too_much(line):
        return None
    goal = _goal(measure, line.indicator.weight, line.observed)
    return None if goal is None else _told(name, goal)


def _is_too_much(line: LineScore) -> bool:
    """Whether a target that is met pays less for too much: nobody is told to do less."""
    return bool(line.is_met) and any(step.clause == "over" for step in line.steps)


def _better_level(name: str, scale: Scale) -> Text:
    best = scale.best
    if scale.is_answer:
        answer = scale.label_text(best.label)
        return Text(f"{name} needs the answer {answer.en}", run_on(name, f"须为“{answer.zh}”"))
    if best.least is None:
        return Text(f"{name} needs the level {best.label}", run_on(name, f"须评为“{best.label}”"))
    share = share_text(best.share)
    return Text(
        f"{name} needs the level {best.label}, judged at {share.en}",
        run_on(name, f"须评为“{best.label}”并评定 {share.zh}"),
    )


def _missing_items(line: LineScore, checklist: Checklist) -> Text | None:
    name = line.indicator.name
    missed = [item.name for item, mark in zip(checklist.items, line.marks, strict=True) if not mark]
    if not missed:
        return None
    return Text(f"{name} needs: {', '.join(missed)}", run_on(name, f"须补齐：{'、'.join(missed)}"))


def _goal(measure: Measured, weight: Fraction, observed: Quantity | CalendarDay) -> _Goal | None:
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


def _seen_from(observed: Quantity | CalendarDay, full: Interval, unit: Unit) -> _Goal | None:
    at, low, high = observed.magnitude, full.low, full.high
    is_up = low is not None and not low.is_left_of(at)
    near = low if is_up else high
    if near is None:
        return None
    return _Goal(
        low=None if low is None else value_at(low.at, unit),
        high=None if high is None else value_at(high.at, unit),
        gap=Quantity(abs(near.at - at) / unit.factor, unit),
        is_up=is_up,
        is_open=near.after == is_up,
    )


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


def _goal_text(goal: _Goal) -> Text:  # noqa: PLR0911 - one sentence for each kind of goal
    low = None if goal.low is None else value_text(goal.low)
    high = None if goal.high is None else value_text(goal.high)
    if is_day(goal.gap.unit) and low is None and high is not None and not goal.is_open:
        return Text(f"{high.en} or earlier", run_on("不晚于", high.zh))
    if is_day(goal.gap.unit) and high is None and low is not None and not goal.is_open:
        return Text(f"{low.en} or later", run_on("不早于", low.zh))
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
    if goal.is_open and goal.gap.number:
        gap, verb = gap_text(goal.gap), _verb(goal.gap.unit, is_up=goal.is_up)
        en = "above the actual" if goal.is_up else "below the actual"
        return Text(f"over {gap.en} {en}", run_on(f"即{verb}超过", gap.zh))
    way = way_text(goal.gap, is_up=goal.is_up)
    return way if not goal.gap.number else Text(way.en, run_on("即", way.zh))


def way_text(gap: Quantity, *, is_up: bool) -> Text:
    """How far to go, and which way.

    Args:
        gap: At least 0, in the target's unit.
        is_up: Whether the actual has to grow.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> day = Quantity(Fraction(3), UnitTable().unit_from_text("天"))
        >>> way_text(day, is_up=False).zh
        '减少 3 天'
    """
    verb = _verb(gap.unit, is_up=is_up)
    if not gap.number:
        return Text(f"any {'increase' if is_up else 'decrease'} will do", f"略有{verb}即可")
    words = ("later", "earlier") if is_day(gap.unit) else ("more", "less")
    word = words[0] if is_up else words[1]
    shown = gap_text(gap)
    return Text(f"{shown.en} {word}", run_on(verb, shown.zh))


def _verb(unit: Unit, *, is_up: bool) -> str:
    if is_day(unit):
        return "推迟" if is_up else "提前"
    if sides_of(unit)[0] == "低":
        return "提高" if is_up else "降低"
    return "增加" if is_up else "减少"
