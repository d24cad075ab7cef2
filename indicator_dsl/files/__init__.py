"""Rulesets and actuals on disk and on the shelf.

Reads and reports; decides no score and prints nothing.
"""

from indicator_dsl.files.library import FolderLibrary, library_for
from indicator_dsl.files.reading import MAX_BYTES, decoded, read_source
from indicator_dsl.files.shelf import Shipped, actuals_beside, find_ruleset, shipped_rulesets

__all__ = [
    "MAX_BYTES",
    "FolderLibrary",
    "Shipped",
    "actuals_beside",
    "decoded",
    "find_ruleset",
    "library_for",
    "read_source",
    "shipped_rulesets",
]
