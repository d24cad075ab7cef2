"""The source lines that labels point at, underlined where they stand. Knows no messages."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from attrs import frozen
from rich.cells import cell_len
from rich.text import Text as Ink

from indicator_dsl.diagnostics import Label
from indicator_dsl.rendering.diagnostics_characters import shape, visible, wrapped
from indicator_dsl.source import SourceText, Span
from indicator_dsl.wording import Lang

_TAB: Final = 4
_LEAST_WIDTH: Final = 20
_MOST_LINES: Final = 3
_CONTEXT: Final = 400
_GUTTER: Final = "blue"
_OTHER: Final = "bold blue"


@frozen(kw_only=True)
class Strokes:
    """The characters a frame is drawn with."""

    corner: str
    wall: str
    gap: str
    line: str
    point: str
    cut: str


UNICODE: Final = Strokes(corner="┌─", wall="│", gap="┆", line="‾", point="^", cut="…")
ASCII: Final = Strokes(corner="-->", wall="|", gap=":", line="^", point="^", cut="...")


@frozen(kw_only=True)
class Frame:
    """How an excerpt is drawn.

    `width` is the cells of a whole row, `digits` those of a line number, `colour` the main place's.
    """

    strokes: Strokes
    width: int
    digits: int
    lang: Lang
    colour: str

    @property
    def room(self) -> int:
        """The cells left for source text."""
        return max(_LEAST_WIDTH, self.width - self.digits - 3)

    def numbered(self, number: int) -> Ink:
        """The beginning of a row of source."""
        return Ink().append(f"{number:>{self.digits}} {self.strokes.wall} ", _GUTTER)

    def walled(self, stroke: str | None = None) -> Ink:
        """The beginning of a row without a number."""
        return Ink().append(f"{'':>{self.digits}} {stroke or self.strokes.wall} ", _GUTTER)


@frozen(kw_only=True)
class _Mark:
    """A stretch of a line to underline, in characters of that line, and the words beside it."""

    line: int
    start: int
    end: int
    words: str
    is_main: bool


@frozen(kw_only=True)
class _Strip:
    """The part of a line that is shown, and where its characters stand on the screen."""

    first: int
    text: str
    columns: tuple[int, ...]

    def column(self, index: int) -> int:
        """The cell a character of the line begins at; one cut off counts as the nearest shown."""
        return self.columns[min(max(index - self.first, 0), len(self.columns) - 1)]


def last_line(labels: tuple[Label, ...]) -> int:
    """The largest line number an excerpt of these labels shows; 0 without labels."""
    return max((mark.line for label in labels for mark in _marks(label, "")), default=0)


def excerpt(source: SourceText, labels: tuple[tuple[Label, bool], ...], frame: Frame) -> list[Ink]:
    """The rows that show the labels of one source, by line.

    Args:
        source: What all the labels point into.
        labels: Each with whether it is the place to look at first.
        frame: How to draw.
    """
    marks = [
        mark
        for label, is_main in labels
        for mark in _marks(label, visible(label.text.in_lang(frame.lang)), is_main=is_main)
    ]
    marks.sort(key=lambda mark: (mark.line, mark.start, mark.end))
    rows: list[Ink] = []
    before = 0
    for number, group in groupby(marks, key=lambda mark: mark.line):
        if before and number > before + 1:
            rows.append(frame.walled(frame.strokes.gap))
        before = number
        span = source.line_span(number)
        for together in _fitting_together(source, span, list(group), frame):
            strip = _strip(source, span, together, frame)
            rows.append(frame.numbered(number).append(strip.text))
            for mark in together:
                rows.extend(_underline(mark, strip, frame))
    return rows


def _marks(label: Label, words: str, *, is_main: bool = False) -> Iterator[_Mark]:
    """The stretches of a label, line by line; over many lines, the first and the last."""
    source = label.place.source
    start, end = _inside(label.place.span, len(source.text))
    first = source.position(start).line
    last = source.position(max(start, end - 1)).line
    lines = range(first, last + 1) if last - first < _MOST_LINES else (first, last)
    found: list[tuple[int, int, int]] = []
    for number in lines:
        span = source.line_span(number)
        inked = Span(max(start, span.start), min(end, span.end))
        text = inked.text_of(source.text)
        left = len(text) - len(text.lstrip()) if number > first else 0
        if text.strip():
            found.append(
                (
                    number,
                    inked.start + left - span.start,
                    inked.start - span.start + len(text.rstrip()),
                )
            )
    if not found:
        span = source.line_span(first)
        at = min(start, span.end) - span.start
        found.append((first, at, max(at, min(end, span.end) - span.start)))
    for number, begin, stop in found:
        is_last = number == found[-1][0]
        yield _Mark(
            line=number, start=begin, end=stop, words=words if is_last else "", is_main=is_main
        )


def _inside(span: Span, length: int) -> tuple[int, int]:
    start = min(max(span.start, 0), length)
    return start, min(max(span.end, start), length)


def _fitting_together(
    source: SourceText, line: Span, marks: list[_Mark], frame: Frame
) -> Iterator[list[_Mark]]:
    """The marks of one line in groups that one strip of it can show; most often one group."""
    if _cells(line.text_of(source.text)[: frame.room + 1]) <= frame.room:
        yield marks
        return
    held: list[_Mark] = []
    for mark in marks:
        if held:
            start = min(m.start for m in held)
            end = max(mark.end, *(m.end for m in held))
            between = source.text[line.start + start : line.start + min(end, start + frame.room)]
            if _cells(between) > frame.room - 2 * _TAB:
                yield held
                held = []
        held.append(mark)
    if held:
        yield held


def _cells(text: str) -> int:
    return sum(_TAB if character == "\t" else cell_len(shape(character)) for character in text)


def _strip(source: SourceText, line: Span, marks: list[_Mark], frame: Frame) -> _Strip:
    """As much of the line as there is room for, with the marks in sight."""
    start, end = min(m.start for m in marks), max(m.end for m in marks)
    room = frame.room - any(m.start == m.end for m in marks)  # a caret may stand behind the line
    first = max(0, start - _CONTEXT)
    text = source.text[line.start + first : min(line.end, line.start + start + 2 * _CONTEXT)]
    shapes, columns = _laid_out(text)
    is_whole = first == 0 and line.start + len(text) >= line.end
    if is_whole and columns[-1] <= room:
        return _Strip(first=0, text="".join(shapes).rstrip(), columns=tuple(columns))
    cut = cell_len(frame.strokes.cut)
    here, there = columns[start - first], columns[min(end - first, len(columns) - 1)] + 1
    left = 0
    if first or there > room - cut:
        slack = max(0, room - 2 * cut - (there - here)) // 2
        left = min(here - slack, max(0, columns[-1] - room + cut))
        left = max(left, 0)
    begin = next(i for i, column in enumerate(columns) if column >= left)
    has_left = first + begin > 0
    limit = columns[begin] + room - cut * (1 + has_left)
    stop = begin
    while stop < len(shapes) and columns[stop + 1] <= limit:
        stop += 1
    reaches_end = line.start + first + len(shapes) >= line.end
    if reaches_end and columns[-1] <= limit + cut:
        stop = len(shapes)
    right = "" if reaches_end and stop == len(shapes) else frame.strokes.cut
    shown = (frame.strokes.cut if has_left else "") + "".join(shapes[begin:stop]) + right
    shift = (cut if has_left else 0) - columns[begin]
    return _Strip(
        first=first + begin,
        text=shown.rstrip(),
        columns=tuple(column + shift for column in columns[begin : stop + 1]),
    )


def _laid_out(text: str) -> tuple[list[str], list[int]]:
    """What is shown for each character, and the cell each begins at; one cell more for the end."""
    shapes: list[str] = []
    columns = [0]
    for character in text:
        at = columns[-1]
        shown = " " * (_TAB - at % _TAB) if character == "\t" else shape(character)
        shapes.append(shown)
        columns.append(at + cell_len(shown))
    return shapes, columns


def _underline(mark: _Mark, strip: _Strip, frame: Frame) -> Iterator[Ink]:
    start = strip.column(mark.start)
    width = max(1, strip.column(mark.end) - start)
    stroke = frame.strokes.line if mark.end > mark.start else frame.strokes.point
    style = frame.colour if mark.is_main else _OTHER
    row = frame.walled().append(" " * start).append(stroke * width, style)
    words = cell_len(mark.words)
    if not words:
        yield row
        return
    if start + width + 1 + words <= frame.room:
        yield row.append(f" {mark.words}", style)
        return
    yield row
    indent = max(0, min(start, frame.room - words))
    for line in wrapped(mark.words, frame.room - indent):
        yield frame.walled().append(" " * indent).append(line, style)
