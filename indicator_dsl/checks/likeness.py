"""When two names are near each other: one character apart, or alike but for marks.

Knows names only. Works on tables of signatures, so that long sheets stay quick.
"""

import unicodedata
from collections.abc import Iterable
from itertools import combinations
from typing import Final

from indicator_dsl.checks.words import bare_name, check_groups, check_words

_SHORTEST: Final = 4
_LARGEST_GROUP: Final = 12
_LONGEST: Final = 60


def plain_look(name: str) -> str:
    """A name without blanks, case, brackets and other marks.

    Example:
        >>> plain_look("Cost （net） a-b")
        'costnetab'
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(character for character in folded if character.isalnum())


def measure_key(name: str) -> str:
    """A name without the words that change nothing about what is measured.

    Example:
        >>> measure_key("年办件量") == measure_key("全年办件数量")
        True
    """
    key = bare_name(name)
    key = key.removesuffix(check_words("names", "endings").ending(key)) or key
    for word in check_words("names", "modifiers").words:
        key = key.removeprefix(word) or key
    return key.strip()


def is_one_apart(name: str, other: str) -> bool:
    """Whether one character more, less or other makes one name of two, and not on purpose.

    Example:
        >>> is_one_apart("全年预算数", "全年预算额"), is_one_apart("小学入学率", "中学入学率")
        (True, False)
    """
    short, long = sorted((name.casefold(), other.casefold()), key=len)
    if short == long or len(long) - len(short) > 1 or len(short) < _SHORTEST:
        return False
    at = next(
        (i for i, pair in enumerate(zip(short, long, strict=False)) if len(set(pair)) > 1), -1
    )
    at = len(short) if at < 0 else at
    is_longer = len(long) > len(short)
    if short[at + (not is_longer) :] != long[at + 1 :]:
        return False
    ours, theirs = ("" if is_longer else short[at]), long[at]
    return not _is_told_apart(ours, theirs)


def _is_told_apart(ours: str, theirs: str) -> bool:
    if any(c.isnumeric() for c in (*ours, theirs)):
        return True
    groups = check_groups("names", "told_apart")
    if not ours:
        return any(theirs in group for group in groups if not group[0].isascii())
    is_ended = ours.isascii() and theirs.isascii()
    return any(
        ours in group and theirs in group for group in groups if is_ended <= group[0].isascii()
    )


def pairs_one_apart(names: Iterable[str]) -> list[tuple[str, str]]:
    """Every pair of names that is one character apart, the earlier first, each once."""
    wanted = [name for name in names if _SHORTEST <= len(name) <= _LONGEST]
    folded = [name.casefold() for name in wanted]
    whole: dict[str, list[int]] = {}
    for index, name in enumerate(folded):
        whole.setdefault(name, []).append(index)
    first: dict[str, int] = {}
    alike: dict[str, list[int]] = {}
    pairs: set[tuple[int, int]] = set()
    for index, name in enumerate(folded):
        for at, character in enumerate(name):
            if character.isnumeric():  # names that differ there are told apart on purpose
                continue
            before, behind = name[:at], name[at + 1 :]
            for other in whole.get(before + behind, ())[:_LARGEST_GROUP]:  # one character less
                pairs.add((min(index, other), max(index, other)))
            key = f"{before}\0{behind}"  # another character
            other = first.setdefault(key, index)
            if other != index:
                alike.setdefault(key, [other]).append(index)
    for group in alike.values():
        pairs.update(combinations(dict.fromkeys(group[:_LARGEST_GROUP]), 2))
    found = ((wanted[one], wanted[other]) for one, other in sorted(pairs))
    return [pair for pair in found if is_one_apart(*pair)]
