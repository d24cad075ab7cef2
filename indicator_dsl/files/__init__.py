"""Rulesets and actuals on disk and on the shelf, and pages as PDF.

Reads and reports; decides no score and lays nothing out.
"""

from indicator_dsl.files.browsers import pdf_from_page
from indicator_dsl.files.grid import column_letters
from indicator_dsl.files.handed_in import ACTUALS_ENDINGS, read_actuals
from indicator_dsl.files.json_values import JsonValue, json_value
from indicator_dsl.files.library import FolderLibrary, library_for
from indicator_dsl.files.profiles import Profile, profile_called
from indicator_dsl.files.reading import MAX_BYTES, decoded, read_bytes, read_source
from indicator_dsl.files.shelf import Shipped, actuals_beside, find_ruleset, shipped_rulesets
from indicator_dsl.files.shown import Shown, shown_day, shown_number

__all__ = [
    "ACTUALS_ENDINGS",
    "MAX_BYTES",
    "FolderLibrary",
    "JsonValue",
    "Profile",
    "Shipped",
    "Shown",
    "actuals_beside",
    "column_letters",
    "decoded",
    "find_ruleset",
    "json_value",
    "library_for",
    "pdf_from_page",
    "profile_called",
    "read_actuals",
    "read_bytes",
    "read_source",
    "shipped_rulesets",
    "shown_day",
    "shown_number",
]
