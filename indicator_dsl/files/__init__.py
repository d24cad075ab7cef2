"""Rulesets and actuals on disk and on the shelf.

Reads and reports; decides no score and prints nothing.
"""

from indicator_dsl.files.reading import MAX_BYTES, decoded, read_source
from indicator_dsl.files.shelf import Shipped, actuals_beside, find_ruleset, shipped_rulesets

__all__ = [
    "MAX_BYTES",
    "Shipped",
    "actuals_beside",
    "decoded",
    "find_ruleset",
    "read_source",
    "shipped_rulesets",
]
