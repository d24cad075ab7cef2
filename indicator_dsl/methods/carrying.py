"""A method carried over to another target and another weight, its curve drawn anew.

Knows magnitudes and points, no text and no actual.
"""

from fractions import Fraction
from functools import partial

from attrs import evolve

from indicator_dsl.methods.curves_of_methods import (
    NoShareError,
    ends_of,
    methods_for,
)
from indicator_dsl.methods.drawing import drawn, has_curve
from indicator_dsl.model import (
    Bands,
    Bound,
    Guards,
    Line,
    Measured,
    Method,
    NoPoints,
    OverLess,
    Range,
    Scheme,
    Steps,
    TwoSided,
)
from indicator_dsl.quantities import CalendarDay, Quantity, Unit


class MethodUnfitError(ValueError):
    """A method was to be carried to a target or a weight that it does not serve."""


def carried(
    measure: Measured,
    target: Bound | Range,
    *,
    weight: Fraction,
    worth: Fraction = Fraction(1),
) -> Measured:
    """The method of `measure` on another target and weight: shares of the target follow it.

    Args:
        measure: A compiled measure.
        target: The target the method is to serve.
        weight: Full points, above 0.
        worth: What the points the method states are multiplied by: 1 keeps them as written, the
            new weight over the old one keeps them in proportion.

    Raises:
        MethodUnfitError: when the language would refuse the method there: it does not serve the
            operator or the unit, or gives more points than the weight.
        NoShareError: when it takes a share of a target that is not above 0.

    Example:
        >>> from indicator_dsl.model import Operator
        >>> from indicator_dsl.quantities import BARE
        >>> old, new = (
        ...     Bound(Operator.AT_LEAST, Quantity(Fraction(number), BARE)) for number in (100, 200)
        ... )
        >>> draw = partial(drawn, Method.RATIO, old, Fraction(10))
        >>> measure = Measured(target=old, method=Method.RATIO, draw=draw)
        >>> carried(measure, new, weight=Fraction(20)).curve.at(150)
        Fraction(15, 1)
    """
    _refuse_unfit(measure, target)
    scheme = None if measure.scheme is None else _scheme(measure, measure.scheme, target, worth)
    guards = _guards(measure.guards, target, worth)
    if scheme is not None and _most_points(scheme) > weight:
        raise MethodUnfitError
    if not has_curve(measure.method, target, scheme, guards):
        raise NoShareError
    draw = partial(drawn, measure.method, target, weight, scheme, guards)
    return evolve(measure, target=target, draw=draw, scheme=scheme, guards=guards)


def unit_of_target(target: Bound | Range) -> Unit:
    """The unit a target is counted in.

    Example:
        >>> from indicator_dsl.model import Operator
        >>> from indicator_dsl.quantities import BARE
        >>> unit_of_target(Bound(Operator.EQUAL, Quantity(Fraction(5), BARE))) == BARE
        True
    """
    return target.high.unit if isinstance(target, Range) else target.value.unit


def _refuse_unfit(measure: Measured, target: Bound | Range) -> None:
    was, now = measure.target.operator, target.operator
    is_plain = measure.scheme is None and measure.guards == Guards()
    is_same_way = was.wants_more == now.wants_more and was.wants_less == now.wants_less
    is_day = isinstance(target, Bound) and isinstance(target.value, CalendarDay)
    is_same_unit = unit_of_target(measure.target).is_same_measure(unit_of_target(target))
    if measure.scheme is None and measure.method not in methods_for(now):
        raise MethodUnfitError
    if is_day and measure.method not in (Method.PASS, Method.STEPS):
        raise MethodUnfitError
    if not is_plain and not (is_same_way and is_same_unit):
        raise MethodUnfitError


def _scheme(measure: Measured, scheme: Scheme, target: Bound | Range, worth: Fraction) -> Scheme:
    match scheme:
        case Line() if scheme.of_target:
            _, was = ends_of(measure.target)
            ends = [_share_of(target, end.magnitude / was) for end in (scheme.start, scheme.end)]
            return evolve(scheme, start=ends[0], end=ends[1])
        case Line():
            return scheme
        case Bands():
            bands = tuple(evolve(band, points=band.points * worth) for band in scheme.bands)
            return Bands(bands=bands, otherwise=scheme.otherwise * worth)
        case TwoSided():
            return TwoSided(
                below=_steps(scheme.below, target, worth), above=_steps(scheme.above, target, worth)
            )


def _steps(steps: Steps | None, target: Bound | Range, worth: Fraction) -> Steps | None:
    if steps is None:
        return None
    width = steps.width if steps.of_target is None else _share_of(target, steps.of_target)
    most = None if steps.most is None else steps.most * worth
    return evolve(steps, points=steps.points * worth, width=width, most=most)


def _guards(guards: Guards, target: Bound | Range, worth: Fraction) -> Guards:
    return evolve(
        guards,
        overs=tuple(_over(over, worth) for over in guards.overs),
        zeros=tuple(_zero(zero, target) for zero in guards.zeros),
    )


def _over(over: OverLess, worth: Fraction) -> OverLess:
    return evolve(over, amount=over.amount * worth) if over.of == "points" else over


def _zero(zero: NoPoints, target: Bound | Range) -> NoPoints:
    if zero.of_target is None:
        return zero
    return evolve(zero, bound=_share_of(target, zero.of_target))


def _share_of(target: Bound | Range, share: Fraction) -> Quantity:
    _, end = ends_of(target)
    unit = unit_of_target(target)
    if end <= 0:
        raise NoShareError
    return Quantity(end * share / unit.factor, unit)


def _most_points(scheme: Scheme) -> Fraction:
    match scheme:
        case Bands():
            return max(scheme.otherwise, *(band.points for band in scheme.bands))
        case TwoSided():
            sides = [side for side in (scheme.below, scheme.above) if side is not None]
            return max(side.points for side in sides)
        case Line():
            return Fraction(0)
