"""Each method in one plain sentence, as it would stand on a form. Decides no points."""

from typing import Final

from indicator_dsl.explanation.figures import (
    is_day,
    number_text,
    quantity_text,
    run_on,
    share_text,
)
from indicator_dsl.explanation.guards import guard_texts
from indicator_dsl.explanation.steps import steps_text
from indicator_dsl.model import (
    Bands,
    Bound,
    Checklist,
    Indicator,
    Judged,
    Level,
    Line,
    Measured,
    Method,
    Operator,
    Range,
    Scale,
    TwoSided,
)
from indicator_dsl.wording import Text, joined

_PASS: Final = Text("full points when met, else none", "达到目标得满分，否则不得分")
_ON_TIME: Final = Text("full points when on time, else none", "按期得满分，逾期不得分")
_RATIO: Final = Text(
    "full points when met, below that in proportion (weight × actual / target)",
    "达到目标得满分；未达到的按完成比例得分（分值 × 实际值 ÷ 目标值）",
)
_RATIO_EQUAL: Final = Text(
    "full points when equal, else in proportion (weight × the smaller / the larger)",
    "等于目标得满分；不等的按较小值与较大值之比得分",
)
_RATIO_WITHIN: Final = Text(
    "full points within the range; outside of it in proportion to the nearer end",
    "在区间内得满分；低于下限的按实际值与下限之比、高于上限的按上限与实际值之比得分",
)
_INVERSE: Final = Text(
    "full points when met, above that weight × target / actual",
    "不超过目标得满分；超过的按目标值与实际值之比得分（分值 × 目标值 ÷ 实际值）",
)
_EXCESS: Final = Text(
    "full points when met; above that less by the share it is over, none from twice the target",
    "不超过目标得满分；超过的按超出幅度扣分，超出一倍的不得分",
)
_BOUNDS: Final = {
    Operator.AT_LEAST: Text("at least {x}", "不低于 {x} 的"),
    Operator.MORE_THAN: Text("more than {x}", "高于 {x} 的"),
    Operator.AT_MOST: Text("at most {x}", "不高于 {x} 的"),
    Operator.LESS_THAN: Text("less than {x}", "低于 {x} 的"),
    Operator.EQUAL: Text("exactly {x}", "等于 {x} 的"),
    Operator.WITHIN: Text("exactly {x}", "等于 {x} 的"),
}


def method_text(indicator: Indicator) -> Text:
    """How the line is scored, guards included, in one sentence without its full stop.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> text = SourceText("a.ind", "满意度 >= 95 % weight 10 by less 0.5 per 1 pp")
        >>> ruleset = compile_ruleset(text, Collector())
        >>> method_text(ruleset.indicators[0]).zh
        '达到目标得满分；每低 1 个百分点扣 0.5 分（不足 1 个百分点按比例扣），扣完为止'
    """
    return joined([bare_method_text(indicator), *guard_texts(indicator)], en="; ", zh="；")


def bare_method_text(indicator: Indicator) -> Text:
    """How the line is scored, without its guards."""
    match indicator.measure:
        case Judged() as judged:
            return _scale(judged.scale)
        case Checklist() as checklist:
            return _checklist(checklist)
        case Measured() as measure:
            return _measured(measure, indicator)


def _measured(measure: Measured, indicator: Indicator) -> Text:
    match measure.scheme:
        case Line() as line:
            return line_text(line)
        case Bands() as bands:
            return _bands(bands)
        case TwoSided() as sides:
            told = steps_text(sides, measure.target, indicator.weight, in_full=True)
            return Text(f"full points when met; {told.en}", f"达到目标得满分；{told.zh}")
        case None:
            return _plain(measure)


def _plain(measure: Measured) -> Text:
    operator = measure.target.operator
    match measure.method:
        case Method.RATIO if isinstance(measure.target, Range):
            return _RATIO_WITHIN
        case Method.RATIO:
            return _RATIO_EQUAL if operator is Operator.EQUAL else _RATIO
        case Method.INVERSE:
            return _INVERSE
        case Method.EXCESS:
            return _EXCESS
        case _:
            target = measure.target
            is_due = isinstance(target, Bound) and is_day(target.value.unit)
            return _ON_TIME if is_due and operator.wants_less else _PASS


def line_text(line: Line) -> Text:
    """The two ends of a line and what lies between."""
    start, end = quantity_text(line.start), quantity_text(line.end)
    is_rising = line.start.magnitude < line.end.magnitude
    low, high = ("以下", "以上") if is_rising else ("以上", "以下")
    none, full = ("below", "from") if is_rising else ("from", "up to")
    en = (
        f"no points up to {start.en}, full points from {end.en}, on a straight line between"
        if is_rising
        else f"full points {full} {end.en}, no points {none} {start.en}, on a straight line between"
    )
    return Text(
        en,
        run_on(start.zh, f"及{low}不得分，", end.zh, f"及{high}得满分，其间按线性插值计分"),
    )


def _bands(bands: Bands) -> Text:
    parts = [
        Text(
            f"{_BOUNDS[band.operator].en} {number_text(band.points)}",
            run_on(_BOUNDS[band.operator].zh, f"得 {number_text(band.points)} 分"),
        ).filled(x=quantity_text(band.bound))
        for band in bands.bands
    ]
    rest = number_text(bands.otherwise)
    last = f"其余得 {rest} 分" if bands.otherwise else "其余不得分"
    told = joined([*parts, Text(f"else {rest}", last)], en=", ", zh="，")
    return Text(f"points by band: {told.en}", told.zh)


def _scale(scale: Scale) -> Text:
    if scale.is_answer:
        answer = scale.label_text(scale.name)
        return Text(f"full points for {answer.en}, else none", f"为“{answer.zh}”得满分，否则不得分")
    told = joined([_level(level) for level in scale.levels], en=", ", zh="，")
    return Text(
        f"the level gives its share of the weight: {told.en}",
        f"按评定等次得分值的一定比例：{told.zh}",
    )


def _level(level: Level) -> Text:
    best = share_text(level.share)
    if level.least is None:
        return Text(f"{level.label} {best.en}", run_on(level.label, best.zh))
    least = share_text(level.least)
    return Text(
        f"{level.label} {least.en} to {best.en}", run_on(level.label, f"{least.zh}～{best.zh}")
    )


def _checklist(checklist: Checklist) -> Text:
    items = [
        Text(
            f"{item.name} {number_text(item.points)}",
            run_on(item.name, f"{number_text(item.points)} 分"),
        )
        for item in checklist.items
    ]
    told = joined(items, en=", ", zh="、")
    return Text(f"points for each item met: {told.en}", f"按要点逐项得分：{told.zh}")
