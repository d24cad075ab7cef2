"""Why each point was lost and what would have earned it, as bilingual text.

Knows no layout, and decides no points.
"""

from indicator_dsl.explanation.adjustments import (
    AdjustmentExplanation,
    explain_adjustments,
    signed,
)
from indicator_dsl.explanation.asked import asked_text
from indicator_dsl.explanation.cards import CardExplanation, explain_card
from indicator_dsl.explanation.conditions import condition_text
from indicator_dsl.explanation.derivations import expression_text
from indicator_dsl.explanation.figures import (
    number_text,
    points_text,
    quantity_text,
    share_text,
)
from indicator_dsl.explanation.lines import LineExplanation, explain_line
from indicator_dsl.explanation.methods import method_text
from indicator_dsl.explanation.reasons import clause_text
from indicator_dsl.explanation.subtotals import Subtotal
from indicator_dsl.explanation.suppositions import (
    Change,
    changed,
    changes_from,
    did_you_mean,
)
from indicator_dsl.explanation.whatif import (
    AdjustmentShift,
    ChangeMade,
    LineShift,
    WhatIf,
    grades_text,
    total_text,
    what_if,
)

__all__ = [
    "AdjustmentExplanation",
    "AdjustmentShift",
    "CardExplanation",
    "Change",
    "ChangeMade",
    "LineExplanation",
    "LineShift",
    "Subtotal",
    "WhatIf",
    "asked_text",
    "changed",
    "changes_from",
    "clause_text",
    "condition_text",
    "did_you_mean",
    "explain_adjustments",
    "explain_card",
    "explain_line",
    "expression_text",
    "grades_text",
    "method_text",
    "number_text",
    "points_text",
    "quantity_text",
    "share_text",
    "signed",
    "total_text",
    "what_if",
]
