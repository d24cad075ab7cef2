"""A form's rows as a ruleset and actuals, without losing a character of what was written.

Judges nothing: what does not hold is the audit's to say.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.transcription.printing_back import prints_back
    from indicator_dsl.transcription.transcribing import import_texts, transcribe
    from indicator_dsl.transcription.transcript import (
        ActualKind,
        Ground,
        RowReading,
        TargetKind,
        Transcript,
    )

__all__ = [
    "ActualKind",
    "Ground",
    "RowReading",
    "TargetKind",
    "Transcript",
    "import_texts",
    "prints_back",
    "transcribe",
]

_HOMES = {
    "printing_back": ("prints_back",),
    "transcribing": ("import_texts", "transcribe"),
    "transcript": ("ActualKind", "Ground", "RowReading", "TargetKind", "Transcript"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
