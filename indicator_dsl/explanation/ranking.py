"""Where the points went, ranked, each with a stable code. Decides no points.

The one place that says which loss is larger.
"""

from fractions import Fraction

from attrs import evolve, frozen

from indicator_dsl.explanation.adjustments import AdjustmentExplanation
from indicator_dsl.explanation.conversion import conversion_of
from indicator_dsl.explanation.reasons import line_reason
from indicator_dsl.scoring import Scorecard
from indicator_dsl.wording import Text


@frozen(kw_only=True)
class Loss:
    """One reason for a loss: a line's, or a step's between the lines and the total.

    `rank` counts from 1, what costs the total most first. `points` are those of the line itself,
    below 0 for a gain; `cost` is what they come to in points of the total. `code` is a word of the
    closed lists in docs/language.md: a line's reason, or the kind of the step; `words` is what a
    reader is told instead. `name` is the indicator's, or whatever the step is called by, empty for
    the whole sheet. `is_line` tells which of the two it is.
    """

    rank: int
    code: str
    words: Text
    name: str
    section: tuple[str, ...]
    points: Fraction
    cost: Fraction
    is_line: bool


def ranked_losses(
    card: Scorecard,
    adjustments: tuple[AdjustmentExplanation, ...],
    section: tuple[str, ...] = (),
) -> tuple[Loss, ...]:
    """Everything that lost or gained points under a heading, what costs the total most first.

    What is still open is left out; equals stay in the order of the sheet.

    Args:
        card: A scorecard.
        adjustments: Of the same card.
        section: The heading; empty for the whole sheet.

    Returns:
        Their points add up to what the heading, or the total, is short of once all is settled.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> card = parse_ruleset("年办件量 >= 9 件 weight 20").evaluate({"年办件量": 0}).model
        >>> [(loss.code, str(loss.points)) for loss in ranked_losses(card, ())]
        [('shortfall', '20')]
    """
    converted = conversion_of(card, adjustments)
    found = [
        Loss(
            rank=0,
            code=line.reason,
            words=Text("{name}, {why}", "{name}，{why}").filled(
                name=line.indicator.name, why=line_reason(line)
            ),
            name=line.indicator.name,
            section=line.indicator.section,
            points=line.lost,
            cost=-converted.parts[line.indicator.name].told.low,
            is_line=True,
        )
        for line in card.lines
        if line.lost
    ]
    found += [
        Loss(
            rank=0,
            code=each.adjustment.kind.value,
            words=each.name,
            name=each.adjustment.name,
            section=each.section,
            points=each.lost,
            cost=-change.low,
            is_line=False,
        )
        for each, change in zip(adjustments, converted.steps, strict=True)
        if each.is_settled and each.lost
    ]
    under = [loss for loss in found if loss.section[: len(section)] == section]
    ranked = sorted(under, key=lambda loss: loss.cost, reverse=True)
    return tuple(evolve(loss, rank=rank) for rank, loss in enumerate(ranked, start=1))
