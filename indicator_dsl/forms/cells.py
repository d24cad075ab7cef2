"""Cells of a form from the texts of a file: as written, without what no reader sees.

Knows no file format and no column.
"""

import unicodedata
from typing import Final

from indicator_dsl.model import FormCell
from indicator_dsl.wording import Text

_UNSEEN: Final = Text("characters that cannot be seen were left out", "略去了看不见的字符")
_LOST: Final = "\N{REPLACEMENT CHARACTER}"
_BLANKS: Final = "\t\u3000\xa0"


def form_cell(text: str, where: Text, remark: Text | None = None) -> FormCell:
    """A cell with outer blanks trimmed and its lines joined, as one reads them.

    Characters that direct the writing, mark it or have no shape are left out, with a remark.

    Example:
        >>> form_cell(" 年度" + chr(10) + "指标值 ", Text("line 1", "第 1 行")).text
        '年度指标值'
    """
    if text.isprintable():
        return FormCell(text=text.strip(), where=where, remark=remark)
    shown = joined_lines(text)
    kept = shown if shown.isprintable() else "".join(map(_seen, shown)).strip()
    return FormCell(text=kept, where=where, remark=remark or (None if kept == shown else _UNSEEN))


def joined_lines(text: str) -> str:
    """The lines of a cell as one; a blank stays only between two words or numbers of ASCII.

    Example:
        >>> joined_lines("on" + chr(10) + "time"), joined_lines("95" + chr(10) + "%")
        ('on time', '95%')
    """
    joined = ""
    for line in text.splitlines():
        part = line.strip()
        if joined and part and _is_word(joined[-1]) and _is_word(part[0]):
            joined += " "
        joined += part
    return joined


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _seen(character: str) -> str:
    if character.isprintable() or character in _BLANKS:
        return character
    match unicodedata.category(character):
        case "Zs":
            return character
        case "Cs" | "Co" | "Cn":
            return _LOST
        case _:
            return ""
