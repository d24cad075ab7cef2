"""What an editor asks of a text and a place in it, as pure functions. Knows no protocol, no file.

Places are offsets in code points; `place_at` and `offset_at` turn them into UTF-16.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.editor.analysing import (
        Analysis,
        analyse_actuals,
        analyse_ruleset,
        text_named,
    )
    from indicator_dsl.editor.completing import Completion, completions_at
    from indicator_dsl.editor.correcting import corrections_of, every_safe_correction
    from indicator_dsl.editor.edits import Edit, edited
    from indicator_dsl.editor.formatting import formatting_of
    from indicator_dsl.editor.hinting import Hint, hints_of
    from indicator_dsl.editor.hovering import Hover, hover_at
    from indicator_dsl.editor.naming import Refusal, definition_at, references_at, renaming_at
    from indicator_dsl.editor.outlining import Entry, outline_of
    from indicator_dsl.editor.positions import Encoding, offset_at, place_at, units_in
    from indicator_dsl.editor.previewing import preview_of
    from indicator_dsl.editor.proposing import Correction
    from indicator_dsl.editor.shifting import Shift
    from indicator_dsl.editor.showing import span_shown
    from indicator_dsl.editor.symbols import Kind, Occurrence, occurrence_at, occurrences
    from indicator_dsl.editor.vocabulary import Vocabulary, vocabulary_of

__all__ = [
    "Analysis",
    "Completion",
    "Correction",
    "Edit",
    "Encoding",
    "Entry",
    "Hint",
    "Hover",
    "Kind",
    "Occurrence",
    "Refusal",
    "Shift",
    "Vocabulary",
    "analyse_actuals",
    "analyse_ruleset",
    "completions_at",
    "corrections_of",
    "definition_at",
    "edited",
    "every_safe_correction",
    "formatting_of",
    "hints_of",
    "hover_at",
    "occurrence_at",
    "occurrences",
    "offset_at",
    "outline_of",
    "place_at",
    "preview_of",
    "references_at",
    "renaming_at",
    "span_shown",
    "text_named",
    "units_in",
    "vocabulary_of",
]

_HOMES = {
    "analysing": ("Analysis", "analyse_actuals", "analyse_ruleset", "text_named"),
    "completing": ("Completion", "completions_at"),
    "correcting": ("corrections_of", "every_safe_correction"),
    "edits": ("Edit", "edited"),
    "formatting": ("formatting_of",),
    "hinting": ("Hint", "hints_of"),
    "hovering": ("Hover", "hover_at"),
    "naming": ("Refusal", "definition_at", "references_at", "renaming_at"),
    "outlining": ("Entry", "outline_of"),
    "positions": ("Encoding", "offset_at", "place_at", "units_in"),
    "previewing": ("preview_of",),
    "proposing": ("Correction",),
    "showing": ("span_shown",),
    "shifting": ("Shift",),
    "symbols": ("Kind", "Occurrence", "occurrence_at", "occurrences"),
    "vocabulary": ("Vocabulary", "vocabulary_of"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
