"""A score sheet as rows of plain words, before any layout.

Decides what stands in which column, and no more.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

from indicator_dsl.explanation import (
    CardExplanation,
    LineExplanation,
    Subtotal,
    number_text,
    points_text,
)
from indicator_dsl.model import Rounding
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.marks import Marks
from indicator_dsl.wording import Lang

Mood: TypeAlias = Literal["", "lost", "open"]


@frozen(kw_only=True)
class Row:
    """One row of the sheet; every text is safe to show, and empty where the column has nothing.

    `asked_and_done` says target and actual in one phrase, for where they have no columns. `depth`
    counts the headings above. `mood` is "lost" when points were lost, "open" while they are not
    known. `is_telling` says that `why` must be read even where room is scarce.
    """

    kind: Literal["heading", "line", "total"]
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
    """The rows of a card, headings where they begin, the total last."""
    subtotals = {subtotal.path: subtotal for subtotal in told.subtotals}
    rounding = told.card.ruleset.rounding
    standing: tuple[str, ...] = ()
    for line in told.lines:
        path = line.line.indicator.section
        for depth in range(1, len(path) + 1):
            if standing[:depth] != path[:depth]:
                yield heading_row(subtotals[path[:depth]], rounding, marks)
        standing = path
        yield line_row(line, rounding, lang, marks)
    if told.lost_in_rounding:
        yield _rounding_row(told.lost_in_rounding, rounding, lang, marks)
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
    is_telling = line.earned is None or bool(line.lost) or line.is_met is False
    why = told.sentence.in_lang(lang)
    if line.lost:
        why += ("；" if lang == "zh" else "; ") + told.clause.in_lang(lang)
    if line.excuse and is_telling:
        excuse = labels.EXCUSE.filled(excuse=line.excuse).in_lang(lang)
        why += ("；" if lang == "zh" else "; ") + excuse
    target = marks.target(told.asked.in_lang(lang))
    actual = marks.shown(told.done.in_lang(lang))
    return Row(
        kind="line",
        depth=len(line.indicator.section),
        name=marks.shown(line.indicator.name),
        target=target,
        actual=actual,
        asked_and_done=labels.ASKED_DONE.filled(asked=target, done=actual).in_lang(lang),
        weight=number_text(line.indicator.weight),
        earned=marks.shown(_earned(line.earned, line.low, line.high, rounding)),
        lost=marks.shown(_lost(line.lost, rounding)),
        why=marks.shown(why),
        mood=_mood(line.lost),
        is_telling=is_telling,
    )


def _rounding_row(lost: Fraction, rounding: Rounding, lang: Lang, marks: Marks) -> Row:
    return Row(
        kind="line",
        depth=0,
        name=labels.ROUNDING.in_lang(lang),
        earned=marks.shown(points_text(-lost, rounding)),
        lost=marks.shown(points_text(lost, rounding)),
    )


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


def _earned(earned: Fraction | None, low: Fraction, high: Fraction, rounding: Rounding) -> str:
    if earned is not None:
        return points_text(earned, rounding)
    return f"{number_text(low)}..{number_text(high)}"


def _lost(lost: Fraction | None, rounding: Rounding) -> str:
    return points_text(lost, rounding) if lost else ""


def _mood(lost: Fraction | None) -> Mood:
    if lost is None:
        return "open"
    return "lost" if lost else ""
