"""A ruleset and actuals as a scorecard, every step kept.

Never prints, reads no file, and never raises on data.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.scoring.cells import (
        written,
    )
    from indicator_dsl.scoring.evaluation import (
        evaluate,
    )
    from indicator_dsl.scoring.facts import (
        Facts,
    )
    from indicator_dsl.scoring.figures import (
        Unknown,
        value_of,
    )
    from indicator_dsl.scoring.lines import (
        score_line,
    )
    from indicator_dsl.scoring.scorecard import (
        Adjustment,
        Figure,
        Kind,
        LineScore,
        Scorecard,
        Status,
        Step,
    )
    from indicator_dsl.scoring.settlement import (
        Settling,
        open_names,
        settling,
    )
    from indicator_dsl.scoring.supposing import (
        Outcome,
        as_rounded,
        points_at,
        supposed,
    )
    from indicator_dsl.scoring.totals import (
        Factor,
        factors_of,
    )

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
    "open_names",
    "points_at",
    "score_line",
    "settling",
    "supposed",
    "value_of",
    "written",
]

_HOMES = {
    "cells": ("written",),
    "evaluation": ("evaluate",),
    "facts": ("Facts",),
    "figures": ("Unknown", "value_of"),
    "lines": ("score_line",),
    "scorecard": ("Adjustment", "Figure", "Kind", "LineScore", "Scorecard", "Status", "Step"),
    "settlement": ("Settling", "open_names", "settling"),
    "supposing": ("Outcome", "as_rounded", "points_at", "supposed"),
    "totals": ("Factor", "factors_of"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
