"""A ruleset and actuals as a scorecard, every step kept.

Never prints, reads no file, and never raises on data.
"""

from indicator_dsl.scoring.evaluation import evaluate
from indicator_dsl.scoring.lines import score_line
from indicator_dsl.scoring.scorecard import Figure, LineScore, Scorecard, Status, Step

__all__ = ["Figure", "LineScore", "Scorecard", "Status", "Step", "evaluate", "score_line"]
