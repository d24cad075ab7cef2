"""Deductions told one by one, on a terminal.

Sets what the explanation says, as deep as asked, and adds nothing.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from attrs import frozen
from rich.console import Console, ConsoleOptions
from rich.text import Text as Styled

from indicator_dsl.explanation import (
    CardExplanation,
    LineExplanation,
    number_text,
    points_text,
)
from indicator_dsl.model import Judged
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.columns import paragraph
from indicator_dsl.rendering.marks import Marks, marks_for
from indicator_dsl.wording import Lang

Depth: TypeAlias = Literal[1, 2, "all"]
_INDENT: Final = 2


@frozen
class LineView:
    """One line that rich can print: points, what was asked and done, the sum, the remedy."""

    explanation: LineExplanation
    lang: Lang = "en"
    depth: Depth = 2

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Styled]:
        """The lines, for the width at hand."""
        marks = marks_for(console)
        yield from line_lines(self.explanation, self.lang, marks, options.max_width, self.depth)


@frozen
class ExplanationView:
    """The deductions of a card that rich can print, the largest first, then the lines still open.

    Args:
        explanation: Of the whole card.
        lang: The language to tell it in.
        indicator: Only this line is told, whatever it earned; None for all that lost points.
        depth: 1 for a sentence each, 2 with the sum, "all" with every step and every line.
    """

    explanation: CardExplanation
    lang: Lang = "en"
    indicator: str | None = None
    depth: Depth = 2

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Styled]:
        """The lines, for the width at hand."""
        yield from explanation_lines(
            self.explanation,
            self.lang,
            marks_for(console),
            options.max_width,
            indicator=self.indicator,
            depth=self.depth,
        )


def explanation_lines(
    told: CardExplanation,
    lang: Lang,
    marks: Marks,
    width: int,
    *,
    indicator: str | None = None,
    depth: Depth = 2,
) -> Iterator[Styled]:
    """The blocks of a card as lines of at most `width` cells, with the sum of what was lost."""
    if indicator is not None:
        line = told.line(indicator)
        if line is not None:
            yield from line_lines(line, lang, marks, width, depth)
        return
    blocks = [*told.deductions, *told.unscored]
    if depth == "all":
        blocks += [line for line in told.lines if line not in blocks]
    else:
        blocks += [line for line in told.lines if line.line.is_rounded_to_full]
    for block in blocks:
        yield from line_lines(block, lang, marks, width, depth)
        if depth != 1:
            yield Styled("")
    yield from paragraph(marks.shown(_sum_text(told, lang)), width)
    yield from paragraph(marks.shown(told.sentence.in_lang(lang)), width, style="bold")


def _sum_text(told: CardExplanation, lang: Lang) -> str:
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


def line_lines(
    told: LineExplanation, lang: Lang, marks: Marks, width: int, depth: Depth = 2
) -> Iterator[Styled]:
    """One block as lines of at most `width` cells."""
    if depth == 1:
        yield from _heading(told, lang, marks, width, told.sentence.in_lang(lang))
        return
    yield from _heading(told, lang, marks, width)
    if not isinstance(told.line.indicator.measure, Judged):
        yield from _below(_asked_and_done(told, lang, marks), marks, width)
    if told.difference is None or told.line.is_rounded_to_full:
        yield from _below(told.sentence.in_lang(lang), marks, width)
    if told.line.excuse:
        excuse = labels.EXCUSE.filled(excuse=told.line.excuse)
        yield from _below(excuse.in_lang(lang), marks, width)
    if told.derivation is not None:
        yield from _below(told.derivation.in_lang(lang), marks, width)
    if told.arithmetic is not None:
        yield from _below(told.arithmetic.in_lang(lang), marks, width)
    yield from _below(_sources(told, lang), marks, width, style="dim")
    if depth == "all":
        for step in told.steps:
            yield from _below(f"{marks.bullet} {step.in_lang(lang)}", marks, width)
    if told.remedy is not None:
        yield from _below(f"→ {told.remedy.in_lang(lang)}", marks, width)


def _heading(
    told: LineExplanation, lang: Lang, marks: Marks, width: int, sentence: str = ""
) -> Iterator[Styled]:
    """The name with its points, what was lost in red or open in yellow, and the sentence if any."""
    outcome = marks.shown(_outcome(told, lang))
    name = marks.shown(told.line.indicator.name)
    parts = [name, marks.shown(_points(told, lang)), outcome, _reported(told, lang)]
    words = "   ".join(part for part in (*parts, marks.shown(sentence)) if part)
    mood = "yellow" if told.line.earned is None else "red"
    for index, row in enumerate(paragraph(words, width, hanging=_INDENT)):
        if not index:
            row.stylize("bold", 0, min(len(name), len(row.plain)))
        at = row.plain.find(f"   {outcome}", len(name) if not index else 0)
        if outcome and at >= 0:
            row.stylize(mood, at, at + len(outcome) + 3)
        yield row


def _points(told: LineExplanation, lang: Lang) -> str:
    line = told.line
    earned = (
        f"{number_text(line.low)}..{number_text(line.high)}"
        if line.earned is None
        else points_text(line.earned, told.rounding)
    )
    weight = number_text(line.indicator.weight)
    return labels.POINTS_OF.filled(earned=earned, weight=weight).in_lang(lang)


def _outcome(told: LineExplanation, lang: Lang) -> str:
    if told.line.lost is None:
        return labels.OPEN.in_lang(lang)
    if not told.line.lost:
        return ""
    return labels.LOSES.filled(lost=points_text(told.line.lost, told.rounding)).in_lang(lang)


def _reported(told: LineExplanation, lang: Lang) -> str:
    reported = told.line.reported
    if reported is None or reported == told.line.earned:
        return ""
    return labels.REPORTED.filled(reported=number_text(reported)).in_lang(lang)


def _asked_and_done(told: LineExplanation, lang: Lang, marks: Marks) -> str:
    asked, done = marks.target(told.asked.in_lang(lang)), told.done.in_lang(lang)
    if told.line.earned is None:
        return labels.ASKED.filled(asked=asked).in_lang(lang)
    words = labels.ASKED_DONE.filled(asked=asked, done=done).in_lang(lang)
    if told.difference is None:
        return words
    return words + labels.OFF_BY.filled(difference=told.difference).in_lang(lang)


def _sources(told: LineExplanation, lang: Lang) -> str:
    parts = [told.clause.in_lang(lang), *told.basis, told.where.replace("\\", "/").split("/")[-1]]
    return " · ".join(part for part in parts if part)


def _below(text: str, marks: Marks, width: int, *, style: str = "") -> Iterator[Styled]:
    shown = marks.shown(text)
    return paragraph(shown, width, style=style, indent=_INDENT, hanging=_INDENT)
