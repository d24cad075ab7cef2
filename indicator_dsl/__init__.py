"""Score sheets as rules that evaluate, explain and print themselves.

Rooms are loaded on first use; this module only knows where each name lives.
"""

from importlib import import_module
from typing import TYPE_CHECKING

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

_ROOMS = {
    "Actuals": "model",
    "ActualsError": "diagnostics",
    "Diagnostic": "diagnostics",
    "Finding": "diagnostics",
    "Form": "model",
    "FormError": "diagnostics",
    "FrameError": "diagnostics",
    "RulesetError": "diagnostics",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_ROOMS.get(name, 'api')}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
