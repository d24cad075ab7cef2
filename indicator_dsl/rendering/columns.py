"""Rows set in columns of display cells, as styled lines.

Knows widths and wrapping, and no scorecard.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from attrs import frozen
from rich.cells import cell_len
from rich.text import Text as Styled

from indicator_dsl.rendering.diagnostics_characters import wrapped

GAP: Final = 2
_NARROWEST: Final = 4


@frozen
class Column:
    """A column's width in cells, and whether its text ends flush at the right."""

    width: int
    is_right: bool = False


@frozen
class Cell:
    """A text with its style; lines after the first hang by `indent`, as the first one does."""

    text: str
    style: str = ""
    indent: int = 0


def set_in_columns(columns: Sequence[Column], cells: Sequence[Cell]) -> Iterator[Styled]:
    """The cells beside each other, as many lines as the highest needs."""
    stacks = [_stack(column, cell) for column, cell in zip(columns, cells, strict=True)]
    for parts in zip_longest(*stacks, fillvalue=""):
        line = Styled(" ", no_wrap=True, overflow="ignore", end="\n")
        for index, (column, cell, part) in enumerate(zip(columns, cells, parts, strict=True)):
            blanks = " " * max(0, column.width - cell_len(part))
            padded = blanks + part if column.is_right else part + blanks
            line.append(" " * GAP if index else "")
            line.append(padded, cell.style)
        line.rstrip()
        yield line


def paragraph(
    text: str, width: int, *, style: str = "", indent: int = 0, hanging: int = 0
) -> Iterator[Styled]:
    """The text in lines of at most `width` cells, all behind `indent` blanks.

    Args:
        text: One paragraph, safe to show.
        width: Of the whole line, in cells.
        style: For the text; the blanks have none.
        indent: Blanks before every line.
        hanging: Further blanks before every line but the first.
    """
    room = max(_NARROWEST, width - indent)
    for index, part in enumerate(wrapped(text, room, hanging=min(hanging, room - _NARROWEST))):
        line = Styled(" " * (indent + (hanging if index else 0)), no_wrap=True, overflow="ignore")
        yield line.append(part, style)


def natural_width(texts: Sequence[str]) -> int:
    """The cells the widest of the texts takes; 0 for none."""
    return max(map(cell_len, texts), default=0)


def _stack(column: Column, cell: Cell) -> list[str]:
    room = max(_NARROWEST, column.width - cell.indent)
    return [f"{' ' * cell.indent}{part}" for part in wrapped(cell.text, room)]
