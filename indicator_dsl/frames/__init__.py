"""Many sheets at once: a ruleset over the columns of a frame, with the same digits.

It may not print, and has no formula of its own: terms come from curves, constants from scoring.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.frames.batches import batch_of, plan_for, run
    from indicator_dsl.frames.framing import evaluate_frame, planned, refused
    from indicator_dsl.frames.jobs import Batch, Counts, Engine, Job, Progress
    from indicator_dsl.frames.outputs import EXACT_WAY, output_names, scored_row
    from indicator_dsl.frames.planning import plan_of
    from indicator_dsl.frames.sheet import Plan, Way, item_column, names_of

__all__ = [
    "EXACT_WAY",
    "Batch",
    "Counts",
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

_HOMES = {
    "batches": ("batch_of", "plan_for", "run"),
    "framing": ("evaluate_frame", "planned", "refused"),
    "jobs": ("Batch", "Counts", "Engine", "Job", "Progress"),
    "outputs": ("EXACT_WAY", "output_names", "scored_row"),
    "planning": ("plan_of",),
    "sheet": ("Plan", "Way", "item_column", "names_of"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
