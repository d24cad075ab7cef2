"""Where the change of a total came from, in parts that add up to it exactly.

Each line's change is shared among its factors by Shapley's rule: every factor is given the mean,
over all orders in which the factors can be exchanged one after the other, of what its exchange
moves. Works on points that the engine gives, and gives none itself.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from math import factorial
from typing import Final, TypeAlias

from attrs import frozen

from indicator_dsl.explanation.card_pairs import CardPair
from indicator_dsl.explanation.hybrids import (
    Factor,
    hybrid_points,
    points_on_card,
    share_of_card,
    target_of,
)
from indicator_dsl.explanation.keys import scores_alike
from indicator_dsl.explanation.matching import Match
from indicator_dsl.model import Indicator, Ruleset
from indicator_dsl.scoring import LineScore

Group: TypeAlias = tuple[Factor, ...]
_ORDER: Final = tuple(Factor)


@frozen
class Share:
    """What one factor moved; several where they could not be told apart on this line."""

    factors: Group
    points: Fraction


@frozen(kw_only=True)
class LineShares:
    """A settled line's change as it counts on the card, before any rounding, and its shares.

    `before` or `after` is None for a line that was added or removed, which has no shares.
    """

    match: Match
    before: LineScore | None
    after: LineScore | None
    points_before: Fraction
    points_after: Fraction
    shares: tuple[Share, ...] = ()

    @property
    def change(self) -> Fraction:
        """How many points more; the shares add up to it."""
        return self.points_after - self.points_before

    @property
    def indicator(self) -> Indicator:
        """The rule as it is now; as it was, for a line that was removed."""
        found = self.match.after or self.match.before
        assert found is not None  # noqa: S101 - a match has one of the two
        return found

    @property
    def merged(self) -> tuple[Group, ...]:
        """The factors that could not be told apart."""
        return tuple(share.factors for share in self.shares if len(share.factors) > 1)


def line_shares(pair: CardPair, match: Match) -> LineShares | None:
    """The change of a line that is settled on every card it is on; None for any other."""
    before = None if match.before is None else pair.before.line(match.before.name)
    after = None if match.after is None else pair.after.line(match.after.name)
    if not all(line is None or line.is_settled for line in (before, after)):
        return None
    old = _points(before, pair.before.ruleset)
    new = _points(after, pair.after.ruleset)
    shares: tuple[Share, ...] = ()
    if before is not None and after is not None:
        shares = _shares(pair, match, old, new)
    return LineShares(
        match=match,
        before=before,
        after=after,
        points_before=old,
        points_after=new,
        shares=shares,
    )


def _points(line: LineScore | None, ruleset: Ruleset) -> Fraction:
    return Fraction(0) if line is None else points_on_card(line, ruleset)


def _shares(pair: CardPair, match: Match, old: Fraction, new: Fraction) -> tuple[Share, ...]:
    moving = _moving(pair, match)
    values: dict[frozenset[Factor], Fraction | None] = {}
    for size in range(len(moving) + 1):
        for chosen in combinations(moving, size):
            taken = frozenset(chosen)
            values[taken] = None if 0 < size < len(moving) else (new if size else old)
            if 0 < size < len(moving):
                values[taken] = hybrid_points(pair, match, taken)
    groups = next(each for each in _partitions(moving) if _has_all(values, each))
    return tuple(Share(group, _shapley(values, groups, group)) for group in groups)


def _moving(pair: CardPair, match: Match) -> Group:
    """The factors in which the two lines differ; what was achieved always counts as one."""
    old, new = match.before, match.after
    assert old is not None  # noqa: S101 - only matched lines are shared out
    assert new is not None  # noqa: S101 - only matched lines are shared out
    before, after = pair.before.ruleset, pair.after.ruleset
    moved = {
        Factor.PERFORMANCE: True,
        Factor.TARGETS: target_of(old) != target_of(new),
        Factor.WEIGHTS: (old.weight, share_of_card(old, before))
        != (new.weight, share_of_card(new, after)),
        Factor.METHODS: type(old.measure) is not type(new.measure)
        or not scores_alike(old, new)
        or (before.inputs, before.derived) != (after.inputs, after.derived),
    }
    return tuple(factor for factor in _ORDER if moved[factor])


def _partitions(factors: Group) -> list[tuple[Group, ...]]:
    """Every way to take factors together, the finest first; performance stays alone the longest."""
    found = list(_groupings(factors))
    return sorted(found, key=lambda groups: (-len(groups), _reluctance(groups)))


def _groupings(factors: Group) -> Iterator[tuple[Group, ...]]:
    if not factors:
        yield ()
        return
    first, rest = factors[0], factors[1:]
    for size in range(len(rest) + 1):
        for others in combinations(rest, size):
            left = tuple(factor for factor in rest if factor not in others)
            for groups in _groupings(left):
                yield ((first, *others), *groups)


# Targets and methods belong together more than others do; performance to none of them.
_RELUCTANCE: Final = {
    Factor.PERFORMANCE: 4,
    Factor.WEIGHTS: 2,
    Factor.TARGETS: 1,
    Factor.METHODS: 0,
}


def _reluctance(groups: tuple[Group, ...]) -> int:
    return sum(_RELUCTANCE[factor] for group in groups if len(group) > 1 for factor in group)


def _has_all(
    values: Mapping[frozenset[Factor], Fraction | None], groups: tuple[Group, ...]
) -> bool:
    """Whether every exchange of whole groups could be scored."""
    return all(
        values[frozenset(factor for group in chosen for factor in group)] is not None
        for size in range(len(groups) + 1)
        for chosen in combinations(groups, size)
    )


def _shapley(
    values: Mapping[frozenset[Factor], Fraction | None], groups: tuple[Group, ...], group: Group
) -> Fraction:
    """The mean of what exchanging a group moves, over every order of the groups."""
    others = tuple(each for each in groups if each != group)
    count = len(groups)
    share = Fraction(0)
    for size in range(count):
        orders = Fraction(factorial(size) * factorial(count - size - 1), factorial(count))
        for chosen in combinations(others, size):
            taken = frozenset(factor for each in chosen for factor in each)
            without, with_it = values[taken], values[taken | frozenset(group)]
            if without is not None and with_it is not None:
                share += orders * (with_it - without)
    return share
