"""Lines whose points depend only on the actual as a share of the target: one curve for all of them.

The curve is the method's own, of a target of 1 and a weight of 1; nothing is worked out beside it.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.curves import Curve, Interval, Piece, just_after, just_before
from indicator_dsl.longform.lines import Kind, Line, none_other
from indicator_dsl.longform.whole import BILLIONTHS
from indicator_dsl.methods import curve_of_method, drawn, has_curve, methods_for
from indicator_dsl.model import Bound, Guards, Indicator, Measured, Rounding
from indicator_dsl.quantities import BARE, CalendarDay, Quantity
from indicator_dsl.scoring import LineScore, score_line
from indicator_dsl.scoring.cells import Given

_ONE: Final = Fraction(1)
# Where the stretched curve is held against the rule's own before it is trusted.
_TRIED: Final = tuple(
    Fraction(n, 60) for n in (0, 1, 30, 36, 48, 54, 57, 59, 60, 61, 66, 90, 120, 240)
)
_FINEST: Final = 10**18


class _Stretch:
    """A stretch of the curve: where it ends, its map, and what a share on it says."""

    __slots__ = ("after", "at", "below", "is_met", "p", "q", "r", "reason", "s")

    def __init__(self, interval: Interval, piece: Piece, line: LineScore) -> None:
        high = interval.high
        self.at = None if high is None else high.at.numerator
        self.below = 1 if high is None else high.at.denominator
        self.after = high is not None and high.after
        value = piece.value
        self.p, self.q, self.r, self.s = value.p, value.q, value.r, value.s
        self.is_met, self.reason = bool(line.is_met), line.reason

    def holds(self, x: int, y: int) -> bool:
        """Whether the share `x`/`y` lies before its end."""
        if self.at is None:
            return True
        left, right = x * self.below, self.at * y
        return left <= right if self.after else left < right


@frozen(kw_only=True, eq=False)
class Proportion:
    """All rows of one wording, operator, method and pair of units.

    A share is actual × `top` over target × `bottom`; `has_share` says that the audit speaks of it.
    """

    kind: Kind
    operator: str
    dimension: object
    fineness: int
    has_share: bool
    top: int
    bottom: int
    places: int
    stretches: tuple[_Stretch, ...]
    curves: tuple[Curve, ...]

    def line(self, target: int, actual: int, weight: int) -> Line:
        """The line of a row.

        Args:
            target: Above 0, in units of 10^-4.
            actual: At least 0, in units of 10^-4.
            weight: In billionths; that of a row without points is 1.
        """
        x, y = actual * self.top, target * self.bottom
        for stretch in self.stretches:
            if stretch.holds(x, y):
                break
        num = weight * (stretch.p * x + stretch.q * y)
        den = stretch.r * x + stretch.s * y
        scale = 10**self.places
        # Half-up of points that are never below 0, in whole numbers.
        earned = (2 * num * scale + den * BILLIONTHS) // (2 * den * BILLIONTHS)
        is_met = stretch.is_met
        return Line(
            kind=self.kind,
            num=num,
            den=den,
            earned=earned,
            low=earned,
            high=earned,
            is_met=is_met,
            reason=stretch.reason,
            share=(x, y),
            is_silent=self.has_share and x == y,
            asked=(self.operator, target * self.fineness, self.dimension),
            others=none_other if is_met else lambda: self._others(x, y, weight),
        )

    def _others(self, x: int, y: int, weight: int) -> tuple[Fraction, ...]:
        share, full = Fraction(x, y), Fraction(weight, BILLIONTHS)
        return tuple(full * curve.at(share) for curve in self.curves)


def proportion_of(
    line: LineScore, kind: Kind, rounding: Rounding, numbers: tuple[int, int]
) -> Proportion | None:
    """What is common to the rows written like one that was scored; None where a share does not do.

    Args:
        line: The row as scored.
        kind: What else they have in common.
        rounding: How points are rounded, line by line.
        numbers: The row's target and actual as written, in units of 10^-4.
    """
    rule, measure = line.indicator, line.indicator.measure
    if not isinstance(measure, Measured) or not isinstance(measure.target, Bound):
        return None
    value, done = measure.target.value, line.observed
    if isinstance(value, CalendarDay) or not isinstance(done, Quantity):
        return None
    if measure.scheme is not None or not numbers[0] or not numbers[1]:
        return None
    unit = _unit_rule(rule, measure)
    if unit is None or not _is_stretched(unit, rule, value.magnitude):
        return None
    per_target = value.magnitude / numbers[0]
    ratio = (done.magnitude / numbers[1]) / per_target
    if _FINEST % per_target.denominator:
        return None
    target = unit.target
    others = [m for m in methods_for(measure.target.operator) if m is not measure.method]
    return Proportion(
        kind=kind,
        operator=measure.target.operator.value,
        dimension=value.unit.dimension,
        fineness=int(per_target * _FINEST),
        has_share=not measure.target.operator.wants_less,
        top=ratio.numerator,
        bottom=ratio.denominator,
        places=rounding.places,
        stretches=tuple(_stretches(unit, rounding)),
        curves=tuple(curve_of_method(m, target, _ONE) for m in others if isinstance(target, Bound)),
    )


def _unit_rule(rule: Indicator, measure: Measured) -> Indicator | None:
    """The rule with a target of 1 and a weight of 1."""
    target = Bound(measure.target.operator, Quantity(_ONE, BARE))
    if not has_curve(measure.method, target, None, Guards()):
        return None
    draw = partial(drawn, measure.method, target, _ONE)
    return evolve(rule, weight=_ONE, measure=evolve(measure, target=target, draw=draw))


def _is_stretched(unit: Indicator, rule: Indicator, target: Fraction) -> bool:
    """Whether the rule's curve is the unit's, stretched: it is not where guards name amounts."""
    own, other = rule.measure, unit.measure
    if not isinstance(own, Measured) or not isinstance(other, Measured):
        return False
    same_form = len(own.curve.pieces) == len(other.curve.pieces)
    cuts = zip(own.curve.cuts, other.curve.cuts, strict=False)
    if not same_form or any(a.at != b.at * target or a.after != b.after for a, b in cuts):
        return False
    if not all(isinstance(piece, Piece) for piece in own.curve.pieces):
        return False
    return all(own.curve.at(x * target) == rule.weight * other.curve.at(x) for x in _TRIED)


def _stretches(unit: Indicator, rounding: Rounding) -> Iterator[_Stretch]:
    """The pieces for shares from 0 on, cut once more where the target is met."""
    measure = unit.measure
    if not isinstance(measure, Measured):
        return
    for interval, piece in measure.curve.intervals():
        cuts = [
            cut
            for cut in (just_before(_ONE), just_after(_ONE))
            if (interval.low is None or interval.low < cut)
            and (interval.high is None or cut < interval.high)
        ]
        lows, highs = (interval.low, *cuts), (*cuts, interval.high)
        for low, high in zip(lows, highs, strict=True):
            part = Interval(low, high)
            if isinstance(piece, Piece) and (high is None or high > just_before(0)):
                sample = Quantity(_inside(part), BARE)
                yield _Stretch(part, piece, score_line(unit, Given(sample), rounding))


def _inside(part: Interval) -> Fraction:
    """A share that lies on a stretch."""
    low, high = part.low, part.high
    if low is None or low < just_before(0):
        low = just_before(0)
    if high is None:
        return low.at + 1
    return (low.at + high.at) / 2
