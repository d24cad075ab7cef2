"""The pieces of a curve as whole-number terms. The one place where a curve becomes columns.

Takes cuts and maps as the curve has them and may not know any method.
"""

from fractions import Fraction
from math import ceil, floor, gcd, lcm

from attrs import frozen

from indicator_dsl.curves import Count, Cut, Interval, Map
from indicator_dsl.frames.ratios import Ratio
from indicator_dsl.frames.terms import (
    INT64_END,
    Compared,
    Condition,
    Held,
    Number,
    Pick,
    TooWide,
    Whole,
    over,
    plus,
    times,
)


class NotInColumns(ValueError):
    """A piece that this room cannot put into whole numbers; its rows go the exact way."""


@frozen(kw_only=True)
class Reached:
    """An interval as far as a column reaches it, with one value of the ratio inside it."""

    interval: Interval
    above: int
    below: int

    def sample(self, ratio: Ratio) -> Fraction:
        """One actual inside the interval, in base units."""
        return ratio.factor * Fraction(self.above, self.below)


def is_left(ratio: Ratio, cut: Cut) -> Condition:
    """Whether a row's actual lies left of a cut."""
    bound = cut.at / ratio.factor
    if isinstance(ratio.below, Number):
        bound *= ratio.below.value
        end = floor(bound) if cut.after else ceil(bound) - 1
        return Compared("<=", ratio.above, Number(end))
    left = times(ratio.above, bound.denominator)
    return Compared("<=" if cut.after else "<", left, times(ratio.below, bound.numerator))


def reached(ratio: Ratio, interval: Interval) -> Reached | None:
    """The interval with a sample, or None when the column cannot reach it."""
    if isinstance(ratio.below, Number):
        low, high = _whole_ends(ratio, interval)
        if low > high:
            return None
        return Reached(
            interval=interval,
            above=high if interval.low is None else low,
            below=ratio.below.value,
        )
    inside = _inside(interval) / ratio.factor
    return Reached(interval=interval, above=inside.numerator, below=inside.denominator)


def _whole_ends(ratio: Ratio, interval: Interval) -> tuple[int, int]:
    """The least and the largest `above` whose actual lies in the interval."""
    low, high = ratio.above.low, ratio.above.high
    per = ratio.below.low / ratio.factor
    if interval.low is not None:
        at = interval.low.at * per
        low = max(low, floor(at) + 1 if interval.low.after else ceil(at))
    if interval.high is not None:
        at = interval.high.at * per
        high = min(high, floor(at) if interval.high.after else ceil(at) - 1)
    return low, high


def _inside(interval: Interval) -> Fraction:
    if interval.low is None:
        return Fraction(0) if interval.high is None else interval.high.at - 1
    if interval.high is None:
        return interval.low.at + 1
    return (interval.low.at + interval.high.at) / 2


def fineness(value: Map, ratio: Ratio, unit: int) -> int | None:
    """How often 1/`unit` must be divided for the points of a map to be whole numbers of it.

    None when every row has a denominator of its own.
    """
    fixed = Fraction(1) if value.count is not None else _fixed(ratio)
    return None if value.r or fixed is None else _straight(value.scaled(unit), fixed)[2]


def points_on(value: Map, where: Reached, ratio: Ratio, unit: int) -> Whole:
    """The points of a map on one interval in units of 1/`unit`, rounded half-up.

    Raises:
        NotInColumns: when a value may lie below 0.
        TooWide: when it needs more than 38 digits.
    """
    _refuse_negative(value, where, ratio)
    try:
        found = _points(value, ratio, where, unit)
    except TooWide:
        found = None
    if found is None or found.reach >= INT64_END or value.r or ratio.below.low < 1:
        # Rows outside the interval get the sample, so that they cannot overflow or divide by zero.
        found = _points(value, _kept_inside(ratio, where), where, unit)
    return _held(found, value, where, unit)


def _kept_inside(ratio: Ratio, where: Reached) -> Ratio:
    interval = where.interval

    def kept(term: Whole, sample: int, low: int, high: int) -> Whole:
        if isinstance(term, Number):
            return term
        cases: list[tuple[Condition, Whole]] = []
        if interval.low is not None:
            cases.append((is_left(ratio, interval.low), Number(sample)))
        if interval.high is None:
            inner: Whole = Pick(tuple(cases), term) if cases else term
        else:
            cases.append((is_left(ratio, interval.high), term))
            inner = Pick(tuple(cases), Number(sample))
        return Held(inner, min(low, sample), max(high, sample))

    if isinstance(ratio.below, Number):
        low, high = _whole_ends(ratio, interval)
    else:
        low, high = _wide_ends(ratio, interval)
    return Ratio(
        above=kept(ratio.above, where.above, low, high),
        below=kept(ratio.below, where.below, ratio.below.low, ratio.below.high),
        factor=ratio.factor,
    )


