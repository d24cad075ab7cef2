"""Rulesets and actuals on disk and on the shelf, and pages as PDF.

Reads and reports; decides no score and lays nothing out.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.files.browsers import pdf_from_page
    from indicator_dsl.files.compiled import COMPILED_SUFFIX, compiled_text, read_compiled
    from indicator_dsl.files.handed_in import ACTUALS_ENDINGS, read_actuals
    from indicator_dsl.files.library import FolderLibrary, library_for
    from indicator_dsl.files.reading import MAX_BYTES, decoded, path_of, read_bytes, read_source
    from indicator_dsl.files.separated import actuals_from_separated
    from indicator_dsl.files.shelf import Shipped, actuals_beside, find_ruleset, shipped_rulesets
    from indicator_dsl.files.structured import actuals_from_json, actuals_from_toml
    from indicator_dsl.files.workbooks import actuals_from_workbook

__all__ = [
    "ACTUALS_ENDINGS",
    "COMPILED_SUFFIX",
    "MAX_BYTES",
    "FolderLibrary",
    "Shipped",
    "actuals_beside",
    "actuals_from_json",
    "actuals_from_separated",
    "actuals_from_toml",
    "actuals_from_workbook",
    "compiled_text",
    "decoded",
    "find_ruleset",
    "library_for",
    "path_of",
    "pdf_from_page",
    "read_actuals",
    "read_bytes",
    "read_compiled",
    "read_source",
    "shipped_rulesets",
]

_HOMES = {
    "browsers": ("pdf_from_page",),
    "compiled": ("COMPILED_SUFFIX", "compiled_text", "read_compiled"),
    "handed_in": ("ACTUALS_ENDINGS", "read_actuals"),
    "library": ("FolderLibrary", "library_for"),
    "reading": ("MAX_BYTES", "decoded", "path_of", "read_bytes", "read_source"),
    "separated": ("actuals_from_separated",),
    "structured": ("actuals_from_json", "actuals_from_toml"),
    "workbooks": ("actuals_from_workbook",),
    "shelf": ("Shipped", "actuals_beside", "find_ruleset", "shipped_rulesets"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
