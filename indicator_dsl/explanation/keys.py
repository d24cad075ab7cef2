"""What a rule says, in a form in which the same in other words is equal.

Knows no text and no points of an actual.
"""

from fractions import Fraction
from typing import TypeAlias

from indicator_dsl.model import (
    AllOf,
    Bands,
    Bound,
    Checklist,
    Comparison,
    Condition,
    Constant,
    Expression,
    Indicator,
    Judged,
    Line,
    Measured,
    Name,
    Negative,
    NoPoints,
    Operation,
    OverLess,
    Range,
    Scheme,
    Steps,
    TwoSided,
)

Key: TypeAlias = tuple[object, ...]


def asked_key(rule: Indicator) -> Key:
    """What a line asks for: 20 万件 and 200000 件 are the same.

    Levels and items belong to how it is scored.

    Example:
        >>> from indicator_dsl import indicator
        >>> tall, long = (indicator(f"量 >= {n} 件 weight 1").model for n in ("20 万", "200000"))
        >>> asked_key(tall) == asked_key(long)
        True
    """
    match rule.measure:
        case Measured(target=Range() as within):
            ends = within.low.magnitude, within.high.magnitude
            return ("range", *ends, within.high.unit.dimension)
        case Measured(target=Bound() as bound):
            value = bound.value
            return ("bound", bound.operator, value.magnitude, value.unit.dimension)
        case Judged(scale=scale) if scale.is_answer:
            return ("answer", scale.name)
        case Judged():
            return ("scale",)
        case _:
            return ("items",)


def has_same_method(before: Indicator, after: Indicator) -> bool:
    """Whether two lines are scored by the same method, whatever their target and weight.

    It is the same when it states the same points, or the same shares of the weight.

    Example:
        >>> from indicator_dsl import indicator
        >>> whole, half = (
        ...     indicator(f"率 >= 95 % weight {n} by bands >= 95: {n}, else 0").model
        ...     for n in (20, 10)
        ... )
        >>> has_same_method(whole, half)
        True
    """
    return method_key(before) == method_key(after) or method_key(
        before, per=before.weight
    ) == method_key(after, per=after.weight)


def is_written_alike(before: Indicator, after: Indicator) -> bool:
    """Whether method and guards of two lines state the same points."""
    return whole_key(before) == whole_key(after)


def scores_alike(before: Indicator, after: Indicator) -> bool:
    """Whether method and guards state the same points, or else the same shares of the weight."""
    return is_written_alike(before, after) or (
        whole_key(before, per=before.weight) == whole_key(after, per=after.weight)
    )


def whole_key(rule: Indicator, *, per: Fraction = Fraction(1)) -> Key:
    """Method and guards together; points per so many."""
    return (method_key(rule, per=per), guards_key(rule, per=per))


def has_same_guards(before: Indicator, after: Indicator) -> bool:
    """Whether the same guards bend both lines, missing and inapplicable values included."""
    return guards_key(before) == guards_key(after) or (
        guards_key(before, per=before.weight) == guards_key(after, per=after.weight)
    )


def method_key(rule: Indicator, *, per: Fraction = Fraction(1)) -> Key:
    """How a line is scored, without its guards; points per so many."""
    match rule.measure:
        case Measured() as measure:
            scheme = () if measure.scheme is None else _scheme(measure, measure.scheme, rule, per)
            return (measure.method, *scheme)
        case Judged(scale=scale):
            levels = ((each.label, each.share, each.least) for each in scale.levels)
            return ("scale", frozenset(levels))
        case Checklist(items=items):
            return ("items", frozenset((item.name, item.points / per) for item in items))


def _scheme(measure: Measured, scheme: Scheme, rule: Indicator, per: Fraction) -> Key:
    match scheme:
        case Line() if scheme.of_target:
            target = measure.target
            end = target.high if isinstance(target, Range) else target.value
            whole = end.magnitude
            return ("share", scheme.start.magnitude / whole, scheme.end.magnitude / whole)
        case Line():
            return ("line", scheme.start.magnitude, scheme.end.magnitude)
        case Bands():
            bands = (
                (band.operator, band.bound.magnitude, band.points / per) for band in scheme.bands
            )
            return ("bands", *bands, scheme.otherwise / per)
        case TwoSided():
            sides = (_side(side, rule, per) for side in (scheme.below, scheme.above))
            return ("steps", *sides)


def _side(steps: Steps | None, rule: Indicator, per: Fraction) -> Key:
    if steps is None:
        return ()
    width = (steps.width.magnitude,) if steps.of_target is None else ("share", steps.of_target)
    is_open = steps.most is None or steps.most >= rule.weight
    most = None if is_open or steps.most is None else steps.most / per
    return (steps.points / per, width, steps.reading, most)


def guards_key(rule: Indicator, *, per: Fraction = Fraction(1)) -> Key:
    """Every guard of a line; points per so many."""
    rest = (
        rule.missing_is_zero,
        rule.not_applicable,
        None if rule.when is None else condition_key(rule.when),
        frozenset(rule.duties),
    )
    if not isinstance(rule.measure, Measured):
        return rest
    guards = rule.measure.guards
    overs = frozenset(_over(over, per) for over in guards.overs)
    return (guards.cap, overs, frozenset(map(_zero, guards.zeros)), *rest)


def _over(over: OverLess, per: Fraction) -> Key:
    amount = over.amount / per if over.of == "points" else over.amount
    return (over.share, amount, over.of)


def _zero(zero: NoPoints) -> Key:
    if zero.of_target is not None:
        return (zero.side, "share", zero.of_target)
    return (zero.side, zero.bound.magnitude)


def expression_key(expression: Expression) -> Key:
    """A sum over figures, its constants by their worth."""
    match expression:
        case Name():
            return ("name", expression.name)
        case Constant():
            return ("constant", expression.value.magnitude, expression.value.unit.dimension)
        case Negative():
            return ("negative", expression_key(expression.operand))
        case Operation():
            ends = expression_key(expression.left), expression_key(expression.right)
            return (expression.symbol, *ends)


def condition_key(condition: Condition) -> Key:
    r"""A condition, its constants by their worth.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> text = 'input 数 元\n甲 >= 1 件 weight 1\ncheck 数 <= {} "多"'
        >>> tall, long = (
        ...     parse_ruleset(text.format(most)).model.checks[0].condition
        ...     for most in ("2万元", "20000元")
        ... )
        >>> condition_key(tall) == condition_key(long)
        True
    """
    if isinstance(condition, Comparison):
        ends = expression_key(condition.left), expression_key(condition.right)
        return (condition.operator, *ends)
    parts = frozenset(map(condition_key, condition.parts))
    return ("all" if isinstance(condition, AllOf) else "any", parts)
