"""Testing rulesets: cases and examples tried, what they leave untried, drawn actuals.

Doors are loaded on first use, because pytest and hypothesis are needed by their own modules alone.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

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
    "cases": ("Case", "case_from_source"),
    "coverage": ("Gap", "GapKind", "LineCoverage", "SheetCoverage"),
    "examples": ("try_example",),
    "expecting": ("Expectations", "ExpectedDeduction"),
    "outcomes": ("Mismatch", "Outcome", "Trial"),
    "running": ("Report", "run_tests"),
    "strategies": ("from_ruleset",),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
