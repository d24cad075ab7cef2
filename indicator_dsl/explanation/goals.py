"""What a sheet is to reach: a total, or a grade. Scores nothing."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.curves import Map, Piece, curve_of
from indicator_dsl.diagnostics import Collector
from indicator_dsl.explanation.figures import number_text
from indicator_dsl.explanation.suppositions import did_you_mean
from indicator_dsl.model import Ruleset
from indicator_dsl.quantities import NotANumber, number_from_python, number_from_text
from indicator_dsl.scoring import Outcome, Scorecard
from indicator_dsl.wording import Text, name_from_text

_POINTS: Final = re.compile(r"(?<=\d)\s*(分|points?)$")
_BELOW_ZERO: Final = Text("; points to reach are 0 or more", "；要达到的分数不能低于 0")


@frozen(kw_only=True)
class Goal:
    """A total of at least `points`, or a grade not below `grade`; the other is None."""

    points: Fraction | None = None
    grade: str | None = None

    def is_reached(self, outcome: Outcome | Scorecard, ruleset: Ruleset) -> bool:
        """Whether a card reaches it, whatever is still open on it turns out to be.

        Example:
            >>> from indicator_dsl import parse_ruleset
            >>> rules = parse_ruleset("年办件量 >= 9 件 weight 20")
            >>> card = rules.evaluate({"年办件量": "9件"}).model
            >>> Goal(points=Fraction(20)).is_reached(card, rules.model)
            True
        """
        if self.points is not None:
            return outcome.low >= self.points
        labels = labels_of(ruleset)
        return all(labels.index(each) <= labels.index(self.grade or "") for each in outcome.grades)

    def least_total(self, ruleset: Ruleset) -> Fraction | None:
        """The least total that reaches it once it is rounded; None where every total does."""
        points = self.points
        if points is None and ruleset.grades is not None:
            named = (band.points for band in ruleset.grades.bands if band.label == self.grade)
            points = next(named, None)
        if points is None:
            return None
        same_points = curve_of(Piece.of(Map.linear(1, 0), clause="total", reason="met"))
        cut = same_points.earning(points, ruleset.rounding.places)[0].low
        return None if cut is None or cut.after else cut.at

    @property
    def text(self) -> Text:
        """The goal in words."""
        if self.points is not None:
            points = number_text(self.points)
            return Text(f"{points} points", f"{points} 分")
        return Text(f"grade {self.grade}", f"等级“{self.grade}”")


def labels_of(ruleset: Ruleset) -> list[str]:
    """The grades from the best down; none where the ruleset has none."""
    if ruleset.grades is None:
        return []
    return [*(band.label for band in ruleset.grades.bands), ruleset.grades.otherwise]


def goal_from(
    ruleset: Ruleset, wanted: str | float | Decimal | Fraction, collector: Collector
) -> Goal | None:
    """The goal a text names: one of the ruleset's grades, else points.

    Args:
        ruleset: Says which grades there are.
        wanted: `"优"`, `"89.5"`, `"90 分"`, `90`.
        collector: Takes a text that is neither, and points below 0 (IND852).

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> rules = parse_ruleset("年办件量 >= 9 件 weight 20").model
        >>> print(goal_from(rules, "18.5", Collector()).text)
        18.5 points
    """
    word, labels = name_from_text(str(wanted)), labels_of(ruleset)
    if word in labels:
        return Goal(grade=word)
    try:
        points = (
            number_from_text(_POINTS.sub("", word))
            if isinstance(wanted, str)
            else number_from_python(wanted)
        )
    except (NotANumber, TypeError):
        points = None
    if points is None or points < 0:
        grades = Text(
            f", or one of the grades {', '.join(labels)}"
            if labels
            else "; the ruleset has no grades",
            f"，或等级 {'、'.join(labels)} 之一" if labels else "；规则集没有等级",
        )
        nearest = did_you_mean(word, labels) if points is None else _BELOW_ZERO
        collector.add(codes.GOAL_UNKNOWN.of_file(word, nearest=nearest, grades=grades))
        return None
    return Goal(points=points)
