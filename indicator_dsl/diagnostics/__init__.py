"""What is wrong with a text somebody wrote, and what does not hold in what was reported, as data.

Knows no layout and no particular message.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
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
        moved,
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
    "moved",
]

_HOMES = {
    "diagnostic": (
        "ActualsError",
        "Collector",
        "Diagnostic",
        "Fix",
        "FormError",
        "FrameError",
        "InputError",
        "Label",
        "RulesetError",
        "Severity",
        "moved",
    ),
    "finding": ("Finding",),
    "fixing": ("fixed_text",),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
