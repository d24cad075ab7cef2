"""Rulesets and actuals on disk and on the shelf, and pages as PDF.

Reads and reports; decides no score and lays nothing out.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.files.browsers import pdf_from_page
    from indicator_dsl.files.compiled import COMPILED_SUFFIX, compiled_text, read_compiled
    from indicator_dsl.files.grid import column_letters
    from indicator_dsl.files.handed_in import ACTUALS_ENDINGS, read_actuals
    from indicator_dsl.files.json_values import JsonValue, json_value
    from indicator_dsl.files.library import FolderLibrary, library_for
    from indicator_dsl.files.profiles import Profile, profile_called
    from indicator_dsl.files.reading import MAX_BYTES, decoded, path_of, read_bytes, read_source
    from indicator_dsl.files.separated import actuals_from_separated
    from indicator_dsl.files.shelf import Shipped, actuals_beside, find_ruleset, shipped_rulesets
    from indicator_dsl.files.shown import Shown, shown_day, shown_number
    from indicator_dsl.files.sizes import size_text, too_large
    from indicator_dsl.files.structured import actuals_from_json, actuals_from_toml
    from indicator_dsl.files.workbooks import actuals_from_workbook

__all__ = [
    "ACTUALS_ENDINGS",
    "COMPILED_SUFFIX",
    "MAX_BYTES",
    "FolderLibrary",
    "JsonValue",
    "Profile",
    "Shipped",
    "Shown",
    "actuals_beside",
    "actuals_from_json",
    "actuals_from_separated",
    "actuals_from_toml",
    "actuals_from_workbook",
    "column_letters",
    "compiled_text",
    "decoded",
    "find_ruleset",
    "json_value",
    "library_for",
    "path_of",
    "pdf_from_page",
    "profile_called",
    "read_actuals",
    "read_bytes",
    "read_compiled",
    "read_source",
    "shipped_rulesets",
    "shown_day",
    "shown_number",
    "size_text",
    "too_large",
]

_HOMES = {
    "browsers": ("pdf_from_page",),
    "compiled": ("COMPILED_SUFFIX", "compiled_text", "read_compiled"),
    "grid": ("column_letters",),
    "handed_in": ("ACTUALS_ENDINGS", "read_actuals"),
    "json_values": ("JsonValue", "json_value"),
    "library": ("FolderLibrary", "library_for"),
    "profiles": ("Profile", "profile_called"),
    "reading": ("MAX_BYTES", "decoded", "path_of", "read_bytes", "read_source"),
    "separated": ("actuals_from_separated",),
    "shelf": ("Shipped", "actuals_beside", "find_ruleset", "shipped_rulesets"),
    "shown": ("Shown", "shown_day", "shown_number"),
    "sizes": ("size_text", "too_large"),
    "structured": ("actuals_from_json", "actuals_from_toml"),
    "workbooks": ("actuals_from_workbook",),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
