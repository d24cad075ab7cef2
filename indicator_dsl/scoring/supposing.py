"""What a card would come to if some lines earned other points. Adds up nothing itself."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import evolve, frozen

from indicator_dsl.model import Indicator, Measured, Rounding
from indicator_dsl.quantities import half_up
from indicator_dsl.scoring.scorecard import Kind, Scorecard
from indicator_dsl.scoring.totals import grades_of, totals_of
from indicator_dsl.values import Value


@frozen(kw_only=True, eq=False, repr=False)
class Outcome(Value):
    """The least a card comes to, before its rounding and after, and the grades still possible."""

    exact: Fraction
    low: Fraction
    grades: tuple[str, ...]


def supposed(card: Scorecard, earned: Mapping[str, Fraction]) -> Outcome:
    """What the card comes to when these lines earn these points and all else stays.

    Args:
        card: Any card; what it knows of limits and vetoes is taken as it is.
        earned: Points by indicator, rounded as the ruleset says.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> card = parse_ruleset("年办件量 >= 9 件 weight 20").evaluate({}).model
        >>> supposed(card, {"年办件量": Fraction(18)}).low
        Fraction(18, 1)
    """
    lines = tuple(
        evolve(line, low=points, high=points, earned=points)
        if (points := earned.get(line.indicator.name)) is not None
        else line
        for line in card.lines
    )
    totals = totals_of(card.ruleset, lines, card.facts)
    rounded = sum(
        (step.low for step in totals.adjustments if step.kind is Kind.ROUNDING), Fraction(0)
    )
    return Outcome(
        exact=totals.low - rounded,
        low=totals.low,
        grades=grades_of(card.ruleset, totals, card.facts),
    )


def points_at(indicator: Indicator, magnitude: Fraction, rounding: Rounding) -> Fraction:
    """The points a figure of that magnitude earns on a measured line, rounded as lines are.

    Raises:
        Refused: where the rule names no points.
        TypeError: when the line is not measured in figures.

    Example:
        >>> from indicator_dsl import indicator
        >>> rule = indicator("年办件量 >= 3 件 weight 20").model
        >>> points_at(rule, Fraction(2), Rounding())
        Fraction(1333, 100)
    """
    if not isinstance(indicator.measure, Measured):
        message = f"{indicator.name} is not measured in figures"
        raise TypeError(message)
    return as_rounded(indicator.measure.curve.at(magnitude), rounding)


def as_rounded(points: Fraction, rounding: Rounding) -> Fraction:
    """A line's points as they count: rounded where lines are.

    Example:
        >>> as_rounded(Fraction(40, 3), Rounding())
        Fraction(1333, 100)
    """
    return half_up(points, rounding.places) if rounding.each else points
