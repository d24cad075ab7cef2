"""What an explanation says, line by line and in order, before any layout.

Sets no width, colour or mark-up, and adds nothing.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

from indicator_dsl.explanation import (
    CardExplanation,
    LineExplanation,
    number_text,
    points_text,
)
from indicator_dsl.model import Judged
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.marks import Marks
from indicator_dsl.wording import Lang

Depth: TypeAlias = Literal[1, 2, "all"]


@frozen(kw_only=True)
class Heading:
    """The head of a block: the name, the points, what was lost or is open, what was reported.

    `outcome` and `reported` are empty where there is nothing to say.
    """

    name: str
    points: str
    outcome: str
    reported: str


@frozen
class Remark:
    """One line below a heading."""

    text: str
    kind: Literal["words", "source", "step", "remedy"] = "words"


def blocks_told(told: CardExplanation, depth: Depth) -> tuple[LineExplanation, ...]:
    """The lines worth telling at a depth: losses first, the largest first, then what is open."""
    blocks = [*told.deductions, *told.unscored]
    if depth == "all":
        blocks += [line for line in told.lines if line not in blocks]
    else:
        blocks += [line for line in told.lines if line.line.is_rounded_to_full]
    return tuple(blocks)


def sum_text(told: CardExplanation, lang: Lang) -> str:
    """That the losses add up to what the total is short of."""
    rounding, card = told.card.ruleset.rounding, told.card
    losses = [each.line.lost or Fraction(0) for each in told.deductions]
    if not losses and not told.lost_in_rounding:
        return labels.NOTHING_LOST.in_lang(lang)
    summed = " + ".join(points_text(lost, rounding) for lost in losses)
    if told.lost_in_rounding:
        part = points_text(abs(told.lost_in_rounding), rounding)
        sign = "−" if told.lost_in_rounding < 0 else "+"
        summed = f"{summed} {sign} {part} ({labels.ROUNDING.in_lang(lang)})".strip()
    lost = sum(losses, Fraction(0)) + (told.lost_in_rounding or 0)
    if summed != points_text(lost, rounding):
        summed += f" = {points_text(lost, rounding)}"
    if card.total is None:
        return labels.ARE_LOST.filled(sum=summed).in_lang(lang)
    full, total = number_text(card.full), points_text(card.total, rounding)
    return labels.ADDS_UP.filled(sum=summed, full=full, total=total).in_lang(lang)


def heading_of(told: LineExplanation, lang: Lang) -> Heading:
    """The head of a line's block."""
    line = told.line
    if line.lost is None:
        outcome = labels.OPEN.in_lang(lang)
    elif line.lost:
        outcome = labels.LOSES.filled(lost=points_text(line.lost, told.rounding)).in_lang(lang)
    else:
        outcome = ""
    is_disputed = line.reported is not None and line.reported != line.earned
    reported = number_text(line.reported or Fraction(0))
    return Heading(
        name=line.indicator.name,
        points=_points(told, lang),
        outcome=outcome,
        reported=labels.REPORTED.filled(reported=reported).in_lang(lang) if is_disputed else "",
    )


def remarks_of(told: LineExplanation, lang: Lang, marks: Marks, depth: Depth) -> Iterator[Remark]:
    """What stands below the heading at depth 2 and deeper.

    Args:
        told: The explained line.
        lang: The language to tell it in.
        marks: How the target's operator is drawn.
        depth: "all" for every step.
    """
    if not isinstance(told.line.indicator.measure, Judged):
        yield Remark(_asked_and_done(told, lang, marks))
    if told.difference is None or told.line.is_rounded_to_full:
        yield Remark(told.sentence.in_lang(lang))
    if told.line.excuse:
        yield Remark(labels.EXCUSE.filled(excuse=told.line.excuse).in_lang(lang))
    for words in (told.derivation, told.arithmetic):
        if words is not None:
            yield Remark(words.in_lang(lang))
    sources = (told.clause.in_lang(lang), *told.basis, told.where.replace("\\", "/").split("/")[-1])
    yield Remark(" · ".join(filter(None, sources)), "source")
    if depth == "all":
        for step in told.steps:
            yield Remark(step.in_lang(lang), "step")
    if told.remedy is not None:
        yield Remark(told.remedy.in_lang(lang), "remedy")


def _points(told: LineExplanation, lang: Lang) -> str:
    line = told.line
    earned = (
        f"{number_text(line.low)}..{number_text(line.high)}"
        if line.earned is None
        else points_text(line.earned, told.rounding)
    )
    weight = number_text(line.indicator.weight)
    return labels.POINTS_OF.filled(earned=earned, weight=weight).in_lang(lang)


def _asked_and_done(told: LineExplanation, lang: Lang, marks: Marks) -> str:
    asked, done = marks.target(told.asked.in_lang(lang)), told.done.in_lang(lang)
    if told.line.earned is None:
        return labels.ASKED.filled(asked=asked).in_lang(lang)
    words = labels.ASKED_DONE.filled(asked=asked, done=done).in_lang(lang)
    if told.difference is None:
        return words
    return words + labels.OFF_BY.filled(difference=told.difference).in_lang(lang)
