"""A line that cannot be read, and a guess at what was meant.

Knows no particular slip.
"""

import re
from collections.abc import Callable, Iterator

from attrs import evolve, frozen

from indicator_dsl.codes import Code
from indicator_dsl.syntax.grammar import keywords
from indicator_dsl.syntax.mistakes.patterns import BLANKS, filled_quotes, tidied
from indicator_dsl.wording import Lang, Text


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
