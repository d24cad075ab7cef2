"""Score sheets as rules that evaluate, explain and print themselves.

Rooms are loaded on first use; this module only knows where each name lives.
"""

from indicator_dsl.doors import opened

TYPE_CHECKING = False  # not from typing, which costs more than all the rest here
if TYPE_CHECKING:
    from indicator_dsl.api import (
        Attainment,
        Audit,
        Compiled,
        Indicator,
        Line,
        Ruleset,
        RulesetDiff,
        Scorecard,
        ScorecardDiff,
        Sensitivity,
        Way,
        WhatIf,
        audit_form,
        audit_frame,
        compile_text,
        indicator,
        load_actuals,
        load_ruleset,
        parse_actuals,
        parse_ruleset,
        read_forms,
    )
    from indicator_dsl.diagnostics import (
        ActualsError,
        Diagnostic,
        Finding,
        FormError,
        FrameError,
        RulesetError,
    )
    from indicator_dsl.model import Actuals, Form

__version__ = "0.1.0"

__all__ = [
    "Actuals",
    "ActualsError",
    "Attainment",
    "Audit",
    "Compiled",
    "Diagnostic",
    "Finding",
    "Form",
    "FormError",
    "FrameError",
    "Indicator",
    "Line",
    "Ruleset",
    "RulesetDiff",
    "RulesetError",
    "Scorecard",
    "ScorecardDiff",
    "Sensitivity",
    "Way",
    "WhatIf",
    "audit_form",
    "audit_frame",
    "compile_text",
    "indicator",
    "load_actuals",
    "load_ruleset",
    "parse_actuals",
    "parse_ruleset",
    "read_forms",
]

_HOMES = {
    "api": (
        "Attainment",
        "Audit",
        "Compiled",
        "Indicator",
        "Line",
        "Ruleset",
        "RulesetDiff",
        "Scorecard",
        "ScorecardDiff",
        "Sensitivity",
        "Way",
        "WhatIf",
        "audit_form",
        "audit_frame",
        "compile_text",
        "indicator",
        "load_actuals",
        "load_ruleset",
        "parse_actuals",
        "parse_ruleset",
        "read_forms",
    ),
    "diagnostics": (
        "ActualsError",
        "Diagnostic",
        "Finding",
        "FormError",
        "FrameError",
        "RulesetError",
    ),
    "model": ("Actuals", "Form"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
