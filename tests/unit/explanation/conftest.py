"""A scored and explained sheet, from the text of a ruleset and the cells of its form."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from indicator_dsl import parse_ruleset
from indicator_dsl.explanation import CardExplanation, explain_card

Explain: TypeAlias = Callable[[str, dict[str, object]], CardExplanation]


@pytest.fixture
def explain() -> Explain:
    """Explains a ruleset's card for the actuals given by name."""

    def explained(rules: str, actuals: dict[str, object]) -> CardExplanation:
        return explain_card(parse_ruleset(rules).evaluate(actuals).model)

    return explained
