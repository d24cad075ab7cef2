"""Where a text can be cut so that each part is read by itself. Reads no part.

Paragraphs say the same alone as in the text. Blocks are smaller, for telling what cannot be read.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from attrs import frozen

from indicator_dsl.syntax.grammar import pattern

BLANKS: Final = " \t\u3000\u00a0\r"
# No word of either grammar looks across the line end before such a line, and no clause stands on
# one: it is not empty, not indented, no comment and no item of a list.
_OPENING: Final = re.compile(rf"^(?![{BLANKS}\n#]|[-－][{BLANKS}]|\Z)", re.MULTILINE)


@frozen
class Block:
    """A stretch of whole lines that is read by itself: a line and the clause lines under it."""

    start: int
    text: str


def paragraph_starts(text: str) -> list[int]:
    r"""Where the paragraphs of a text begin; the first begins with the text.

    Example:
        >>> paragraph_starts("甲 >= 1 件\n  weight 5\n\n乙 >= 1 件 weight 5")
        [0, 21]
    """
    starts = [found.start() for found in _OPENING.finditer(text)]
    return starts if starts and starts[0] == 0 else [0, *starts]


def blocks_of(paragraph: Block, *, has_clauses: bool) -> Iterator[Block]:
    """The blocks of a paragraph; with clauses, indented lines belong to the line above."""
    start = position = paragraph.start
    held: list[str] = []
    for line in paragraph.text.split("\n"):
        body = line.lstrip(BLANKS)
        is_indented = has_clauses and body != line
        is_item = body[:1] in ("-", "－") and body[1:2] in tuple(BLANKS)
        goes_on = (
            not body or body[0] == "#" or is_item or (is_indented and not _begins_statement(body))
        )
        if held and not goes_on:
            yield Block(start, "\n".join(held))
            held, start = [], position
        held.append(line)
        position += len(line) + 1
    if held:
        yield Block(start, "\n".join(held))


def _begins_statement(body: str) -> bool:
    """Whether an indented line is something of its own rather than a clause, perhaps misspelt."""
    if pattern("CLAUSE").match(body):
        return False
    return body[0] in "[［【" or any(sign.search(body) for sign in _statement_signs())


@cache
def _statement_signs() -> tuple[re.Pattern[str], ...]:
    """What shows a rule or a statement: an operator with a value, a weight, a statement's word."""
    words = "|".join(
        pattern(f"{name}_WORD").pattern
        for name in [
            "RULESET",
            "TOTAL",
            "ROUND",
            "GRADES",
            "SCALE",
            "DEFAULT",
            "UNIT",
            "INPUT",
            "LET",
            "CHECK",
        ]
    )
    blank = pattern("B").pattern
    return (
        re.compile(pattern("GLYPH").pattern + pattern("VALUE_STARTS").pattern),
        re.compile(f"{blank}(?:{pattern('OP_WORD').pattern}){pattern('VALUE_STARTS').pattern}"),
        re.compile(blank + pattern("WEIGHT_STARTS").pattern),
        re.compile(f"^(?:{words}){blank}"),
    )
