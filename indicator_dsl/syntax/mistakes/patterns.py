"""Regular expressions over the language's own words, and text with its quotes set aside.

Knows no mistake.
"""

import re
from functools import cache
from typing import Final

from indicator_dsl.syntax.grammar import pattern

BLANKS: Final = " \t\u3000\u00a0\r"
DAY: Final = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}")
FILLER: Final = "□"
_QUOTED: Final = re.compile(r'"[^"\n]*"|“[^”\n]*”')
_FRAGMENT: Final = re.compile(r"@(\w+)@")


def filled_quotes(text: str) -> str:
    """The text with every quoted word filled up, quotes and all; offsets stay.

    Example:
        >>> filled_quotes('reason "雨天" 9')
        'reason □□□□ 9'
    """
    return _QUOTED.sub(lambda found: FILLER * len(found[0]), text)


@cache
def expression(text: str) -> re.Pattern[str]:
    """A regular expression in which `@NAME@` stands for a keyword or a lexical fragment.

    Example:
        >>> bool(expression("@WEIGHT_WORD@：").search("权重：20"))
        True
    """
    return re.compile(_FRAGMENT.sub(lambda found: pattern(found[1]).pattern, text))


def tidied(text: str) -> str:
    r"""The text with single blanks between its words and none at its ends; quoted words stay.

    Example:
        >>> tidied(' 年办件量\t≥   200000 件 basis "a  b" ')
        '年办件量 ≥ 200000 件 basis "a  b"'
    """
    parts: list[str] = []
    position = 0
    for found in _QUOTED.finditer(text):
        parts += [re.sub(rf"[{BLANKS}]++", " ", text[position : found.start()]), found[0]]
        position = found.end()
    parts.append(re.sub(rf"[{BLANKS}]++", " ", text[position:]))
    return "".join(parts).strip(BLANKS)
