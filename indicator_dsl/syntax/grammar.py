"""The grammar files as Lark parsers, and the table of keywords they are built from.

The only module that knows Lark's classes besides `tabulating`.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from indicator_dsl.assets import grammar_text as _text

if TYPE_CHECKING:
    from lark import Lark

FILES: Final = (
    "indicator.lark",
    "lexical.lark",
    "actuals.lark",
    "actuals_lexical.lark",
    "keywords.lark",
)

_DEFINITION: Final = re.compile(r"^// @define (\w+) (.+)$", re.MULTILINE)
_KEYWORD: Final = re.compile(r"^(\w+): (.+)$", re.MULTILINE)
_SPELLING: Final = re.compile(r'"([^"]+)"')
_COMMENT: Final = re.compile(r"^//.*$", re.MULTILINE)
_GROUP: Final = re.compile(r"^// ---- (.+)$")
_TERMINAL: Final = re.compile(r"^(\w+)(?:\.\d+)?: /(.+)/$", re.MULTILINE)
_ITS_WORDS: Final = re.compile(r"@\w+@(?:\|@\w+@)*")
_REFERENCE: Final = re.compile(r"@(\w+)@")


@cache
def keywords() -> dict[str, tuple[str, ...]]:
    """Every keyword with its spellings, the English one first and the Chinese one second.

    Example:
        >>> keywords()["WEIGHT_WORD"]
        ('weight', '分值', '权重')
    """
    table = _text("keywords.lark")
    return {name: tuple(_SPELLING.findall(line)) for name, line in _KEYWORD.findall(table)}


@cache
def keyword_groups() -> dict[str, str]:
    """Every keyword with the group it stands in, as the table of words names its groups.

    Example:
        >>> keyword_groups()["WEIGHT_WORD"], keyword_groups()["GE_GLYPH"]
        ('clauses of an indicator', 'operators')
    """
    groups: dict[str, str] = {}
    group = ""
    for line in _text("keywords.lark").splitlines():
        heading, keyword = _GROUP.match(line), _KEYWORD.match(line)
        if heading:
            group = heading[1].split(":")[0]
        elif keyword:
            groups[keyword[1]] = group
    return groups


@cache
def words_of_terminals() -> dict[str, tuple[str, ...]]:
    """The keywords each terminal of either grammar stands for; no terminal that stands for none.

    Example:
        >>> words_of_terminals()["GE"]
        ('GE_GLYPH', 'GE_WORD')
    """
    known = keywords()
    found: dict[str, tuple[str, ...]] = {}
    for file in ("lexical.lark", "actuals_lexical.lark"):
        for name, regex in _TERMINAL.findall(_text(file)):
            begins = _ITS_WORDS.match(regex)
            words = _REFERENCE.findall(begins[0]) if begins else []
            if words and known.keys() >= set(words):
                found[name] = tuple(words)
    return found


@cache
def terminal(name: str, *, of_actuals: bool = False) -> str:
    """The regular expression of a terminal, every fragment spelt out.

    Args:
        name: As the grammar files write it.
        of_actuals: Whether that of actuals files is meant, where the two differ.

    Raises:
        KeyError: when the grammar has none of that name.

    Example:
        >>> terminal("PERCENT")
        '[%％]'
    """
    texts = [_text("lexical.lark"), *([_text("actuals_lexical.lark")] if of_actuals else [])]
    return _expanded(dict(pair for text in texts for pair in _TERMINAL.findall(text))[name])


def _alternation(spellings: tuple[str, ...]) -> str:
    longest_first = sorted(spellings, key=len, reverse=True)
    return (
        "(?:"
        + "|".join(re.escape(s).replace("\\ ", "@B@+").replace("/", "\\/") for s in longest_first)
        + ")"
    )


@cache
def _fragments() -> dict[str, str]:
    known = {name: _alternation(spellings) for name, spellings in keywords().items()}
    for file in ("lexical.lark", "actuals_lexical.lark"):
        known.update(_DEFINITION.findall(_text(file)))
    return known


def _expanded(text: str) -> str:
    known = _fragments()
    while _REFERENCE.search(text):
        text = _REFERENCE.sub(lambda found: known[found[1]], text)
    return text


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A named fragment of the lexical grammar as a compiled regular expression.

    Example:
        >>> bool(pattern("WEIGHT_STARTS").match("分值 20"))
        True
    """
    return re.compile(_expanded(f"@{name}@"))


def _assembled(*files: str) -> str:
    return "\n".join(_expanded(_COMMENT.sub("", _text(file))) for file in files)


@cache
def ruleset_grammar() -> str:
    """The whole grammar of a ruleset file as one text, every fragment spelt out."""
    return _assembled("indicator.lark", "lexical.lark")


@cache
def actuals_grammar() -> str:
    """The whole grammar of an actuals file as one text, every fragment spelt out."""
    shared = _text("lexical.lark")
    own = _text("actuals_lexical.lark")
    defined = set(re.findall(r"^(\w+)(?:\.\d+)?:", own, re.MULTILINE))
    kept = [line for line in shared.splitlines() if line.split(":")[0].split(".")[0] not in defined]
    return _expanded(_COMMENT.sub("", "\n".join((_text("actuals.lark"), *kept, own))))


def _parser(text: str) -> "Lark":
    from lark import Lark  # noqa: PLC0415 - no text is read by it while the shipped tables fit

    return Lark(text, parser="lalr", lexer="contextual", maybe_placeholders=False)


@cache
def ruleset_parser() -> "Lark":
    """Lark's own parser of ruleset files, built once a process: what the tables are made from."""
    return _parser(ruleset_grammar())


@cache
def actuals_parser() -> "Lark":
    """Lark's own parser of actuals files, built once a process: what the tables are made from."""
    return _parser(actuals_grammar())
