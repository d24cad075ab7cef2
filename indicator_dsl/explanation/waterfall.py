"""The way from the full score down to the total, step by step. Adds up, and scores nothing."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from attrs import frozen

from indicator_dsl.explanation.cards import CardExplanation
from indicator_dsl.wording import Text, same

FallKind: TypeAlias = Literal["full", "line", "adjustment", "total"]

_FULL: Final = Text("Full score", "满分")
_TOTAL: Final = Text("Total", "总分")


@frozen
class Bounds:
    """The least and the most something can be; equal once it is known."""

    low: Fraction
    high: Fraction

    @property
    def is_settled(self) -> bool:
        """Whether both are one."""
        return self.low == self.high

    def plus(self, other: "Bounds") -> "Bounds":
        """Both ends added."""
        return Bounds(self.low + other.low, self.high + other.high)


@frozen(kw_only=True)
class Fall:
    """One step of the way: its name, what it adds (below 0: takes), and where the sheet then is.

    `section` are the headings it belongs under, empty for the whole sheet. The first stands at the
    full score and the last at the total; neither changes anything.
    """

    kind: FallKind
    name: Text
    section: tuple[str, ...] = ()
    change: Bounds
    before: Bounds
    after: Bounds


def waterfall_of(told: CardExplanation) -> tuple[Fall, ...]:
    r"""The full score, the lines by what they lost, what is open, what moved the rest, the total.

    A step that changes nothing is left out. The last one stands exactly at the card's total, or at
    its bounds while it is open.

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
    for kind, name, section, change in _changes(told):
        if not change.low and not change.high:
            continue
        after = standing.plus(change)
        yield Fall(
            kind=kind, name=name, section=section, change=change, before=standing, after=after
        )
        standing = after
    yield _still("total", _TOTAL, standing)


def _still(kind: FallKind, name: Text, at: Bounds) -> Fall:
    nothing = Bounds(Fraction(0), Fraction(0))
    return Fall(kind=kind, name=name, change=nothing, before=at, after=at)


def _changes(told: CardExplanation) -> Iterator[tuple[FallKind, Text, tuple[str, ...], Bounds]]:
    for explained in (*told.deductions, *told.unscored, *told.gains):
        line, rule = explained.line, explained.line.indicator
        change = Bounds(line.low - rule.weight, line.high - rule.weight)
        yield "line", same(rule.name), rule.section, change
    for each in told.adjustments:
        step = each.adjustment
        change = Bounds(step.low - step.weight, step.high - step.weight)
        yield "adjustment", each.name, each.section, change
