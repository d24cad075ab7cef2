"""What would have reached a goal, as a user holds it. Finds nothing itself."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from indicator_dsl import rendering
from indicator_dsl.api.telling import Answer
from indicator_dsl.quantities import decimal_from_number
from indicator_dsl.scoring import Scorecard as ScorecardModel
from indicator_dsl.wording import Lang

if TYPE_CHECKING:
    from indicator_dsl.explanation import Attainment as AttainmentModel, Move, Supposition
    from indicator_dsl.rendering import Outline


@frozen(repr=False)
class Way:
    """One set of changes that reaches a goal, or by its most comes nearest to it.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> way = ruleset.evaluate({"年办件量": "180000件"}).reach(19).alone[0]
        >>> way
        Way(年办件量 = 189950 件: 19.00)
    """

    moves: "tuple[Move, ...]"
    card: ScorecardModel

    @property
    def values(self) -> dict[str, object]:
        """The changes as `Scorecard.what_if` takes them."""
        return dict(_pair(change) for move in self.moves for change in move.changes)

    @property
    def total(self) -> Decimal:
        """The total it gives; the least of it while lines are open."""
        return decimal_from_number(self.card.low, self.card.ruleset.rounding.places)

    @property
    def grade(self) -> str | None:
        """The grade it gives; None while several are possible, and when there are none."""
        return self.card.grade

    @property
    def cost(self) -> Fraction:
        """What it costs: the share of each way to full marks, times that line's cost."""
        return sum((move.cost for move in self.moves), Fraction(0))

    def __repr__(self) -> str:
        told = ", ".join(f"{move.name} = {move.after}" for move in self.moves)
        return f"Way({told}: {self.total})"


def _pair(change: "Supposition") -> tuple[str, object]:
    return change.label, dict(change.items) if change.items else change.cell


@frozen(repr=False)
class Attainment(Answer):
    """What would have reached a total or a grade.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> card = ruleset.evaluate({"年办件量": "180000件"})
        >>> card.reach(19)
        Attainment(19 points: 1 alone)
        >>> card.what_if(card.reach(19).alone[0].values).after.total
        Decimal('19.00')
    """

    model: "AttainmentModel"

    @property
    def is_reached_already(self) -> bool:
        """Whether nothing needs to change."""
        return self.model.is_reached_already

    @property
    def alone(self) -> tuple[Way, ...]:
        """The changes that do it one by one, the cheapest first."""
        return tuple(
            Way((each.move,), each.after)
            for each in self.model.alone
            if each.move is not None and each.after is not None
        )

    @property
    def not_enough(self) -> Mapping[str, Decimal]:
        """What the total comes to at most where one change alone is not enough, by name."""
        places = self.model.before.ruleset.rounding.places
        return {
            each.name: decimal_from_number(each.at_best.low, places)
            for each in self.model.alone
            if each.move is None
        }

    @property
    def together(self) -> Way | None:
        """The smallest set of changes where none is enough alone; None when there is no such."""
        found = self.model.together
        return None if found is None else Way(found.moves, found.after)

    @property
    def most(self) -> Decimal:
        """The total with everything at its best."""
        return decimal_from_number(self.model.most.low, self.model.before.ruleset.rounding.places)

    def to_dict(self, lang: Lang = "en") -> dict[str, object]:
        """What was found as JSON-ready data."""
        return rendering.reach_to_dict(self.model, lang)

    def outline(self, lang: Lang = "en") -> "Outline":
        """The answer as plain parts, before any layout."""
        return rendering.reach_outline(self.model, lang)

    def __repr__(self) -> str:
        if self.is_reached_already:
            told = "reached already"
        elif self.alone:
            told = f"{len(self.alone)} alone"
        else:
            told = f"{len(self.together.moves)} together" if self.together else "out of reach"
        return f"Attainment({self.model.goal.text}: {told})"
