"""What an indicator asks for.

A bound, a range or a level of a scale. Knows neither weights nor points.
"""

from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from indicator_dsl.quantities import CalendarDay, Quantity
from indicator_dsl.source import NOWHERE, Place
from indicator_dsl.values import Value


class Operator(Enum):
    """How an actual is held against its target; the value is the canonical glyph."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EQUAL = "="
    WITHIN = "in"

    @property
    def wants_more(self) -> bool:
        """Whether a larger actual is a better one."""
        return self in (Operator.AT_LEAST, Operator.MORE_THAN)

    @property
    def wants_less(self) -> bool:
        """Whether a smaller actual is a better one."""
        return self in (Operator.AT_MOST, Operator.LESS_THAN)

    def holds(self, left: Fraction, right: Fraction) -> bool:
        """Whether `left OP right` is true of two magnitudes; `WITHIN` compares as `EQUAL`.

        Example:
            >>> Operator.AT_LEAST.holds(Fraction(95), Fraction(95))
            True
        """
        match self:
            case Operator.AT_LEAST:
                return left >= right
            case Operator.MORE_THAN:
                return left > right
            case Operator.AT_MOST:
                return left <= right
            case Operator.LESS_THAN:
                return left < right
            case _:
                return left == right


@frozen(eq=False, repr=False)
class Bound(Value):
    """One value to hold against: `>= 200000 件`, or a day: `<= 2024-12-31`."""

    operator: Operator
    value: Quantity | CalendarDay

    def is_met(self, magnitude: Fraction) -> bool:
        """Whether an actual of that magnitude (base units) meets the target."""
        return self.operator.holds(magnitude, self.value.magnitude)

    def __str__(self) -> str:
        return f"{self.operator.value} {self.value}"


@frozen(eq=False, repr=False)
class Range(Value):
    """Two values to stay between, both ends included: `in 18..26 ℃`."""

    low: Quantity
    high: Quantity

    @property
    def operator(self) -> Operator:
        """Always `Operator.WITHIN`."""
        return Operator.WITHIN

    def is_met(self, magnitude: Fraction) -> bool:
        """Whether an actual of that magnitude (base units) lies in the range."""
        return self.low.magnitude <= magnitude <= self.high.magnitude

    def __str__(self) -> str:
        return f"in {str(self.low).split(' ')[0]}..{self.high}"


@frozen(eq=False, repr=False)
class Level(Value):
    """One level of a scale and its share of the weight, 0 to 1.

    A ranged level has a share judged between `least`, included, and `share`, which is included only
    where no other level begins there; `least` is None for a single share.
    """

    label: str
    share: Fraction
    least: Fraction | None = None


@frozen(eq=False, repr=False)
class Scale(Value):
    """Levels in the order written, the labels all different.

    `is_answer` says that the rule asks for a plain 是 or 否, which is then the name.
    """

    name: str
    levels: tuple[Level, ...]
    is_answer: bool = False
    place: Place = field(default=NOWHERE, eq=False, repr=False)

    def level(self, label: str) -> Level | None:
        """The level with that label, or None."""
        return next((level for level in self.levels if level.label == label), None)

    def allows(self, level: Level, share: Fraction) -> bool:
        """Whether a judged share lies in a level's range."""
        if level.least is None:
            return share == level.share
        is_taken = any(other.least == level.share for other in self.levels if other is not level)
        return level.least <= share and (
            share < level.share or (share == level.share and not is_taken)
        )

    @property
    def least(self) -> Fraction:
        """The smallest share any level can give."""
        return min(level.share if level.least is None else level.least for level in self.levels)

    @property
    def best(self) -> Level:
        """The level with the largest share, the first of equals."""
        return max(self.levels, key=lambda level: level.share)

    def __str__(self) -> str:
        return self.name
