"""A line that cannot be read, a guess at what was meant, and the patterns guesses are made with.

Knows no particular slip.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.codes import Code
from indicator_dsl.syntax.grammar import keywords, pattern
from indicator_dsl.wording import Lang, Text

BLANKS: Final = " \t\u3000\u00a0\r"
FILLER: Final = "□"
_QUOTED: Final = re.compile(r'"[^"\n]*"|“[^”\n]*”')
_FRAGMENT: Final = re.compile(r"@(\w+)@")
_SPOKEN: Final = (
    *("WEIGHT", "BY", "OVER", "BASIS", "NOTE", "ASSUME", "RULESET", "TOTAL", "ROUND", "GRADES"),
    *("SCALE", "DEFAULT", "UNIT", "INPUT", "LET", "CHECK", "ACTUALS", "REPORTED", "REASON"),
)


@frozen(kw_only=True)
class Line:
    """A line that cannot be read.

    `text` is without its comment and the blanks at its end; `bare` is `text` with every quoted
    word filled up, so that both have the same offsets. `at` is where reading stopped. `lang` is
    the language of the file's keywords. `is_clause` says that the line stands under a rule.
    """

    text: str
    bare: str
    at: int
    lang: Lang
    is_clause: bool = False

    def keyword(self, name: str) -> str:
        """A keyword in the file's own language, by its name in the table without `_WORD`."""
        return keywords()[f"{name}_WORD"][1 if self.lang == "zh" else 0]

    def speaking_as(self, word: str) -> "Line":
        """The line, its keywords to be in the language of a word that stands in it."""
        return evolve(self, lang="en" if word.isascii() else "zh")

    @property
    def indent(self) -> int:
        """How many blanks the line begins with."""
        return len(self.text) - len(self.text.lstrip(BLANKS))

    def with_piece(self, start: int, end: int, piece: str) -> str:
        """The line with a stretch of it replaced, blanks tidied."""
        return tidied(f"{self.text[:start]}{piece}{self.text[end:]}")


@frozen(kw_only=True)
class Guess:
    """A possible mistake: its code, where it stands in the line, and the line put right.

    `corrected` is offered only if it can be read; otherwise `advice`, otherwise the code's own
    help. `is_certain` says that no other guess should be preferred. `text` and `name` are what
    the code's sentence speaks of.
    """

    code: Code
    start: int
    end: int
    corrected: str = ""
    advice: Text | None = None
    notes: tuple[Text, ...] = ()
    is_certain: bool = False
    text: str = ""
    name: str = ""


Guesser = Callable[[Line], Iterator[Guess]]


def line_of(text: str, at: int, lang: Lang, *, is_clause: bool = False) -> tuple[Line, str]:
    """A line ready to be guessed at, and its comment (with its `#`), or nothing."""
    bare = filled_quotes(text)
    found = re.search(r"(?<!\S)#", bare)
    comment = text[found.start() :].rstrip(BLANKS) if found else ""
    kept = (text[: found.start()] if found else text).rstrip(BLANKS)
    line = Line(
        text=kept, bare=bare[: len(kept)], at=min(at, len(kept)), lang=lang, is_clause=is_clause
    )
    return line, comment


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


def language_of(text: str) -> Lang:
    """The language most keywords of a text are written in; English when they are equally many.

    Example:
        >>> language_of("年办件量 >= 200000 件 分值 20")
        'zh'
    """
    bare = filled_quotes(text)
    english, chinese = (len(evidence.findall(bare)) for evidence in _evidence())
    return "zh" if chinese > english else "en"


@cache
def _evidence() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = [keywords()[f"{name}_WORD"] for name in _SPOKEN]
    english = "|".join(re.escape(spellings[0]) for spellings in words)
    chinese = "|".join(re.escape(s) for spellings in words for s in spellings[1:])
    behind = rf"(?=[\s\d０-９:：=＝{FILLER}“\"])"
    return (
        re.compile(rf"(?<!\S)(?:{english}){behind}", re.IGNORECASE),
        re.compile(
            rf"(?<!\S)(?:{chinese}){behind}|[\d\s]分(?!\w)|(?<!\S)按(?:达标|比例|反比|超幅)"
        ),
    )
