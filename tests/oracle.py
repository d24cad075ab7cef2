"""What a sheet should score, worked out a second time from the language page alone.

Holds plain fractions; imports nothing of the package it judges.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

MethodWord: TypeAlias = Literal["pass", "ratio", "inverse", "excess"]
# A figure's name, a constant, or an operation: ("/", "执行数", "预算数").
Sum: TypeAlias = "str | Fraction | tuple[str, Sum, Sum]"

FITTING: Mapping[str, tuple[MethodWord, ...]] = {
    ">=": ("pass", "ratio"),
    ">": ("pass", "ratio"),
    "<=": ("pass", "excess", "inverse"),
    "<": ("pass", "excess", "inverse"),
    "=": ("pass", "ratio"),
    "in": ("pass", "ratio"),
}


@frozen(kw_only=True)
class Rule:
    """A target from `low` to `high` (the same but for `in`), told like its actual in one unit."""

    operator: str
    low: Fraction
    high: Fraction
    method: MethodWord
    weight: Fraction


@frozen(kw_only=True)
class Judgement:
    """A target on a scale: each label's share of the weight."""

    shares: Mapping[str, Fraction]
    weight: Fraction


@frozen(kw_only=True)
class Rounding:
    """Half-up to `places`, line by line or once at the total."""

    places: int
    each: bool


def half_up(value: Fraction, places: int) -> Fraction:
    """The nearest number of so many decimals; exactly between two, the one farther from zero."""
    whole, rest = divmod(abs(value) * 10**places, 1)
    steps = whole + 1 if 2 * rest >= 1 else whole
    return Fraction(steps if value >= 0 else -steps, 10**places)


def has_score(rule: Rule) -> bool:
    """Whether the method fits the operator and its share of the target has a meaning."""
    return rule.method in FITTING[rule.operator] and (rule.method == "pass" or rule.low > 0)


def is_met(rule: Rule, x: Fraction) -> bool:
    return {
        ">=": x >= rule.low,
        ">": x > rule.low,
        "<=": x <= rule.low,
        "<": x < rule.low,
        "=": x == rule.low,
        "in": rule.low <= x <= rule.high,
    }[rule.operator]


def share(rule: Rule, x: Fraction) -> Fraction:
    """The share of the weight that `x` earns, from the column of that name in the method table."""
    target = rule.low
    match rule.method:
        case "pass":
            return Fraction(int(is_met(rule, x)))
        case "inverse":
            return Fraction(1) if x <= target else target / x
        case "excess":
            if x <= target:
                return Fraction(1)
            return Fraction(0) if x >= 2 * target else 1 - (x - target) / target
        case "ratio":
            return Fraction(0) if x < 0 else _completion(rule, x)


def _completion(rule: Rule, x: Fraction) -> Fraction:
    """How far `x`, not below zero, comes to the target; never more than all the way."""
    if rule.operator in {">=", ">"}:
        return Fraction(1) if x >= rule.low else x / rule.low
    if rule.operator == "=":
        return min(x, rule.low) / max(x, rule.low)
    if x < rule.low:
        return x / rule.low
    return Fraction(1) if x <= rule.high else rule.high / x


def points(rule: Rule | Judgement, actual: Fraction | str, rounding: Rounding) -> Fraction:
    """What a line earns: rounded when lines are rounded, exact when only the total is."""
    if isinstance(rule, Judgement):
        assert isinstance(actual, str)
        earned = rule.weight * rule.shares[actual]
    else:
        assert isinstance(actual, Fraction)
        earned = rule.weight * share(rule, actual)
    return half_up(earned, rounding.places) if rounding.each else earned


def total(earned: Iterable[Fraction], rounding: Rounding) -> Fraction:
    return half_up(sum(earned, Fraction(0)), rounding.places)


def worked_out(formula: Sum, figures: Mapping[str, Fraction]) -> Fraction | None:
    """What a `let` comes to; None while a figure is missing, and where it divides by zero."""
    if isinstance(formula, str):
        return figures.get(formula)
    if isinstance(formula, Fraction):
        return formula
    symbol, left, right = formula
    a, b = worked_out(left, figures), worked_out(right, figures)
    if a is None or b is None or (symbol == "/" and b == 0):
        return None
    return {"+": a + b, "-": a - b, "*": a * b}[symbol] if symbol != "/" else a / b
