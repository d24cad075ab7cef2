"""What became of a line in words that need no rule book. Knows no layout, and decides no points."""

from typing import Final

from indicator_dsl.explanation.asked import done_text
from indicator_dsl.explanation.figures import is_day, number_text, points_text, run_on, value_text
from indicator_dsl.model import Bound, Checklist, Judged, Measured, Operator, Range, Rounding
from indicator_dsl.scoring import LineScore, Status
from indicator_dsl.wording import Text

_BOUNDS: Final = {
    Operator.AT_LEAST: Text("at least {x}", "不低于 {x}"),
    Operator.MORE_THAN: Text("more than {x}", "高于 {x}"),
    Operator.AT_MOST: Text("at most {x}", "不超过 {x}"),
    Operator.LESS_THAN: Text("less than {x}", "低于 {x}"),
    Operator.EQUAL: Text("exactly {x}", "正好 {x}"),
    Operator.WITHIN: Text("exactly {x}", "正好 {x}"),
}
_DAYS: Final = _BOUNDS | {
    Operator.AT_LEAST: Text("no earlier than {x}", "不早于 {x}"),
    Operator.MORE_THAN: Text("after {x}", "晚于 {x}"),
    Operator.AT_MOST: Text("{x} at the latest", "不晚于 {x}"),
    Operator.LESS_THAN: Text("before {x}", "早于 {x}"),
}


def in_plain_signs(text: Text) -> Text:
    """The text with a word where a sign says that a number is rounded.

    Example:
        >>> in_plain_signs(Text("≈68.77 元", "≈68.77 元")).zh
        '约 68.77 元'
    """
    zh = text.zh.replace(" ≈", "约 ").replace("≈", "约 ")
    return Text(text.en.replace("≈", "about "), zh)


def loss_in_words(line: LineScore, rounding: Rounding) -> Text:
    """What was wanted, what it came to, and the points: of a line that lost some.

    Example:
        >>> from indicator_dsl import indicator
        >>> line = indicator("进度 <= 80 % weight 10 by inverse").evaluate("100%")
        >>> loss_in_words(line.model, Rounding()).zh
        '目标是不超过 80%，结果是 100%，得 8.00 分，满分 10 分'
    """
    points = Text("", "")
    if line.earned is not None:
        points = Text(": {earned} of {weight} points", "，得 {earned} 分，满分 {weight} 分").filled(
            earned=points_text(line.earned, rounding), weight=number_text(line.indicator.weight)
        )
    what = _happened(line)
    return in_plain_signs(Text(what.en + points.en, what.zh + points.zh))


def _happened(line: LineScore) -> Text:
    if line.status is Status.NOT_APPLICABLE:
        return Text(
            "it does not apply, and the rules give nothing for that", "不适用，按规则不得分"
        )
    if line.status is not Status.SCORED:
        return Text("nothing was handed in", "没有提供数据")
    done = done_text(line)
    match line.indicator.measure:
        case Judged() as judged if judged.scale.is_answer:
            words = Text(
                "the answer should be {asked}, it is {done}", "应为“{asked}”，实为“{done}”"
            )
            return words.filled(asked=judged.scale.label_text(judged.scale.name), done=done)
        case Judged():
            return Text("it was judged {done}", "评为“{done}”").filled(done=done)
        case Checklist() as checklist:
            words = Text("{met} of {all} items were met", "{all} 项要点达到 {met} 项")
            return words.filled(met=sum(map(bool, line.marks)), all=len(checklist.items))
        case Measured() as measure:
            return _measured(measure.target, done, is_met=bool(line.is_met))


def _measured(target: Bound | Range, done: Text, *, is_met: bool) -> Text:
    asked = bound_in_words(target)
    told = Text(
        f"the aim was {asked.en}, the result {done.en}",
        run_on("目标是", asked.zh, "，结果是", done.zh),
    )
    if not is_met:
        return told
    return Text(
        f"{told.en}, which meets it but still costs points by the rules",
        f"{told.zh}，达到了目标，但按规则仍扣分",
    )


def bound_in_words(target: Bound | Range) -> Text:
    """A target without signs.

    Example:
        >>> from indicator_dsl import indicator
        >>> measure = indicator("完成时间 <= 2024-12-31 weight 5 by pass").model.measure
        >>> bound_in_words(measure.target).zh
        '不晚于 2024-12-31'
    """
    if isinstance(target, Range):
        low, high = number_text(target.low.number), value_text(target.high)
        return Text(f"between {low} and {high.en}", f"{low} 至 {high.zh}")
    words = _DAYS if is_day(target.value.unit) else _BOUNDS
    return words[target.operator].filled(x=value_text(target.value))
