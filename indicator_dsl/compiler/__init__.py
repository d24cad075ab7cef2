"""Nodes to values: one pass over a file, every mistake collected on the way. Scores nothing."""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.compiler.actuals import compile_actuals
    from indicator_dsl.compiler.expanding import expanded_text
    from indicator_dsl.compiler.keeping import KeptRules
    from indicator_dsl.compiler.profiles import Library, ShippedLibrary, unknown_profile
    from indicator_dsl.compiler.reading import Desk
    from indicator_dsl.compiler.rulesets import (
        CompiledFile,
        compile_file,
        compile_ruleset,
        recompile_file,
    )
    from indicator_dsl.compiler.units import shared_units

__all__ = [
    "CompiledFile",
    "Desk",
    "KeptRules",
    "Library",
    "ShippedLibrary",
    "compile_actuals",
    "compile_file",
    "compile_ruleset",
    "expanded_text",
    "recompile_file",
    "shared_units",
    "unknown_profile",
]

_HOMES = {
    "actuals": ("compile_actuals",),
    "expanding": ("expanded_text",),
    "keeping": ("KeptRules",),
    "profiles": ("Library", "ShippedLibrary", "unknown_profile"),
    "reading": ("Desk",),
    "rulesets": ("CompiledFile", "compile_file", "compile_ruleset", "recompile_file"),
    "units": ("shared_units",),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
