"""What an explanation says, line by line and in order, before any layout.

Sets no width, colour or mark-up, and adds nothing.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

from indicator_dsl.explanation import (
    AdjustmentExplanation,
    CardExplanation,
    LineExplanation,
    number_text,
    points_text,
    signed,
)
from indicator_dsl.model import Item, Measured, Rounding
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.marks import Marks
from indicator_dsl.rendering.sheet import bounds_text
from indicator_dsl.scoring import LineScore
from indicator_dsl.wording import Lang

# One paragraph for everyone, a sentence a line, the sums, every step.
Depth: TypeAlias = Literal[0, 1, 2, "all"]


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
    blocks = [*told.deductions, *told.unscored, *told.gains]
    if depth == "all":
        blocks += [line for line in told.lines if line not in blocks]
    else:
        blocks += [line for line in told.lines if line.line.is_rounded_to_full]
    return tuple(blocks)


def sum_text(told: CardExplanation, lang: Lang) -> str:
    """That the losses add up to what the total is short of."""
    rounding, card = told.card.ruleset.rounding, told.card
    parts = [(each.line.lost or Fraction(0), "") for each in (*told.deductions, *told.gains)]
    if card.total is not None:
        parts += [(each.lost, each.name.in_lang(lang)) for each in told.adjustments if each.lost]
    if not parts:
        return labels.NOTHING_LOST.in_lang(lang)
    summed = "".join(
        _summand(lost, name, rounding, lang, is_first=not index)
        for index, (lost, name) in enumerate(parts)
    )
    lost = sum((part for part, _ in parts), Fraction(0))
    if summed != points_text(lost, rounding):
        summed += f" = {points_text(lost, rounding)}"
    if card.total is None:
        return labels.ARE_LOST.filled(sum=summed).in_lang(lang)
    full, total = number_text(card.full), points_text(card.total, rounding)
    return labels.ADDS_UP.filled(sum=summed, full=full, total=total).in_lang(lang)


def section_sums(told: CardExplanation, lang: Lang) -> Iterator[str]:
    """For every heading that lost points, its losses by rank with their reasons, and their sum."""
    rounding = told.card.ruleset.rounding
    for subtotal in told.subtotals:
        losses = told.losses_under(subtotal.path)
        if not losses:
            continue
        summed = "".join(
            _summand(loss.points, loss.words.in_lang(lang), rounding, lang, is_first=not index)
            for index, loss in enumerate(losses)
        )
        lost = points_text(sum((loss.points for loss in losses), Fraction(0)), rounding)
        total = f" = {lost}" if len(losses) > 1 else ""
        path = " / ".join(subtotal.path)
        yield labels.SAYS.filled(name=path, facts=f"{summed}{total}").in_lang(lang)


def _summand(lost: Fraction, name: str, rounding: Rounding, lang: Lang, *, is_first: bool) -> str:
    """One part of the sum of losses; what was gained is taken off it."""
    points = points_text(abs(lost), rounding)
    alone, between = ("−", " − ") if lost < 0 else ("", " + ")
    sign = alone if is_first else between
    named = (f"（{name}）" if lang == "zh" else f" ({name})") if name else ""
    return f"{sign}{points}{named}"


def adjustment_parts(
    each: AdjustmentExplanation, rounding: Rounding, lang: Lang
) -> tuple[str, str, str]:
    """A step between the lines and the total: its name with its section, its points, and why."""
    step, section = each.adjustment, " / ".join(each.section)
    points = signed(step.low, rounding)
    if not each.is_settled:
        points = f"{points}..{signed(step.high, rounding)}"
    name = each.name.in_lang(lang)
    if section:
        name += f"（{section}）" if lang == "zh" else f" ({section})"
    return name, points, each.sentence.in_lang(lang)


def heading_of(told: LineExplanation, lang: Lang) -> Heading:
    """The head of a line's block."""
    line = told.line
    if line.is_dropped:
        outcome = labels.NOT_COUNTED.in_lang(lang)
    elif line.lost is None:
        outcome = labels.OPEN.in_lang(lang)
    elif line.lost < 0:
        outcome = labels.GAINS.filled(more=points_text(-line.lost, told.rounding)).in_lang(lang)
    elif line.lost:
        outcome = labels.LOSES.filled(lost=points_text(line.lost, told.rounding)).in_lang(lang)
        if told.cost is not None:
            outcome += labels.OF_TOTAL.filled(n=points_text(told.cost, told.rounding)).in_lang(lang)
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


def outcome_remarks(told: LineExplanation, lang: Lang, marks: Marks) -> Iterator[Remark]:
    """What was asked and done, what became of it, and a checklist's items."""
    if isinstance(told.line.indicator.measure, Measured):
        yield Remark(_asked_and_done(told, lang, marks))
    if told.difference is None or _is_paid_in_full(told.line):
        yield Remark(told.sentence.in_lang(lang))
    elif told.bent is not None:
        yield Remark(told.bent.in_lang(lang))
    for item, mark in told.items:
        yield Remark(_item(item, mark, told.rounding, marks))


def remarks_of(told: LineExplanation, lang: Lang, marks: Marks, depth: Depth) -> Iterator[Remark]:
    """What stands below the heading at depth 2 and deeper.

    Args:
        told: The explained line.
        lang: The language to tell it in.
        marks: How the target's operator is drawn.
        depth: "all" for every step.
    """
    yield from outcome_remarks(told, lang, marks)
    if told.line.excuse:
        yield Remark(labels.EXCUSE.filled(excuse=told.line.excuse).in_lang(lang))
    for words in (told.derivation, told.arithmetic):
        if words is not None:
            yield Remark(words.in_lang(lang))
    sources = (told.clause.in_lang(lang), *told.basis, told.where.replace("\\", "/").split("/")[-1])
    yield Remark(" · ".join(filter(None, sources)), "source")
    if depth == "all":
        if told.piece is not None:
            yield Remark(told.piece.in_lang(lang), "step")
        for step in told.steps:
            yield Remark(step.in_lang(lang), "step")
    if told.remedy is not None:
        yield Remark(told.remedy.in_lang(lang), "remedy")


def _is_paid_in_full(line: LineScore) -> bool:
    """Whether the target is missed and lost nothing, so that the sentence says why."""
    return line.is_met is False and line.lost == 0


def _item(item: Item, mark: bool | None, rounding: Rounding, marks: Marks) -> str:  # noqa: FBT001 - None is not said
    """An item of a checklist behind its mark, with the points it gave."""
    sign = {True: marks.met, False: marks.unmet, None: "?"}[mark]
    given = {True: item.points, False: Fraction(0)}
    earned = "?" if mark is None else points_text(given[mark], rounding)
    return f"{sign} {item.name}   {earned} / {number_text(item.points)}"


def _points(told: LineExplanation, lang: Lang) -> str:
    line = told.line
    if line.is_dropped:
        return f"({number_text(line.indicator.weight)})"
    earned = (
        bounds_text(line.low, line.high)
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
