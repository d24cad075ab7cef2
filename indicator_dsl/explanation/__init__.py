"""Why each point was lost and what would have earned it, as bilingual text.

Knows no layout, and decides no points.
"""

from indicator_dsl.explanation.adjustments import (
    AdjustmentExplanation,
    explain_adjustments,
    kind_text,
    signed,
)
from indicator_dsl.explanation.asked import asked_text
from indicator_dsl.explanation.card_changes import (
    CardChanges,
    OpenLine,
    SheetShare,
    compare_cards,
)
from indicator_dsl.explanation.cards import CardExplanation, explain_card
from indicator_dsl.explanation.change_sentences import (
    change_sentence,
    factors_text,
    why_shapley,
)
from indicator_dsl.explanation.changes import (
    Aspect,
    Change,
    LineChange,
    RulesetChanges,
    compare_rulesets,
)
from indicator_dsl.explanation.conditions import condition_text
from indicator_dsl.explanation.decomposition import LineShares, Share
from indicator_dsl.explanation.derivations import expression_text
from indicator_dsl.explanation.figures import (
    is_day,
    number_text,
    points_text,
    quantity_text,
    run_on,
    share_text,
    value_at,
)
from indicator_dsl.explanation.hybrids import Factor
from indicator_dsl.explanation.lines import LineExplanation, explain_line
from indicator_dsl.explanation.matching import Match
from indicator_dsl.explanation.methods import method_text
from indicator_dsl.explanation.paragraphs import paragraph_of
from indicator_dsl.explanation.reaches import Reach
from indicator_dsl.explanation.reasons import clause_text
from indicator_dsl.explanation.statement_changes import Statement, StatementChange
from indicator_dsl.explanation.statements import (
    extra_text,
    grades_text,
    limit_text,
    rounding_rule_text,
    scale_text,
    veto_text,
)
from indicator_dsl.explanation.subtotals import Subtotal
from indicator_dsl.explanation.waterfall import Bounds, Fall, FallKind, waterfall_of

__all__ = [
    "AdjustmentExplanation",
    "Aspect",
    "Bounds",
    "CardChanges",
    "CardExplanation",
    "Change",
    "Factor",
    "Fall",
    "FallKind",
    "LineChange",
    "LineExplanation",
    "LineShares",
    "Match",
    "OpenLine",
    "Reach",
    "RulesetChanges",
    "Share",
    "SheetShare",
    "Statement",
    "StatementChange",
    "Subtotal",
    "asked_text",
    "change_sentence",
    "clause_text",
    "compare_cards",
    "compare_rulesets",
    "condition_text",
    "explain_adjustments",
    "explain_card",
    "explain_line",
    "expression_text",
    "extra_text",
    "factors_text",
    "grades_text",
    "is_day",
    "kind_text",
    "limit_text",
    "method_text",
    "number_text",
    "paragraph_of",
    "points_text",
    "quantity_text",
    "rounding_rule_text",
    "run_on",
    "scale_text",
    "share_text",
    "signed",
    "value_at",
    "veto_text",
    "waterfall_of",
    "why_shapley",
]
