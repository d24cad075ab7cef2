"""The structure of a unit's text: brackets, quotients and products taken apart into single words.

Knows what the marks and the counting words 十 to 亿 mean, and no other word's meaning.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, Literal, TypeAlias

MAX_UNIT_LENGTH: Final = 64
MAX_UNIT_DEPTH: Final = 8
MAX_UNIT_POWER: Final = 64
MAX_DECLARED_UNITS: Final = 500
# The tab and every space separator of Unicode; no line end, no control character.
BLANKS: Final = "\t \u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PER = "/"
_TIMES = "·•・‧⋅∙*、"
_BLANKS_AT_MARK = re.compile(rf"[{BLANKS}]*([()/{re.escape(_TIMES)}])[{BLANKS}]*")
_BLANKS_AFTER_COUNT = re.compile(
    rf"(^|[(/{re.escape(_TIMES)}])([0-9]*)[{BLANKS}]*([十百千万亿]*)[{BLANKS}]*(?![0-9])"
)
_BLANKS_INSIDE = re.compile(rf"[{BLANKS}]+")
_COUNTING_WORDS: Final = (
    {"十": 10, "百": 100, "千": 1000},
    {"万": 10**4},
    {"亿": 10**8},
)

UnitFault: TypeAlias = Literal[
    "empty",
    "too-long",
    "too-deep",
    "too-large",
    "too-many",
    "brackets",
    "character",
    "number",
    "ambiguous",
    "name",
    "amount",
    "circular",
    "conflict",
]

_FAULTS: Final[dict[UnitFault, str]] = {
    "empty": "a part of the unit is empty",
    "too-long": f"a unit has at most {MAX_UNIT_LENGTH} characters",
    "too-deep": f"a unit has at most {MAX_UNIT_DEPTH} brackets inside each other",
    "too-large": f"a unit multiplies at most {MAX_UNIT_POWER} words, worth at most 10^120 together",
    "too-many": f"at most {MAX_DECLARED_UNITS} units are declared",
    "brackets": "the brackets of the unit do not match",
    "character": "a unit has no control, invisible or unassigned characters",
    "number": "a number stands in a unit only below the line and before a word",
    "ambiguous": "a counting word alone could count the unit or what the unit counts",
    "name": "a declared unit is a single word that does not start with a number",
    "amount": "a unit is worth more than nothing",
    "circular": "the unit is declared by itself",
    "conflict": "the unit is already declared with another worth",
}


class UnitError(ValueError):
    """The refusal of a unit's text or declaration, with its `reason` and the `text`."""

    def __init__(self, reason: UnitFault, text: str) -> None:
        super().__init__(reason, text)
        self.reason: UnitFault = reason
        self.text: str = text

    def __str__(self) -> str:
        return f"{_FAULTS[self.reason]}: {self.text!r}"


def canonical_unit_text(text: str) -> str:
    """The text as it is printed: full-width ASCII folded, blanks dropped or made hyphens.

    They are dropped beside a mark and after a number or counting word: 万 件 is 万件.

    Raises:
        UnitError: "too-long", "empty", or "character" for one that cannot be seen.
    """
    if len(text) > MAX_UNIT_LENGTH:
        raise UnitError("too-long", text[:MAX_UNIT_LENGTH])
    folded = unicodedata.normalize("NFC", text).translate(_FULL_WIDTH)
    tight = _BLANKS_AT_MARK.sub(r"\1", folded.strip(BLANKS))
    printed = _BLANKS_INSIDE.sub("-", _BLANKS_AFTER_COUNT.sub(r"\1\2\3", tight))
    if not printed:
        raise UnitError("empty", text)
    if not printed.isprintable():
        raise UnitError("character", text)
    return printed


def unit_word_key(word: str) -> str:
    """What two spellings of one word have in common: ㎡ and m2 are one word."""
    return unicodedata.normalize("NFKC", word)


def words_and_powers(text: str) -> tuple[tuple[str, int], ...]:
    """The single words of a canonical text with the power each has in it.

    Everything after a bare `/` stands below the line: 元/人·月 is 元 per (人·月). A bracket glued
    to a word belongs to it, as in 台(套).

    Raises:
        UnitError: "brackets", "too-deep" or "empty".
    """
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            raise UnitError("brackets", text)
        if depth > MAX_UNIT_DEPTH:
            raise UnitError("too-deep", text)
    if depth:
        raise UnitError("brackets", text)
    return tuple(_words(text, 1))


def _words(text: str, power: int) -> Iterator[tuple[str, int]]:
    above, *below = _split(text, _PER)
    for side, side_power in ((above, power), *((part, -power) for part in below)):
        for factor in _split(side, _TIMES):
            if not factor:
                raise UnitError("empty", text)
            if factor.startswith("("):
                yield from _words(_inside(factor), side_power)
            else:
                yield factor, side_power


def _split(text: str, marks: str) -> list[str]:
    parts, start, depth = [], 0, 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0 and character in marks:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def _inside(factor: str) -> str:
    inside = factor[1:-1]
    depth = 0
    for character in inside:
        depth += (character == "(") - (character == ")")
        if depth < 0:  # (元)人(次): the first bracket closes before the end
            raise UnitError("brackets", factor)
    return inside


def multiplier_and_word(word: str) -> tuple[int, str]:
    """The worth of the counting words 十 to 亿 in front of `word`, 1 if none, and what follows."""
    worth = 1
    for worths in _COUNTING_WORDS:
        if word[:1] in worths:
            worth *= worths[word[0]]
            word = word[1:]
    return worth, word


def product_text(a: str, b: str) -> str:
    """The text of two units multiplied, readable again as just that."""
    whole, ratio = sorted((a, b), key=lambda text: _PER in text)
    return f"({whole})·{ratio}" if _PER in whole else f"{whole}·{ratio}"


def quotient_text(a: str, b: str) -> str:
    """The text of one unit per another, readable again as just that."""
    is_compound = any(mark in b for mark in (_PER, *_TIMES))
    return f"{a}/({b})" if is_compound else f"{a}/{b}"


def text_from_powers(powers: Sequence[tuple[str, int]]) -> str:
    """The plainest text for words with powers, as 元/人·月."""
    above = [word for word, power in powers for _ in range(power)]
    below = [word for word, power in powers for _ in range(-power)]
    top = "·".join(above) or "1"
    return f"{top}/{'·'.join(below)}" if below else top
