"""The colours of the language as one list of patterns, each for a part of a line.

Put together from the terminals of the grammar, so that what is coloured is what is read. Pygments
and TextMate try them alike: at each place the first that fits.
"""

from functools import cache
from typing import Final

from attrs import frozen

from indicator_dsl.highlighting.kinds import Kind, kind_of_terminal
from indicator_dsl.syntax import keywords, pattern, terminal, words_of_terminals

_BLANK: Final = r"[ \t\u3000\u00a0\r]"
_QUOTED: Final = r"\"[^\"\n]*\"|“[^”\n]*”"
_STATEMENTS: Final = (
    *("RULESET", "USE", "TOTAL", "ROUND", "GRADES", "SCALE", "DEFAULT", "UNIT_STATEMENT"),
    *("INPUT", "LET", "CHECK", "ASSUME", "EXAMPLE", "LIMIT", "VETO", "BONUS", "PENALTY"),
)
# What a statement declares or names behind its word.
_NAMED: Final = {
    "USE": ("PROFILE", Kind.VARIABLE),
    "SCALE": ("LABEL", Kind.LABEL),
    "UNIT_STATEMENT": ("UNIT", Kind.UNIT),
    "INPUT": ("INPUT_NAME", Kind.VARIABLE),
    "LET": ("LET_NAME", Kind.VARIABLE),
    "EXAMPLE": ("LET_NAME", Kind.VARIABLE),
}
_WORDS_LAST: Final = ("YES", "NO", "IN", "IS")


@frozen
class Pattern:
    """Parts of a line that follow each other, each a regular expression and what it is.

    None for what needs no colour. `at_start` says that nothing but blanks stand before it.
    """

    parts: tuple[tuple[str, Kind | None], ...]
    at_start: bool = False

    @property
    def regex(self) -> str:
        """The whole pattern, one group to a part; anchored where it begins a line."""
        body = "".join(f"({regex})" for regex, _ in self.parts)
        return f"^({_BLANK}*){body}" if self.at_start else body

    @property
    def kinds(self) -> tuple[Kind | None, ...]:
        """What each group is."""
        kinds = tuple(kind for _, kind in self.parts)
        return (None, *kinds) if self.at_start else kinds


@cache
def ruleset_patterns() -> tuple[Pattern, ...]:
    """The patterns of a ruleset file, in the order they are tried.

    Example:
        >>> ruleset_patterns()[0].kinds[-1].name
        'COMMENT'
    """
    return (_COMMENT, *_beginnings(), *_inside())


@cache
def actuals_patterns() -> tuple[Pattern, ...]:
    """The patterns of an actuals file, in the order they are tried.

    Example:
        >>> any("自评" in each.regex for each in actuals_patterns())
        True
    """
    words = [terminal(name, of_actuals=True) for name in ("REPORTED", "REASON")]
    behind = rf"{_BLANK}+(?:{'|'.join(words)})"
    cell = rf"[^\s\"“#](?:(?!{behind})[^\n\"“#]|(?<=\S)#)*"
    total = terminal("TOTAL", of_actuals=True)
    return (
        _COMMENT,
        Pattern(((terminal("ACTUALS", of_actuals=True), Kind.STATEMENT),), at_start=True),
        Pattern(((total, Kind.STATEMENT),), at_start=True),
        _ITEM,
        Pattern(
            (
                (rf"{_QUOTED}|{_ENTRY}(?={_BLANK}*[=＝])", Kind.NAME),
                (rf"{_BLANK}*", None),
                (r"[=＝]", Kind.OPERATOR),
                (rf"{_BLANK}*", None),
                (rf"(?:{cell})?", Kind.LABEL),
            ),
            at_start=True,
        ),
        Pattern(((rf"(?:{_QUOTED}|{_ENTRY})(?={behind})", Kind.NAME),), at_start=True),
        *(Pattern(((word, Kind.CLAUSE),)) for word in words),
        _STRING,
        _NUMBER,
        _PLAIN,
    )


