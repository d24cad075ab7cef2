"""The guards around a method in words: caps, reductions, knock-outs, duties, missing values.

Decides no points.
"""

from fractions import Fraction
from typing import Final

from indicator_dsl.explanation.conditions import condition_text
from indicator_dsl.explanation.figures import (
    is_day,
    number_text,
    run_on,
    share_text,
    value_at,
    value_text,
)
from indicator_dsl.model import (
    Indicator,
    Measured,
    NoPoints,
    NotApplicableRule,
    OverLess,
    Treatment,
)
from indicator_dsl.wording import Text

_TREATMENTS: Final = {
    Treatment.FULL: Text("full points when it does not apply", "不适用的得满分"),
    Treatment.ZERO: Text("no points when it does not apply", "不适用的不得分"),
    Treatment.DROP: Text(
        "when it does not apply its points go to the other lines of the section",
        "不适用的剔除，分值由本部分其他指标按比例承担",
    ),
    Treatment.MOVE: Text(
        "when it does not apply its points go to {section}", "不适用的分值转入“{section}”"
    ),
}


def guard_texts(indicator: Indicator) -> tuple[Text, ...]:
    """Every guard of a rule, in the order they are applied; duties and missing values last."""
    told: list[Text] = []
    if isinstance(indicator.measure, Measured):
        guards = indicator.measure.guards
        if guards.cap is not None:
            told.append(cap_text(indicator.measure))
        told += [over_text(over) for over in guards.overs]
        told += [zero_text(zero) for zero in guards.zeros]
    told += [_duty(share_text(duty.share)) for duty in indicator.duties]
    if indicator.missing_is_zero:
        told.append(Text("no points without an actual", "没有实际值的不得分"))
    if indicator.not_applicable is not None:
        told.append(treatment_text(indicator.not_applicable))
    if indicator.when is not None:
        told.append(only_when_text(indicator))
    return tuple(told)


def only_when_text(indicator: Indicator) -> Text:
    """When the line applies; empty for one that always does."""
    if indicator.when is None:
        return Text("", "")
    condition = condition_text(indicator.when)
    return Text(f"applies only when {condition.en}", run_on("仅当", condition.zh, "时适用"))


def treatment_text(rule: NotApplicableRule) -> Text:
    """What a line that does not apply scores."""
    return _TREATMENTS[rule.treatment].filled(section=" / ".join(rule.section))


def cap_text(measure: Measured) -> Text:
    """How far points go on past the target."""
    cap = share_text(measure.guards.cap or Fraction(1))
    zh = "优于目标的继续加分" if measure.target.operator.wants_less else "超额完成的继续加分"
    return Text(
        f"points go on past the target, up to {cap.en} of the weight",
        f"{zh}，最高为分值的 {cap.zh}",
    )


def over_text(over: OverLess) -> Text:
    """From which share of the target what is taken off."""
    share, less = share_text(over.share), less_text(over)
    return Text(
        f"from {share.en} of the target on {less.en}", f"达到目标值 {share.zh} 及以上的{less.zh}"
    )


def less_text(over: OverLess) -> Text:
    """What a reduction takes off."""
    if over.of == "points":
        points = number_text(over.amount)
        return Text(f"{points} points off", f"扣 {points} 分")
    share = share_text(over.amount)
    if over.of == "earned":
        return Text(f"{share.en} of the points earned off", f"扣所得分的 {share.zh}")
    return Text(f"{share.en} of the weight off", f"扣分值的 {share.zh}")


def zero_text(zero: NoPoints) -> Text:
    """Where there are no points at all."""
    if zero.of_target is not None:
        bound, name = share_text(zero.of_target), "完成率"
        bound = Text(f"{bound.en} of the target", bound.zh)
    else:
        name = ""
        bound = value_text(value_at(zero.bound.magnitude, zero.bound.unit))
    is_due = is_day(zero.bound.unit)
    match zero.side:
        case "below":
            en, zh = ("before", "早于") if is_due else ("below", "低于")
        case "above":
            en, zh = ("after", "晚于") if is_due else ("above", "高于")
        case _:
            en, zh = "from", "达到"
    more = "及以上" if zero.side == "from" else ""
    on = " on" if zero.side == "from" else ""
    return Text(
        f"no points {en} {bound.en}{on}", run_on(f"{name}{zh}", bound.zh, f"{more}的不得分")
    )


def _duty(share: Text) -> Text:
    return Text(
        f"from {share.en} of the target on the office says why",
        f"达到目标值 {share.zh} 及以上的须说明原因",
    )
