"""What is probably meant by a line that cannot be read: the commonest slips and their corrections.

Judges text only, never meaning. Most of it is loaded when the first line cannot be read.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened
from indicator_dsl.syntax.mistakes.languages import language_of
from indicator_dsl.syntax.mistakes.swallowing import BEHIND, bound_in_unit, clause_in_cell

if TYPE_CHECKING:
    from indicator_dsl.syntax.mistakes.guessing import Slip, actuals_mistake, ruleset_mistake

__all__ = [
    "BEHIND",
    "Slip",
    "actuals_mistake",
    "bound_in_unit",
    "clause_in_cell",
    "language_of",
    "ruleset_mistake",
]


_HOMES = {"guessing": ("Slip", "actuals_mistake", "ruleset_mistake")}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