def _wide_ends(ratio: Ratio, interval: Interval) -> tuple[int, int]:
    low, high = ratio.above.low, ratio.above.high
    least, most = ratio.below.low, ratio.below.high
    if interval.low is not None:
        at = interval.low.at / ratio.factor
        low = max(low, floor(min(at * least, at * most)))
    if interval.high is not None:
        at = interval.high.at / ratio.factor
        high = min(high, ceil(max(at * least, at * most)))
    return low, high


def _fixed(ratio: Ratio) -> Fraction | None:
    """What one `above` of the ratio comes to on every row; None when the rows differ."""
    return ratio.factor / ratio.below.value if isinstance(ratio.below, Number) else None


def _straight(scaled: Map, factor: Fraction) -> tuple[int, int, int]:
    """p, q and s of the points (p·n + q) / s of a straight map, n being `above`."""
    p, q, s = scaled.p * factor.numerator, scaled.q * factor.denominator, scaled.s
    s *= factor.denominator
    shared = gcd(p, q, s)
    return p // shared, q // shared, s // shared


def _points(value: Map, ratio: Ratio, where: Reached, unit: int) -> Whole:
    if value.count is not None:
        ratio = Ratio(above=_steps(value.count, ratio))
    scaled, fixed = value.scaled(unit), _fixed(ratio)
    if not scaled.r and fixed is not None:
        p, q, s = _straight(scaled, fixed)
        if s == 1:
            return plus(times(ratio.above, p), Number(q))
        doubled = (2 * p, 2 * q + s, 2 * s)
        shared = gcd(*doubled)
        p, q, s = (each // shared for each in doubled)
        return over(plus(times(ratio.above, p), Number(q)), Number(s))
    factor = ratio.factor
    coefficients = (
        scaled.p * factor.numerator,
        scaled.q * factor.denominator,
        scaled.r * factor.numerator,
        scaled.s * factor.denominator,
    )
    shared = gcd(*coefficients)
    p, q, r, s = (each // shared for each in coefficients)
    u = _u_of(value, where, factor)
    if r * u + s < 0:
        p, q, r, s = -p, -q, -r, -s
    if not r:  # (2·(p·n + q·d) + s·d) // (2·s·d), in lowest terms
        doubled = (2 * p, 2 * q + s, 2 * s)
        shared = gcd(*doubled)
        p, q, s = (each // shared for each in doubled)
        above = plus(times(ratio.above, p), times(ratio.below, q))
        return over(above, times(ratio.below, s))
    above = plus(times(ratio.above, 2 * p + r), times(ratio.below, 2 * q + s))
    return over(above, plus(times(ratio.above, 2 * r), times(ratio.below, 2 * s)))


def _u_of(value: Map, where: Reached, factor: Fraction) -> Fraction:
    """What the map sees at the sample, before its factor."""
    x = Fraction(where.above, where.below)
    if value.count is None:
        return x
    return Fraction(value.count.at(x * factor))


def _steps(count: Count, ratio: Ratio) -> Whole:
    """The steps counted: (x - origin) / width, down or up to a whole number."""
    slope, start = ratio.factor / count.width, -count.origin / count.width
    shared = lcm(slope.denominator, start.denominator)
    above = plus(times(ratio.above, int(slope * shared)), times(ratio.below, int(start * shared)))
    below = times(ratio.below, shared)
    if count.up:
        above = plus(above, below, Number(-1))
    # Counts below zero are lifted above it first: engines differ in where they round to there.
    least = min(above.low // below.low, above.low // below.high, 0)
    lifted = plus(above, times(below, -least))
    return plus(over(Held(lifted, max(lifted.low, 0), max(lifted.high, 0)), below), Number(least))


def _refuse_negative(value: Map, where: Reached, ratio: Ratio) -> None:
    """A map is monotone between its poles: its ends say all, and the sample sees past a pole."""
    seen = [value.at(where.sample(ratio))]
    if value.count is None:
        for end, sign in ((where.interval.low, -1), (where.interval.high, 1)):
            if end is None:
                far = Fraction(value.p, value.r) if value.r else Fraction(sign * value.p)
                seen.append(far)
            elif end.at != value.pole:
                seen.append(value.at(end.at))
    else:
        # A counted map falls or rises with the count; its curve's own floor cuts it off at 0.
        seen += [
            value.of(value.count.beside(end, right=is_right))
            for end, is_right in ((where.interval.low, True), (where.interval.high, False))
            if end is not None
        ]
        if None in (where.interval.low, where.interval.high) and not value.is_constant:
            raise NotInColumns
    if min(seen) < 0:
        raise NotInColumns


def _held(term: Whole, value: Map, where: Reached, unit: int) -> Whole:
    """The term with the tighter range that the map's own ends give."""
    interval = where.interval
    if value.r or value.count is not None or interval.low is None or interval.high is None:
        return term
    ends = [value.at(interval.low.at), value.at(interval.high.at)]
    most = ceil(max(ends) * unit) + 1
    return Held(term, 0, min(most, max(term.high, 0)))
