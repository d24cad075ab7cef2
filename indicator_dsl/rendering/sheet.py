"""A score sheet as rows of plain words, before any layout.

Decides what stands in which column, and no more.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

from indicator_dsl.explanation import (
    AdjustmentExplanation,
    CardExplanation,
    LineExplanation,
    Subtotal,
    number_text,
    points_text,
    signed,
)
from indicator_dsl.model import Rounding
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.marks import Marks
from indicator_dsl.scoring import LineScore, Status
from indicator_dsl.wording import Lang

Mood: TypeAlias = Literal["", "lost", "open"]


@frozen(kw_only=True)
class Row:
    """One row of the sheet; every text is safe to show, and empty where the column has nothing.

    `asked_and_done` says target and actual in one phrase, for where they have no columns. `depth`
    counts the headings above. `mood` is "lost" when points were lost, "open" while they are not
    known. `is_telling` says that `why` must be read even where room is scarce.
    """

    kind: Literal["heading", "line", "adjustment", "total"]
    depth: int
    name: str
    target: str = ""
    actual: str = ""
    asked_and_done: str = ""
    weight: str = ""
    earned: str = ""
    lost: str = ""
    why: str = ""
    mood: Mood = ""
    is_telling: bool = False


def sheet_rows(told: CardExplanation, lang: Lang, marks: Marks) -> Iterator[Row]:
    """The rows of a card, headings where they begin, what moved the total below, the total last."""
    subtotals = {subtotal.path: subtotal for subtotal in told.subtotals}
    rounding = told.card.ruleset.rounding
    standing: tuple[str, ...] = ()
    last = {
        path: line
        for line in told.lines
        for depth in range(1, len(line.line.indicator.section) + 1)
        for path in [line.line.indicator.section[:depth]]
    }
    for line in told.lines:
        path = line.line.indicator.section
        for depth in range(1, len(path) + 1):
            if standing[:depth] != path[:depth]:
                yield heading_row(subtotals[path[:depth]], rounding, marks)
        standing = path
        yield line_row(line, rounding, lang, marks)
        for each in reversed(told.adjustments):
            if each.section and last[each.section] is line:
                yield adjustment_row(each, rounding, lang, marks)
    for each in told.adjustments:
        if not each.section:
            yield adjustment_row(each, rounding, lang, marks)
    yield _total_row(told, rounding, lang, marks)


def heading_row(subtotal: Subtotal, rounding: Rounding, marks: Marks) -> Row:
    """A heading with its subtotals; below the outermost only where it sums up several lines."""
    depth = len(subtotal.path) - 1
    name = marks.shown(subtotal.path[-1])
    if depth and subtotal.count == 1:
        return Row(kind="heading", depth=depth, name=name)
    return Row(
        kind="heading",
        depth=depth,
        name=name,
        weight=number_text(subtotal.weight),
        earned=marks.shown(_earned(subtotal.earned, subtotal.low, subtotal.high, rounding)),
        lost=marks.shown(_lost(subtotal.lost, rounding)),
        mood=_mood(subtotal.lost),
    )


def line_row(told: LineExplanation, rounding: Rounding, lang: Lang, marks: Marks) -> Row:
    """A line with what was asked, done, earned and lost, and why."""
    line = told.line
    is_telling = line.earned is None or bool(line.lost) or line.is_met is not True
    why = told.sentence.in_lang(lang)
    if line.lost and line.status is Status.SCORED:
        why += ("；" if lang == "zh" else "; ") + told.clause.in_lang(lang)
    if line.excuse and is_telling:
        excuse = labels.EXCUSE.filled(excuse=line.excuse).in_lang(lang)
        why += ("；" if lang == "zh" else "; ") + excuse
    target = marks.target(told.asked.in_lang(lang))
    actual = marks.shown(told.done.in_lang(lang))
    earned = _earned(line.earned, line.low, line.high, rounding)
    return Row(
        kind="line",
        depth=len(line.indicator.section),
        name=marks.shown(line.indicator.name),
        target=target,
        actual=actual,
        asked_and_done=labels.ASKED_DONE.filled(asked=target, done=actual).in_lang(lang),
        weight=_weight(line),
        earned="" if line.is_dropped else marks.shown(earned),
        lost=marks.shown(_lost(line.lost, rounding)),
        why=marks.shown(why),
        mood="" if line.is_dropped else _mood(line.lost),
        is_telling=is_telling,
    )


def adjustment_row(
    told: AdjustmentExplanation, rounding: Rounding, lang: Lang, marks: Marks
) -> Row:
    """A step between the lines and the total, with its points signed."""
    step = told.adjustment
    points = signed(step.low, rounding)
    if not told.is_settled:
        points = f"{points}..{signed(step.high, rounding)}"
    return Row(
        kind="adjustment",
        depth=len(told.section),
        name=marks.shown(told.name.in_lang(lang)),
        weight=marks.shown(signed_number(step.weight)),
        earned=marks.shown(points),
        lost=marks.shown(_lost(told.lost, rounding)) if told.is_settled else "",
        why=marks.shown(told.sentence.in_lang(lang)),
        mood=_mood(told.lost if told.is_settled else None),
        is_telling=True,
    )


def signed_number(number: Fraction) -> str:
    """A weight gained or lost, with its sign; empty for none."""
    if not number:
        return ""
    return f"{'+' if number > 0 else '−'}{number_text(abs(number))}"


def _total_row(told: CardExplanation, rounding: Rounding, lang: Lang, marks: Marks) -> Row:
    card = told.card
    lost = None if card.total is None else card.full - card.total
    return Row(
        kind="total",
        depth=0,
        name=labels.TOTAL.in_lang(lang),
        weight=number_text(card.full),
        earned=marks.shown(_earned(card.total, card.low, card.high, rounding)),
        lost=marks.shown(_lost(lost, rounding)),
        mood=_mood(lost),
    )


def _weight(line: LineScore) -> str:
    """The weight; in brackets where it counts elsewhere."""
    weight = number_text(line.indicator.weight)
    return f"({weight})" if line.is_dropped else weight


def _earned(earned: Fraction | None, low: Fraction, high: Fraction, rounding: Rounding) -> str:
    if earned is not None:
        return points_text(earned, rounding)
    return bounds_text(low, high)


def bounds_text(low: Fraction, high: Fraction) -> str:
    """What can still be earned: one number where both ends are the same.

    Example:
        >>> bounds_text(Fraction(0), Fraction(8)), bounds_text(Fraction(2), Fraction(2))
        ('0..8', '2')
    """
    return number_text(low) if low == high else f"{number_text(low)}..{number_text(high)}"


def _lost(lost: Fraction | None, rounding: Rounding) -> str:
    if lost is None or not lost:
        return ""
    return points_text(lost, rounding) if lost > 0 else signed(lost, rounding)


def _mood(lost: Fraction | None) -> Mood:
    if lost is None:
        return "open"
    return "lost" if lost > 0 else ""
