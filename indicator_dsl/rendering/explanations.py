"""Deductions told one by one, on a terminal.

Sets what the explanation says, as deep as asked, and adds nothing.
"""

from collections.abc import Iterator
from typing import Final

from attrs import frozen
from rich.console import Console, ConsoleOptions
from rich.text import Text as Styled

from indicator_dsl.explanation import CardExplanation, LineExplanation, paragraph_of
from indicator_dsl.rendering.blocks import (
    Depth,
    adjustment_parts,
    blocks_told,
    heading_of,
    remarks_of,
    section_sums,
    sum_text,
)
from indicator_dsl.rendering.columns import paragraph
from indicator_dsl.rendering.marks import Marks, marks_for
from indicator_dsl.wording import Lang

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
        depth: 0 for one paragraph without terms (of a single line: as 1), 1 for a sentence each,
            2 with the sum, "all" with every step and every line.
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
    if depth == 0:
        yield from paragraph(marks.shown(paragraph_of(told).in_lang(lang)), width)
        return
    for block in blocks_told(told, depth):
        yield from line_lines(block, lang, marks, width, depth)
        if depth != 1:
            yield Styled("")
    for each in told.adjustments:
        parts = adjustment_parts(each, told.card.ruleset.rounding, lang)
        words = marks.shown("   ".join(filter(None, parts)))
        yield from paragraph(words, width, hanging=_INDENT)
    if told.adjustments and depth != 1:
        yield Styled("")
    if depth == "all":
        for summed in section_sums(told, lang):
            yield from paragraph(marks.shown(summed), width, hanging=_INDENT)
    yield from paragraph(marks.shown(sum_text(told, lang)), width)
    yield from paragraph(marks.shown(told.sentence.in_lang(lang)), width, style="bold")


def line_lines(
    told: LineExplanation, lang: Lang, marks: Marks, width: int, depth: Depth = 2
) -> Iterator[Styled]:
    """One block as lines of at most `width` cells."""
    if depth in (0, 1):
        yield from _heading(told, lang, marks, width, told.sentence.in_lang(lang))
        return
    yield from _heading(told, lang, marks, width)
    lead = {"words": "", "source": "", "step": f"{marks.bullet} ", "remedy": "→ "}
    for remark in remarks_of(told, lang, marks, depth):
        shown = marks.shown(lead[remark.kind] + remark.text)
        style = "dim" if remark.kind == "source" else ""
        yield from paragraph(shown, width, style=style, indent=_INDENT, hanging=_INDENT)


def _heading(
    told: LineExplanation, lang: Lang, marks: Marks, width: int, sentence: str = ""
) -> Iterator[Styled]:
    """The name with its points, what was lost in red or open in yellow, and the sentence if any."""
    head = heading_of(told, lang)
    name, outcome = marks.shown(head.name), marks.shown(head.outcome)
    parts = (name, marks.shown(head.points), outcome, head.reported, marks.shown(sentence))
    words = "   ".join(filter(None, parts))
    mood = "red" if (told.line.lost or 0) > 0 else "yellow"
    if told.line.is_settled and mood == "yellow":
        mood = ""
    for index, row in enumerate(paragraph(words, width, hanging=_INDENT)):
        if not index:
            row.stylize("bold", 0, min(len(name), len(row.plain)))
        at = row.plain.find(f"   {outcome}", len(name) if not index else 0)
        if outcome and at >= 0:
            row.stylize(mood, at, at + len(outcome) + 3)
        yield row
