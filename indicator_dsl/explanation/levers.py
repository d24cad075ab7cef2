"""What can be changed on a sheet so that one line earns more, and how little of it is enough.

A lever proposes; whether that reaches a goal is asked of the one who evaluates.
"""

from fractions import Fraction
from math import ceil
from typing import Final, Protocol

from indicator_dsl.explanation.moves import Move
from indicator_dsl.model import Rounding
from indicator_dsl.scoring import LineScore

_MOST_HALVINGS: Final = 80


class Enough(Protocol):
    """Whether a line's points are enough, all else being as it is; it holds from some points on."""

    def __call__(self, points: Fraction, /) -> bool:
        """Whether they are."""

    def needed(self, low: Fraction, high: Fraction, /) -> Fraction | None:
        """The least points that are, where `low` are not and `high` are; None when not known."""


class Lever(Protocol):
    """One line whose points nothing else hangs on.

    `name` is the indicator's; `best` the nearest change that earns the most, None when nothing more
    can be earned; `least` the nearest whose points are enough, None when none are; `corners` are
    the changes at which a piece of the rule ends: between two of them points come in proportion.
    """

    line: LineScore
    price: Fraction

    @property
    def name(self) -> str:
        """The indicator's name."""

    @property
    def best(self) -> Move | None:
        """The nearest change that earns the most."""

    def least(self, enough: Enough) -> Move | None:
        """The nearest change whose points are enough."""

    def corners(self) -> tuple[Move, ...]:
        """The changes at which a piece of the rule ends, the smallest first; `best` among them."""


def least_points(
    enough: Enough,
    low: Fraction,
    high: Fraction,
    rounding: Rounding,
) -> Fraction | None:
    """The least points that are enough, between what a line earns and the most it can.

    Args:
        enough: Holds from some points on.
        low: Not enough.
        high: The most.
        rounding: Where lines are rounded, only multiples of its last place are asked.

    Returns:
        None when even `high` is not enough.
    """
    if not enough(high):
        return None
    step = Fraction(1, 10**rounding.places)
    few, many = 0, ceil((high - low) / step)
    for _ in range(_MOST_HALVINGS):
        if many - few <= 1:
            break
        middle = (few + many) // 2
        if enough(min(low + middle * step, high)):
            many = middle
        else:
            few = middle
    found = min(low + many * step, high)
    if rounding.each:
        return found
    exact = enough.needed(low + few * step, found)
    return exact if exact is not None and exact <= found and enough(exact) else found
