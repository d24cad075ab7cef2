"""A scoring curve in a terminal, with its target, its thresholds and the actual.

Draws a picture, and no more.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import Final, TypeAlias

from attrs import frozen
from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions
from rich.text import Text as Styled

from indicator_dsl.curves import End, Stroke
from indicator_dsl.rendering.canvases import Canvas
from indicator_dsl.rendering.columns import paragraph
from indicator_dsl.rendering.curve_pictures import CurvePicture, Mark, shown_target
from indicator_dsl.rendering.marks import PLAIN, Marks, marks_for
from indicator_dsl.wording import Lang

_ROWS: Final = 12
_WIDEST: Final = 72
_NARROWEST: Final = 16
_STYLES: Final = {"curve": "cyan", "aim": "dim", "actual": "bold", "short": "bold red", "": ""}


@frozen
class CurveView:
    """A picture of a curve that rich can print.

    Args:
        picture: Of a rule, with or without an actual.
        lang: The language of the words around the author's own.
    """

    picture: CurvePicture
    lang: Lang = "en"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Styled]:
        """The lines, for the width at hand."""
        yield from curve_lines(self.picture, self.lang, marks_for(console), options.max_width)


def curve_text(picture: CurvePicture, lang: Lang = "en", *, width: int = 80) -> str:
    """The picture as plain text of at most `width` cells, each line ended.

    Example:
        >>> from indicator_dsl import indicator
        >>> from indicator_dsl.rendering.curve_pictures import picture_of
        >>> rule = indicator("年办件量 >= 200000 件 weight 20")
        >>> curve_text(picture_of(rule.model), width=72).splitlines()[-1].split()
        ['0', '200000', '件']
    """
    return "".join(f"{line.plain}\n" for line in curve_lines(picture, lang, PLAIN, width))


def curve_lines(picture: CurvePicture, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    """The lines of the picture, at most `width` cells wide, no blanks at their ends."""
    plot = _Plot(picture, lang, marks, min(width, _WIDEST))
    yield from paragraph(marks.shown(picture.title.in_lang(lang)), width, style="bold")
    yield Styled("")
    for line in plot.lines():
        line.rstrip()
        yield line
    if picture.actual is not None:
        words = f"{plot.sign('actual')} {marks.shown(picture.actual.words.in_lang(lang))}"
        for row in paragraph(words, width, indent=plot.margin, hanging=2):
            style = "short" if picture.actual.is_short else "actual"
            row.stylize(_STYLES[style], plot.margin, plot.margin + 1)
            yield row


_Place: TypeAlias = tuple[int, str]


class _Plot:
    """One picture on its way to the screen."""

    def __init__(self, picture: CurvePicture, lang: Lang, marks: Marks, width: int) -> None:
        self.picture = picture
        self.lang = lang
        self.marks = marks
        self.heights = [marks.shown(mark.words.in_lang(lang)) for mark in picture.heights]
        self.margin = max(map(cell_len, self.heights), default=0) + 2
        columns = max(_NARROWEST, width - self.margin - 1)
        self.canvas = Canvas(columns=columns, rows=_ROWS, is_plain=marks.is_plain)

    def sign(self, what: str) -> str:
        """The sign for a part of the picture."""
        drawn = {"actual": "◆", "open": "○", "closed": "●", "aim": "┊", "edge": "▶"}
        plain = {"actual": "X", "open": "o", "closed": "@", "aim": ":", "edge": ">"}
        return (plain if self.marks.is_plain else drawn)[what]

    def _x(self, at: Fraction) -> Fraction:
        return (at - self.picture.left) / (self.picture.right - self.picture.left)

    def _y(self, points: Fraction) -> Fraction:
        return points / self.picture.top

    def lines(self) -> Iterator[Styled]:
        """The target above, the drawing, the axis with its places below."""
        for stroke in self.picture.strokes:
            self._draw(stroke)
        for mark in self.picture.targets:
            self._aim(mark)
        for stroke in self.picture.strokes:
            self._ends(stroke)
        self._actual()
        ends = [self.canvas.column_of(self._x(mark.at)) for mark in self.picture.targets]
        asked = shown_target(self.picture.asked, self.lang, self.marks)
        yield self._placed([(sum(ends) // len(ends), asked)])[0]
        levels = self._levels()
        wall = "|" if self.marks.is_plain else "│"
        notch = "+" if self.marks.is_plain else "┤"
        for row in range(_ROWS):
            words = levels.get(row, "")
            blanks = " " * (self.margin - 1 - cell_len(words))
            line = Styled(f"{blanks}{words} ", no_wrap=True, overflow="ignore")
            line.append(notch if words else wall, "dim")
            for sign, style in self.canvas.cells(row):
                line.append(sign, _STYLES[style])
            yield line
        yield self._axis()
        first, rest = self._placed(self._places())
        yield first
        if rest:  # places too close to others for one line
            yield self._placed(rest)[0]

    def _draw(self, stroke: Stroke) -> None:
        last = self.canvas.across - 1
        if len(stroke.points) == 1:
            return
        for left, right in pairwise(stroke.points):
            from_x, to_x = self._x(left.x) * last, self._x(right.x) * last
            heights = self._y(left.y), self._y(right.y)
            for dot in range(floor(from_x + Fraction(1, 2)), floor(to_x + Fraction(1, 2)) + 1):
                edges = [
                    _between(from_x, to_x, heights, dot + side)
                    for side in (-Fraction(1, 2), Fraction(1, 2))
                ]
                self.canvas.line(dot, min(edges), max(edges))

    def _aim(self, mark: Mark) -> None:
        column = self.canvas.column_of(self._x(mark.at))
        for row in range(_ROWS):
            if self.canvas.is_free(column, row):
                self.canvas.sign(column, row, self.sign("aim"), "aim")

    def _ends(self, stroke: Stroke) -> None:
        ends = [(stroke.points[0], stroke.start), (stroke.points[-1], stroke.end)]
        if len(stroke.points) == 1:
            ends = [(stroke.points[0], End.CLOSED)]
        for point, end in ends:
            if end is not End.EDGE:
                column = self.canvas.column_of(self._x(point.x))
                row = self.canvas.row_of(self._y(point.y))
                self.canvas.sign(column, row, self.sign(end.value), "curve")

    def _actual(self) -> None:
        actual = self.picture.actual
        if actual is None:
            return
        row = self.canvas.row_of(self._y(actual.y))
        style = "short" if actual.is_short else "actual"
        if actual.side == "inside":
            self.canvas.sign(
                self.canvas.column_of(self._x(actual.x)), row, self.sign("actual"), style
            )
        elif actual.side == "above":
            self.canvas.sign(self.canvas.columns - 1, row, self.sign("edge"), style)
        else:
            sign = "<" if self.marks.is_plain else "◀"
            self.canvas.sign(0, row, sign, style)

    def _levels(self) -> dict[int, str]:
        """What stands beside each row of the wall; the first of two that fall together."""
        levels: dict[int, str] = {}
        for mark, words in zip(self.picture.heights, self.heights, strict=True):
            levels.setdefault(self.canvas.row_of(self._y(mark.at)), words)
        return levels

    def _axis(self) -> Styled:
        floor_sign, corner, notch = ("-", "+", "+") if self.marks.is_plain else ("─", "└", "┴")
        ticks = [mark.at for mark in (*self.picture.targets, *self.picture.thresholds)]
        columns = {self.canvas.column_of(self._x(at)) for at in ticks}
        signs = (notch if n in columns else floor_sign for n in range(self.canvas.columns))
        axis = Styled(" " * self.margin, no_wrap=True, overflow="ignore")
        return axis.append(corner + "".join(signs), "dim")

    def _places(self) -> list[_Place]:
        """The words under the axis: the target, then what has room, the unit at its end."""
        placed = [
            (
                self.canvas.column_of(self._x(mark.at)),
                self.marks.shown(mark.words.in_lang(self.lang)),
            )
            for mark in (*self.picture.targets, *self.picture.thresholds)
        ]
        unit = self.marks.shown(self.picture.unit.in_lang(self.lang))
        return [*placed, (self.canvas.columns - 1, unit)] if unit else placed

    def _placed(self, labels: list[_Place]) -> tuple[Styled, list[_Place]]:
        """Words around their columns on one line, and the later ones that have no room there."""
        room = self.canvas.columns
        taken: list[tuple[int, int, str]] = []
        rest: list[_Place] = []
        for column, label in labels:
            words = self._cut(label, room)
            width = cell_len(words)
            start = min(max(column - width // 2, -self.margin), room - width)
            end = start + width
            if all(end < other or start > stop for other, stop, _ in taken):
                taken.append((start, end, words))
            elif column not in {place for place, _ in rest}:
                rest.append((column, label))
        line = Styled("", no_wrap=True, overflow="ignore")
        for start, _, words in sorted(taken):
            line.append(" " * (self.margin + 1 + start - line.cell_len))
            line.append(words)
        return line, rest

    def _cut(self, words: str, room: int) -> str:
        """The words, cut short where they have no room at all."""
        if cell_len(words) <= room:
            return words
        dots = "..." if self.marks.is_plain else "…"
        return f"{set_cell_size(words, room - len(dots)).rstrip()}{dots}"


def _between(
    from_x: Fraction, to_x: Fraction, heights: tuple[Fraction, Fraction], x: Fraction
) -> Fraction:
    """How high a straight stretch is at `x`, at most as far as its ends."""
    if from_x == to_x:
        return heights[1] if x > to_x else heights[0]
    share = min(max((x - from_x) / (to_x - from_x), Fraction(0)), Fraction(1))
    return heights[0] + (heights[1] - heights[0]) * share
