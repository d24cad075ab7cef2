"""Inputs and figures worked out from them, exact, with the reason when one stays unknown.

Scores nothing.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.model import (
    AnyOf,
    Comparison,
    Condition,
    Constant,
    Expression,
    Name,
    Negative,
)
from indicator_dsl.quantities import Quantity, UnitError, UnitMismatch, product, quotient
from indicator_dsl.values import Value
from indicator_dsl.wording import Text

_MAX_DIGITS: Final = 120


@frozen(eq=False, repr=False)
class Unknown(Value):
    """A figure nobody can know yet, and why; `is_missing` says that a value is all it lacks."""

    why: Text
    is_missing: bool = False


Known = Mapping[str, Quantity | Unknown]


def value_of(expression: Expression, figures: Known) -> Quantity | Unknown:
    """What a sum comes to; `Unknown` when a figure it needs is, or it divides by zero.

    Example:
        >>> value_of(Name(name="执行数"), {}).why.zh
        '缺少 执行数'
    """
    match expression:
        case Name():
            missing = Unknown(
                Text("{n} is missing", "缺少 {n}").filled(n=expression.name), is_missing=True
            )
            return figures.get(expression.name, missing)
        case Constant():
            return expression.value
        case Negative():
            inner = value_of(expression.operand, figures)
            return inner if isinstance(inner, Unknown) else Quantity(-inner.number, inner.unit)
        case _:
            left, right = value_of(expression.left, figures), value_of(expression.right, figures)
            if isinstance(left, Unknown):
                return left
            if isinstance(right, Unknown):
                return right
            return _worked_out(expression.symbol, left, right)


def _worked_out(symbol: str, left: Quantity, right: Quantity) -> Quantity | Unknown:
    try:
        found = _operated(symbol, left, right)
    except (UnitError, UnitMismatch):
        return Unknown(Text("its units do not fit together", "单位无法合并"))
    if isinstance(found, Quantity) and _digits(found.number) > _MAX_DIGITS:
        return Unknown(Text("its number grows beyond all use", "数值过大"))
    return found


def _digits(number: Fraction) -> int:
    """About how many decimal digits the longer half of a fraction has."""
    return max(number.numerator.bit_length(), number.denominator.bit_length()) * 3 // 10


def _operated(symbol: str, left: Quantity, right: Quantity) -> Quantity | Unknown:
    if symbol == "+":
        return Quantity(left.number + right.in_unit(left.unit).number, left.unit)
    if symbol == "-":
        return Quantity(left.number - right.in_unit(left.unit).number, left.unit)
    if symbol == "*":
        return product(left, right)
    if right.number == 0:
        return Unknown(Text("it divides by zero", "除数为零"))
    return quotient(left, right)


def holds(condition: Condition, figures: Known) -> bool | None:
    """Whether a condition is true; None while a figure it needs is unknown and could decide it.

    Example:
        >>> from indicator_dsl.model import AllOf
        >>> holds(AllOf(parts=()), {})
        True
    """
    if isinstance(condition, Comparison):
        left, right = value_of(condition.left, figures), value_of(condition.right, figures)
        if isinstance(left, Unknown) or isinstance(right, Unknown):
            return None
        return condition.operator.holds(left.magnitude, right.magnitude)
    truths = [holds(part, figures) for part in condition.parts]
    deciding = isinstance(condition, AnyOf)
    if deciding in truths:
        return deciding
    return None if None in truths else not deciding
