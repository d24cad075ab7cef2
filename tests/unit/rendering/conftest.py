"""A scored and explained sheet, from the text of a ruleset and of its actuals."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from indicator_dsl.compiler import compile_actuals, compile_ruleset
from indicator_dsl.diagnostics import Collector
from indicator_dsl.explanation import CardExplanation, explain_card
from indicator_dsl.scoring import evaluate
from indicator_dsl.source import SourceText

Explain: TypeAlias = Callable[[str, str], CardExplanation]


@pytest.fixture
def explain() -> Explain:
    """Explains the card of a ruleset's text for an actuals file's text."""

    def explained(rules: str, actuals: str) -> CardExplanation:
        collector = Collector()
        ruleset = compile_ruleset(SourceText("hall/ruleset.ind", rules), collector)
        entries = compile_actuals(SourceText("hall/actuals.act", actuals), collector)
        assert ruleset is not None, collector.sorted()
        assert entries is not None, collector.sorted()
        return explain_card(evaluate(ruleset, entries))

    return explained
