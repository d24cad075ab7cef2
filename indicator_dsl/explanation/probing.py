"""How figures of a sheet move with one value: found by asking, and proved by asking further.

Works out no expression itself.
"""

from collections.abc import Callable
from fractions import Fraction
from math import lcm
from typing import Final

from indicator_dsl.curves import Map, ZeroDenominator

_FITTED: Final = 3
# A figure in which the value is named up to so many times less two is proved to be what was fitted.
_PROBES: Final = 9


def probes_around(start: Fraction) -> tuple[Fraction, ...]:
    """Values to ask at, in the neighbourhood of the actual but never on it.

    Example:
        >>> len(set(probes_around(Fraction(5))))
        9
    """
    base = Fraction(abs(int(start)) + 1)
    return tuple(base + n for n in range(1, _PROBES + 1))


def map_through(points: tuple[tuple[Fraction, Fraction], ...]) -> Map | None:
    """The map (p·x + q) / (r·x + s) through all the points; None when there is none, or too few.

    Example:
        >>> hyperbola = tuple((Fraction(x), Fraction(12, x)) for x in range(1, 10))
        >>> found = map_through(hyperbola)
        >>> found.p, found.q, found.r, found.s
        (0, 12, 1, 0)
    """
    if len(points) < _PROBES:
        return None
    (x0, y0), (x1, y1), (x2, y2) = points[:_FITTED]
    if (y1 - y0) * (x2 - x0) == (y2 - y0) * (x1 - x0):
        slope = (y1 - y0) / (x1 - x0)
        found: Map | None = Map.linear(slope, y0 - slope * x0)
    else:
        found = _hyperbola((x0, y0), (x1, y1), (x2, y2))
    if found is None or any(x == found.pole or found.at(x) != y for x, y in points):
        return None
    return found


def _hyperbola(
    first: tuple[Fraction, Fraction],
    second: tuple[Fraction, Fraction],
    third: tuple[Fraction, Fraction],
) -> Map | None:
    """The map (p·x + q) / (x + s) through three points that lie on no line."""
    (x0, y0), (x1, y1), (x2, y2) = first, second, third
    # p·(x − x0) − s·(y − y0) = x·y − x0·y0, for the second and the third.
    a1, b1, c1 = x1 - x0, -(y1 - y0), x1 * y1 - x0 * y0
    a2, b2, c2 = x2 - x0, -(y2 - y0), x2 * y2 - x0 * y0
    determinant = a1 * b2 - a2 * b1
    if not determinant:
        return None
    p, s = (c1 * b2 - c2 * b1) / determinant, (a1 * c2 - a2 * c1) / determinant
    q = x0 * y0 + s * y0 - p * x0
    scale = lcm(p.denominator, q.denominator, s.denominator)
    try:
        return Map(int(p * scale), int(q * scale), scale, int(s * scale))
    except ZeroDenominator:
        return None


def moved_by(
    ask: Callable[[Fraction], Fraction | None], probes: tuple[Fraction, ...]
) -> Map | None:
    """The map of what is answered at the probes; a constant where nothing moves.

    Args:
        ask: The figure at a value; None where it has none.
        probes: From `probes_around`.

    Returns:
        None where it moves in another way than a map does, or has no answer somewhere.

    Example:
        >>> moved_by(lambda x: 2 * x + 1, probes_around(Fraction(5))).at(10)
        Fraction(21, 1)
    """
    answers = tuple((probe, answer) for probe in probes if (answer := ask(probe)) is not None)
    return map_through(answers)
