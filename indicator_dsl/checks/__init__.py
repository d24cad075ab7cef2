"""Static checks: what a careful reader would ask about a score sheet before anybody is scored.

They read rulesets and curves; they score nothing and change nothing.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.checks.directions import Pointer, pointer_of
    from indicator_dsl.checks.sheets import check_sheet

__all__ = ["Pointer", "check_sheet", "pointer_of"]

_HOMES = {
    "directions": ("Pointer", "pointer_of"),
    "sheets": ("check_sheet",),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
