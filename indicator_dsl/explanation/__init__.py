"""Why each point was lost and what would have earned it, as bilingual text.

Knows no layout, and decides no points.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.explanation.adjustments import (
        AdjustmentExplanation,
        explain_adjustments,
        kind_text,
        signed,
    )
    from indicator_dsl.explanation.asked import asked_text, done_text
    from indicator_dsl.explanation.card_changes import (
        CardChanges,
        OpenExtra,
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
    from indicator_dsl.explanation.combining import Combination
    from indicator_dsl.explanation.conditions import condition_text
    from indicator_dsl.explanation.conversion import Bounds
    from indicator_dsl.explanation.costs import costs_from
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
    from indicator_dsl.explanation.goals import Goal, goal_from
    from indicator_dsl.explanation.hybrids import Factor
    from indicator_dsl.explanation.lines import LineExplanation, explain_line
    from indicator_dsl.explanation.margins import Side, Threshold
    from indicator_dsl.explanation.matching import Match
    from indicator_dsl.explanation.methods import method_text
    from indicator_dsl.explanation.moves import Move
    from indicator_dsl.explanation.paragraphs import paragraph_of
    from indicator_dsl.explanation.pieces import interval_text, points_of_piece
    from indicator_dsl.explanation.ranking import Loss
    from indicator_dsl.explanation.reaches import Reach
    from indicator_dsl.explanation.reaching import Alone, Attainment, held_down_by, reach
    from indicator_dsl.explanation.reasons import clause_text
    from indicator_dsl.explanation.sensing import (
        Alternative,
        GradeStep,
        InputMargin,
        Margin,
        Sensitivity,
        sensitivity,
    )
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
    from indicator_dsl.explanation.suppositions import (
        Supposition,
        changed,
        changes_from,
        did_you_mean,
    )
    from indicator_dsl.explanation.waterfall import Fall, FallKind, waterfall_of
    from indicator_dsl.explanation.whatif import (
        AdjustmentShift,
        ChangeMade,
        LineShift,
        WhatIf,
        possible_grades_text,
        total_text,
        what_if,
    )

__all__ = [
    "AdjustmentExplanation",
    "AdjustmentShift",
    "Alone",
    "Alternative",
    "Aspect",
    "Attainment",
    "Bounds",
    "CardChanges",
    "CardExplanation",
    "Change",
    "ChangeMade",
    "Combination",
    "Factor",
    "Fall",
    "FallKind",
    "Goal",
    "GradeStep",
    "InputMargin",
    "LineChange",
    "LineExplanation",
    "LineShares",
    "LineShift",
    "Loss",
    "Margin",
    "Match",
    "Move",
    "OpenExtra",
    "OpenLine",
    "Reach",
    "RulesetChanges",
    "Sensitivity",
    "Share",
    "SheetShare",
    "Side",
    "Statement",
    "StatementChange",
    "Subtotal",
    "Supposition",
    "Threshold",
    "WhatIf",
    "asked_text",
    "change_sentence",
    "changed",
    "changes_from",
    "clause_text",
    "compare_cards",
    "compare_rulesets",
    "condition_text",
    "costs_from",
    "did_you_mean",
    "done_text",
    "explain_adjustments",
    "explain_card",
    "explain_line",
    "expression_text",
    "extra_text",
    "factors_text",
    "goal_from",
    "grades_text",
    "held_down_by",
    "interval_text",
    "is_day",
    "kind_text",
    "limit_text",
    "method_text",
    "number_text",
    "paragraph_of",
    "points_of_piece",
    "points_text",
    "possible_grades_text",
    "quantity_text",
    "reach",
    "rounding_rule_text",
    "run_on",
    "scale_text",
    "sensitivity",
    "share_text",
    "signed",
    "total_text",
    "value_at",
    "veto_text",
    "waterfall_of",
    "what_if",
    "why_shapley",
]

_HOMES = {
    "adjustments": ("AdjustmentExplanation", "explain_adjustments", "kind_text", "signed"),
    "asked": ("asked_text", "done_text"),
    "card_changes": ("CardChanges", "OpenExtra", "OpenLine", "SheetShare", "compare_cards"),
    "cards": ("CardExplanation", "explain_card"),
    "change_sentences": ("change_sentence", "factors_text", "why_shapley"),
    "changes": ("Aspect", "Change", "LineChange", "RulesetChanges", "compare_rulesets"),
    "combining": ("Combination",),
    "conditions": ("condition_text",),
    "conversion": ("Bounds",),
    "costs": ("costs_from",),
    "decomposition": ("LineShares", "Share"),
    "derivations": ("expression_text",),
    "figures": (
        "is_day",
        "number_text",
        "points_text",
        "quantity_text",
        "run_on",
        "share_text",
        "value_at",
    ),
    "goals": ("Goal", "goal_from"),
    "hybrids": ("Factor",),
    "lines": ("LineExplanation", "explain_line"),
    "margins": ("Side", "Threshold"),
    "matching": ("Match",),
    "methods": ("method_text",),
    "moves": ("Move",),
    "paragraphs": ("paragraph_of",),
    "pieces": ("interval_text", "points_of_piece"),
    "ranking": ("Loss",),
    "reaches": ("Reach",),
    "reaching": ("Alone", "Attainment", "held_down_by", "reach"),
    "reasons": ("clause_text",),
    "sensing": ("Alternative", "GradeStep", "InputMargin", "Margin", "Sensitivity", "sensitivity"),
    "statement_changes": ("Statement", "StatementChange"),
    "statements": (
        "extra_text",
        "grades_text",
        "limit_text",
        "rounding_rule_text",
        "scale_text",
        "veto_text",
    ),
    "subtotals": ("Subtotal",),
    "suppositions": ("Supposition", "changed", "changes_from", "did_you_mean"),
    "waterfall": ("Fall", "FallKind", "waterfall_of"),
    "whatif": (
        "AdjustmentShift",
        "ChangeMade",
        "LineShift",
        "WhatIf",
        "possible_grades_text",
        "total_text",
        "what_if",
    ),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
