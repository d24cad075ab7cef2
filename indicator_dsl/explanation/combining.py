"""The smallest set of changes that reaches a goal together.

The set has the fewest changes there can be; of such sets it costs least among those in which all
changes but one go to an end of a piece of their rule (full marks, a band, a step, a level, an item)
and the last only as far as needed; then each is drawn back as far as it can be. Where points come
in proportion or slower, as with every method of the language, nothing in between is cheaper,
but for what rounding a line gives away and for less than a step of each.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import comb, prod
from typing import Final

from attrs import define, field, frozen

from indicator_dsl.explanation.leverage import AnyLever
from indicator_dsl.explanation.levers_figures import FigureLever
from indicator_dsl.explanation.moves import Move
from indicator_dsl.explanation.suppositions import Supposition
from indicator_dsl.explanation.trials import Trials
from indicator_dsl.scoring import Kind, Scorecard

_MOST_SETS: Final = 40_000
_MOST_WAYS: Final = 2_000
_MOST_TRIALS: Final = 12_000
_MOST_TIES: Final = 3


@frozen(kw_only=True)
class Combination:
    """A set of changes that reaches the goal, in sheet order.

    `is_fewest` says that no set with fewer changes does, `is_cheapest` that none with as many costs
    less, as far as the module says; both are false where there were too many sets to try. `ties`
    are other sets as small and as cheap; this one comes first in the sheet.
    """

    moves: tuple[Move, ...]
    after: Scorecard
    cost: Fraction
    is_fewest: bool
    is_cheapest: bool
    ties: tuple[tuple[str, ...], ...] = ()

    @property
    def changes(self) -> tuple[Supposition, ...]:
        """All changes, for `changed`."""
        return tuple(change for move in self.moves for change in move.changes)


def combination_of(levers: Sequence[AnyLever], trials: Trials) -> Combination | None:
    """The smallest set of changes; None when all of them together are not enough.

    Sets are tried by size, at most 40000 of a size and 12000 trials in all; beyond that the levers
    that bring most are taken, and the answer says that it is not proved.
    """
    search = _Search(trials, levers)
    if not levers or not search.reaches(_best_of(levers)):
        return None
    gains = {lever.name: _gain(lever, trials) for lever in levers}
    ranked = sorted(levers, key=lambda lever: -gains[lever.name])
    enough = next(
        size for size in range(1, len(ranked) + 1) if search.reaches(_best_of(ranked[:size]))
    )
    bound = _Bound.of(gains, levers, trials)
    is_fewest, is_complete = True, False
    sets = [tuple(sorted(ranked[:enough], key=levers.index))]
    for size in range(2, enough + 1):
        if not bound.could_reach(ranked[:size]):
            continue
        if comb(len(levers), size) > _MOST_SETS or trials.asked > _MOST_TRIALS:
            is_fewest = is_fewest and size == enough
            continue
        found = [
            chosen
            for chosen in combinations(levers, size)
            if bound.could_reach(chosen)
            and trials.asked <= _MOST_TRIALS
            and search.reaches(_best_of(chosen))
        ]
        is_complete = trials.asked <= _MOST_TRIALS
        if found:
            sets = found
            break
        is_fewest = is_fewest and is_complete
    return search.cheapest(sets, is_fewest=is_fewest, is_complete=is_complete)


def _best_of(levers: Iterable[AnyLever]) -> list[Move]:
    return [lever.best for lever in levers if lever.best is not None]


@frozen(kw_only=True)
class _Bound:
    """A quick look at which sets cannot be enough: what each brings alone, added up.

    It rules nothing out where the total is held up or down, or where one value moves several lines.
    """

    gains: Mapping[str, Fraction]
    needed: Fraction | None
    slack: Fraction

    @classmethod
    def of(
        cls, gains: Mapping[str, Fraction], levers: Sequence[AnyLever], trials: Trials
    ) -> "_Bound":
        """The bound of a sheet."""
        rules, goal = trials.ruleset, trials.goal.least_total(trials.ruleset)
        is_bent = bool(rules.limits or rules.vetoes or rules.extras)
        if is_bent or goal is None or any(isinstance(lever, FigureLever) for lever in levers):
            return cls(gains=gains, needed=None, slack=Fraction(0))
        # Groups of lines whose sum is scaled and rounded: up to two last places each, a lever.
        scaled = (Kind.SCALED, Kind.REWEIGHTED)
        groups = sum(1 for step in trials.card().adjustments if step.kind in scaled)
        return cls(
            gains=gains,
            needed=goal - trials.outcome((), {}).exact,
            slack=Fraction(2 * groups, 10**rules.rounding.places),
        )

    def could_reach(self, chosen: Sequence[AnyLever]) -> bool:
        """Whether these could be enough."""
        if self.needed is None:
            return True
        most = sum((self.gains[lever.name] + self.slack for lever in chosen), Fraction(0))
        return most >= self.needed


def _gain(lever: AnyLever, trials: Trials) -> Fraction:
    best, now = lever.best, trials.outcome((), {}).exact
    if best is None:
        return Fraction(0)
    if isinstance(lever, FigureLever):
        return trials.outcome(best.changes, {}).exact - now
    return trials.outcome((), {lever.name: best.points or Fraction(0)}).exact - now


@define
class _Search:
    """The cheapest way to move the levers of given sets."""

    trials: Trials
    levers: Sequence[AnyLever]
    _best: tuple[Move, ...] | None = None
    _ties: dict[tuple[str, ...], None] = field(factory=dict)

    def reaches(self, moves: Iterable[Move]) -> bool:
        """Whether these changes together reach the goal."""
        changes, points = _split(moves)
        return self.trials.is_reached(changes, points)

    def cheapest(
        self, sets: Sequence[tuple[AnyLever, ...]], *, is_fewest: bool, is_complete: bool
    ) -> Combination | None:
        """The cheapest way found; the sets are as small as can be if the caller says so."""
        asked = self.trials.asked
        for chosen in sets:
            for moves in self._ways(chosen):
                self._keep(moves)
                if self.trials.asked - asked > _MOST_TRIALS:
                    is_complete = False
                    break
        if self._best is None:
            return None
        moves = tuple(
            self.trials.proved(move, [each for each in self._best if each is not move])
            for move in self._best
        )
        after = self.trials.verified(change for move in moves for change in move.changes)
        names = tuple(move.name for move in moves)
        others = tuple(tie for tie in self._ties if tie != names)
        return Combination(
            moves=moves,
            after=after,
            cost=_cost(moves),
            is_fewest=is_fewest,
            is_cheapest=is_complete,
            ties=others[:_MOST_TIES],
        )

    def _ways(self, chosen: tuple[AnyLever, ...]) -> Iterator[tuple[Move, ...]]:
        """Every way in which all levers but one stand at a corner, and that one goes so far."""
        corners = [lever.corners() for lever in chosen]
        if prod(map(len, corners)) > _MOST_WAYS:
            corners = [each[-1:] for each in corners]
        for number, lever in enumerate(chosen):
            others = [each for n, each in enumerate(corners) if n != number]
            for way in sorted(product(*others), key=_cost):
                if self._best is not None and _cost(way) > _cost(self._best):
                    break
                last = corners[number][-1]
                if not self.reaches([*way, last]):
                    continue
                move = self._least(lever, way)
                if move is not None:
                    yield (*way[:number], move, *way[number:])

    def _least(self, lever: AnyLever, others: tuple[Move, ...]) -> Move | None:
        changes, points = _split(others)
        if isinstance(lever, FigureLever):
            return lever.least(changes, points)
        return lever.least(self.trials.question(lever.name, changes, points))

    def _drawn_back(self, moves: tuple[Move, ...]) -> tuple[Move, ...]:
        """The same changes, none going further than the others make necessary."""
        levers = {lever.name: lever for lever in self.levers}
        for number, move in enumerate(moves):
            others = (*moves[:number], *moves[number + 1 :])
            least = self._least(levers[move.name], others)
            if least is not None and least.cost < move.cost:
                moves = (*moves[:number], least, *moves[number + 1 :])
        return moves

    def _keep(self, moves: tuple[Move, ...]) -> None:
        names = tuple(move.name for move in moves)
        if self._best is not None and _cost(moves) > _cost(self._best):
            return
        changes = [change for move in moves for change in move.changes]
        if not self.trials.goal.is_reached(self.trials.verified(changes), self.trials.ruleset):
            return
        moves = self._drawn_back(moves)
        if self._best is None or _cost(moves) < _cost(self._best):
            self._best, self._ties = moves, {}
        self._ties[names] = None


def _cost(moves: Iterable[Move]) -> Fraction:
    return sum((move.cost for move in moves), Fraction(0))


def _split(moves: Iterable[Move]) -> tuple[tuple[Supposition, ...], dict[str, Fraction]]:
    """Values to be evaluated with, and points that are known already."""
    changes: list[Supposition] = []
    points: dict[str, Fraction] = {}
    for move in moves:
        if move.points is None:
            changes.extend(move.changes)
        else:
            points[move.name] = move.points
    return tuple(changes), points
