"""A card in one paragraph for a reader who knows no rules and no terms.

Every sentence is a template filled from the card. Knows no layout, and decides no points.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from indicator_dsl.diagnostics import Severity
from indicator_dsl.explanation.adjustments import AdjustmentExplanation
from indicator_dsl.explanation.cards import CardExplanation
from indicator_dsl.explanation.everyday import in_plain_signs, loss_in_words
from indicator_dsl.explanation.figures import number_text, points_text, run_on
from indicator_dsl.scoring import Kind, Scorecard, open_names
from indicator_dsl.wording import Text, joined, same

_TOLD_BY_NAME: Final = 3
_CONVERTED: Final = frozenset({Kind.SCALED, Kind.REWEIGHTED})


def paragraph_of(told: CardExplanation) -> Text:
    r"""What the sheet came to, where points were lost, what is open and what to ask.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> sheet = parse_ruleset("甲 >= 10 件 weight 20\n乙 >= 10 件 weight 10")
        >>> told = explain_card(sheet.evaluate({"甲": "9 件", "乙": "12 件"}).model)
        >>> print(paragraph_of(told).en[:39])
        This sheet comes to 28.00 of 30 points.
        >>> print(paragraph_of(told).zh[-47:])
        扣分的是“甲”（目标是不低于 10 件，结果是 9 件，得 18.00 分，满分 20 分）。
    """
    return joined(list(_sentences(told)))


def _sentences(told: CardExplanation) -> Iterator[Text]:
    card = told.card
    yield from _result(card)
    yield _counts(told)
    if told.deductions:
        yield _losses(told)
    yield from _moved(told)
    if card.total is None:
        yield _open(card)
    if card.reported_total is not None:
        yield _reported(card, card.reported_total)
    asked = sum(1 for finding in told.findings if finding.severity is not Severity.NOTE)
    if asked:
        verb, noun = ("is", "question") if asked == 1 else ("are", "questions")
        yield Text(
            f"There {verb} {asked} {noun} to ask about what was handed in.",
            f"所报内容有 {asked} 处需要核实。",
        )


def _result(card: Scorecard) -> Iterator[Text]:
    rounding, full = card.ruleset.rounding, number_text(card.full)
    name = _name(card)
    if card.total is None:
        low, high = points_text(card.low, rounding), points_text(card.high, rounding)
        yield in_plain_signs(
            Text(
                f"{name.en} cannot be settled yet: it comes to between {low} and {high} of {full} "
                "points.",
                f"{name.zh}目前还不能最终确定：总分在 {low} 至 {high} 分之间（满分 {full} 分）。",
            )
        )
        yield from _grades_left(card)
        return
    total = points_text(card.total, rounding)
    grade = Text("", "")
    if card.grade is not None:
        grade = Text(f" and is graded {card.grade}", run_on("，等级为", card.grade))
    yield in_plain_signs(
        Text(
            f"{name.en} comes to {total} of {full} points{grade.en}.",
            f"{name.zh}得 {total} 分（满分 {full} 分）{grade.zh}。",
        )
    )
    yield from _held_down(card, card.total)


def _name(card: Scorecard) -> Text:
    title, year = card.ruleset.title, card.ruleset.year
    if not title:
        return Text("This sheet", "这张评分表")
    if year is None:
        return Text(f"“{title}”", f"“{title}”")
    return Text(f"“{title}” ({year})", f"“{title}”{year} 年度")


def _held_down(card: Scorecard, total: Fraction) -> Iterator[Text]:
    """The grade the points alone would give, where a fact lowers it."""
    grades = card.ruleset.grades
    if grades is None or card.grade is None or grades.grade_of(total) == card.grade:
        return
    names = [veto.name for veto in card.ruleset.vetoes if veto.grade and card.facts.holds(veto)]
    by_points = grades.grade_of(total)
    yield Text(
        f"By its points alone it would be graded {by_points}; what lowers the grade: "
        f"{', '.join(names)}.",
        f"按得分本可评为{by_points}，因“{'”“'.join(names)}”而降等。",
    )


def _grades_left(card: Scorecard) -> Iterator[Text]:
    if len(card.grades) == 1:
        yield Text(
            f"Its grade will be {card.grades[0]} in any case.",
            run_on("不论其余结果如何，等级都是", card.grades[0]) + "。",
        )
    elif card.grades:
        yield Text(
            f"Its grade can still be {_or(card.grades)}.",
            run_on("等级还有可能是", "、".join(card.grades)) + "。",
        )


def _or(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _counts(told: CardExplanation) -> Text:
    lines = [explained.line for explained in told.lines]
    dropped = sum(1 for line in lines if line.is_dropped)
    kept = [line.lost for line in lines if line.lost is not None and not line.is_dropped]
    lost = sum(1 for points in kept if points > 0)
    past = sum(1 for points in kept if points < 0)
    counts = (
        (past, Text("{n} earned more than full points", "{n} 项得分超过满分")),
        (len(kept) - lost - past, Text("{n} earned full points", "{n} 项得满分")),
        (lost, Text("{n} lost points", "{n} 项扣分")),
        (len(told.unscored), Text("{n} still without a result", "{n} 项尚无结果")),
        (dropped, Text("{n} left out as not applicable", "{n} 项不适用、不计分")),
    )
    parts = [words.filled(n=n) for n, words in counts if n]
    summed = joined(parts, en=", ", zh="，")
    items = "item" if len(lines) == 1 else "items"
    return Text(f"It has {len(lines)} {items}: {summed.en}.", f"共 {len(lines)} 项：{summed.zh}。")


def _losses(told: CardExplanation) -> Text:
    """The lines that cost the total most, by name; ranked where one cost more than the next."""
    named = told.deductions[:_TOLD_BY_NAME]
    costs = [loss.cost for loss in told.losses if loss.is_line and loss.points > 0]
    is_ranked = len(costs) > 1 and costs[0] > costs[1]
    parts = [
        _named(each.line.indicator.name, loss_in_words(each.line, each.rounding)) for each in named
    ]
    then_en, then_zh = (", then on ", "，其次是") if is_ranked else (", on ", "、")
    first, *rest = parts
    en = first.en + "".join(f"{then_en if not n else ', on '}{p.en}" for n, p in enumerate(rest))
    zh = first.zh + "".join(f"{then_zh if not n else '、'}{p.zh}" for n, p in enumerate(rest))
    more = len(told.deductions) > len(named)
    lead = Text("Points were lost on", "扣分的有" if len(costs) > 1 else "扣分的是")
    if is_ranked:
        lead = Text("The most points were lost on", "扣分最多的是")
    return Text(
        f"{lead.en} {en}{', and on others' if more else ''}.",
        f"{lead.zh}{zh}{'等' if more else ''}。",
    )


def _named(name: str, words: Text) -> Text:
    return Text(f"{name} ({words.en})", f"“{name}”（{words.zh}）")


def _is_converted(told: CardExplanation) -> bool:
    return any(each.adjustment.kind in _CONVERTED for each in told.adjustments)


def _moved(told: CardExplanation) -> Iterator[Text]:
    """What counts besides the items: conversion, what was added, taken off and held down."""
    if _is_converted(told):
        yield Text(
            "Some points are converted before they count towards the total.",
            "部分得分经折算后计入总分。",
        )
    for each in told.adjustments:
        if each.is_settled and each.adjustment.low:
            words = _WORDS.get(each.adjustment.kind)
            if words is not None:
                yield words.filled(name=each.adjustment.name, points=_points(each, told))


_WORDS: Final = {
    Kind.BONUS: Text("{points} points were added for {name}.", "因“{name}”加 {points} 分。"),
    Kind.PENALTY: Text("{points} points were taken off for {name}.", "因“{name}”减 {points} 分。"),
    Kind.LIMIT: Text(
        "A ceiling for the whole sheet takes off {points} points.",
        "总分设有上限，减去 {points} 分。",
    ),
    Kind.VETO: Text(
        "The total is held down for {name}, by {points} points.",
        "因“{name}”总分受到限制，减去 {points} 分。",
    ),
}


def _points(each: AdjustmentExplanation, told: CardExplanation) -> Text:
    points = points_text(abs(each.adjustment.low), told.card.ruleset.rounding)
    return in_plain_signs(same(points))


def _open(card: Scorecard) -> Text:
    names = open_names(card)
    if len(names) <= _TOLD_BY_NAME:
        return Text(
            f"Still to be handed in or put right: {', '.join(names)}.",
            run_on("尚待补充或更正：", "、".join(names)) + "。",
        )
    some = names[:_TOLD_BY_NAME]
    return Text(
        f"{len(names)} values are still to be handed in or put right, among them "
        f"{', '.join(some)}.",
        run_on(f"尚有 {len(names)} 项数据待补充或更正，其中有", "、".join(some)) + "。",
    )


def _reported(card: Scorecard, reported: Fraction) -> Text:
    shown = number_text(reported)
    if card.low <= reported <= card.high:
        is_same = card.total == reported
        tail = Text(", the same as the rules give", "，与按规则计算的一致") if is_same else same("")
    elif reported > card.high:
        tail = Text(", more than the rules give", "，高于按规则计算的结果")
    else:
        tail = Text(", less than the rules give", "，低于按规则计算的结果")
    told = Text(f"The office gave itself {shown}{tail.en}.", f"单位自评 {shown} 分{tail.zh}。")
    return in_plain_signs(told)
