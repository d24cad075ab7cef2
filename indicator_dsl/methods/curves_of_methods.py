"""Every method as a curve.

The one place where the arithmetic of scoring is written. Knows magnitudes and points, no units
and no text.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import Final

from indicator_dsl.curves import (
    Curve,
    Cut,
    Map,
    Piece,
    curve_of,
    just_after,
    just_before,
)
from indicator_dsl.model import Bound, Method, Operator, Range

_MORE: Final = (Operator.AT_LEAST, Operator.MORE_THAN)
_LESS: Final = (Operator.AT_MOST, Operator.LESS_THAN)
_REMEMBERED: Final = 1024  # rules of one sheet often ask for the same: >= 95 % weight 5
_DIVIDING: Final = (Method.INVERSE, Method.EXCESS)


class NoShareError(ValueError):
    """A share of the target was asked for where the target is zero or less."""


def methods_for(operator: Operator) -> tuple[Method, ...]:
    """The methods that serve an operator, the plainest first.

    Example:
        >>> [method.value for method in methods_for(Operator.AT_MOST)]
        ['pass', 'excess', 'inverse']
    """
    return tuple(method for method, (operators, _) in _METHODS.items() if operator in operators)


@lru_cache(maxsize=_REMEMBERED)
def curve_of_method(method: Method, target: Bound | Range, weight: Fraction) -> Curve:
    """The points, not rounded, that an actual (in base units) earns by a method.

    Args:
        method: One of `methods_for` the target's operator.
        target: The target; above 0 for every method but pass.
        weight: Full points, above 0.

    Raises:
        NoShareError: when the method takes a share of a target that is not above 0.

    Source:
        docs/language.md, "Methods"

    Example:
        >>> from indicator_dsl.quantities import BARE, Quantity
        >>> target = Bound(Operator.AT_MOST, Quantity(Fraction(80), BARE))
        >>> curve_of_method(Method.INVERSE, target, Fraction(10)).at(100)
        Fraction(8, 1)
    """
    if takes_share_of_nothing(method, target):
        raise NoShareError
    _, curve_from = _METHODS[method]
    return curve_from(target, weight)


def takes_share_of_nothing(method: Method, target: Bound | Range) -> bool:
    """Whether a method takes a share of a target that is not above 0, so that it has no curve.

    Example:
        >>> from indicator_dsl.quantities import BARE, Quantity
        >>> target = Bound(Operator.AT_MOST, Quantity(Fraction(0), BARE))
        >>> takes_share_of_nothing(Method.INVERSE, target)
        True
    """
    if method is Method.RATIO:
        return ends_of(target)[0].numerator <= 0
    return method in _DIVIDING and ends_of(target)[1].numerator <= 0


def _edges(target: Bound | Range) -> tuple[Cut | None, Cut | None]:
    """Where the actuals that meet the target begin and end."""
    if isinstance(target, Range):
        return just_before(target.low.magnitude), just_after(target.high.magnitude)
    value = target.value.magnitude
    match target.operator:
        case Operator.AT_LEAST:
            return just_before(value), None
        case Operator.MORE_THAN:
            return just_after(value), None
        case Operator.AT_MOST:
            return None, just_after(value)
        case Operator.LESS_THAN:
            return None, just_before(value)
        case _:
            return just_before(value), just_after(value)


def _around(target: Bound | Range, met: Piece, below: Piece, above: Piece) -> Curve:
    start, end = _edges(target)
    if start is None and end is not None:
        return curve_of(met, (end, above))
    if start is not None and end is None:
        return curve_of(below, (start, met))
    if start is not None and end is not None:
        return curve_of(below, (start, met), (end, above))
    return curve_of(met)


def missed_reason(operator: Operator, *, above: bool) -> str:
    """Why points are lost on one side of a target.

    Example:
        >>> missed_reason(Operator.AT_MOST, above=True)
        'overrun'
    """
    if operator in (Operator.EQUAL, Operator.WITHIN):
        return "deviation"
    return "overrun" if above else "shortfall"


def _piece(method: Method, value: Map, reason: str) -> Piece:
    return Piece.of(value, clause=method.value, reason=reason)


def _pass(target: Bound | Range, weight: Fraction) -> Curve:
    nothing = Map.constant(0)
    return _around(
        target,
        _piece(Method.PASS, Map.constant(weight), "met"),
        _piece(Method.PASS, nothing, missed_reason(target.operator, above=False)),
        _piece(Method.PASS, nothing, missed_reason(target.operator, above=True)),
    )


def ends_of(target: Bound | Range) -> tuple[Fraction, Fraction]:
    """The least and the greatest magnitude that meets an equality with the target.

    Example:
        >>> from indicator_dsl.quantities import BARE, Quantity
        >>> ends_of(Bound(Operator.EQUAL, Quantity(Fraction(5), BARE)))
        (Fraction(5, 1), Fraction(5, 1))
    """
    if isinstance(target, Range):
        return target.low.magnitude, target.high.magnitude
    return target.value.magnitude, target.value.magnitude


def _ratio(target: Bound | Range, weight: Fraction) -> Curve:
    low, high = ends_of(target)
    operator = target.operator
    curve = _around(
        target,
        _piece(Method.RATIO, Map.constant(weight), "met"),
        _piece(Method.RATIO, Map.linear(weight / low, 0), missed_reason(operator, above=False)),
        _piece(Method.RATIO, Map.inverse(weight * high), missed_reason(operator, above=True)),
    )
    return _floored(curve)


def _inverse(target: Bound | Range, weight: Fraction) -> Curve:
    _, high = ends_of(target)
    missed = _piece(
        Method.INVERSE, Map.inverse(weight * high), missed_reason(target.operator, above=True)
    )
    return _around(target, _piece(Method.INVERSE, Map.constant(weight), "met"), missed, missed)


def _excess(target: Bound | Range, weight: Fraction) -> Curve:
    _, high = ends_of(target)
    line = Map.linear(-weight / high, 2 * weight)
    missed = _piece(Method.EXCESS, line, missed_reason(target.operator, above=True))
    return _floored(
        _around(target, _piece(Method.EXCESS, Map.constant(weight), "met"), missed, missed)
    )


def _floored(curve: Curve) -> Curve:
    """No line earns less than nothing."""
    return curve.clip(low=Fraction(0), clause="floor", low_reason="floor", high_reason="floor")


_CurveFrom = Callable[[Bound | Range, Fraction], Curve]
_METHODS: Final[dict[Method, tuple[tuple[Operator, ...], _CurveFrom]]] = {
    Method.PASS: ((*_MORE, *_LESS, Operator.EQUAL, Operator.WITHIN), _pass),
    Method.RATIO: ((*_MORE, Operator.EQUAL, Operator.WITHIN), _ratio),
    Method.EXCESS: (_LESS, _excess),
    Method.INVERSE: (_LESS, _inverse),
}