_ENTRY: Final = r"[^\s#\"=＝][^\n#\"=＝]*?"
_COMMENT: Final = Pattern(((r"(?<![^\s])#[^\n]*", Kind.COMMENT),))
_STRING: Final = Pattern(((_QUOTED, Kind.STRING),))
_ITEM: Final = Pattern(
    (
        (r"[\-－]", Kind.PUNCTUATION),
        (rf"{_BLANK}+", None),
        (r"[^\s:：#\"](?:[^\n:：#\"]|(?<=\S)#)*?", Kind.NAME),
        (rf"{_BLANK}*", None),
        (r"[:：]", Kind.PUNCTUATION),
    ),
    at_start=True,
)
_NUMBER: Final = Pattern(((terminal("NUMBER"), Kind.NUMBER),))
_PLAIN: Final = Pattern(((r"\w+|[^\S\n]+", None),))


def _beginnings() -> tuple[Pattern, ...]:
    """What a line may begin with: a heading, a statement, a clause, an item, or a rule's name."""
    clause = Pattern(((rf"(?<={_BLANK})(?={pattern('CLAUSE').pattern})", None),), at_start=True)
    return (
        Pattern(((terminal("SECTION"), Kind.HEADING),), at_start=True),
        *(_statement(name) for name in _STATEMENTS),
        _ITEM,
        clause,
        Pattern(((terminal("QUOTED_NAME"), Kind.NAME),), at_start=True),
        Pattern(((pattern("RULE_NAME").pattern, Kind.NAME),), at_start=True),
        Pattern(
            (
                (
                    rf"[^\s\[\"#\-][^\n\"#]*?(?={_BLANK}+{pattern('WEIGHT_STARTS').pattern})",
                    Kind.NAME,
                ),
            ),
            at_start=True,
        ),
    )


def _statement(name: str) -> Pattern:
    word = (terminal(name), Kind.STATEMENT)
    named = _NAMED.get(name)
    if named is None:
        return Pattern((word,), at_start=True)
    wanted, kind = named
    return Pattern(
        (word, (rf"{_BLANK}+", None), (f"{_QUOTED}|{terminal(wanted)}", kind)), at_start=True
    )


def _word(name: str) -> str:
    """A word of the language; 低 and 高 may be labels, unless a step or a bound comes behind."""
    regex = terminal(name)
    if name not in ("BELOW", "ABOVE", "REACH"):
        return regex
    steps = "|".join(terminal(each) for each in ("PER", "FULL_STEP", "ZERO"))
    return rf"(?<=zero ){regex}|{regex}(?=[^,，\n]*?(?:{steps}))"


def _inside() -> tuple[Pattern, ...]:
    """What may stand behind the beginning of a line."""
    known = words_of_terminals()
    begin = {*_STATEMENTS, "ACTUALS", "REPORTED", "REASON", *_WORDS_LAST}
    inner = [name for name in known if name not in begin]
    spellings = keywords()
    longest_first = sorted(inner, key=lambda n: -max(len(s) for s in spellings[known[n][0]]))
    words = [*longest_first, *_WORDS_LAST, "TOTAL"]
    any_word = "|".join(terminal(name) for name in words)
    number, unit = terminal("NUMBER"), terminal("UNIT")
    return (
        _STRING,
        Pattern(((terminal("DATE"), Kind.DATE),)),
        Pattern(
            (
                (number, Kind.NUMBER),
                (rf"{_BLANK}*", None),
                (rf"[%％]|(?!{any_word}){unit}", Kind.UNIT),
            )
        ),
        Pattern(((number, Kind.NUMBER),)),
        Pattern(
            (
                (terminal("IS"), Kind.OPERATOR),
                (rf"{_BLANK}+", None),
                (pattern("PLAIN_LABEL").pattern, Kind.LABEL),
            )
        ),
        Pattern(((terminal("CODE"), Kind.CODE),)),
        Pattern(((terminal("HEADING"), Kind.HEADING),)),
        *(Pattern(((_word(name), kind_of_terminal(name)),)) for name in words),
        Pattern(((r"->|→|\.\.|…|[+＋\-－−*×\/÷]", Kind.OPERATOR),)),
        Pattern(((r"[,，、:：;；()（）]", Kind.PUNCTUATION),)),
        Pattern(((pattern("PLAIN_TERM").pattern, Kind.VARIABLE),)),
        _PLAIN,
    )
