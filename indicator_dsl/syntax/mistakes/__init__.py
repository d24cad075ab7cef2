"""What is probably meant by a line that cannot be read: the commonest slips and their corrections.

Judges text only, never meaning.
"""

from indicator_dsl.syntax.mistakes.actuals import clause_in_cell
from indicator_dsl.syntax.mistakes.guessing import Slip, actuals_mistake, ruleset_mistake
from indicator_dsl.syntax.mistakes.lines import language_of

__all__ = ["Slip", "actuals_mistake", "clause_in_cell", "language_of", "ruleset_mistake"]
