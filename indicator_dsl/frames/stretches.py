"""The stretches of a rule's curve that a column reaches, and what their points are counted in.

Knows pieces and ratios; what a stretch scores is asked of scoring, with one value inside it.
"""

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from indicator_dsl.curves import Interval, Piece, just_after, just_before
from indicator_dsl.frames.pieces import (
    NotInColumns,
    Reached,
    fineness,
    is_left,
    points_on,
    reached,
)
from indicator_dsl.frames.ratios import Ratio, every, negated
from indicator_dsl.frames.terms import Condition, Whole
from indicator_dsl.model import Bound, Indicator, Measured, Ruleset
from indicator_dsl.quantities import Quantity
from indicator_dsl.scoring import LineScore, score_line
from indicator_dsl.scoring.cells import Given, unit_of


@frozen(kw_only=True)
class Stretch:
    """A stretch of a curve that a column reaches, and what a value inside it scores.

    `grain` is how much finer than 10^-places its points are counted to be whole numbers; None where
    they cannot be.
    """

    where: Reached
    piece: object
    line: LineScore | None = None
    grain: int | None = None

    @property
    def reason(self) -> str:
        """Why points are lost there."""
        return "" if self.line is None else self.line.reason


def stretches_of(
    rule: Indicator, measure: Measured, actual: Ratio, ruleset: Ruleset
) -> Iterable[Stretch]:
    """The curve cut where its pieces end and where the target is met, as far as it is reached."""
    scale, unit = 10**ruleset.rounding.places, unit_of(rule)
    for interval, piece in _refined(measure):
        where = reached(actual, interval)
        if where is None:
            continue
        if not isinstance(piece, Piece):
            yield Stretch(where=where, piece=piece)
            continue
        sample = Quantity(where.sample(actual) / unit.factor, unit)
        line = score_line(rule, Given(sample), ruleset.rounding)
        grain: int | None = 1
        if piece.value.is_constant:
            grain = (line.low * scale).denominator
        elif not ruleset.rounding.each:
            grain = fineness(piece.value, actual, scale)
        yield Stretch(where=where, piece=piece, line=line, grain=grain)


def points_of(stretch: Stretch, actual: Ratio, unit: int) -> Whole | Fraction:
    """The points of a stretch: a fraction where all rows have the same, else units of 1/`unit`.

    Raises:
        NotInColumns: when its rows go the exact way.
        TooWide: when it needs more than 38 digits.
    """
    if stretch.grain is None or stretch.line is None or not isinstance(stretch.piece, Piece):
        raise NotInColumns
    value = stretch.piece.value
    return stretch.line.low if value.is_constant else points_on(value, stretch.where, actual, unit)


def _refined(measure: Measured) -> Iterable[tuple[Interval, object]]:
    """The pieces of the curve, cut once more where the target is met."""
    target = measure.target
    ends = (target.value,) if isinstance(target, Bound) else (target.low, target.high)
    cuts = [cut(end.magnitude) for end in ends for cut in (just_before, just_after)]
    for interval, piece in measure.curve.intervals():
        bounds = sorted(
            cut
            for cut in cuts
            if (interval.low is None or interval.low < cut)
            and (interval.high is None or cut < interval.high)
        )
        lows, highs = (interval.low, *bounds), (*bounds, interval.high)
        for low, high in zip(lows, highs, strict=True):
            yield Interval(low, high), piece


def within(actual: Ratio, interval: Interval) -> Condition:
    """Whether a row's actual lies in an interval."""
    parts = []
    if interval.low is not None:
        parts.append(negated(is_left(actual, interval.low)))
    if interval.high is not None:
        parts.append(is_left(actual, interval.high))
    return every(*parts)
