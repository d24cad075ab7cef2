"""A card as bars in a terminal: what each section and line earned, and the way to the total.

Sets what the explanation says, and scores nothing.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import floor
from typing import Final

from attrs import frozen
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.text import Text as Styled

from indicator_dsl.explanation import (
    Bounds,
    CardExplanation,
    Fall,
    number_text,
    points_text,
    signed,
    waterfall_of,
)
from indicator_dsl.model import Rounding
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.bars import (
    Stretch,
    earned_bar,
    earned_of,
    fall_bar,
    reach_of,
)
from indicator_dsl.rendering.columns import natural_width, paragraph
from indicator_dsl.rendering.diagnostics_characters import wrapped
from indicator_dsl.rendering.marks import PLAIN, Marks, marks_for
from indicator_dsl.wording import Lang

_MARGIN: Final = 1
_GAP: Final = 2
_LEAST_BAR: Final = 8
_WIDEST_NAME: Final = 32
_STYLES: Final = {"kept": "cyan", "lost": "red", "gained": "green", "open": "yellow", "rest": "dim"}
_DRAWN: Final = {"kept": "█", "lost": "█", "gained": "█", "open": "▒", "rest": "·"}
_PLAIN: Final = {"kept": "#", "lost": "-", "gained": "+", "open": "?", "rest": "."}


@frozen
class ChartView:
    """A card as bars that rich can print.

    Args:
        explanation: Of the whole card.
        lang: The language of the words around the author's own.
    """

    explanation: CardExplanation
    lang: Lang = "en"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Styled]:
        """The lines, for the width at hand."""
        marks = marks_for(console)
        yield from chart_lines(self.explanation, self.lang, marks, options.max_width)


@frozen(kw_only=True)
class _Bar:
    """A row: a name, a bar in shares of the room it has, and what stands behind it."""

    name: str
    depth: int = 0
    parts: Sequence[Stretch]
    numbers: tuple[str, ...]
    is_bold: bool = False


def chart_text(told: CardExplanation, lang: Lang = "en", *, width: int = 80) -> str:
    """The bars as plain text, each line ended.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("甲 >= 10 件 weight 20")
        >>> told = explain_card(ruleset.evaluate({"甲": "5 件"}).model)
        >>> print(chart_text(told, width=40))
         Earned, as a share of the weight
         甲  ###########...........  10.00 of 20
        <BLANKLINE>
         From the full score to the total
         Full score  ############          20.00
         甲                ------  -10.00  10.00
         Total       ######                10.00
        <BLANKLINE>
         10.00 of 20; 10.00 lost on 1 of 1 line
        <BLANKLINE>
    """
    lines = chart_lines(told, lang, PLAIN, width)
    return "".join(f"{line.plain}\n" for line in lines)


def chart_lines(told: CardExplanation, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    """Both charts as lines of at most `width` cells, with the total in words below."""
    yield Styled(f" {labels.EARNED_SHARES.in_lang(lang)}", "bold")
    yield from _rows(list(_earned(told, lang, marks)), marks, width)
    yield Styled("")
    yield Styled(f" {labels.WATERFALL.in_lang(lang)}", "bold")
    yield from _rows(list(_falls(told, lang, marks)), marks, width)
    yield Styled("")
    yield from paragraph(marks.shown(told.sentence.in_lang(lang)), width, style="bold", indent=1)


def _earned(told: CardExplanation, lang: Lang, marks: Marks) -> Iterator[_Bar]:
    rounding = told.card.ruleset.rounding
    for each in earned_of(told):
        earned = bounds_text(Bounds(each.low, each.high), rounding)
        weight = number_text(each.weight)
        yield _Bar(
            name=marks.shown(each.name.in_lang(lang)),
            depth=each.depth,
            parts=earned_bar(each),
            numbers=(
                marks.shown(labels.POINTS_OF.filled(earned=earned, weight=weight).in_lang(lang)),
            ),
            is_bold=not each.is_line,
        )


def _falls(told: CardExplanation, lang: Lang, marks: Marks) -> Iterator[_Bar]:
    falls, rounding = waterfall_of(told), told.card.ruleset.rounding
    low, high = reach_of(falls)
    for fall in falls:
        parts = [
            Stretch(part.kind, *((end - low) / (high - low) for end in (part.start, part.end)))
            for part in fall_bar(fall)
        ]
        yield _Bar(
            name=marks.shown(fall_name(fall, lang)),
            parts=parts,
            numbers=(
                marks.shown(change_text(fall, rounding)),
                marks.shown(bounds_text(fall.after, rounding)),
            ),
            is_bold=fall.kind in ("full", "total"),
        )


def fall_name(fall: Fall, lang: Lang) -> str:
    """The name of a step; behind it the section it converts, or that it is told converted."""
    name = fall.name.in_lang(lang)
    if fall.is_converted:
        return name + labels.CONVERTED.in_lang(lang)
    if fall.kind != "adjustment" or not fall.section:
        return name
    section = " / ".join(fall.section)
    return f"{name}（{section}）" if lang == "zh" else f"{name} ({section})"


def change_text(fall: Fall, rounding: Rounding) -> str:
    """What a step changes, signed; empty for the first and the last."""
    if fall.kind in ("full", "total"):
        return ""
    low, high = signed(fall.change.low, rounding), signed(fall.change.high, rounding)
    return low if low == high else f"{low}..{high}"


def bounds_text(bounds: Bounds, rounding: Rounding) -> str:
    """Points, or from where to where they can be."""
    low, high = points_text(bounds.low, rounding), points_text(bounds.high, rounding)
    return low if bounds.is_settled else f"{low}..{high}"


def _rows(bars: list[_Bar], marks: Marks, width: int) -> Iterator[Styled]:
    """The rows set in columns; a name that has no room stands above its bar."""
    indented = [" " * (2 * bar.depth) + bar.name for bar in bars]
    columns = [natural_width([bar.numbers[n] for bar in bars]) for n in range(_count(bars))]
    fixed = _MARGIN + sum(_GAP + column for column in columns) + _GAP
    names = min(natural_width(indented), _WIDEST_NAME, max(4, width - fixed - _LEAST_BAR - _GAP))
    room = max(_LEAST_BAR, width - fixed - names)
    for bar in bars:
        indent = 2 * bar.depth
        *above, last = wrapped(bar.name, max(4, names - indent))
        style = "bold" if bar.is_bold else ""
        for part in above:
            yield _line(" " * (_MARGIN + indent)).append(part, style)
        line = _line(" " * (_MARGIN + indent)).append(last, style)
        line.append(" " * (names - indent - cell_len(last) + _GAP))
        for sign, kind in _cells(bar.parts, room, marks):
            line.append(sign, _STYLES[kind] if kind else "")
        for column, number in zip(columns, bar.numbers, strict=True):
            line.append(" " * (_GAP + column - cell_len(number)) + number, style)
        yield line


def _line(blanks: str) -> Styled:
    return Styled(blanks, no_wrap=True, overflow="ignore")


def _count(bars: list[_Bar]) -> int:
    return len(bars[0].numbers) if bars else 0


def _cells(parts: Sequence[Stretch], room: int, marks: Marks) -> list[tuple[str, str]]:
    """The bar in cells; every part has at least one, and none covers the one before it."""
    signs = _PLAIN if marks.is_plain else _DRAWN
    cells = [(" ", "")] * room
    for part in parts:
        first, last = _edge(part.start, room), _edge(part.end, room)
        if first == last:
            first = min(first, room - 1)
            last = first + 1
        for n in range(first, last):
            if cells[n][1] in ("", "rest") or part.kind in ("lost", "rest"):
                cells[n] = signs[part.kind], part.kind
    return cells


def _edge(share: Fraction, room: int) -> int:
    return floor(share * room + Fraction(1, 2))
