"""What guards made of a line's points, each with the points after it. Bends nothing itself."""

from fractions import Fraction

from indicator_dsl.explanation.figures import cut_points
from indicator_dsl.explanation.guards import zero_text
from indicator_dsl.explanation.reasons import stage_name
from indicator_dsl.explanation.terms import number, per_cent, product
from indicator_dsl.model import Indicator, Measured, NoPoints, OverLess, Rounding
from indicator_dsl.scoring import LineScore, Step
from indicator_dsl.wording import Text, same


def bend_text(step: Step, before: Fraction, line: LineScore, rounding: Rounding) -> Text:
    """A guard's step behind an arrow: what was done to the points, and the points after it.

    Args:
        step: The guard's.
        before: The points it was applied to.
        line: The line it belongs to.
        rounding: The ruleset's.
    """
    after = cut_points(step.points, rounding)
    if step.clause == "over":
        taken = _taken(line, before - step.points)
        return same(f" → {taken} = {after}") if taken else _named(stage_name(step), after)
    if step.clause == "cap":
        return Text(f" → cap {after}", f" → 封顶 {after}")
    if step.clause == "zero" and (zero := zero_reached(line)) is not None:
        return _named(zero_text(zero), after)
    if step.clause == "floor" and step.points > 0:
        most = cut_points(line.indicator.weight - step.points, rounding)
        return _named(Text(f"at most {most} off", f"最多扣 {most}"), after)
    return _named(stage_name(step), after)


def _named(name: Text, after: str) -> Text:
    return Text(f" → {name.en}: {after}", f" → {name.zh}：{after}")


def _taken(line: LineScore, lost: Fraction) -> str:
    """How a reduction is written behind the points it was taken from; empty when none fits."""
    over = over_reached(line)
    if over is None:
        return ""
    weight = line.indicator.weight
    if over.of == "earned":
        return f"× (1 − {per_cent(over.amount).text})"
    taken = number(over.amount)
    if over.of == "weight":
        taken = product(number(weight), per_cent(over.amount))
    return f"−{taken.text}" if taken.value == lost else ""


def over_reached(line: LineScore) -> OverLess | None:
    """The reduction that applies to the line: the highest share reached; None for none."""
    measure = _measured(line.indicator)
    if measure is None or line.share is None:
        return None
    reached = [over for over in measure.guards.overs if line.share >= over.share]
    return max(reached, key=lambda over: over.share, default=None)


def zero_reached(line: LineScore) -> NoPoints | None:
    """The knock-out that applies to the line; None for none."""
    measure = _measured(line.indicator)
    if measure is None or line.observed is None or isinstance(line.observed, str):
        return None
    at = line.observed.magnitude
    for zero in measure.guards.zeros:
        bound = zero.bound.magnitude
        applies = {"below": at < bound, "above": at > bound}.get(zero.side, at >= bound)
        if applies:
            return zero
    return None


def _measured(indicator: Indicator) -> Measured | None:
    return indicator.measure if isinstance(indicator.measure, Measured) else None
