"""What lines and steps change in points of the total, scaled and shared out as they count there.

Multiplies and rounds as the totals do, and decides no points.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.explanation.adjustments import AdjustmentExplanation
from indicator_dsl.quantities import half_up
from indicator_dsl.scoring import Factor, Kind, LineScore, Scorecard, factors_of

_CONVERTING: Final = frozenset({Kind.SCALED, Kind.REWEIGHTED})


@frozen
class Bounds:
    """Points at the lower and at the upper bound of a total; equal once they are known."""

    low: Fraction
    high: Fraction

    @property
    def is_settled(self) -> bool:
        """Whether both are one."""
        return self.low == self.high

    @property
    def negative(self) -> "Bounds":
        """Both with the other sign; the lower one stays the lower bound's."""
        return Bounds(-self.low, -self.high)

    def plus(self, other: "Bounds") -> "Bounds":
        """Both ends added."""
        return Bounds(self.low + other.low, self.high + other.high)


NOTHING: Final = Bounds(Fraction(0), Fraction(0))


@frozen(kw_only=True)
class Part:
    """What a line changes by its own points and in points of the total, and what converts them.

    `heading` is None for a line whose points count as they are.
    """

    own: Bounds
    told: Bounds
    heading: str | None


@frozen(kw_only=True)
class Conversion:
    """Every line's part by its name, and what each step changes besides, in the steps' order.

    All of them add up to what the total is short of.
    """

    parts: Mapping[str, Part]
    steps: tuple[Bounds, ...]


def conversion_of(card: Scorecard, adjustments: Iterable[AdjustmentExplanation]) -> Conversion:
    r"""What each line and each step of a card changes in points of the total.

    The step that converts points is told only what rounding then adds.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> sheet = parse_ruleset("[产出] 30 of inner 60\n甲 >= 10 件 weight 60")
        >>> card = sheet.evaluate({"甲": "9 件"}).model
        >>> part = conversion_of(card, ()).parts["甲"]
        >>> str(part.own.low), str(part.told.low)
        ('-6', '-3')
    """
    factors = factors_of(card.ruleset, card.lines)
    parts = {each.indicator.name: _part(each, factors, card) for each in card.lines}
    told_of: set[str] = set()
    steps: list[Bounds] = []
    for each in adjustments:
        step = each.adjustment
        change = Bounds(step.low - step.weight, step.high - step.weight)
        if step.kind in _CONVERTING and step.source is None and step.name not in told_of:
            # What the lines under that heading lost is told in points of the total already.
            told_of.add(step.name)
            for part in parts.values():
                if part.heading == step.name:
                    change = change.plus(part.own).plus(part.told.negative)
        steps.append(change)
    return Conversion(parts=parts, steps=tuple(steps))


def _part(line: LineScore, factors: Mapping[str, Factor], card: Scorecard) -> Part:
    if line.is_dropped:
        return Part(own=NOTHING, told=NOTHING, heading=None)
    weight, factor = line.indicator.weight, factors[line.indicator.name]
    own = Bounds(line.low - weight, line.high - weight)
    if factor.by == 1:
        return Part(own=own, told=own, heading=None)
    ends = [own.low * factor.by, own.high * factor.by]
    if card.ruleset.rounding.each:
        ends = [half_up(end, card.ruleset.rounding.places) for end in ends]
    return Part(own=own, told=Bounds(*ends), heading=factor.heading)
