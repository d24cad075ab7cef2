"""Sheets tried with some values changed. Every answer is an evaluation, none is worked out here."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import define, field

from indicator_dsl.explanation.goals import Goal
from indicator_dsl.explanation.suppositions import Change, changed
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
    _cards: dict[tuple[Change, ...], Scorecard] = field(factory=dict)

    def card(self, changes: tuple[Change, ...] = ()) -> Scorecard:
        """The whole card with these changes."""
        found = self._cards.get(changes)
        if found is None:
            self.asked += 1
            found = evaluate(self.ruleset, changed(self.actuals, changes))
            self._cards[changes] = found
        return found

    def outcome(self, changes: tuple[Change, ...], points: Points) -> Outcome:
        """What the card comes to with these changes, and these points on other lines."""
        self.asked += 1
        return supposed(self.card(changes), points)

    def is_reached(self, changes: tuple[Change, ...], points: Points) -> bool:
        """Whether that reaches the goal."""
        return self.goal.is_reached(self.outcome(changes, points), self.ruleset)

    def could_reach(
        self, one: tuple[Change, ...], other: tuple[Change, ...], points: Points
    ) -> Outcome:
        """The most any card between two can come to, where every line goes one way between them."""
        first, last = self.card(one), self.card(other)
        best = {
            line.indicator.name: max(line.low, far.low)
            for line, far in zip(first.lines, last.lines, strict=True)
            if not line.is_dropped
        }
        return self.outcome(one, {**best, **points})

    def verified(self, changes: Iterable[Change]) -> Scorecard:
        """The card with these changes, evaluated afresh."""
        self.asked += 1
        return evaluate(self.ruleset, changed(self.actuals, changes))
