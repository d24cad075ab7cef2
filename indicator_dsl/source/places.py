"""Spans of a text and what they stand under.

A span is two offsets in code points; line and column are worked out when asked.
"""

from bisect import bisect_right

from attrs import field, frozen


@frozen
class Span:
    """A half-open stretch of a text, counted in code points from its start.

    Example:
        >>> Span(3, 5).text_of("一二三四五")
        '四五'
    """

    start: int
    end: int

    def text_of(self, text: str) -> str:
        """The characters the span covers."""
        return text[self.start : self.end]

    def to(self, other: "Span") -> "Span":
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def moved(self, by: int) -> "Span":
        """The span so many characters further on."""
        return Span(self.start + by, self.end + by)


@frozen
class Position:
    """A line and a column, both counted from 1, the column in characters."""

    line: int
    column: int


def _line_starts(source: "SourceText") -> tuple[int, ...]:
    text = source.text
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


@frozen
class SourceText:
    """A text under the name its reader knows it by (a path as given, or `<text>`).

    Example:
        >>> SourceText("a.ind", "一" + chr(10) + "二三").position(3)
        Position(line=2, column=2)
    """

    name: str
    text: str = field(repr=False)
    _starts: tuple[int, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_starts", _line_starts(self))

    def position(self, offset: int) -> Position:
        """Where an offset stands; the end of the text is a position too."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The span of a line counted from 1, without its line break."""
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    @property
    def line_count(self) -> int:
        """How many lines the text has; an empty text has one."""
        return len(self._starts)


@frozen
class Place:
    """A span of a source, and the section headings it stands under, outermost first."""

    source: SourceText = field(repr=False)
    span: Span
    headings: tuple[str, ...] = ()

    @property
    def start(self) -> Position:
        """Where the place begins."""
        return self.source.position(self.span.start)

    @property
    def end(self) -> Position:
        """Where the place ends: the position just behind its last character."""
        return self.source.position(self.span.end)

    @property
    def text(self) -> str:
        """The characters at the place."""
        return self.span.text_of(self.source.text)

    def moved(self, source: SourceText, by: int) -> "Place":
        """The place in another state of its text, where it stands so many characters further on."""
        return Place(source, self.span.moved(by), self.headings)

    def __str__(self) -> str:
        return f"{self.source.name}:{self.start.line}"


NOWHERE = Place(SourceText("<text>", ""), Span(0, 0))
