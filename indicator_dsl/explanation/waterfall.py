"""The way from the full score down to the total, step by step. Adds up, and scores nothing."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from attrs import evolve, frozen

from indicator_dsl.explanation.cards import CardExplanation
from indicator_dsl.explanation.lines import LineExplanation
from indicator_dsl.quantities import half_up
from indicator_dsl.scoring import Factor, Kind, LineScore, Scorecard, factors_of
from indicator_dsl.wording import Text, same

FallKind: TypeAlias = Literal["full", "line", "adjustment", "total"]

_FULL: Final = Text("Full score", "满分")
_TOTAL: Final = Text("Total", "总分")
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


_NOTHING: Final = Bounds(Fraction(0), Fraction(0))


@frozen(kw_only=True)
class Fall:
    """One step of the way: its name, what it adds (below 0: takes), and where the sheet then is.

    A ceiling or a scale may take more at the upper bound than at the lower, so that the bounds of
    `change` are not in order; those of `before` and `after` are.

    `section` are the headings it belongs under, empty for the whole sheet. `is_converted` says that
    a line's points count more or less on the sheet than they say: `change` is in points of the
    total. The first stands at the full score and the last at the total; neither changes anything.
    """

    kind: FallKind
    name: Text
    section: tuple[str, ...] = ()
    change: Bounds
    before: Bounds
    after: Bounds
    is_converted: bool = False


def waterfall_of(told: CardExplanation) -> tuple[Fall, ...]:
    r"""The full score, the lines by what they lost, what is open, what moved the rest, the total.

    A step that changes nothing is left out. Of points that are scaled or shared out, each line is
    told what it costs the total, and the step that converts them only what rounding then adds.
    The last one stands exactly at the card's total, or at its bounds while it is open.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("甲 >= 10 件 weight 20\n乙 >= 10 件 weight 10")
        >>> told = explain_card(ruleset.evaluate({"甲": "9 件"}).model)
        >>> for fall in waterfall_of(told):
        ...     print(fall.name, fall.change.low, "->", fall.after.low, fall.after.high)
        Full score 0 -> 30 30
        甲 -2 -> 28 28
        乙 -10 -> 18 28
        Total 0 -> 18 28
    """
    return tuple(_falls(told))


def _falls(told: CardExplanation) -> Iterator[Fall]:
    standing = Bounds(told.card.full, told.card.full)
    yield _still("full", _FULL, standing)
    for step in _steps(told):
        if not step.change.low and not step.change.high:
            continue
        after = standing.plus(step.change)
        yield evolve(step, before=standing, after=after)
        standing = after
    yield _still("total", _TOTAL, standing)


def _still(kind: FallKind, name: Text, at: Bounds) -> Fall:
    return Fall(kind=kind, name=name, change=_NOTHING, before=at, after=at)


def _steps(told: CardExplanation) -> Iterator[Fall]:
    """Every line and every adjustment with what it changes, not yet placed."""
    factors = factors_of(told.card.ruleset, told.card.lines)
    parts = {each.indicator.name: _part(each, factors, told.card) for each in told.card.lines}
    lines = [_line(told_line, parts) for told_line in told.lines]
    falling = [line for line in lines if line.change.is_settled and line.change.low < 0]
    yield from sorted(falling, key=lambda line: line.change.low)
    yield from (line for line in lines if not line.change.is_settled)
    yield from (line for line in lines if line.change.is_settled and line.change.low > 0)
    told_of: set[str] = set()
    for each in told.adjustments:
        step = each.adjustment
        change = Bounds(step.low - step.weight, step.high - step.weight)
        if step.kind in _CONVERTING and step.source is None and step.name not in told_of:
            # What the lines under that heading lost is told in points of the total already.
            told_of.add(step.name)
            for part in parts.values():
                if part.heading == step.name:
                    change = change.plus(part.own).plus(part.told.negative)
        yield Fall(
            kind="adjustment",
            name=each.name,
            section=each.section,
            change=change,
            before=_NOTHING,
            after=_NOTHING,
        )


@frozen(kw_only=True)
class _Part:
    """What a line changes by its own points and in points of the total, and what converts them.

    `heading` is None for a line whose points count as they are.
    """

    own: Bounds
    told: Bounds
    heading: str | None


def _part(line: LineScore, factors: Mapping[str, Factor], card: Scorecard) -> _Part:
    if line.is_dropped:
        return _Part(own=_NOTHING, told=_NOTHING, heading=None)
    weight, factor = line.indicator.weight, factors[line.indicator.name]
    own = Bounds(line.low - weight, line.high - weight)
    if factor.by == 1:
        return _Part(own=own, told=own, heading=None)
    ends = [own.low * factor.by, own.high * factor.by]
    if card.ruleset.rounding.each:
        ends = [half_up(end, card.ruleset.rounding.places) for end in ends]
    return _Part(own=own, told=Bounds(*ends), heading=factor.heading)


def _line(told: LineExplanation, parts: Mapping[str, _Part]) -> Fall:
    rule = told.line.indicator
    part = parts[rule.name]
    return Fall(
        kind="line",
        name=same(rule.name),
        section=rule.section,
        change=part.told,
        before=_NOTHING,
        after=_NOTHING,
        is_converted=part.heading is not None,
    )
