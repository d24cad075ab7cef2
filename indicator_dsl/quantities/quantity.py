"""An amount in a unit, changed and combined exactly.

Knows no ruleset, and compares nothing: who needs an order takes magnitudes.
"""

from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.quantities.numerals import text_from_number
from indicator_dsl.quantities.unit_text import (
    MAX_UNIT_DEPTH,
    MAX_UNIT_LENGTH,
    product_text,
    quotient_text,
    text_from_powers,
)
from indicator_dsl.quantities.units import (
    BARE,
    Unit,
    UnitMismatch,
    dimension_from_powers,
    dimension_size,
)

_ONE: Final = Unit("1", Fraction(1), ())


@frozen
class Quantity:
    """An exact number of a unit.

    Args:
        number: How many of the unit.
        unit: `BARE` for a number without one.

    Example:
        >>> from fractions import Fraction
        >>> str(Quantity(Fraction(185000), Unit("件", Fraction(1), (("件", 1),))))
        '185000 件'
    """

    number: Fraction
    unit: Unit

    @property
    def magnitude(self) -> Fraction:
        """The amount in base units of its dimension; of a share, 1 for 100 %.

        Example:
            >>> from fractions import Fraction
            >>> Quantity(Fraction(95), Unit("%", Fraction(1, 100), ())).magnitude
            Fraction(19, 20)
        """
        factor = self.unit.factor
        return self.number if factor == 1 else self.number * factor

    def in_unit(self, unit: Unit) -> "Quantity":
        """The same amount counted in `unit`.

        Raises:
            UnitMismatch: when the dimensions differ.

        Example:
            >>> from fractions import Fraction
            >>> str(Quantity(Fraction(19, 20), BARE).in_unit(Unit("%", Fraction(1, 100), ())))
            '95 %'
        """
        if not self.unit.is_same_measure(unit):
            raise UnitMismatch(self.unit, unit)
        return Quantity(self.magnitude / unit.factor, unit)

    def __str__(self) -> str:
        number = text_from_number(self.number)
        return f"{number} {self.unit.text}" if self.unit.text else number


def product(a: Quantity, b: Quantity) -> Quantity:
    """Both amounts multiplied; a share or a bare number only scales the other.

    Args:
        a: Any amount.
        b: Any amount, in a unit from the same table.

    Raises:
        UnitError: "too-large" when the combined unit multiplies more than 64 words.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> person, month = map(UnitTable().unit_from_text, ("人", "月"))
        >>> str(product(Quantity(Fraction(3), person), Quantity(Fraction(4), month)))
        '12 人·月'
    """
    if not b.unit.dimension:
        return _scaled(a, b.magnitude)
    if not a.unit.dimension:
        return _scaled(b, a.magnitude)
    text = product_text(a.unit.text, b.unit.text)
    return _combined(a.number * b.number, a.unit, b.unit, power=1, text=text)


def quotient(a: Quantity, b: Quantity) -> Quantity:
    """How much of `a` there is for one of `b`; a bare number when both measure the same.

    Args:
        a: Any amount.
        b: Any amount but zero, in a unit from the same table.

    Raises:
        ZeroDivisionError: when `b` is zero.
        UnitError: "too-large" when the combined unit multiplies more than 64 words.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> yuan, person = map(UnitTable().unit_from_text, ("元", "人"))
        >>> str(quotient(Quantity(Fraction(30), yuan), Quantity(Fraction(4), person)))
        '7.5 元/人'
    """
    if a.unit.is_same_measure(b.unit):
        return Quantity(a.magnitude / b.magnitude, BARE)
    if not b.unit.dimension:
        return _scaled(a, 1 / b.magnitude)
    if not a.unit.dimension:
        a = Quantity(a.magnitude, _ONE)
    text = quotient_text(a.unit.text, b.unit.text)
    return _combined(a.number / b.number, a.unit, b.unit, power=-1, text=text)


def _scaled(a: Quantity, share: Fraction) -> Quantity:
    if not a.unit.dimension:
        return Quantity(a.magnitude * share, BARE)
    return Quantity(a.number * share, a.unit)


def _combined(number: Fraction, a: Unit, b: Unit, *, power: int, text: str) -> Quantity:
    powers = (*a.dimension, *((word, old * power) for word, old in b.dimension))
    dimension = dimension_from_powers(powers)
    factor = a.factor * b.factor**power
    is_cancelled = dimension_size(dimension) < dimension_size(powers)
    if is_cancelled or len(text) > MAX_UNIT_LENGTH or text.count("(") > MAX_UNIT_DEPTH:
        unit = Unit(text_from_powers(dimension), Fraction(1), dimension) if dimension else BARE
        return Quantity(number * factor, unit)
    return Quantity(number, Unit(text, factor, dimension))
