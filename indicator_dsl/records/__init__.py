"""One record scored fast: a ruleset as a program over whole numbers, and cards that read it.

Writes programs from the same plan as columns; has no formula of its own, and prints nothing.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.records.figures import Figure
    from indicator_dsl.records.handed import actuals_from
    from indicator_dsl.records.quick import Maker, Quick
    from indicator_dsl.records.recorder import Recorder
    from indicator_dsl.records.scorers import Scorer, scorer_of

__all__ = ["Figure", "Maker", "Quick", "Recorder", "Scorer", "actuals_from", "scorer_of"]

_HOMES = {
    "figures": ("Figure",),
    "handed": ("actuals_from",),
    "quick": ("Maker", "Quick"),
    "recorder": ("Recorder",),
    "scorers": ("Scorer", "scorer_of"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
