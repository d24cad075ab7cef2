"""A ruleset and actuals as a scorecard, every step kept.

Never prints, reads no file, and never raises on data.
"""

from indicator_dsl.scoring.evaluation import evaluate
from indicator_dsl.scoring.facts import Facts
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
from indicator_dsl.scoring.settling import Settling, open_names, settling
from indicator_dsl.scoring.totals import factors_of

__all__ = [
    "Adjustment",
    "Facts",
    "Figure",
    "Kind",
    "LineScore",
    "Scorecard",
    "Settling",
    "Status",
    "Step",
    "evaluate",
    "factors_of",
    "open_names",
    "score_line",
    "settling",
]
