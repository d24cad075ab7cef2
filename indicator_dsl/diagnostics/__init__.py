"""What is wrong with a text somebody wrote, and what does not hold in what was reported, as data.

Knows no layout and no particular message.
"""

from indicator_dsl.diagnostics.diagnostic import (
    ActualsError,
    Collector,
    Diagnostic,
    Fix,
    FormError,
    FrameError,
    InputError,
    Label,
    RulesetError,
    Severity,
)
from indicator_dsl.diagnostics.finding import Finding
from indicator_dsl.diagnostics.fixing import fixed_text

__all__ = [
    "ActualsError",
    "Collector",
    "Diagnostic",
    "Finding",
    "Fix",
    "FormError",
    "FrameError",
    "InputError",
    "Label",
    "RulesetError",
    "Severity",
    "fixed_text",
]
