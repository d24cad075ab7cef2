"""What became of a line, on one line that stands alone.

Knows no layout, and measures nothing itself.
"""

from indicator_dsl.explanation.arithmetic import band_of
from indicator_dsl.explanation.asked import level_of
from indicator_dsl.explanation.bends import over_reached, zero_reached
from indicator_dsl.explanation.figures import (
    gap_text,
    is_day,
    is_share,
    number_text,
    quantity_text,
    run_on,
    share_text,
    sides_of,
    value_text,
)
from indicator_dsl.explanation.guards import less_text, only_when_text, zero_text
from indicator_dsl.explanation.misses import Miss, miss_of
from indicator_dsl.explanation.reasons import clause_text, reason_text
from indicator_dsl.model import (
    Bands,
    Bound,
    Checklist,
    Indicator,
    Judged,
    Line,
    Measured,
    Operator,
    Range,
    Scale,
    Treatment,
)
from indicator_dsl.quantities import CalendarDay, Quantity
from indicator_dsl.scoring import LineScore, Status
from indicator_dsl.wording import Text, joined, same


def difference_text(line: LineScore) -> Text | None:
    """How far the actual lies from the target, also in per cent; None when it does not."""
    miss = miss_of(line)
    if miss is None or not miss.gap.number:
        return None
    return _with_relative(gap_text(miss.gap), miss)


def _with_relative(gap: Text, miss: Miss) -> Text:
    says_the_same = is_share(miss.end.unit) and miss.end.magnitude == 1
    if not miss.relative or says_the_same:
        return gap
    share = share_text(miss.relative)
    return Text(f"{gap.en} ({share.en})", f"{gap.zh}（{share.zh}）")


def sentence_of(line: LineScore) -> Text:
    """What became of the line, on one line that stands alone."""
    if line.status is not Status.SCORED:
        return _unscored(line)
    match line.indicator.measure:
        case Judged() as judged:
            return _judged(line, judged.scale)
        case Checklist() as checklist:
            return _ticked(line, checklist)
        case Measured() as measure:
            return joined([_held(line, measure), *_bent(line, measure)], en="; ", zh="；")


def bent_text(line: LineScore) -> Text | None:
    """What bands and guards made of the line; None where the method alone says it all."""
    measure = line.indicator.measure
    if line.status is not Status.SCORED or not isinstance(measure, Measured):
        return None
    told = _bent(line, measure)
    return joined(told, en="; ", zh="；") if told else None


def _held(line: LineScore, measure: Measured) -> Text:
    """The actual held against the target."""
    miss = miss_of(line)
    if miss is None:
        return _met(line)
    if not miss.gap.number:
        return _touched(line, miss)
    missed = _missed(miss, measure.target)
    full = number_text(line.indicator.weight)
    if line.is_rounded_to_full:
        return Text(
            f"{missed.en}; the points round to the full {full}",
            f"{missed.zh}；未达标，得分四舍五入后仍为满分 {full} 分",
        )
    if line.lost == 0:
        return Text(
            f"{missed.en}; the rule still pays in full", f"{missed.zh}；未达标，按规则仍得满分"
        )
    return missed


def _met(line: LineScore) -> Text:
    target, share = line.indicator.target, line.share
    if isinstance(target, Bound) and is_day(target.value.unit) and target.operator.wants_less:
        return Text("on time", "按期完成")
    is_more = isinstance(target, Bound) and target.operator.wants_more
    if not is_more or share is None or share <= 1:
        return Text("target met", "达标")
    reached = share_text(share)
    return Text(f"target met: {reached.en} of it", f"达标：完成目标的 {reached.zh}")


def _touched(line: LineScore, miss: Miss) -> Text:
    """A strict target hit exactly: missed by nothing."""
    value, target = value_text(miss.end), line.indicator.target
    is_more = isinstance(target, Bound) and target.operator is Operator.MORE_THAN
    en = f"exactly {value.en} where {'more' if is_more else 'less'} was asked"
    zh = run_on("恰为", value.zh, "，", "未高于目标" if is_more else "未低于目标")
    if line.lost == 0:
        clause = clause_text(line.indicator)
        return Text(f"{en}; full points {clause.en}", f"{zh}；{clause.zh}仍得满分")
    return Text(en, zh)


def _missed(miss: Miss, target: Bound | Range) -> Text:
    end, gap = value_text(miss.end), _with_relative(gap_text(miss.gap), miss)
    less, more = sides_of(miss.end.unit)
    if is_day(miss.end.unit):
        en = f"{gap.en} {'before' if miss.is_below else 'after'} {end.en}"
        return Text(en, run_on("比", end.zh, less if miss.is_below else more, gap.zh))
    if isinstance(target, Bound) and target.operator.wants_more:
        en = f"short of {end.en} by {gap.en}"
    else:
        en = f"{'below' if miss.is_below else 'over'} {end.en} by {gap.en}"
    against = "比目标"
    if isinstance(target, Range):
        against = "比下限" if miss.is_below else "比上限"
    return Text(en, run_on(against, end.zh, less if miss.is_below else more, gap.zh))


