"""Guards as changes to a method's curve, always in the same order: cap, over, floor, no points.

Knows magnitudes and points, no units and no text.
"""

from fractions import Fraction

from indicator_dsl.curves import (
    Curve,
    Interval,
    Map,
    at_least,
    just_after,
    just_before,
    less_than,
    more_than,
)
from indicator_dsl.methods.curves_of_methods import NoShareError, ends_of
from indicator_dsl.model import Bound, Guards, Method, NoPoints, OverLess, Range


def guarded(
    curve: Curve, method: Method, target: Bound | Range, weight: Fraction, guards: Guards
) -> Curve:
    """A method's curve with the guards applied.

    Raises:
        NoShareError: when a guard takes a share of a target that is not above 0.

    Source:
        docs/language.md, "Guards"

    Example:
        >>> from indicator_dsl.methods import curve_of_method
        >>> from indicator_dsl.model import Operator
        >>> from indicator_dsl.quantities import BARE, Quantity
        >>> target = Bound(Operator.AT_LEAST, Quantity(Fraction(100), BARE))
        >>> curve = curve_of_method(Method.RATIO, target, Fraction(20))
        >>> over = OverLess(share=Fraction(3, 2), amount=Fraction(2), of="points")
        >>> guards = Guards(overs=(over,))
        >>> guarded(curve, Method.RATIO, target, Fraction(20), guards).at(150)
        Fraction(18, 1)
    """
    if reduces_by_share_of_nothing(guards, target):
        raise NoShareError
    if guards.cap is not None:
        curve = _capped(curve, method, target, weight, guards.cap)
    for over, reach in _reaches(guards.overs, target):
        curve = _reduced(curve, over, reach, weight)
    if guards.overs:
        curve = curve.clip(low=Fraction(0), clause="floor", low_reason="floor")
    for zero in guards.zeros:
        reach = _without_points(zero)
        curve = curve.override(reach, Map.constant(0), clause="zero", reason="knock-out")
    return curve


def reduces_by_share_of_nothing(guards: Guards, target: Bound | Range) -> bool:
    """Whether points are taken off from a share of a target on that is not above 0.

    Example:
        >>> from indicator_dsl.model import Operator
        >>> from indicator_dsl.quantities import BARE, Quantity
        >>> target = Bound(Operator.AT_LEAST, Quantity(Fraction(0), BARE))
        >>> over = OverLess(share=Fraction(3, 2), amount=Fraction(2), of="points")
        >>> reduces_by_share_of_nothing(Guards(overs=(over,)), target)
        True
    """
    return bool(guards.overs) and ends_of(target)[1] <= 0


def _capped(
    curve: Curve, method: Method, target: Bound | Range, weight: Fraction, cap: Fraction
) -> Curve:
    """The method's own line carried on past full marks, up to the cap."""
    low, high = ends_of(target)
    if method is Method.RATIO:
        reach, line = at_least(low), Map.linear(weight / low, 0)
    elif method is Method.EXCESS:
        reach = Interval(None, just_after(high))
        line = Map.linear(-weight / high, 2 * weight)
    else:
        reach = Interval(just_after(0), just_after(high))
        line = Map.inverse(weight * high)
        curve = curve.override(
            Interval(None, just_after(0)), Map.constant(weight * cap), clause="cap", reason="cap"
        )
    curve = curve.override(reach, line, clause=method.value, reason="met")
    return curve.clip(high=weight * cap, clause="cap", high_reason="cap")


def _reaches(overs: tuple[OverLess, ...], target: Bound | Range) -> list[tuple[OverLess, Interval]]:
    """Each reduction with where it is the highest reached."""
    if not overs:
        return []
    _, value = ends_of(target)
    ordered = sorted(overs, key=lambda over: over.share)
    starts = [just_before(over.share * value) for over in ordered]
    ends = [*starts[1:], None]
    return [
        (over, Interval(start, end)) for over, start, end in zip(ordered, starts, ends, strict=True)
    ]


def _reduced(curve: Curve, over: OverLess, reach: Interval, weight: Fraction) -> Curve:
    if over.of == "earned":
        return curve.scale(1 - over.amount, on=reach, clause="over", reason="overrun")
    by = over.amount * weight if over.of == "weight" else over.amount
    return curve.shift(-by, on=reach, clause="over", reason="overrun")


def _without_points(zero: NoPoints) -> Interval:
    bound = zero.bound.magnitude
    if zero.side == "below":
        return less_than(bound)
    return more_than(bound) if zero.side == "above" else at_least(bound)
