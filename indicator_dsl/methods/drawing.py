"""A measure's whole curve from what its rule says, and whether it has one.

Knows magnitudes and points, no units and no text.
"""

from fractions import Fraction

from indicator_dsl.curves import Curve
from indicator_dsl.methods.curves_of_methods import curve_of_method, takes_share_of_nothing
from indicator_dsl.methods.curves_of_schemes import curve_of_scheme
from indicator_dsl.methods.guards import guarded, reduces_by_share_of_nothing
from indicator_dsl.model import Bound, Guards, Method, Range, Scheme


def drawn(
    method: Method,
    target: Bound | Range,
    weight: Fraction,
    scheme: Scheme | None = None,
    guards: Guards | None = None,
) -> Curve:
    """The curve from an actual in base units to points, guards applied.

    Raises:
        NoShareError: when a share is taken of a target that is not above 0.

    Example:
        >>> from indicator_dsl.model import Operator
        >>> from indicator_dsl.quantities import BARE, Quantity
        >>> target = Bound(Operator.AT_LEAST, Quantity(Fraction(100), BARE))
        >>> drawn(Method.RATIO, target, Fraction(20)).at(90)
        Fraction(18, 1)
    """
    curve = (
        curve_of_method(method, target, weight)
        if scheme is None
        else curve_of_scheme(scheme, target, weight)
    )
    return curve if guards is None else guarded(curve, method, target, weight, guards)


def has_curve(method: Method, target: Bound | Range, scheme: Scheme | None, guards: Guards) -> bool:
    """Whether `drawn` gives a curve: no share is taken of a target that is not above 0.

    Example:
        >>> from indicator_dsl.model import Operator
        >>> from indicator_dsl.quantities import BARE, Quantity
        >>> target = Bound(Operator.AT_LEAST, Quantity(Fraction(0), BARE))
        >>> [has_curve(method, target, None, Guards()) for method in (Method.RATIO, Method.PASS)]
        [False, True]
    """
    if scheme is None and takes_share_of_nothing(method, target):
        return False
    return not reduces_by_share_of_nothing(guards, target)