def _bent(line: LineScore, measure: Measured) -> list[Text]:
    """What bands and guards made of it, each in a few words."""
    told: list[Text] = []
    clauses = {step.clause for step in line.steps}
    if isinstance(measure.scheme, Bands) and line.lost and line.observed is not None:
        told.append(_in_band(line, measure.scheme))
    if isinstance(measure.scheme, Line) and line.is_met and line.lost:
        end = quantity_text(measure.scheme.end)
        told.append(Text(f"full points only at {end.en}", run_on("须达", end.zh, "才得满分")))
    if "cap" in clauses and "zero" not in clauses and measure.guards.cap is not None:
        cap = share_text(measure.guards.cap)
        told.append(Text(f"paid up to {cap.en} of the weight", f"得分以分值的 {cap.zh} 为限"))
    over = over_reached(line)
    if "over" in clauses and over is not None:
        share, less = share_text(over.share), less_text(over)
        told.append(
            Text(
                f"{share.en} of the target or more: {less.en}",
                f"达到目标值的 {share.zh} 及以上，{less.zh}",
            )
        )
    zero = zero_reached(line)
    if "zero" in clauses and zero is not None:
        told.append(zero_text(zero))
    return told


def _in_band(line: LineScore, bands: Bands) -> Text:
    if not isinstance(line.observed, Quantity | CalendarDay):
        return Text("", "")
    band = band_of(bands, line.observed.magnitude)
    points = number_text(bands.otherwise if band is None else band.points)
    if band is None:
        return Text(f"in no band: {points} points", f"不在各档之内，得 {points} 分")
    bound, glyph = quantity_text(band.bound), band.operator.value
    return Text(
        f"in the band {glyph} {bound.en}: {points} points",
        f"在“{glyph} {bound.zh}”一档，得 {points} 分",
    )


def _judged(line: LineScore, scale: Scale) -> Text:  # noqa: PLR0911 - one sentence a case
    label = line.observed if isinstance(line.observed, str) else line.written
    level = level_of(line)
    if level is None or line.exact is None:
        return reason_text(line.reason)
    if scale.is_answer:
        if line.is_met:
            return Text("target met", "达标")
        asked, answer = scale.label_text(scale.name), scale.label_text(label)
        return Text(
            f"{answer.en} where {asked.en} was asked", f"应为“{asked.zh}”，实为“{answer.zh}”"
        )
    judged = line.exact / line.indicator.weight
    share = share_text(judged)
    if level.least is not None:
        return Text(
            f"graded {label}, judged at {share.en} of the points",
            f"评为“{label}”，评定得分值的 {share.zh}",
        )
    if judged == scale.best.share and not line.lost:
        return Text(f"graded {label}, the best", f"评为“{label}”，为最高等次")
    if not judged:
        return Text(f"graded {label}: no points", f"评为“{label}”，不得分")
    return Text(f"graded {label}: {share.en} of the points", f"评为“{label}”，得分值的 {share.zh}")


def _ticked(line: LineScore, checklist: Checklist) -> Text:
    missed = [item.name for item, mark in zip(checklist.items, line.marks, strict=True) if not mark]
    count = len(checklist.items)
    if not missed:
        return Text(f"all {count} items met", f"{count} 项要点全部达到")
    met = count - len(missed)
    return Text(
        f"{met} of {count} items met; not met: {', '.join(missed)}",
        run_on(f"{count} 项要点达到 {met} 项，未达到：", "、".join(missed)),
    )


def _unscored(line: LineScore) -> Text:
    why = line.why_unscored or reason_text(line.reason)
    if line.status is Status.NOT_APPLICABLE:
        why = _not_applicable(line.indicator, why)
    elif line.status is Status.INVALID and line.written:
        why = Text(
            f"the actual {line.written} cannot be scored: {why.en}",
            f"实际值“{line.written}”无法计分：{why.zh}",
        )
    elif line.status is Status.INVALID:
        why = Text(f"cannot be worked out: {why.en}", f"无法计算：{why.zh}")
    if line.low == line.high and line.may_drop:
        points = number_text(line.low)
        return Text(f"{why.en}; {points} if it does", f"{why.zh}；适用则得 {points} 分")
    if line.low == line.high:
        return why
    low, high = number_text(line.low), number_text(line.high)
    return Text(f"{why.en}; {low} to {high} points open", f"{why.zh}；{low} 至 {high} 分待定")


def _not_applicable(indicator: Indicator, why: Text) -> Text:
    """What is done with the points, where they go, and the condition the rule names."""
    rule = indicator.not_applicable
    if rule is not None and rule.treatment is Treatment.MOVE:
        section = same(" / ".join(rule.section))
        why = Text(
            f"not applicable: its points go to {section.en}", f"不适用：分值转入“{section.zh}”"
        )
    if indicator.when is None:
        return why
    only = only_when_text(indicator)
    return Text(f"{why.en} ({only.en})", f"{why.zh}（{only.zh}）")
