"""The words for reasons, methods and clauses. Holds names only, and knows no numbers."""

from typing import Final

from indicator_dsl.explanation.figures import quantity_text, run_on
from indicator_dsl.explanation.steps import steps_text
from indicator_dsl.model import (
    Checklist,
    Indicator,
    Judged,
    Line,
    Measured,
    Method,
    TwoSided,
)
from indicator_dsl.scoring import LineScore, Step
from indicator_dsl.wording import Text, same

_METHODS: Final = {
    Method.PASS: Text("by pass", "按达标"),
    Method.RATIO: Text("by ratio", "按比例"),
    Method.INVERSE: Text("by inverse", "按反比"),
    Method.EXCESS: Text("by excess", "按超幅"),
    Method.LINE: Text("by line", "按线性"),
    Method.BANDS: Text("by bands", "按分段"),
    Method.STEPS: Text("by steps", "按档扣分"),
}
_REASONS: Final = {
    "met": Text("target met", "达标"),
    "shortfall": Text("short of the target", "未达到目标"),
    "overrun": Text("over the target", "超出目标"),
    "deviation": Text("off the target", "偏离目标"),
    "band": Text("band", "分段"),
    "step": Text("by steps", "按档扣分"),
    "floor": Text("no line below 0", "扣完为止"),
    "cap": Text("capped", "封顶"),
    "knock-out": Text("knocked out", "不得分"),
    "grade": Text("graded", "评定等次"),
    "points": Text("by points", "按要点"),
    "missing": Text("no actual", "缺实际值"),
    "not-applicable": Text("not applicable", "不适用"),
    "invalid": Text("cannot be scored", "无法计分"),
}
_MISSES: Final = frozenset(("shortfall", "overrun", "deviation"))
_NOT_FULL: Final = Text("not at full points yet", "未到满分点")
_CLAUSES: Final = {method.value: words for method, words in _METHODS.items()} | {
    "is": Text("by the scale", "按等次"),
    "points": Text("by points", "按要点"),
    "cap": Text("cap", "封顶"),
    "over": Text("over the target", "超额调减"),
    "zero": Text("knocked out", "不得分"),
    "floor": _REASONS["floor"],
}


def reason_text(reason: str) -> Text:
    """The reason in words; a reason that is not on the closed list comes back as it is.

    Example:
        >>> reason_text("overrun").zh
        '超出目标'
    """
    return _REASONS.get(reason, same(reason))


def step_reason(step: Step, *, is_met: bool) -> Text:
    """The reason of a step in words; where the target is met, that full points begin elsewhere.

    Example:
        >>> from fractions import Fraction
        >>> step = Step(clause="line", reason="shortfall", points=Fraction(8))
        >>> step_reason(step, is_met=True).en
        'not at full points yet'
    """
    if is_met and step.clause != "over" and step.reason in _MISSES:
        return _NOT_FULL
    return reason_text(step.reason)


def line_reason(line: LineScore) -> Text:
    """Why a line earned what it earned, in words.

    Example:
        >>> from indicator_dsl import indicator
        >>> line = indicator("进度 <= 80 % weight 10 by inverse").evaluate("100%")
        >>> line_reason(line.model).zh
        '超出目标'
    """
    if line.steps and line.steps[-1].reason == line.reason:
        return step_reason(line.steps[-1], is_met=bool(line.is_met))
    return reason_text(line.reason)


def stage_name(step: Step) -> Text:
    """The clause of a step in words.

    Example:
        >>> from fractions import Fraction
        >>> str(stage_name(Step(clause="inverse", reason="overrun", points=Fraction(8))))
        'by inverse'
    """
    return _CLAUSES.get(step.clause, reason_text(step.reason))


def clause_text(indicator: Indicator, side: str = "") -> Text:
    """The clause by which the line is scored, in words.

    Args:
        indicator: The rule.
        side: `below` or `above` to tell that side's deduction only; empty for all there is.

    Example:
        >>> from fractions import Fraction
        >>> from indicator_dsl.model import Scale
        >>> judged = Judged(scale=Scale("优良中低差", ()))
        >>> rule = Indicator(name="政务服务水平", measure=judged, weight=Fraction(30))
        >>> str(clause_text(rule))
        'by the scale 优良中低差'
    """
    match indicator.measure:
        case Judged() as judged if judged.scale.is_answer:
            return _METHODS[Method.PASS]
        case Judged() as judged:
            name = judged.scale.name
            return Text(f"by the scale {name}", f"按等次“{name}”")
        case Checklist():
            return _REASONS["points"]
        case Measured() as measure:
            words = _words(measure, indicator, side)
    if measure.is_inherited:
        return Text(f"{words.en} (the ruleset's default)", f"{words.zh}（规则集默认）")
    return words


def _words(measure: Measured, indicator: Indicator, side: str) -> Text:
    match measure.scheme:
        case TwoSided() as sides:
            told = _one_side(sides, side)
            return steps_text(told, measure.target, indicator.weight)
        case Line() as line:
            start, end = quantity_text(line.start), quantity_text(line.end)
            return Text(
                f"by line from {start.en} to {end.en}",
                run_on("按线性（", start.zh, "零分，", end.zh, "满分）"),
            )
        case _:
            return _METHODS[measure.method]


def _one_side(sides: TwoSided, side: str) -> TwoSided:
    """The side asked for, where both differ and it has a deduction."""
    if sides.below == sides.above:
        return sides
    if side == "below" and sides.below is not None:
        return TwoSided(below=sides.below)
    return TwoSided(above=sides.above) if side == "above" and sides.above is not None else sides
