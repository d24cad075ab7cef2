"""The way from the full score down to the total, step by step. Adds up, and scores nothing."""

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from attrs import evolve, frozen

from indicator_dsl.explanation.cards import CardExplanation
from indicator_dsl.explanation.conversion import NOTHING, Bounds, Part, conversion_of
from indicator_dsl.explanation.lines import LineExplanation
from indicator_dsl.wording import Text, same

FallKind: TypeAlias = Literal["full", "line", "adjustment", "total"]

_FULL: Final = Text("Full score", "满分")
_TOTAL: Final = Text("Total", "总分")


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
    return Fall(kind=kind, name=name, change=NOTHING, before=at, after=at)


def _steps(told: CardExplanation) -> Iterator[Fall]:
    """Every line and every adjustment with what it changes, not yet placed."""
    converted = conversion_of(told.card, told.adjustments)
    lines = [_line(each, converted.parts[each.line.indicator.name]) for each in told.lines]
    falling = [line for line in lines if line.change.is_settled and line.change.low < 0]
    # As the losses are ranked; an open line whose loss is certain stands among them.
    yield from sorted(falling, key=lambda line: line.change.low)
    yield from (line for line in lines if not line.change.is_settled)
    yield from (line for line in lines if line.change.is_settled and line.change.low > 0)
    for step, change in zip(told.adjustments, converted.steps, strict=True):
        yield Fall(
            kind="adjustment",
            name=step.name,
            section=step.section,
            change=change,
            before=NOTHING,
            after=NOTHING,
        )


def _line(told: LineExplanation, part: Part) -> Fall:
    rule = told.line.indicator
    return Fall(
        kind="line",
        name=same(rule.name),
        section=rule.section,
        change=part.told,
        before=NOTHING,
        after=NOTHING,
        is_converted=part.heading is not None,
    )
