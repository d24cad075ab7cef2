"""Testing rulesets: cases and examples tried, what they leave untried, drawn actuals.

Doors are loaded on first use, because pytest and hypothesis are needed by their own modules alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indicator_dsl.testing.cases import Case, case_from_source
    from indicator_dsl.testing.coverage import Gap, GapKind, LineCoverage, SheetCoverage
    from indicator_dsl.testing.examples import try_example
    from indicator_dsl.testing.expecting import Expectations, ExpectedDeduction
    from indicator_dsl.testing.outcomes import Mismatch, Outcome, Trial
    from indicator_dsl.testing.running import Report, run_tests
    from indicator_dsl.testing.strategies import from_ruleset

__all__ = [
    "Case",
    "Expectations",
    "ExpectedDeduction",
    "Gap",
    "GapKind",
    "LineCoverage",
    "Mismatch",
    "Outcome",
    "Report",
    "SheetCoverage",
    "Trial",
    "case_from_source",
    "from_ruleset",
    "run_tests",
    "try_example",
]

_HOMES = {
    "Case": "cases",
    "Expectations": "expecting",
    "ExpectedDeduction": "expecting",
    "Gap": "coverage",
    "GapKind": "coverage",
    "LineCoverage": "coverage",
    "Mismatch": "outcomes",
    "Outcome": "outcomes",
    "Report": "running",
    "SheetCoverage": "coverage",
    "Trial": "outcomes",
    "case_from_source": "cases",
    "from_ruleset": "strategies",
    "run_tests": "running",
    "try_example": "examples",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__]
