"""What is refused before any grammar sees a text.

Hidden characters, endless lines, deep brackets. Every offence becomes blanks, so that all offsets
stay.
"""

import re
import unicodedata
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.wording import Text, same

MAX_CHARACTERS: Final = 4 * 1024 * 1024
MAX_LINE: Final = 1000
MAX_DEPTH: Final = 64
_MOST_REPORTED: Final = 50
_FORBIDDEN: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
_SIGNS: Final = re.compile(rf"(?:[-－−]\s*){{{MAX_DEPTH},}}")
# Quoted words and comments are not taken apart, however many brackets and dashes they hold.
_NOT_NESTED: Final = re.compile(r'"[^"]*"|“[^”]*”|(?<!\S)#.*')
_OPENING: Final = "(（"
_CLOSING: Final = ")）"


def screened(source: SourceText, collector: Collector) -> str:
    """The text with every offending character or line turned into blanks, each offence reported.

    Example:
        >>> screened(SourceText("a.ind", "指" + chr(0x200B) + "标"), Collector())
        '指 标'
    """
    text = source.text
    if len(text) > MAX_CHARACTERS:
        place = Place(source, Span(0, 0))
        collector.add(codes.TOO_LARGE.at(place, count=len(text), limit=MAX_CHARACTERS))
        return ""
    lines: list[str] = []
    start = 0
    reported = 0
    for line in text.split("\n"):
        kept = line
        if (
            not line.isprintable()
            or len(line) > MAX_LINE
            or sum(map(line.count, "(（-－−")) > MAX_DEPTH
        ):
            kept, found = _screened_line(
                source, line, start, collector, silent=reported > _MOST_REPORTED
            )
            reported += found
        lines.append(kept)
        start += len(line) + 1
    return "\n".join(lines)


def _screened_line(
    source: SourceText, line: str, start: int, collector: Collector, *, silent: bool
) -> tuple[str, int]:
    """The line made harmless, and how many offences it held."""
    if len(line) > MAX_LINE:
        if not silent:
            place = Place(source, Span(start + MAX_LINE, start + len(line)))
            collector.add(codes.LINE_TOO_LONG.at(place, count=len(line), limit=MAX_LINE))
        return " " * len(line), 1
    deep = _too_deep(line)
    if deep is not None:
        if not silent:
            place = Place(source, Span(start + deep, start + deep + 1))
            collector.add(codes.TOO_DEEP.at(place, limit=MAX_DEPTH))
        return " " * len(line), 1
    found = 0
    characters = list(line)
    for index, character in enumerate(line):
        if character in "\t\r" or unicodedata.category(character) not in _FORBIDDEN:
            continue
        found += 1
        characters[index] = " "
        if not silent and found <= _MOST_REPORTED:
            place = Place(source, Span(start + index, start + index + 1))
            collector.add(codes.CHARACTER_FORBIDDEN.at(place, character=_named(character)))
    return "".join(characters), found


def _named(character: str) -> Text:
    point = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return same(f"{point} {name}".strip())


def _too_deep(line: str) -> int | None:
    bare = _NOT_NESTED.sub(lambda found: "x" * len(found[0]), line)
    signs = _SIGNS.search(bare)
    if signs is not None:
        return signs.start()
    depth = 0
    for index, character in enumerate(bare):
        if character in _OPENING:
            depth += 1
            if depth > MAX_DEPTH:
                return index
        elif character in _CLOSING:
            depth -= 1
    return None
