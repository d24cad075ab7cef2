"""Offsets of a text as the line and the unit that editors count in, UTF-16 as a rule, and back.

Knows no language.
"""

from typing import Final, Literal

from indicator_dsl.source import SourceText

Encoding = Literal["utf-8", "utf-16", "utf-32"]
_BYTES: Final = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def units_in(text: str, encoding: Encoding = "utf-16") -> int:
    """How many units of an encoding a text has.

    Example:
        >>> units_in("面𠮷"), units_in("面𠮷", "utf-8"), units_in("面𠮷", "utf-32")
        (3, 7, 2)
    """
    if text.isascii() or encoding == "utf-32":
        return len(text)
    return (
        len(text.encode(f"{encoding}-le".replace("8-le", "8"), "surrogatepass")) // _BYTES[encoding]
    )


def offset_at(source: SourceText, line: int, unit: int, encoding: Encoding = "utf-16") -> int:
    """The offset of a place an editor names.

    Args:
        source: The text.
        line: Counted from 0; one beyond the end is the end of the text.
        unit: Counted from the start of the line; beyond its end is its end, and what lies within
            a character is its start.
        encoding: What units are counted in.

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
        width = units_in(character, encoding)
        if passed + width > unit:
            return span.start + index
        passed += width
    return span.end


def place_at(source: SourceText, offset: int, encoding: Encoding = "utf-16") -> tuple[int, int]:
    """The line, counted from 0, and the unit in it at which an offset stands.

    Example:
        >>> place_at(SourceText("a.ind", "𠮷量 >= 1 件 weight 5"), 1)
        (0, 2)
    """
    offset = min(max(offset, 0), len(source.text))
    position = source.position(offset)
    start = offset - position.column + 1
    return position.line - 1, units_in(source.text[start:offset], encoding)
