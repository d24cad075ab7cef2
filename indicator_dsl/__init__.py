"""Score sheets as rules that evaluate, explain and print themselves.

Rooms are loaded on first use; this module only knows where each name lives.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indicator_dsl.api import (
        Attainment,
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
        compile_text,
        indicator,
        load_actuals,
        load_ruleset,
        parse_actuals,
        parse_ruleset,
    )
    from indicator_dsl.diagnostics import (
        ActualsError,
        Diagnostic,
        Finding,
        FrameError,
        RulesetError,
    )
    from indicator_dsl.model import Actuals

__version__ = "0.1.0"

__all__ = [
    "Actuals",
    "ActualsError",
    "Attainment",
    "Compiled",
    "Diagnostic",
    "Finding",
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
    "compile_text",
    "indicator",
    "load_actuals",
    "load_ruleset",
    "parse_actuals",
    "parse_ruleset",
]

_ROOMS = {
    "Actuals": "model",
    "ActualsError": "diagnostics",
    "Diagnostic": "diagnostics",
    "Finding": "diagnostics",
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
