"""Which line of one sheet is which line of another. Tells names apart, and scores nothing."""

import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from typing import Final

from attrs import frozen

from indicator_dsl.explanation.keys import Key, asked_key, method_key
from indicator_dsl.model import Indicator, Measured, Ruleset

_ALIKE: Final = 50  # per cent of a name that must be alike
_MOST_PAIRS: Final = 4_000  # names compared with names, before the rest stay added and removed


@frozen(kw_only=True)
class Match:
    """A line of the old sheet and the same line of the new one; None where there is none.

    `similarity` is how much of the names is alike, in whole per cent; 100 for the same name.
    """

    before: Indicator | None
    after: Indicator | None
    similarity: int = 100

    @property
    def is_renamed(self) -> bool:
        """Whether both are there under different names: probably one line, renamed."""
        return (
            self.before is not None
            and self.after is not None
            and self.before.name != self.after.name
        )


def matches(before: Ruleset, after: Ruleset) -> tuple[Match, ...]:
    """Every line of both sheets, matched: in the order of the new one, removed lines last.

    Lines of the same name are the same line. Of the others, two are probably one line renamed
    when target and weight are the same and no other pair of the two is more alike in name.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> old = parse_ruleset("群众满意度 >= 95 % weight 10").model
        >>> new = parse_ruleset("办事群众满意度 >= 95 % weight 10").model
        >>> [(match.is_renamed, match.similarity) for match in matches(old, new)]
        [(True, 83)]
    """
    old = {rule.name: rule for rule in before.indicators}
    new = {rule.name: rule for rule in after.indicators}
    renamed = _renamed(
        [rule for name, rule in old.items() if name not in new],
        [rule for name, rule in new.items() if name not in old],
    )
    taken = {each.before.name for each in renamed.values() if each.before is not None}
    found = [
        renamed.get(name) or Match(before=old.get(name), after=rule) for name, rule in new.items()
    ]
    gone = [
        Match(before=rule, after=None)
        for name, rule in old.items()
        if name not in new and name not in taken
    ]
    return (*found, *gone)


def _renamed(old: list[Indicator], new: list[Indicator]) -> dict[str, Match]:
    """The probable renames by their new name."""
    pairs: list[tuple[int, Indicator, Indicator]] = []
    compared = 0
    by_key: dict[Key, list[Indicator]] = {}
    for rule in old:
        by_key.setdefault(_asked(rule), []).append(rule)
    for rule in new:
        for other in by_key.get(_asked(rule), []):
            compared += 1
            if compared > _MOST_PAIRS:
                break
            likeness = similarity(other.name, rule.name)
            if likeness >= _ALIKE:
                pairs.append((likeness, other, rule))
    found: dict[str, Match] = {}
    while pairs:
        best = max(likeness for likeness, _, _ in pairs)
        top = [pair for pair in pairs if pair[0] == best]
        olds = Counter(other.name for _, other, _ in top)
        news = Counter(rule.name for _, _, rule in top)
        for likeness, other, rule in top:
            if olds[other.name] == news[rule.name] == 1:
                found[rule.name] = Match(before=other, after=rule, similarity=likeness)
        # Where two are equally alike nobody can tell which is meant: both stay as they are.
        pairs = [p for p in pairs if p[1].name not in olds and p[2].name not in news]
    return found


def _asked(rule: Indicator) -> Key:
    """What two lines must share to be taken for one: target or levels or items, and weight."""
    levels = () if isinstance(rule.measure, Measured) else method_key(rule)
    return (*asked_key(rule), *levels, rule.weight)


def similarity(first: str, second: str) -> int:
    """How much of two names is alike, from 0 to 100; full-width and half-width read alike.

    Example:
        >>> similarity("年办件量", "年办件数")
        75
    """
    old, new = (unicodedata.normalize("NFKC", name).casefold() for name in (first, second))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    alike = sum(block.size for block in matcher.get_matching_blocks())
    return 200 * alike // max(1, len(old) + len(new))
