"""Why each point was lost and what would have earned it, as bilingual text.

Knows no layout, and decides no points.
"""

from indicator_dsl.explanation.adjustments import (
    AdjustmentExplanation,
    explain_adjustments,
    signed,
)
from indicator_dsl.explanation.asked import asked_text, done_text
from indicator_dsl.explanation.cards import CardExplanation, explain_card
from indicator_dsl.explanation.combining import Combination
from indicator_dsl.explanation.conditions import condition_text
from indicator_dsl.explanation.costs import costs_from
from indicator_dsl.explanation.derivations import expression_text
from indicator_dsl.explanation.figures import (
    number_text,
    points_text,
    quantity_text,
    run_on,
    share_text,
)
from indicator_dsl.explanation.goals import Goal, goal_from
from indicator_dsl.explanation.lines import LineExplanation, explain_line
from indicator_dsl.explanation.margins import Side, Threshold
from indicator_dsl.explanation.methods import method_text
from indicator_dsl.explanation.moves import Move
from indicator_dsl.explanation.pieces import interval_text, points_of_piece
from indicator_dsl.explanation.ranking import Loss
from indicator_dsl.explanation.reaching import Alone, Reach, held_down_by, reach
from indicator_dsl.explanation.reasons import clause_text
from indicator_dsl.explanation.sensitivity import (
    Alternative,
    GradeStep,
    InputMargin,
    Margin,
    Sensitivity,
    sensitivity,
)
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
    "Alone",
    "Alternative",
    "CardExplanation",
    "Change",
    "ChangeMade",
    "Combination",
    "Goal",
    "GradeStep",
    "InputMargin",
    "LineExplanation",
    "LineShift",
    "Loss",
    "Margin",
    "Move",
    "Reach",
    "Sensitivity",
    "Side",
    "Subtotal",
    "Threshold",
    "WhatIf",
    "asked_text",
    "changed",
    "changes_from",
    "clause_text",
    "condition_text",
    "costs_from",
    "did_you_mean",
    "done_text",
    "explain_adjustments",
    "explain_card",
    "explain_line",
    "expression_text",
    "goal_from",
    "grades_text",
    "held_down_by",
    "interval_text",
    "method_text",
    "number_text",
    "points_of_piece",
    "points_text",
    "quantity_text",
    "reach",
    "run_on",
    "sensitivity",
    "share_text",
    "signed",
    "total_text",
    "what_if",
]
