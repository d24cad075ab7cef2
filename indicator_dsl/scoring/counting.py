"""How a line's points count on the card. Scores nothing."""

from fractions import Fraction

from indicator_dsl.model import Rounding
from indicator_dsl.quantities import half_up


def as_rounded(points: Fraction, rounding: Rounding) -> Fraction:
    """A line's points as they count: rounded where lines are.

    Example:
        >>> as_rounded(Fraction(40, 3), Rounding())
        Fraction(1333, 100)
    """
    return half_up(points, rounding.places) if rounding.each else points
