"""What is probably meant by a line that cannot be read: the commonest slips and their corrections.

Judges text only, never meaning. Most of it is loaded when the first line cannot be read.
"""

from importlib import import_module
from typing import TYPE_CHECKING

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


def __getattr__(name: str) -> object:
    # Most files have no mistakes, and every start would pay for the patterns that find them.
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.guessing"), name)
