"""What can be wrong with a curve, and what one says that refuses.

It names cuts and maps, and may not touch pieces or curves.
"""

from fractions import Fraction

from indicator_dsl.curves.cuts import Cut, Interval
from indicator_dsl.curves.maps import Map


class Refused(Exception):
    """A curve was asked for a value where it refuses one; `reason` and `x` tell why and where."""

    def __init__(self, reason: str, x: Fraction | int) -> None:
        """Keep the refusal's label and the place."""
        super().__init__(reason, x)
        self.reason = reason
        self.x = x

    def __str__(self) -> str:
        """The refusal in one sentence."""
        return f"no value at {self.x}: {self.reason}"


class PieceCountMismatch(ValueError):
    """There must be one piece more than there are cuts; `cuts` and `pieces` are their numbers."""

    def __init__(self, cuts: int, pieces: int) -> None:
        """Keep both numbers."""
        super().__init__(cuts, pieces)
        self.cuts = cuts
        self.pieces = pieces

    def __str__(self) -> str:
        """The fault in one sentence."""
        return f"{self.cuts} cuts need {self.cuts + 1} pieces between them, not {self.pieces}"


class CutsOutOfOrder(ValueError):
    """Cuts must ascend; `first` and `second` are the neighbours that do not."""

    def __init__(self, first: Cut, second: Cut) -> None:
        """Keep the two cuts."""
        super().__init__(first, second)
        self.first = first
        self.second = second

    def __str__(self) -> str:
        """The fault in one sentence."""
        return f"cuts must ascend: {self.first} comes before {self.second}"


class PoleInside(ValueError):
    """A map has its pole inside the interval it is used on; `value` and `interval` are the two."""

    def __init__(self, value: Map, interval: Interval) -> None:
        """Keep the map and the interval."""
        super().__init__(value, interval)
        self.value = value
        self.interval = interval

    def __str__(self) -> str:
        """The fault in one sentence."""
        return f"{self.value} has no value everywhere on {self.interval}"


class LimitsCrossed(ValueError):
    """A clip's `low` limit lies above its `high` one."""

    def __init__(self, low: Fraction | int, high: Fraction | int) -> None:
        """Keep both limits."""
        super().__init__(low, high)
        self.low = low
        self.high = high

    def __str__(self) -> str:
        """The fault in one sentence."""
        return f"the low limit {self.low} lies above the high limit {self.high}"
