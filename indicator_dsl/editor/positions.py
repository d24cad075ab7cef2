"""Offsets of a text as the line and UTF-16 unit that editors count in, and back.

Knows no language.
"""

from indicator_dsl.source import SourceText

_BEYOND_TWO_BYTES = 0xFFFF


def units_in(text: str) -> int:
    """How many UTF-16 units a text has: two for a character beyond U+FFFF, else one.

    Example:
        >>> units_in("面𠮷")
        3
    """
    if text.isascii():
        return len(text)
    return len(text) + sum(ord(character) > _BEYOND_TWO_BYTES for character in text)


def offset_at(source: SourceText, line: int, unit: int) -> int:
    """The offset of a place an editor names.

    Args:
        source: The text.
        line: Counted from 0; one beyond the end is the end of the text.
        unit: UTF-16 units from the start of the line; beyond its end is its end, and the second
            half of a character is its start.

    Example:
        >>> offset_at(SourceText("a.ind", "𠮷量 >= 1 件 weight 5"), 0, 2)
        1
    """
    if line < 0:
        return 0
    if line >= source.line_count:
        return len(source.text)
    span = source.line_span(line + 1)
    written = span.text_of(source.text)
    if written.isascii():
        return span.start + min(max(unit, 0), len(written))
    passed = 0
    for index, character in enumerate(written):
        width = 1 + (ord(character) > _BEYOND_TWO_BYTES)
        if passed + width > unit:
            return span.start + index
        passed += width
    return span.end


def place_at(source: SourceText, offset: int) -> tuple[int, int]:
    """The line, counted from 0, and the UTF-16 unit in it at which an offset stands.

    Example:
        >>> place_at(SourceText("a.ind", "𠮷量 >= 1 件 weight 5"), 1)
        (0, 2)
    """
    position = source.position(min(max(offset, 0), len(source.text)))
    start = offset - position.column + 1
    return position.line - 1, units_in(source.text[start:offset])
