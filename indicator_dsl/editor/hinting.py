"""Small notes beside the text: what the weights under a heading come to, what a line earned.

Every number comes from a ruleset or a scored sheet; none is worked out here but sums of weights.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.editor.analysing import Analysis
from indicator_dsl.explanation import CardExplanation, LineExplanation, number_text, points_text
from indicator_dsl.model import Ruleset
from indicator_dsl.source import Span
from indicator_dsl.syntax import ActualsFileNode, EntryNode, IndicatorNode, SectionNode, WeightNode
from indicator_dsl.wording import Text, name_from_text

_WEIGHTS: Final = Text("weights {sum}", "分值合计 {sum}")
_EARNED: Final = Text("{earned} of {weight}", "得 {earned} / {weight}")
_BOUNDS: Final = Text("{low} to {high} of {weight}", "得 {low}～{high} / {weight}")
_TO_WIN: Final = Text(
    "{earned} of {weight}, {lost} to win", "得 {earned} / {weight}，可再得 {lost}"
)
_OPEN: Final = Text("not scored", "未计分")


@frozen(kw_only=True)
class Hint:
    """A note to show behind an offset, and what to say when it is pointed at (or nothing)."""

    offset: int
    text: Text
    more: Text | None = None


def hints_of(analysis: Analysis, span: Span | None = None) -> tuple[Hint, ...]:
    r"""The notes beside a text, in the order of their places.

    Args:
        analysis: Of the text; with actuals at hand the notes tell what was earned.
        span: Only notes on statements that begin within it; all of them when None.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> text = "[产出] 20\n年办件量 >= 5 件 weight 20"
        >>> [hint.text.en for hint in hints_of(analyse_ruleset(text_named("a.ind", text)))]
        ['weights 20']
    """
    return tuple(_hints(analysis, span))


def _hints(analysis: Analysis, span: Span | None) -> Iterator[Hint]:
    card, ruleset = analysis.card, analysis.ruleset
    told = {} if card is None else {line.line.indicator.name: line for line in card.lines}
    sums = {} if ruleset is None else _weights_under(ruleset)
    for node in analysis.file.statements:
        if span is not None and not span.start <= node.span.start <= span.end:
            continue
        match node:
            case SectionNode():
                hint = None if card is None else _subtotal(node, card)
                if hint is None and sums.get(node.path):
                    words = _WEIGHTS.filled(sum=number_text(sums[node.path]))
                    hint = Hint(offset=node.span.end, text=words)
                if hint is not None:
                    yield hint
            case IndicatorNode() if name_from_text(node.name.text) in told:
                yield _line(told[name_from_text(node.name.text)], _end_of_head(node))
            case EntryNode() if name_from_text(node.name.text) in told:
                if isinstance(analysis.file, ActualsFileNode):
                    yield _line(told[name_from_text(node.name.text)], node.span.end)
            case _:
                pass


def _weights_under(ruleset: Ruleset) -> dict[tuple[str, ...], Fraction]:
    """The weights of all rules below each heading, as they are written."""
    sums: dict[tuple[str, ...], Fraction] = {}
    for rule in ruleset.indicators:
        for depth in range(1, len(rule.section) + 1):
            path = rule.section[:depth]
            sums[path] = sums.get(path, Fraction(0)) + rule.weight
    return sums


def _subtotal(node: SectionNode, card: CardExplanation) -> Hint | None:
    found = next((each for each in card.subtotals if each.path == node.path), None)
    if found is None:
        return None
    rounding = card.card.ruleset.rounding
    weight = number_text(found.weight)
    if found.earned is not None:
        words = _EARNED.filled(earned=points_text(found.earned, rounding), weight=weight)
    else:
        low, high = points_text(found.low, rounding), points_text(found.high, rounding)
        words = _BOUNDS.filled(low=low, high=high, weight=weight)
    return Hint(offset=node.span.end, text=words)


def _line(told: LineExplanation, offset: int) -> Hint:
    line, rounding = told.line, told.rounding
    weight = number_text(line.indicator.weight)
    if line.earned is None:
        return Hint(offset=offset, text=_OPEN, more=told.sentence)
    words = _EARNED if told.remedy is None or not line.lost else _TO_WIN
    lost = Fraction(0) if line.lost is None else line.lost
    text = words.filled(
        earned=points_text(line.earned, rounding), weight=weight, lost=points_text(lost, rounding)
    )
    return Hint(
        offset=offset, text=text, more=told.sentence if told.remedy is None else told.remedy
    )


def _end_of_head(node: IndicatorNode) -> int:
    """Behind the weight, which ends the first line of a rule as it is laid out."""
    weights = [clause.span.end for clause in node.clauses if isinstance(clause, WeightNode)]
    return weights[0] if weights else node.span.end
