"""What changed between two rulesets, or between two cards, as a user holds it.

Calculates nothing.
"""

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from indicator_dsl import explanation, rendering
from indicator_dsl.wording import Lang

if TYPE_CHECKING:
    from indicator_dsl.explanation import CardChanges, RulesetChanges
    from indicator_dsl.rendering import CardChangesView, RulesetChangesView


@frozen(repr=False)
class RulesetDiff:
    """What differs in meaning between two rulesets; false when nothing does.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> old = parse_ruleset("年办件量 >= 20 万件 weight 20")
        >>> bool(old.diff(parse_ruleset("年办件量 不低于 200000 件 分值 20")))
        False
        >>> old.diff(parse_ruleset("年办件量 >= 220000 件 weight 20"))
        RulesetDiff(1 line changed)
    """

    model: "RulesetChanges"

    def __bool__(self) -> bool:
        return self.model.has_changes

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the lines that are new."""
        return self._names("added")

    @property
    def removed(self) -> tuple[str, ...]:
        """The old names of the lines that are gone."""
        return self._names("removed")

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the lines that say something else."""
        return self._names("changed")

    @property
    def renamed(self) -> tuple[tuple[str, str], ...]:
        """The old and the new name of lines that were probably renamed."""
        return tuple(
            (line.match.before.name, line.match.after.name)
            for line in self.model.lines
            if line.match.is_renamed and line.match.before and line.match.after
        )

    def _names(self, kind: str) -> tuple[str, ...]:
        return tuple(line.indicator.name for line in self.model.lines if line.kind == kind)

    def summary(self, lang: Lang = "en") -> str:
        """How much changed, in one sentence."""
        return self.model.sentence.in_lang(lang)

    def to_dict(self, lang: Lang = "en") -> dict[str, object]:
        """The differences as JSON-ready data; numbers are fractions in text."""
        return rendering.changes_to_dict(self.model, lang=lang)

    def to_markdown(self, lang: Lang = "en") -> str:
        """The differences as Markdown, the last line ended."""
        return rendering.ruleset_changes_markdown(self.model, lang)

    def to_text(self, lang: Lang = "en") -> str:
        """The differences in plain text, 80 columns wide."""
        return rendering.ruleset_changes_text(self.model, lang).rstrip("\n")

    def view(self, lang: Lang = "en") -> "RulesetChangesView":
        """The differences for a rich console."""
        return rendering.RulesetChangesView(self.model, lang)

    def __rich__(self) -> "RulesetChangesView":
        return self.view()

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"RulesetDiff({self.summary()})"


@frozen(repr=False)
class ScorecardDiff:
    """How a total changed and what the change is made of; false when the total is the same.

    Points are exact. `performance`, `targets`, `weights`, `methods`, what could not be told apart
    (`merged`), `added`, `removed`, `sheet` and, while a card is open, the rest add up to `change`.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> old = parse_ruleset("年办件量 >= 100 件 weight 20").evaluate({"年办件量": "80件"})
        >>> new = parse_ruleset("年办件量 >= 120 件 weight 20").evaluate({"年办件量": "90件"})
        >>> changes = old.diff(new)
        >>> changes.change, changes.performance, changes.targets
        (Fraction(-1, 1), Fraction(11, 6), Fraction(-17, 6))
        >>> changes
        ScorecardDiff(16.00 → 15.00: −1.00)
    """

    model: "CardChanges"

    def __bool__(self) -> bool:
        return bool(self.model.low or self.model.high)

    @property
    def change(self) -> Fraction | None:
        """How many points more; None while a card is open."""
        return self.model.low if self.model.is_settled else None

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """The least and the most the change can be; both are the change once it is settled."""
        return self.model.low, self.model.high

    @property
    def performance(self) -> Fraction:
        """What came from the actuals."""
        return self._part("performance")

    @property
    def targets(self) -> Fraction:
        """What came from what is asked for."""
        return self._part("targets")

    @property
    def weights(self) -> Fraction:
        """What came from the points of the lines and of their sections."""
        return self._part("weights")

    @property
    def methods(self) -> Fraction:
        """What came from methods, guards, levels, items and how figures are worked out."""
        return self._part("methods")

    @property
    def merged(self) -> dict[tuple[str, ...], Fraction]:
        """What came from several factors that could not be told apart on a line, by factors."""
        return {
            tuple(factor.value for factor in share.factors): share.points
            for share in self.model.parts
            if len(share.factors) > 1
        }

    @property
    def added(self) -> Fraction:
        """What lines that are new brought."""
        return self.model.points_added

    @property
    def removed(self) -> Fraction:
        """What lines that are gone took with them."""
        return self.model.points_removed

    @property
    def sheet(self) -> Fraction:
        """What bonuses, penalties, limits, vetoes, shared points and rounding moved."""
        return self.model.points_of_sheet

    @property
    def unsettled(self) -> tuple[str, ...]:
        """Every name that is still asked for before the change is known."""
        return self.model.waits_for

    def _part(self, name: str) -> Fraction:
        shares = (s for s in self.model.parts if [f.value for f in s.factors] == [name])
        return sum((share.points for share in shares), Fraction(0))

    def summary(self, lang: Lang = "en") -> str:
        """Both totals and the change, in one sentence."""
        return explanation.change_sentence(self.model).in_lang(lang)

    def to_dict(self, lang: Lang = "en") -> dict[str, object]:
        """The change and its parts as JSON-ready data; numbers are fractions in text."""
        return rendering.changes_to_dict(cards=self.model, lang=lang)

    def to_markdown(self, lang: Lang = "en") -> str:
        """The change and its parts as Markdown, the last line ended."""
        return rendering.card_changes_markdown(self.model, lang)

    def to_text(self, lang: Lang = "en") -> str:
        """The change and its parts in plain text, 80 columns wide."""
        return rendering.card_changes_text(self.model, lang).rstrip("\n")

    def view(self, lang: Lang = "en") -> "CardChangesView":
        """The change and its parts for a rich console."""
        return rendering.CardChangesView(self.model, lang)

    def __rich__(self) -> "CardChangesView":
        return self.view()

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"ScorecardDiff({self.summary()})"
