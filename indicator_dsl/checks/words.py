"""The word lists of the static checks, read once from the shipped data.

Knows names and words, no ruleset and no message.
"""

import tomllib
from functools import cache
from typing import Final

from attrs import field, frozen

from indicator_dsl.assets import rulesets

_OPENING: Final = "（(［[【〔"
_LONGEST: Final = 200


@frozen(kw_only=True)
class Words:
    """Words that say the same of a name, in lower case, the longest first."""

    words: tuple[str, ...]
    _known: frozenset[str] = field(init=False, repr=False, eq=False)
    _lengths: tuple[int, ...] = field(init=False, repr=False, eq=False)

    @_known.default
    def _all(self) -> frozenset[str]:
        return frozenset(self.words)

    @_lengths.default
    def _longest_first(self) -> tuple[int, ...]:
        return tuple(sorted({len(word) for word in self.words}, reverse=True))

    def ending(self, name: str) -> str:
        """The longest of the words that `name` (from `bare_name`) ends in; empty when none does."""
        if not name.endswith(self.words):  # most names, and told at once
            return ""
        tails = (name[-length:] for length in self._lengths if length <= len(name))
        return next((tail for tail in tails if tail in self._known and ends_in(name, tail)), "")

    def within(self, name: str) -> str:
        """The longest of the words that stands anywhere in `name`; empty when none does."""
        return next((word for word in self.words if word in name), "")


def ends_in(name: str, word: str) -> bool:
    """Whether a name ends in a word; a word in letters must not be the tail of another.

    Example:
        >>> ends_in("total cost", "cost"), ends_in("accost", "cost"), ends_in("项目成本", "成本")
        (True, False, True)
    """
    if not name.endswith(word):
        return False
    before = name[: -len(word)][-1:]
    return not (word[0].isascii() and word[0].isalpha() and before.isascii() and before.isalpha())


def bare_name(name: str) -> str:
    """A name in lower case without the bracketed remark it ends in.

    Example:
        >>> bare_name("Coverage (rural)")
        'coverage'
    """
    name = name.lower()[-_LONGEST:].strip()
    starts = [name.rfind(mark) for mark in _OPENING]
    if name[-1:] in "）)］]】〕" and max(starts) > 0:
        name = name[: max(starts)]
    return name.strip().strip("“”\"'")


def words_from(listed: list[str]) -> Words:
    """The words of a list of the data."""
    return Words(words=tuple(sorted({w.lower() for w in listed}, key=lambda w: (-len(w), w))))


@cache
def direction_words() -> dict[str, Words]:
    """The lists of `direction-words.toml` by their names."""
    lists: dict[str, list[str]] = tomllib.loads(_text("direction-words.toml"))
    return {kind: words_from(listed) for kind, listed in lists.items()}


@cache
def check_words(part: str, kind: str) -> Words:
    """A list of plain words of one part of `check-words.toml`."""
    return words_from(_parts()[part][kind])


@cache
def check_groups(part: str, kind: str) -> tuple[tuple[str, ...], ...]:
    """A list of `check-words.toml` that holds groups; a text is the group of its characters."""
    return tuple(tuple(group) for group in _parts()[part][kind])


@cache
def _parts() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_text("check-words.toml"))


def _text(file: str) -> str:
    return rulesets().joinpath(file).read_text(encoding="utf-8")
