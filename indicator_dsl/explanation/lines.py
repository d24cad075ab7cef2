"""One line of a scorecard, explained.

Knows no layout: what is shown, and how deep, is chosen elsewhere.
"""

from fractions import Fraction

from attrs import frozen

from indicator_dsl.explanation.arithmetic import arithmetic_of
from indicator_dsl.explanation.asked import asked_text, done_text
from indicator_dsl.explanation.derivations import derivation_of
from indicator_dsl.explanation.methods import method_text
from indicator_dsl.explanation.misses import miss_of
from indicator_dsl.explanation.pieces import piece_text
from indicator_dsl.explanation.reasons import clause_text
from indicator_dsl.explanation.remedies import remedy_of
from indicator_dsl.explanation.sentences import bent_text, difference_text, sentence_of
from indicator_dsl.explanation.traces import trace_of
from indicator_dsl.model import Bound, Checklist, Item, Range, Rounding, Ruleset
from indicator_dsl.quantities import Quantity
from indicator_dsl.scoring import Figure, LineScore
from indicator_dsl.wording import Text


@frozen(kw_only=True)
class LineExplanation:
    """Why a line earned what it earned.

    `sentence` stands alone on one line. `difference` is None when the target is met or no figure
    was measured, `bent` unless bands or guards decided, `arithmetic` when the line is not scored,
    `derivation` unless the figure is worked out from others, `remedy` when nothing is left to earn
    or nothing is known. `where` is the rule's `file:line`, empty for a rule that stands alone.
    `piece` is the piece of the curve it fell on, None unless a figure was scored. `steps` is the
    full trace. `method` is the rule in one sentence; `items` are a checklist's, each
    with whether it was met (None: not said). `cost` is what was lost in points of the total, None
    where that is the same, or where nothing was lost.
    """

    line: LineScore
    rounding: Rounding
    sentence: Text
    asked: Text
    done: Text
    difference: Text | None
    bent: Text | None
    arithmetic: Text | None
    derivation: Text | None
    clause: Text
    method: Text
    items: tuple[tuple[Item, bool | None], ...]
    basis: tuple[str, ...]
    where: str
    remedy: Text | None
    piece: Text | None
    steps: tuple[Text, ...]
    cost: Fraction | None = None


def explain_line(
    line: LineScore, ruleset: Ruleset, figures: tuple[Figure, ...] = ()
) -> LineExplanation:
    """The explanation of one line.

    Args:
        line: As the scorecard holds it.
        ruleset: The one it was scored by.
        figures: The scorecard's, to show what a derived figure was worked out from.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.model import Actuals, Entry
        >>> from indicator_dsl.scoring import evaluate
        >>> from indicator_dsl.source import SourceText
        >>> text = SourceText("a.ind", "项目开展进度 <= 80 % weight 10 by inverse")
        >>> ruleset = compile_ruleset(text, Collector())
        >>> card = evaluate(ruleset, Actuals(entries=(Entry(name="项目开展进度", cell="100%"),)))
        >>> told = explain_line(card.lines[0], ruleset)
        >>> print(told.sentence)
        over 80 % by 20 percentage points (25 %)
        >>> print(told.arithmetic)
        10 × 80 / 100 = 8.00
    """
    rule = line.indicator
    return LineExplanation(
        line=line,
        rounding=ruleset.rounding,
        sentence=sentence_of(line),
        asked=asked_text(rule.target),
        done=done_text(line),
        difference=difference_text(line),
        bent=bent_text(line),
        arithmetic=arithmetic_of(line, ruleset.rounding),
        derivation=derivation_of(rule.name, ruleset, figures, _figure_of(line)),
        clause=clause_text(rule, _side_missed(line)),
        method=method_text(rule),
        items=_items(line),
        basis=tuple(str(citation) for citation in rule.citations),
        where="" if rule.place.source.line_count == 1 else str(rule.place),
        remedy=remedy_of(line),
        piece=piece_text(line),
        steps=trace_of(line, ruleset.rounding),
    )


def _side_missed(line: LineScore) -> str:
    miss = miss_of(line)
    if miss is None or not miss.gap.number:
        return ""
    return "below" if miss.is_below else "above"


def _items(line: LineScore) -> tuple[tuple[Item, bool | None], ...]:
    measure = line.indicator.measure
    if not isinstance(measure, Checklist) or not line.marks:
        return ()
    return tuple(zip(measure.items, line.marks, strict=True))


def _figure_of(line: LineScore) -> Quantity | None:
    """The figure observed, in the target's unit."""
    target, observed = line.indicator.target, line.observed
    if not isinstance(observed, Quantity) or not isinstance(target, Bound | Range):
        return None
    return observed.in_unit(target.value.unit if isinstance(target, Bound) else target.high.unit)
