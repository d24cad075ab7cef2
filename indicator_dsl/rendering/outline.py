"""A short document as plain parts, and the same parts set for a terminal or as Markdown.

Knows no scorecard: who has something to say makes the parts.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, TypeAlias

from attrs import frozen
from rich.console import Console, ConsoleOptions
from rich.text import Text as Styled

from indicator_dsl.rendering.columns import (
    GAP,
    Cell,
    Column,
    natural_width,
    paragraph,
    set_in_columns,
)
from indicator_dsl.rendering.markdown import escaped
from indicator_dsl.rendering.marks import PLAIN, Marks, marks_for

_INDENT: Final = 2
_NARROWEST_TEXT: Final = 10
_PLAIN_WIDTH: Final = 80
Mood: TypeAlias = Literal["", "gain", "loss", "open", "dim"]
_STYLES: Final = {"gain": "green", "loss": "red", "open": "yellow", "dim": "dim", "": ""}


@frozen
class Words:
    """A paragraph: a `title`, a `heading`, an `item` of a list, a `detail` below one, or words.

    `strong` is the summary. `mood` colours it on a terminal, and says nothing of its own.
    """

    text: str
    kind: Literal["title", "heading", "item", "detail", "words", "strong"] = "words"
    mood: Mood = ""


@frozen
class Blank:
    """A blank line."""


@frozen(kw_only=True)
class Table:
    """Rows in columns; those in `right` are set flush right, and the row numbers in `strong` bold.

    `moods` has one for each row, or none at all.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    moods: tuple[Mood, ...] = ()


Part: TypeAlias = Words | Table | Blank
Outline: TypeAlias = tuple[Part, ...]


@frozen
class OutlineView:
    """An outline that rich can print, for the width and the signs at hand."""

    outline: Outline

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Styled]:
        """The lines, for the width at hand."""
        yield from outline_lines(self.outline, marks_for(console), options.max_width)


def outline_lines(outline: Iterable[Part], marks: Marks, width: int) -> Iterator[Styled]:
    """The parts as lines of at most `width` cells."""
    for part in outline:
        match part:
            case Blank():
                yield Styled("")
            case Table():
                yield from _table_lines(part, marks, width)
            case Words():
                yield from _words_lines(part, marks, width)


def outline_text(outline: Iterable[Part], *, width: int = _PLAIN_WIDTH) -> str:
    r"""The parts as plain text, each line ended.

    Example:
        >>> outline_text([Words("+2.00", "item")])
        '  - +2.00\n'
    """
    lines = outline_lines(outline, PLAIN, width)
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def outline_markdown(outline: Iterable[Part]) -> str:
    r"""The parts as Markdown, author's text escaped, each line ended.

    Example:
        >>> outline_markdown([Words("a*b", "strong")])
        '**a\\*b**\n'
    """
    paragraphs: list[str] = []
    was_listed = False
    for part in outline:
        is_listed = isinstance(part, Words) and part.kind in ("item", "detail")
        match part:
            case Words() if is_listed and was_listed:
                paragraphs[-1] += f"\n{_words_markdown(part)}"
            case Words():
                paragraphs.append(_words_markdown(part))
            case Table():
                paragraphs.append("\n".join(_table_markdown(part)))
            case Blank():
                continue
        was_listed = is_listed
    return "\n\n".join(paragraphs) + "\n"


def _words_lines(part: Words, marks: Marks, width: int) -> Iterator[Styled]:
    shown, style = marks.shown(part.text), _STYLES[part.mood]
    match part.kind:
        case "title" | "strong" | "heading":
            yield from paragraph(shown, width, style=f"bold {style}".strip())
        case "item":
            bullet = f"{marks.bullet} {shown}"
            yield from paragraph(bullet, width, style=style, indent=_INDENT, hanging=_INDENT)
        case "detail":
            yield from paragraph(shown, width, style=style, indent=2 * _INDENT, hanging=_INDENT)
        case _:
            yield from paragraph(shown, width, style=style, hanging=_INDENT)


def _table_lines(table: Table, marks: Marks, width: int) -> Iterator[Styled]:
    rows = [tuple(map(marks.shown, row)) for row in table.rows]
    columns = _columns(table, rows, width)
    rule = Styled(marks.rule * width, "dim", no_wrap=True, overflow="ignore")
    yield rule
    yield from set_in_columns(columns, [Cell(head, "dim") for head in table.heads])
    yield rule.copy()
    for index, row in enumerate(rows):
        mood = _STYLES[table.moods[index]] if table.moods else ""
        style = f"bold {mood}".strip() if index in table.strong else mood
        if index in table.strong and index == len(rows) - 1:
            yield rule.copy()
        yield from set_in_columns(
            columns,
            [
                Cell(cell, style, _INDENT if n == 0 and cell[:1] == " " else 0)
                for n, cell in enumerate(row)
            ],
        )


def _columns(table: Table, rows: Sequence[tuple[str, ...]], width: int) -> list[Column]:
    """Columns as wide as they need; where that is too much, the widest texts wrap."""
    natural = [
        natural_width([head, *(row[index] for row in rows)])
        for index, head in enumerate(table.heads)
    ]
    room = width - 1 - GAP * (len(natural) - 1)
    texts = [n for n in range(len(natural)) if n not in table.right]
    while sum(natural) > room:
        widest = max(texts, key=lambda n: natural[n], default=None)
        if widest is None or natural[widest] <= _NARROWEST_TEXT:
            break
        natural[widest] -= 1
    return [Column(size, is_right=n in table.right) for n, size in enumerate(natural)]


def _words_markdown(part: Words) -> str:
    shown = escaped(part.text)
    match part.kind:
        case "title":
            return f"# {shown}"
        case "heading":
            return f"## {shown}"
        case "strong":
            return f"**{shown}**"
        case "item":
            return f"- {shown}"
        case "detail":
            return f"  - {shown}"
        case _:
            return shown


def _table_markdown(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, table.heads))} |"
    rules = ["---:" if n in table.right else "---" for n in range(len(table.heads))]
    yield f"| {' | '.join(rules)} |"
    for index, row in enumerate(table.rows):
        cells = [escaped(cell.strip()) for cell in row]
        if index in table.strong:
            cells = [f"**{cell}**" if cell else "" for cell in cells]
        yield f"| {' | '.join(cells)} |"
