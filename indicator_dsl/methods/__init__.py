"""Every method of scoring as a curve: the one home of scoring arithmetic.

Knows targets and points; knows no text, no file and no actual.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.methods.carrying import MethodUnfitError, carried, unit_of_target
    from indicator_dsl.methods.curves_of_methods import (
        NoShareError,
        curve_of_method,
        ends_of,
        methods_for,
    )
    from indicator_dsl.methods.curves_of_schemes import curve_of_scheme
    from indicator_dsl.methods.drawing import drawn, has_curve
    from indicator_dsl.methods.guards import guarded

__all__ = [
    "MethodUnfitError",
    "NoShareError",
    "carried",
    "curve_of_method",
    "curve_of_scheme",
    "drawn",
    "ends_of",
    "guarded",
    "has_curve",
    "methods_for",
    "unit_of_target",
]

_HOMES = {
    "carrying": ("MethodUnfitError", "carried", "unit_of_target"),
    "curves_of_methods": ("NoShareError", "curve_of_method", "ends_of", "methods_for"),
    "curves_of_schemes": ("curve_of_scheme",),
    "drawing": ("drawn", "has_curve"),
    "guards": ("guarded",),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
