"""What was asked of a line, what was done and what came of it, each in a phrase.

Knows no layout, and measures nothing itself.
"""

from indicator_dsl.explanation.figures import (
    gap_text,
    is_share,
    number_text,
    quantity_text,
    run_on,
    share_text,
)
from indicator_dsl.explanation.misses import Miss, miss_of
from indicator_dsl.explanation.reasons import clause_text, reason_text
from indicator_dsl.model import Bound, Judged, Operator, Range, Scale
from indicator_dsl.quantities import Quantity
from indicator_dsl.scoring import LineScore, Status
from indicator_dsl.wording import Text, same


def asked_text(target: Bound | Range | Scale) -> Text:
    """The target as a rule writes it.

    Example:
        >>> asked_text(Scale("优良中低差", ())).zh
        '定性 优良中低差'
    """
    match target:
        case Scale():
            return Text(f"is {target.name}", f"定性 {target.name}")
        case Range():
            low, high = number_text(target.low.number), quantity_text(target.high)
            return Text(f"in {low}..{high.en}", f"介于 {low}..{high.zh}")
        case Bound():
            value = quantity_text(target.value)
            glyph = target.operator.value
            return Text(f"{glyph} {value.en}", f"{glyph} {value.zh}")


def done_text(line: LineScore) -> Text:
    """The actual the line was scored on, or what stands in its place."""
    match line.observed:
        case Quantity() as observed:
            return quantity_text(observed, apart_from=_ends_in_unit_of(observed, line))
        case str() as label if label:
            return same(label)
        case _:
            return same(line.written) if line.written else reason_text(line.reason)


def _ends_in_unit_of(observed: Quantity, line: LineScore) -> list[Quantity]:
    target = line.indicator.target
    match target:
        case Bound():
            ends = [target.value]
        case Range():
            ends = [target.low, target.high]
        case Scale():
            ends = []
    return [end.in_unit(observed.unit) for end in ends if end.unit.is_same_measure(observed.unit)]


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
    measure = line.indicator.measure
    if isinstance(measure, Judged):
        return _judged(line, measure.scale)
    miss = miss_of(line)
    if miss is None:
        return _met(line)
    if not miss.gap.number:
        return _touched(line, miss)
    missed = _missed(miss, measure.target)
    if not line.is_rounded_to_full:
        return missed
    full = number_text(line.indicator.weight)
    return Text(
        f"{missed.en}; the points round to the full {full}",
        f"{missed.zh}；未达标，得分四舍五入后仍为满分 {full} 分",
    )


def _met(line: LineScore) -> Text:
    target, share = line.indicator.target, line.share
    is_more = isinstance(target, Bound) and target.operator.wants_more
    if not is_more or share is None or share <= 1:
        return Text("target met", "达标")
    reached = share_text(share)
    return Text(f"target met: {reached.en} of it", f"达标：完成目标的 {reached.zh}")


def _touched(line: LineScore, miss: Miss) -> Text:
    """A strict target hit exactly: missed by nothing."""
    value, target = quantity_text(miss.end), line.indicator.target
    is_more = isinstance(target, Bound) and target.operator is Operator.MORE_THAN
    en = f"exactly {value.en} where {'more' if is_more else 'less'} was asked"
    zh = run_on("恰为", value.zh, "，", "未高于目标" if is_more else "未低于目标")
    if line.lost == 0:
        clause = clause_text(line.indicator)
        return Text(f"{en}; full points {clause.en}", f"{zh}；{clause.zh}仍得满分")
    return Text(en, zh)


def _missed(miss: Miss, target: Bound | Range) -> Text:
    end, gap = quantity_text(miss.end), _with_relative(gap_text(miss.gap), miss)
    if isinstance(target, Bound) and target.operator.wants_more:
        en = f"short of {end.en} by {gap.en}"
    else:
        en = f"{'below' if miss.is_below else 'over'} {end.en} by {gap.en}"
    against = "比目标"
    if isinstance(target, Range):
        against = "比下限" if miss.is_below else "比上限"
    low, high = ("低", "高") if is_share(miss.end.unit) else ("少", "多")
    return Text(en, run_on(against, end.zh, low if miss.is_below else high, gap.zh))


def _judged(line: LineScore, scale: Scale) -> Text:
    label = line.observed if isinstance(line.observed, str) else line.written
    level = scale.level(label)
    if level is None:
        return reason_text(line.reason)
    if level.share == scale.best.share and not line.lost:
        return Text(f"graded {label}, the best", f"评为“{label}”，为最高等次")
    if not level.share:
        return Text(f"graded {label}: no points", f"评为“{label}”，不得分")
    share = share_text(level.share)
    return Text(f"graded {label}: {share.en} of the points", f"评为“{label}”，得分值的 {share.zh}")


def _unscored(line: LineScore) -> Text:
    why = line.why_unscored or reason_text(line.reason)
    if line.status is Status.INVALID and line.written:
        why = Text(
            f"the actual {line.written} cannot be scored: {why.en}",
            f"实际值“{line.written}”无法计分：{why.zh}",
        )
    elif line.status is Status.INVALID:
        why = Text(f"cannot be worked out: {why.en}", f"无法计算：{why.zh}")
    if line.low == line.high:
        return why
    low, high = number_text(line.low), number_text(line.high)
    return Text(f"{why.en}; {low} to {high} points open", f"{why.zh}；{low} 至 {high} 分待定")
