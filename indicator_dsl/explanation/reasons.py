"""The words for reasons, methods and clauses. Holds names only, and knows no numbers."""

from typing import Final

from indicator_dsl.model import Indicator, Judged, Method
from indicator_dsl.scoring import Step
from indicator_dsl.wording import Text, same

_METHODS: Final = {
    Method.PASS: Text("by pass", "按达标"),
    Method.RATIO: Text("by ratio", "按比例"),
    Method.INVERSE: Text("by inverse", "按反比"),
    Method.EXCESS: Text("by excess", "按超幅"),
}
_REASONS: Final = {
    "met": Text("target met", "达标"),
    "shortfall": Text("short of the target", "未达到目标"),
    "overrun": Text("over the target", "超出目标"),
    "deviation": Text("off the target", "偏离目标"),
    "band": Text("band", "分段"),
    "step": Text("per step", "按档扣分"),
    "floor": Text("no line below 0", "扣完为止"),
    "cap": Text("at most", "封顶"),
    "knock-out": Text("knocked out", "不得分"),
    "grade": Text("graded", "评定等次"),
    "points": Text("by points", "按要点"),
    "missing": Text("no actual", "缺实际值"),
    "not-applicable": Text("not applicable", "不适用"),
    "invalid": Text("cannot be scored", "无法计分"),
}
_CLAUSES: Final = {method.value: words for method, words in _METHODS.items()} | {
    "is": Text("by the scale", "按等次"),
    "floor": _REASONS["floor"],
}


def reason_text(reason: str) -> Text:
    """The reason in words; a reason that is not on the closed list comes back as it is.

    Example:
        >>> reason_text("overrun").zh
        '超出目标'
    """
    return _REASONS.get(reason, same(reason))


def stage_name(step: Step) -> Text:
    """The clause of a step in words.

    Example:
        >>> from fractions import Fraction
        >>> str(stage_name(Step(clause="inverse", reason="overrun", points=Fraction(8))))
        'by inverse'
    """
    return _CLAUSES.get(step.clause, reason_text(step.reason))


def clause_text(indicator: Indicator) -> Text:
    """The clause by which the line is scored, in words.

    Example:
        >>> from fractions import Fraction
        >>> from indicator_dsl.model import Scale
        >>> judged = Judged(scale=Scale("优良中低差", ()))
        >>> rule = Indicator(name="政务服务水平", measure=judged, weight=Fraction(30))
        >>> str(clause_text(rule))
        'by the scale 优良中低差'
    """
    measure = indicator.measure
    if isinstance(measure, Judged):
        return Text(f"by the scale {measure.scale.name}", f"按等次“{measure.scale.name}”")
    words = _METHODS[measure.method]
    if measure.is_inherited:
        return Text(f"{words.en} (the ruleset's default)", f"{words.zh}（规则集默认）")
    return words
