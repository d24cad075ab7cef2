"""What is wrong with a text somebody wrote, and what does not hold in what was reported, as data.

Knows no layout and no particular message.
"""

from indicator_dsl.diagnostics.diagnostic import (
    ActualsError,
    Collector,
    Diagnostic,
    InputError,
    Label,
    RulesetError,
    Severity,
)
from indicator_dsl.diagnostics.finding import Finding

__all__ = [
    "ActualsError",
    "Collector",
    "Diagnostic",
    "Finding",
    "InputError",
    "Label",
    "RulesetError",
    "Severity",
]
