"""A whole scorecard, explained: what was lost where, and that it adds up.

Knows no layout, and decides no points.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.diagnostics import Finding, Severity
from indicator_dsl.explanation.adjustments import AdjustmentExplanation, explain_adjustments
from indicator_dsl.explanation.lines import LineExplanation, explain_line
from indicator_dsl.explanation.overall import total_sentence
from indicator_dsl.explanation.ranking import Loss, ranked_losses
from indicator_dsl.explanation.subtotals import Subtotal, subtotals_of
from indicator_dsl.scoring import Scorecard, Settling, settling
from indicator_dsl.wording import Text

_GRAVEST_FIRST: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_ASKED_FIRST: Final = "reported-score-differs"


@frozen(kw_only=True)
class CardExplanation:
    """Why a sheet came to its total.

    `lines` stand in sheet order; `deductions` are those that lost points, as `losses` ranks them;
    `gains` those that earned more than their weight; `unscored` those whose points are still open.
    `subtotals` has one for every heading, in sheet order. `adjustments` are the steps between the
    lines and the total: what lines and adjustments lost is exactly what the total is short of.
    `losses` ranks all of these by what they cost the total, with their codes. `findings` begin with
    the gravest. `notes` are the ruleset's remarks, each with its indicator's name. `settling` says
    what would settle the grade; None when it is settled or there is none.
    """

    card: Scorecard
    sentence: Text
    lines: tuple[LineExplanation, ...]
    deductions: tuple[LineExplanation, ...]
    gains: tuple[LineExplanation, ...]
    unscored: tuple[LineExplanation, ...]
    adjustments: tuple[AdjustmentExplanation, ...]
    settling: Settling | None
    subtotals: tuple[Subtotal, ...]
    losses: tuple[Loss, ...]
    findings: tuple[Finding, ...]
    assumptions: tuple[Text, ...]
    notes: tuple[Text, ...]

    @property
    def sections(self) -> tuple[Subtotal, ...]:
        """The subtotals of the outermost headings."""
        return tuple(subtotal for subtotal in self.subtotals if len(subtotal.path) == 1)

    def losses_under(self, path: tuple[str, ...]) -> tuple[Loss, ...]:
        """The losses under a heading, ranked anew."""
        return ranked_losses(self.card, self.adjustments, path)

    def line(self, name: str) -> LineExplanation | None:
        """The explanation of that indicator's line, or None."""
        return next((told for told in self.lines if told.line.indicator.name == name), None)


def explain_card(card: Scorecard) -> CardExplanation:
    """The explanation of a whole scorecard.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.model import Actuals, Entry
        >>> from indicator_dsl.scoring import evaluate
        >>> from indicator_dsl.source import SourceText
        >>> text = SourceText("a.ind", "年办件量 >= 200000 件 weight 20")
        >>> ruleset = compile_ruleset(text, Collector())
        >>> card = evaluate(ruleset, Actuals(entries=(Entry(name="年办件量", cell="180000件"),)))
        >>> print(explain_card(card).sentence)
        18.00 of 20; 2.00 lost on 1 of 1 line
    """
    adjustments = explain_adjustments(card)
    losses = ranked_losses(card, adjustments)
    costs = {loss.name: loss.cost for loss in losses if loss.is_line}
    lines = tuple(
        _costing(explain_line(line, card.ruleset, card.figures), costs) for line in card.lines
    )
    by_name = {told.line.indicator.name: told for told in lines}
    would_settle = settling(card)
    return CardExplanation(
        card=card,
        sentence=total_sentence(card, adjustments, would_settle),
        lines=lines,
        deductions=tuple(by_name[loss.name] for loss in losses if loss.is_line and loss.points > 0),
        gains=tuple(told for told in lines if _points_lost(told) < 0),
        unscored=tuple(told for told in lines if not told.line.is_settled),
        adjustments=adjustments,
        settling=would_settle,
        subtotals=subtotals_of(card, adjustments),
        losses=losses,
        findings=tuple(sorted(card.findings, key=_gravity)),
        assumptions=tuple(dict.fromkeys(card.assumptions)),
        notes=tuple(
            Text(f"{line.indicator.name}: {note}", f"{line.indicator.name}：{note}")
            for line in card.lines
            for note in line.indicator.notes
        ),
    )


def _costing(told: LineExplanation, costs: Mapping[str, Fraction]) -> LineExplanation:
    """The line with what it costs the total, where that is not what it lost itself."""
    cost = costs.get(told.line.indicator.name)
    return told if cost == told.line.lost else evolve(told, cost=cost)


def _points_lost(told: LineExplanation) -> Fraction:
    return told.line.lost or Fraction(0)


def _gravity(finding: Finding) -> tuple[int, bool]:
    return _GRAVEST_FIRST[finding.severity], finding.name != _ASKED_FIRST
