"""Sums of columns as ratios of whole numbers, and conditions over them by cross products.

Mirrors the order of scoring's figures: what cannot be worked out there is set apart here.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import gcd
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.frames.cases import picked
from indicator_dsl.frames.terms import (
    Compared,
    Condition,
    Every,
    Held,
    Not,
    Number,
    Some,
    TooWide,
    Whole,
    plus,
    times,
)
from indicator_dsl.model import (
    AnyOf,
    Comparison,
    Condition as ConditionModel,
    Constant,
    Expression,
    Name,
    Negative,
    Operator,
)

ALWAYS: Final = Every(())
NEVER: Final = Some(())


@frozen(kw_only=True)
class Ratio:
    """`factor` x `above` / `below` in base units; `factor` and `below` are above 0.

    It counts on rows where nothing is `missing` and it is not set `apart`.
    """

    above: Whole
    below: Whole = Number(1)
    factor: Fraction = Fraction(1)
    missing: Condition = NEVER
    apart: Condition = NEVER


def constant(number: Fraction) -> Ratio:
    """The ratio that is `number` on every row."""
    return Ratio(above=Number(number.numerator), factor=Fraction(1, number.denominator))


def some(*parts: Condition) -> Condition:
    """True when a part is, without the parts that never are.

    Example:
        >>> some(NEVER, NEVER) == NEVER
        True
    """
    kept = tuple(dict.fromkeys(part for part in parts if part != NEVER))
    if ALWAYS in kept:
        return ALWAYS
    return kept[0] if len(kept) == 1 else Some(kept)


def every(*parts: Condition) -> Condition:
    """True when all parts are, without the parts that always are.

    Example:
        >>> every(ALWAYS, ALWAYS) == ALWAYS
        True
    """
    kept = tuple(dict.fromkeys(part for part in parts if part != ALWAYS))
    if NEVER in kept:
        return NEVER
    return kept[0] if len(kept) == 1 else Every(kept)


def ratio_of(expression: Expression, figures: Mapping[str, Ratio]) -> Ratio:
    """The value of an expression, its figures being ratios.

    Raises:
        TooWide: when it needs more than 38 digits.
    """
    match expression:
        case Name():
            unknown = Ratio(above=Number(0), missing=ALWAYS)
            return figures.get(expression.name, unknown)
        case Constant():
            return constant(expression.value.magnitude)
        case Negative():
            inner = ratio_of(expression.operand, figures)
            return evolve(inner, above=times(inner.above, -1))
        case _:
            left = ratio_of(expression.left, figures)
            right = ratio_of(expression.right, figures)
            return _operated(expression.symbol, left, right)


def _operated(symbol: str, left: Ratio, right: Ratio) -> Ratio:
    missing = some(left.missing, right.missing)
    apart = some(left.apart, right.apart)
    match symbol:
        case "+" | "-":
            one, other, factor = _alike(left, right)
            other = other if symbol == "+" else -other
            if left.below == right.below:
                above = plus(times(left.above, one), times(right.above, other))
                below = left.below
            else:
                first = times(times(left.above, right.below), one)
                second = times(times(right.above, left.below), other)
                above, below = plus(first, second), times(left.below, right.below)
        case "*":
            above, below = times(left.above, right.above), times(left.below, right.below)
            factor = left.factor * right.factor
        case _:
            return _divided(left, right, missing, apart)
    return Ratio(above=above, below=below, factor=factor, missing=missing, apart=apart)


def _alike(left: Ratio, right: Ratio) -> tuple[int, int, Fraction]:
    """How often the largest shared factor goes into both factors, and that factor."""
    one, other = left.factor, right.factor
    shared = Fraction(
        gcd(one.numerator * other.denominator, other.numerator * one.denominator),
        one.denominator * other.denominator,
    )
    return int(one / shared), int(other / shared), shared


def _divided(left: Ratio, right: Ratio, missing: Condition, apart: Condition) -> Ratio:
    """`left` / `right`; a row that divides by zero is set apart and given 1 to divide by."""
    if isinstance(right.above, Number) and isinstance(right.below, Number) and right.above.value:
        by = right.factor * Fraction(right.above.value, right.below.value)
        return Ratio(
            above=times(left.above, 1 if by > 0 else -1),
            below=left.below,
            factor=left.factor / abs(by),
            missing=missing,
            apart=apart,
        )
    above, below = left.above, right.above
    if left.below != right.below:
        above, below = times(above, right.below), times(left.below, below)
    is_negative = Compared("<", below, Number(0))
    is_zero = Compared("=", below, Number(0))
    most = max(abs(below.low), abs(below.high), 1)
    size = picked([(is_zero, Number(1)), (is_negative, times(below, -1))], below)
    return Ratio(
        above=picked([(is_negative, times(above, -1))], above),
        below=Held(size, 1, most),
        factor=left.factor / right.factor,
        missing=missing,
        apart=some(apart, is_zero),
    )


def compared(sign: str, left: Ratio, right: Ratio) -> Condition:
    """`left` `sign` `right` by cross products, the sign one of `<`, `<=`, `=`."""
    one, other, _ = _alike(left, right)
    first = times(times(left.above, right.below), one)
    return Compared(sign, first, times(times(right.above, left.below), other))


@frozen(kw_only=True)
class Truth:
    """Where a condition is true, and where it is not known; false everywhere else."""

    holds: Condition
    is_open: Condition = NEVER


def truth_or_open(condition: ConditionModel, figures: Mapping[str, Ratio]) -> Truth:
    """`truth_of`, open on every row where it needs more than 38 digits."""
    try:
        return truth_of(condition, figures)
    except TooWide:
        return Truth(holds=NEVER, is_open=ALWAYS)


def truth_of(condition: ConditionModel, figures: Mapping[str, Ratio]) -> Truth:
    """The truth of a condition of the ruleset."""
    if isinstance(condition, Comparison):
        left = ratio_of(condition.left, figures)
        right = ratio_of(condition.right, figures)
        is_open = some(left.missing, left.apart, right.missing, right.apart)
        return Truth(
            holds=every(_holds(condition.operator, left, right), negated(is_open)),
            is_open=is_open,
        )
    truths = [truth_of(part, figures) for part in condition.parts]
    opens = some(*(truth.is_open for truth in truths))
    if isinstance(condition, AnyOf):
        holds = some(*(truth.holds for truth in truths))
        return Truth(holds=holds, is_open=every(opens, negated(holds)))
    holds = every(*(truth.holds for truth in truths))
    fails = some(*(negated(some(truth.holds, truth.is_open)) for truth in truths))
    return Truth(holds=holds, is_open=every(opens, negated(fails)))


def negated(condition: Condition) -> Condition:
    """True when `condition` is not.

    Example:
        >>> negated(NEVER) == ALWAYS
        True
    """
    if condition == NEVER:
        return ALWAYS
    return NEVER if condition == ALWAYS else Not(condition)


def _holds(operator: Operator, left: Ratio, right: Ratio) -> Condition:
    match operator:
        case Operator.AT_LEAST:
            return compared("<=", right, left)
        case Operator.MORE_THAN:
            return compared("<", right, left)
        case Operator.AT_MOST:
            return compared("<=", left, right)
        case Operator.LESS_THAN:
            return compared("<", left, right)
        case _:
            return compared("=", left, right)
