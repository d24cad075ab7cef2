"""What the lines under each heading came to. Adds up what is scored, and scores nothing."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from indicator_dsl.explanation.adjustments import AdjustmentExplanation
from indicator_dsl.scoring import LineScore, Scorecard


@frozen(kw_only=True)
class Subtotal:
    """A heading of the sheet with what its lines came to.

    `path` holds the headings, outermost first. `promised` is what the heading itself names, None
    when it names nothing. `earned` and `lost` are None while a line below is not scored; `low` and
    `high` bound what is earned in any case. `count` is the number of lines below.
    """

    path: tuple[str, ...]
    promised: Fraction | None
    weight: Fraction
    earned: Fraction | None
    low: Fraction
    high: Fraction
    count: int

    @property
    def lost(self) -> Fraction | None:
        """The weight less what was earned; None while that is open."""
        return None if self.earned is None else self.weight - self.earned


def subtotals_of(
    card: Scorecard, adjustments: tuple[AdjustmentExplanation, ...] = ()
) -> tuple[Subtotal, ...]:
    """What every heading's lines came to, in sheet order, with what was scaled within it."""
    promised = {section.path: section.points for section in card.ruleset.sections}
    paths = dict.fromkeys(
        line.indicator.section[:depth]
        for line in card.lines
        for depth in range(1, len(line.indicator.section) + 1)
    )
    return tuple(
        _subtotal(
            path,
            promised.get(path),
            tuple(_below(path, card.lines)),
            [each for each in adjustments if each.section and each.section[: len(path)] == path],
        )
        for path in paths
    )


def _below(path: tuple[str, ...], lines: Iterable[LineScore]) -> Iterable[LineScore]:
    return (line for line in lines if line.indicator.section[: len(path)] == path)


def _subtotal(
    path: tuple[str, ...],
    promised: Fraction | None,
    lines: tuple[LineScore, ...],
    adjustments: list[AdjustmentExplanation],
) -> Subtotal:
    moved = [each.adjustment for each in adjustments]
    low = [line.low for line in lines] + [each.low for each in moved]
    high = [line.high for line in lines] + [each.high for each in moved]
    weights = [line.indicator.weight for line in lines if not line.is_dropped]
    is_settled = all(line.is_settled for line in lines)
    return Subtotal(
        path=path,
        promised=promised,
        weight=sum(weights + [each.weight for each in moved], Fraction(0)),
        earned=sum(low, Fraction(0)) if is_settled else None,
        low=sum(low, Fraction(0)),
        high=sum(high, Fraction(0)),
        count=len(lines),
    )
