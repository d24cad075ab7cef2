"""Many sheets at once: a ruleset over the columns of a frame, with the same digits.

It may not print, and has no formula of its own: terms come from curves, constants from scoring.
"""

from indicator_dsl.frames.batches import batch_of, plan_for, run
from indicator_dsl.frames.framing import evaluate_frame, planned, refused
from indicator_dsl.frames.jobs import Batch, Engine, Job, Progress
from indicator_dsl.frames.outputs import EXACT_WAY, output_names, scored_row
from indicator_dsl.frames.planning import plan_of
from indicator_dsl.frames.sheet import Plan, Way, item_column, names_of

__all__ = [
    "EXACT_WAY",
    "Batch",
    "Engine",
    "Job",
    "Plan",
    "Progress",
    "Way",
    "batch_of",
    "evaluate_frame",
    "item_column",
    "names_of",
    "output_names",
    "plan_for",
    "plan_of",
    "planned",
    "refused",
    "run",
    "scored_row",
]
