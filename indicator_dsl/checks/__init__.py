"""Static checks: what a careful reader would ask about a score sheet before anybody is scored.

They read rulesets and curves; they score nothing and change nothing.
"""

from indicator_dsl.checks.directions import Pointer, pointer_of
from indicator_dsl.checks.sheets import check_sheet

__all__ = ["Pointer", "check_sheet", "pointer_of"]
