"""Sheets tried with some values changed. Every answer is an evaluation, none is worked out here."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import define, evolve, field, frozen

from indicator_dsl.explanation.goals import Goal
from indicator_dsl.explanation.moves import Move
from indicator_dsl.explanation.suppositions import Supposition, changed
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.scoring import Outcome, Scorecard, evaluate, supposed

Points = Mapping[str, Fraction]


@define
class Trials:
    """A sheet, what was handed in, and the goal; it counts how often it was asked.

    Lines that nothing else depends on are tried by their points alone; a value that other lines or
    conditions look at is tried by evaluating the whole sheet.
    """

    ruleset: Ruleset
    actuals: Actuals
    goal: Goal
    asked: int = 0
    _cards: dict[tuple[Supposition, ...], Scorecard] = field(factory=dict)

    def card(self, changes: tuple[Supposition, ...] = ()) -> Scorecard:
        """The whole card with these changes."""
        found = self._cards.get(changes)
        if found is None:
            self.asked += 1
            found = evaluate(self.ruleset, changed(self.actuals, changes))
            self._cards[changes] = found
        return found

    def outcome(self, changes: tuple[Supposition, ...], points: Points) -> Outcome:
        """What the card comes to with these changes, and these points on other lines."""
        self.asked += 1
        return supposed(self.card(changes), points)

    def is_reached(self, changes: tuple[Supposition, ...], points: Points) -> bool:
        """Whether that reaches the goal."""
        return self.goal.is_reached(self.outcome(changes, points), self.ruleset)

    def question(
        self, name: str, changes: tuple[Supposition, ...] = (), others: Points | None = None
    ) -> "Question":
        """Whether points on one line are enough, with these changes and points on others."""
        return Question(trials=self, name=name, changes=changes, others=others or {})

    def could_reach(
        self, one: tuple[Supposition, ...], other: tuple[Supposition, ...], points: Points
    ) -> Outcome:
        """The most any card between two can come to, where every line goes one way between them."""
        first, last = self.card(one), self.card(other)
        best = {
            line.indicator.name: max(line.low, far.low)
            for line, far in zip(first.lines, last.lines, strict=True)
            if not line.is_dropped
        }
        return self.outcome(one, {**best, **points})

    def proved(self, move: Move, others: Iterable[Move] = ()) -> Move:
        """The move; that one step less is not enough is claimed only if an evaluation says so."""
        if move.nearer is None:
            return move
        beside = [change for other in others for change in other.changes]
        card = self.verified([*beside, *move.nearer])
        return evolve(move, nearer=None) if self.goal.is_reached(card, self.ruleset) else move

    def verified(self, changes: Iterable[Supposition]) -> Scorecard:
        """The card with these changes, evaluated afresh."""
        self.asked += 1
        return evaluate(self.ruleset, changed(self.actuals, changes))


@frozen(kw_only=True)
class Question:
    """Whether points on the line `name` are enough, all else being settled."""

    trials: Trials
    name: str
    changes: tuple[Supposition, ...]
    others: Points

    def __call__(self, points: Fraction) -> bool:
        """Whether they are."""
        return self.trials.is_reached(self.changes, {**self.others, self.name: points})

    def needed(self, low: Fraction, high: Fraction) -> Fraction | None:
        """The least points that are, between two totals that are not held up or down in between."""
        ends = [
            self.trials.outcome(self.changes, {**self.others, self.name: points}).exact
            for points in (low, high)
        ]
        wanted = self.trials.goal.least_total(self.trials.ruleset)
        if wanted is None or ends[0] == ends[1]:
            return None
        return low + (wanted - ends[0]) / (ends[1] - ends[0]) * (high - low)
