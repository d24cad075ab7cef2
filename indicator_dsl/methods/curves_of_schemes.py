"""Lines, bands and steps as curves. Knows magnitudes and points, no units and no text."""

from fractions import Fraction

from indicator_dsl.curves import (
    Count,
    Curve,
    Cut,
    Interval,
    Map,
    Piece,
    at_least,
    at_most,
    curve_of,
    just_after,
    just_before,
    less_than,
    more_than,
)
from indicator_dsl.methods.curves_of_methods import ends_of, missed_reason
from indicator_dsl.model import Band, Bands, Bound, Line, Operator, Range, Reading, Steps, TwoSided


def curve_of_scheme(
    scheme: Line | Bands | TwoSided, target: Bound | Range, weight: Fraction
) -> Curve:
    """The points, not rounded, that an actual (in base units) earns by a line, bands or steps.

    Source:
        docs/language.md, "Methods"

    Example:
        >>> from indicator_dsl.quantities import BARE, Quantity
        >>> target = Bound(Operator.AT_LEAST, Quantity(Fraction(95), BARE))
        >>> ends = (Quantity(Fraction(60), BARE), Quantity(Fraction(95), BARE))
        >>> line = Line(start=ends[0], end=ends[1])
        >>> curve_of_scheme(line, target, Fraction(10)).at(81)
        Fraction(6, 1)
    """
    match scheme:
        case Line():
            return _line(scheme, target, weight)
        case Bands():
            return _bands(scheme, weight)
        case TwoSided():
            return _steps(scheme, target, weight)


def _line(line: Line, target: Bound | Range, weight: Fraction) -> Curve:
    start, end = line.start.magnitude, line.end.magnitude
    is_rising = start < end
    slope = weight / (end - start)
    reason = missed_reason(target.operator, above=not is_rising)
    between = Piece.of(Map.linear(slope, -slope * start), clause="line", reason=reason)
    full = Piece.of(Map.constant(weight), clause="line", reason="met")
    curve = (
        curve_of(between, (just_before(end), full))
        if is_rising
        else curve_of(full, (just_after(end), between))
    )
    return curve.clip(low=Fraction(0), clause="floor", low_reason="floor", high_reason="floor")


def _bands(bands: Bands, weight: Fraction) -> Curve:
    curve = curve_of(_band_piece(bands.otherwise, weight))
    for band in reversed(bands.bands):
        curve = assembled((_reach(band), curve_of(_band_piece(band.points, weight))), under=curve)
    return curve.clip(low=Fraction(0), clause="floor", low_reason="floor", high_reason="floor")


def _band_piece(points: Fraction, weight: Fraction) -> Piece:
    reason = "met" if points == weight else "band"
    return Piece.of(Map.constant(points), clause="bands", reason=reason)


def _reach(band: Band) -> Interval:
    bound = band.bound.magnitude
    match band.operator:
        case Operator.AT_LEAST:
            return at_least(bound)
        case Operator.MORE_THAN:
            return more_than(bound)
        case Operator.AT_MOST:
            return at_most(bound)
        case _:
            return less_than(bound)


def _steps(scheme: TwoSided, target: Bound | Range, weight: Fraction) -> Curve:
    low, high = ends_of(target)
    curve = curve_of(Piece.of(Map.constant(weight), clause="less", reason="met"))
    if scheme.below is not None:
        side = _side(scheme.below, low, -1, weight)
        curve = assembled((less_than(low), side), under=curve)
    if scheme.above is not None:
        side = _side(scheme.above, high, 1, weight)
        curve = assembled((more_than(high), side), under=curve)
    return curve


def _side(steps: Steps, origin: Fraction, sign: int, weight: Fraction) -> Curve:
    """What is left of the weight by how far an actual stays from the target, floored."""
    width = sign * steps.width.magnitude
    if steps.reading is Reading.PROPORTIONAL:
        slope = -steps.points / width
        left = Map.linear(slope, weight - slope * origin)
    else:
        count = Count(origin, width, up=steps.reading is Reading.PART)
        left = Map.stepwise(weight, -steps.points, count)
    least = Fraction(0) if steps.most is None else max(Fraction(0), weight - steps.most)
    reason = "step" if least > 0 else "floor"
    curve = curve_of(Piece.of(left, clause="less", reason="step"))
    return curve.clip(low=least, clause="floor", low_reason=reason, high_reason=reason)


def assembled(over: tuple[Interval, Curve], *, under: Curve) -> Curve:
    """One curve on an interval, another everywhere else.

    Example:
        >>> zero, one = (curve_of(Piece.of(Map.constant(n), clause="", reason="")) for n in (0, 1))
        >>> both = assembled((at_least(5), one), under=zero)
        >>> [int(both.at(x)) for x in (4, 5)]
        [0, 1]
    """
    reach, upper = over
    segments = [
        (shared, piece)
        for hole in (Interval(None, reach.low), Interval(reach.high, None))
        if hole != Interval(None, None)
        for interval, piece in under.intervals()
        if not (shared := interval.intersection(hole)).is_empty
    ]
    segments += [
        (shared, piece)
        for interval, piece in upper.intervals()
        if not (shared := interval.intersection(reach)).is_empty
    ]
    first, *rest = sorted(segments, key=lambda found: _start(found[0]))
    return curve_of(first[1], *((found.low, piece) for found, piece in rest if found.low))


def _start(interval: Interval) -> tuple[bool, Cut]:
    return (interval.low is not None, interval.low or just_before(0))
