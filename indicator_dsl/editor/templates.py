"""What a word of the language brings with it when it is completed. Spells no keyword itself."""

import re
from typing import Final

from indicator_dsl.syntax import keyword_groups, keywords
from indicator_dsl.wording import Lang

# `{NAME}` is a keyword of that name; `$1` and `${1:…}` are places to fill in, as editors know them.
_BEHIND: Final = {
    "RULESET": ' "$1"',
    "USE": " $1",
    "TOTAL": " ${1:100}",
    "ROUND": " ${1:2} {EACH}",
    "GRADES": " $1 >= 90, $2 >= 80, {ELSE} $3",
    "SCALE": " $1 = $2 100, $3 0",
    "DEFAULT": " ${1:<=} {BY} $2",
    "UNIT_STATEMENT": " $1 = $2 $3",
    "INPUT": " $1 $2",
    "LET": " $1 = $2",
    "CHECK": ' $1 "$2"',
    "ASSUME": ' "$1"',
    "EXAMPLE": " $1 = $2 -> $3",
    "LIMIT": " {TOTAL} $1",
    "VETO": ' "$1" {GRADE} <= $2',
    "BONUS": ' "$1" ${2:1} {EACH} {CAP} $3',
    "PENALTY": ' "$1" ${2:1} {EACH} {CAP} $3',
    "SINCE": " $1",
    "WEIGHT": " $1",
    "BY": " $1",
    "OVER": " ${1:130}% {EXPLAIN}",
    "BASIS": ' "$1"',
    "NOTE": ' "$1"',
    "CAP": " ${1:120}%",
    "MISSING": " {ZERO_POINTS}",
    "NA": " $1",
    "WHEN": " $1",
    "ALLOW": ' $1 "$2"',
    "LINE": " {FROM} $1 {TO} $2",
    "BANDS": " >= $1: $2, {ELSE} 0",
    "MOVE": " [$1]",
    "ACTUALS": ' "$1"',
    "REPORTED": " $1",
    "REASON": ' "$1"',
}
_KEYWORD: Final = re.compile(r"\{([A-Z_]+)\}")


def spelling(word: str, lang: Lang) -> str:
    """A keyword in a language, as the printer writes it; empty when that language has none.

    Args:
        word: Its name in the table of words.
        lang: The language of the file. Operator signs are the same in both.

    Example:
        >>> spelling("WEIGHT_WORD", "zh"), spelling("GE_WORD", "en"), spelling("GE_GLYPH", "zh")
        ('分值', '', '>=')
    """
    spellings = keywords()[word]
    if word.endswith("_GLYPH"):
        return spellings[0]
    is_word_operator = keyword_groups()[word] == "operators" and not spellings[0].isascii()
    if is_word_operator:
        return spellings[0] if lang == "zh" else ""
    chosen = spellings[1] if lang == "zh" else spellings[0]
    return chosen if lang == "zh" or chosen.isascii() else ""


def template(terminal: str, lang: Lang) -> str:
    """What follows a word with its places to fill in; empty when nothing does.

    Example:
        >>> template("OVER", "zh")
        ' ${1:130}% 须说明'
    """
    return _KEYWORD.sub(lambda found: spelling(f"{found[1]}_WORD", lang), _BEHIND.get(terminal, ""))
