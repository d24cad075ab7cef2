"""Static checks: what a careful reader would ask about a score sheet before anybody is scored.

They read rulesets and curves; they score nothing and change nothing.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.checks.directions import Pointer, direction_suspect, pointer_of, turned
    from indicator_dsl.checks.doubles import (
        asked_of,
        is_same_thing,
        is_whole_spending,
        measured_twice,
        shared_numerator,
    )
    from indicator_dsl.checks.likeness import is_one_apart
    from indicator_dsl.checks.sheets import CheckedSheet, check_sheet, recheck_sheet
    from indicator_dsl.checks.weights import HEAVIEST
    from indicator_dsl.checks.words import bare_name

__all__ = [
    "HEAVIEST",
    "CheckedSheet",
    "Pointer",
    "asked_of",
    "bare_name",
    "check_sheet",
    "direction_suspect",
    "is_one_apart",
    "is_same_thing",
    "is_whole_spending",
    "measured_twice",
    "pointer_of",
    "recheck_sheet",
    "shared_numerator",
    "turned",
]

_HOMES = {
    "directions": ("Pointer", "direction_suspect", "pointer_of", "turned"),
    "doubles": (
        "asked_of",
        "is_same_thing",
        "is_whole_spending",
        "measured_twice",
        "shared_numerator",
    ),
    "likeness": ("is_one_apart",),
    "sheets": ("CheckedSheet", "check_sheet", "recheck_sheet"),
    "weights": ("HEAVIEST",),
    "words": ("bare_name",),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
