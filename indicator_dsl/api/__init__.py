"""The public objects: model values with their verbs. No logic of its own."""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.api.audited_frames import audit_frame
    from indicator_dsl.api.audits import Audit, audit_form, read_forms
    from indicator_dsl.api.cards import Scorecard, WhatIf
    from indicator_dsl.api.changes import RulesetDiff, ScorecardDiff
    from indicator_dsl.api.lines import Line
    from indicator_dsl.api.loading import (
        Compiled,
        compile_text,
        indicator,
        load_actuals,
        load_ruleset,
        parse_actuals,
        parse_ruleset,
    )
    from indicator_dsl.api.margins import Sensitivity
    from indicator_dsl.api.reaching import Attainment, Way
    from indicator_dsl.api.rules import Indicator, Ruleset

__all__ = [
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
]

_HOMES = {
    "audited_frames": ("audit_frame",),
    "audits": ("Audit", "audit_form", "read_forms"),
    "cards": ("Scorecard", "WhatIf"),
    "changes": ("RulesetDiff", "ScorecardDiff"),
    "lines": ("Line",),
    "loading": (
        "Compiled",
        "compile_text",
        "indicator",
        "load_actuals",
        "load_ruleset",
        "parse_actuals",
        "parse_ruleset",
    ),
    "margins": ("Sensitivity",),
    "reaching": ("Attainment", "Way"),
    "rules": ("Indicator", "Ruleset"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
