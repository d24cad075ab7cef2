"""Figures as exact quotients of whole-number formulas.

What a cell holds, and what is worked out from several cells. Knows no points.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import gcd
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.forms.writing.wholes import FormulaTooLong, Whole, plus, times, whole
from indicator_dsl.model import Constant, Expression, Name, Negative, Operation

_DEEPEST: Final = 40


class Unsupplied(LookupError):
    """A sum speaks of a figure that no cell of the workbook holds."""


@frozen
class Ratio:
    """`factor` · `above` / `below`; known only while none of `divisors` is zero."""

    factor: Fraction
    above: Whole
    below: Whole
    divisors: tuple[str, ...] = ()

    @property
    def numerator(self) -> Whole:
        """The whole-number formula above the line."""
        return times(whole(self.factor.numerator), self.above)

    @property
    def denominator(self) -> Whole:
        """The whole-number formula below the line."""
        return times(whole(self.factor.denominator), self.below)


def constant(number: Fraction) -> Ratio:
    """A number as a quotient.

    Example:
        >>> constant(Fraction(4, 5)).denominator.text
        '5'
    """
    return Ratio(number, whole(1), whole(1))


def ratio_of(
    expression: Expression,
    known: Mapping[str, Ratio],
    derived: Mapping[str, Expression],
    depth: int = 0,
) -> Ratio:
    """What a sum comes to, in base units, as a quotient of two whole-number formulas.

    Args:
        expression: The sum.
        known: The magnitude of every figure that a cell holds.
        derived: The sums of figures worked out from others.
        depth: How many names were followed to get here.

    Raises:
        Unsupplied: when a name is in neither mapping.
        BeyondExact: when a number on the way can pass what a spreadsheet holds exactly.
        FormulaTooLong: when it does not fit into a cell.

    Example:
        >>> from indicator_dsl.forms.writing.wholes import cell
        >>> names = {name: Ratio(Fraction(1), cell(at, 100), whole(1)) for name, at in
        ...          (("执行数", "E5"), ("预算数", "E4"))}
        >>> rate = Operation(symbol="/", left=Name(name="执行数"), right=Name(name="预算数"))
        >>> found = ratio_of(rate, names, {})
        >>> found.numerator.text, found.denominator.text
        ('E5', 'E4')
    """
    if depth > _DEEPEST:
        raise FormulaTooLong
    match expression:
        case Constant():
            return constant(expression.value.magnitude)
        case Name():
            if expression.name in known:
                return known[expression.name]
            if expression.name not in derived:
                raise Unsupplied(expression.name)
            return ratio_of(derived[expression.name], known, derived, depth + 1)
        case Negative():
            inner = ratio_of(expression.operand, known, derived, depth + 1)
            return evolve(inner, factor=-inner.factor)
        case Operation():
            left = ratio_of(expression.left, known, derived, depth + 1)
            right = ratio_of(expression.right, known, derived, depth + 1)
            return _operated(expression.symbol, left, right)


def _operated(symbol: str, left: Ratio, right: Ratio) -> Ratio:
    divisors = (*left.divisors, *right.divisors)
    match symbol:
        case "*":
            above, below = times(left.above, right.above), times(left.below, right.below)
            return Ratio(left.factor * right.factor, above, below, divisors)
        case "/":
            if not right.factor:
                raise Unsupplied  # nothing can be divided by zero
            if right.above.constant is None:
                divisors = (*divisors, right.above.text)
            above, below = times(left.above, right.below), times(left.below, right.above)
            return Ratio(left.factor / right.factor, above, below, divisors)
        case _:
            sign = 1 if symbol == "+" else -1
            above, below, factor = _sum(left, evolve(right, factor=sign * right.factor))
            return Ratio(factor, above, below, divisors)


def _sum(left: Ratio, right: Ratio) -> tuple[Whole, Whole, Fraction]:
    is_shared = left.below.text == right.below.text
    first, second = left.factor, right.factor
    a = first.numerator * second.denominator
    b = second.numerator * first.denominator
    shared = gcd(a, b) or 1
    one = times(left.above, whole(1) if is_shared else right.below)
    two = times(right.above, whole(1) if is_shared else left.below)
    above = plus(times(whole(a // shared), one), times(whole(b // shared), two))
    below = left.below if is_shared else times(left.below, right.below)
    return above, below, Fraction(shared, first.denominator * second.denominator)
