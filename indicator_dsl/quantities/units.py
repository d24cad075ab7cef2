"""A unit of measure: its printed text, its exact factor and its dimension.

Knows no ruleset, and looks up no word: that is the table's work.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import field, frozen

from indicator_dsl.quantities.unit_text import MAX_UNIT_LENGTH, MAX_UNIT_POWER, UnitError

# Without limits, declarations that multiply each other would grow beyond any memory.
_MAX_FACTOR: Final = 10**120
Dimension: TypeAlias = tuple[tuple[str, int], ...]


class UnitMismatch(ValueError):
    """The refusal to measure `given` in `wanted`, two units of different dimensions."""

    def __init__(self, given: "Unit", wanted: "Unit") -> None:
        super().__init__(given, wanted)
        self.given: Unit = given
        self.wanted: Unit = wanted

    def __str__(self) -> str:
        return f"{self.given.text!r} cannot be measured in {self.wanted.text!r}"


def dimension_from_powers(powers: Iterable[tuple[str, int]]) -> Dimension:
    """The one spelling of a dimension: each base word once, sorted, no power of zero."""
    sums: dict[str, int] = {}
    for word, power in powers:
        sums[word] = sums.get(word, 0) + power
    return tuple(sorted((word, power) for word, power in sums.items() if power))


def dimension_power(dimension: Dimension, power: int) -> Dimension:
    """The dimension with every power multiplied, as by squaring or turning upside down."""
    return dimension_from_powers((word, old * power) for word, old in dimension)


def dimension_size(dimension: Dimension) -> int:
    """How many words are multiplied or divided in it, repeated ones counted each time."""
    return sum(abs(power) for _, power in dimension)


def _check_factor(unit: "Unit", _attribute: object, factor: Fraction) -> None:
    if factor <= 0:
        message = f"a unit's factor must be positive, not {factor}"
        raise ValueError(message)
    if max(factor.numerator, factor.denominator) > _MAX_FACTOR:
        raise UnitError("too-large", unit.text[:MAX_UNIT_LENGTH])


def _check_dimension(unit: "Unit", _attribute: object, dimension: Dimension) -> None:
    if dimension != dimension_from_powers(dimension):
        message = f"a dimension names each word once, sorted, without zero powers: {dimension}"
        raise ValueError(message)
    if dimension_size(dimension) > MAX_UNIT_POWER:
        raise UnitError("too-large", unit.text[:MAX_UNIT_LENGTH])


@frozen
class Unit:
    """A measure to count in.

    Args:
        text: As it is printed, without blanks; empty for a bare number.
        factor: How many of the dimension's base units it is worth, above 0.
        dimension: Base words with their powers, sorted; empty for a share or a bare number.
        is_difference: Whether it measures a difference between two shares (个百分点).

    Raises:
        UnitError: "too-large" beyond 64 words multiplied or a worth of 10^120.

    Example:
        >>> from fractions import Fraction
        >>> wan = Unit("万件", Fraction(10000), (("件", 1),))
        >>> wan.is_same_measure(Unit("件", Fraction(1), (("件", 1),)))
        True
    """

    text: str
    factor: Fraction = field(validator=_check_factor)
    dimension: Dimension = field(validator=_check_dimension)
    is_difference: bool = False

    def is_same_measure(self, other: "Unit") -> bool:
        """Whether an amount in one can be told in the other: the dimensions are equal.

        Args:
            other: The unit to compare with; its text and factor play no part.

        Example:
            >>> BARE.is_same_measure(Unit("%", Fraction(1, 100), ()))
            True
        """
        return self.dimension == other.dimension


BARE: Final = Unit("", Fraction(1), ())
PER_CENT: Final = Unit("%", Fraction(1, 100), ())
