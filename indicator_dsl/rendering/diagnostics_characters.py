"""Characters made safe to show, lines broken by display cells. Knows no diagnostic, no colour."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

_UNSEEN_CATEGORIES: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp", "Zs"})
_KNOWN_BLANKS: Final = " \u00a0\u3000"
# Marks and letters that Unicode counts among the visible and that no font draws.
_UNSEEN: Final = frozenset(
    chr(point)
    for first, last in (
        (0x034F, 0x034F),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x2800, 0x2800),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFFA0, 0xFFA0),
        (0xE0100, 0xE01EF),
    )
    for point in range(first, last + 1)
)
_NEVER_FIRST: Final = frozenset("，。、；：！？）》」』】〕］”’％…,.;:!?)]}%‰")
_NEVER_LAST: Final = frozenset("（《「『【〔［“‘([{")


def shape(character: str) -> str:
    r"""What is shown for a character: itself, or its number where nothing would be seen.

    Example:
        >>> shape("\u200b")
        '<U+200B>'
    """
    if character in _KNOWN_BLANKS or (
        character not in _UNSEEN and unicodedata.category(character) not in _UNSEEN_CATEGORIES
    ):
        return character
    return f"<U+{ord(character):04X}>"


def visible(text: str) -> str:
    r"""The text on one line with everything unseen shown by its number.

    Example:
        >>> visible("年\u202e办")
        '年<U+202E>办'
    """
    return text if text.isascii() and text.isprintable() else "".join(map(shape, text))


def wrapped(text: str, width: int, *, hanging: int = 0, at_blanks_only: bool = False) -> list[str]:
    """The text in lines of at most `width` cells.

    Args:
        text: One paragraph.
        width: In display cells, at least 2.
        hanging: The cells by which every line after the first is shorter.
        at_blanks_only: Break nowhere else, so that a word may stick out.

    Example:
        >>> wrapped("目标值缺少单位，请补写。", 14)
        ['目标值缺少单', '位，请补写。']
    """
    lines: list[str] = []
    rest = text.rstrip()
    while cell_len(rest) > width:
        at = _break(rest, width, at_blanks_only=at_blanks_only)
        if at >= len(rest):
            break
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
        width, hanging = width - hanging, 0
    return [*lines, rest]


def _break(text: str, width: int, *, at_blanks_only: bool) -> int:
    """Where the first line ends: the last place that fits, or the first one beyond if none fits."""
    best = 0
    for index, cells in _cells_before(text):
        if index > 0 and _may_break(text, index, at_blanks_only=at_blanks_only):
            if cells > width:
                return best or (index if at_blanks_only else max(1, _fitting(text, width)))
            best = index
    if best:
        return best
    return len(text) if at_blanks_only else max(1, _fitting(text, width))


def _cells_before(text: str) -> Iterator[tuple[int, int]]:
    """Every index, and the cells before it; blanks that would end the line do not count."""
    cells = 0
    ink = 0
    for index, character in enumerate(text):
        yield index, ink
        cells += cell_len(character)
        if character != " ":
            ink = cells


def _may_break(text: str, index: int, *, at_blanks_only: bool) -> bool:
    before, after = text[index - 1], text[index]
    if before == " ":
        return after != " "
    if at_blanks_only or after == " ":
        return False
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return cell_len(before) > 1 or cell_len(after) > 1


def _fitting(text: str, width: int) -> int:
    cells = 0
    for index, character in enumerate(text):
        cells += cell_len(character)
        if cells > width:
            return index
    return len(text)
