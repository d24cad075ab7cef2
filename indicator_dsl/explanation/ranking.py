"""Where the points went, ranked, each with a stable code. Adds up what is lost, decides nothing."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from indicator_dsl.explanation.adjustments import AdjustmentExplanation
from indicator_dsl.scoring import LineScore


@frozen(kw_only=True)
class Loss:
    """One reason for a loss: a line's, or a step's between the lines and the total.

    `rank` counts from 1, the largest loss first; `points` are below 0 for a gain. `code` is a word
    of the closed lists in docs/language.md: a line's reason, or the kind of the step. `name` is the
    indicator's, or whatever the step is called by, empty for the whole sheet. `is_line` tells which
    of the two it is.
    """

    rank: int
    code: str
    name: str
    section: tuple[str, ...]
    points: Fraction
    is_line: bool


def ranked_losses(
    lines: Iterable[LineScore],
    adjustments: Iterable[AdjustmentExplanation],
    section: tuple[str, ...] = (),
) -> tuple[Loss, ...]:
    """Everything that lost or gained points under a heading, the largest loss first.

    What is still open is left out; equals stay in the order of the sheet.

    Args:
        lines: Of one card.
        adjustments: Of the same card.
        section: The heading; empty for the whole sheet.

    Returns:
        Their points add up to what the heading, or the total, is short of once all is settled.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> card = parse_ruleset("年办件量 >= 9 件 weight 20").evaluate({"年办件量": 0}).model
        >>> [(loss.code, str(loss.points)) for loss in ranked_losses(card.lines, ())]
        [('shortfall', '20')]
    """
    found = [
        (line.lost, line.reason, line.indicator.name, line.indicator.section, True)
        for line in lines
        if line.lost and line.indicator.section[: len(section)] == section
    ]
    found += [
        (each.lost, each.adjustment.kind.value, each.adjustment.name, each.section, False)
        for each in adjustments
        if each.is_settled and each.lost and each.section[: len(section)] == section
    ]
    ranked = sorted(found, key=lambda loss: loss[0], reverse=True)
    return tuple(
        Loss(rank=rank, points=points, code=code, name=name, section=path, is_line=is_line)
        for rank, (points, code, name, path, is_line) in enumerate(ranked, start=1)
    )
