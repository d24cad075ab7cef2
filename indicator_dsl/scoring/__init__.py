"""A ruleset and actuals as a scorecard, every step kept.

Never prints, reads no file, and never raises on data.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.scoring.cells import written
    from indicator_dsl.scoring.counting import as_rounded
    from indicator_dsl.scoring.evaluation import evaluate
    from indicator_dsl.scoring.facts import Facts
    from indicator_dsl.scoring.figures import Unknown, holds, value_of
    from indicator_dsl.scoring.findings import usual_points
    from indicator_dsl.scoring.lines import score_line
    from indicator_dsl.scoring.scorecard import (
        Adjustment,
        Figure,
        Kind,
        LineScore,
        Scorecard,
        Status,
        Step,
    )
    from indicator_dsl.scoring.settlement import Settling, open_names, settling
    from indicator_dsl.scoring.shares import Factor, factors_of
    from indicator_dsl.scoring.supposing import Outcome, points_at, supposed

__all__ = [
    "Adjustment",
    "Factor",
    "Facts",
    "Figure",
    "Kind",
    "LineScore",
    "Outcome",
    "Scorecard",
    "Settling",
    "Status",
    "Step",
    "Unknown",
    "as_rounded",
    "evaluate",
    "factors_of",
    "holds",
    "open_names",
    "points_at",
    "score_line",
    "settling",
    "supposed",
    "usual_points",
    "value_of",
    "written",
]

_HOMES = {
    "cells": ("written",),
    "counting": ("as_rounded",),
    "evaluation": ("evaluate",),
    "facts": ("Facts",),
    "figures": ("Unknown", "holds", "value_of"),
    "findings": ("usual_points",),
    "lines": ("score_line",),
    "scorecard": ("Adjustment", "Figure", "Kind", "LineScore", "Scorecard", "Status", "Step"),
    "settlement": ("Settling", "open_names", "settling"),
    "shares": ("Factor", "factors_of"),
    "supposing": ("Outcome", "points_at", "supposed"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
