"""A form's rows as a ruleset and actuals, without losing a character of what was written.

Judges nothing: what does not hold is the audit's to say.
"""

from indicator_dsl.transcription.plain_text import clean_text
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
    "clean_text",
    "import_texts",
    "prints_back",
    "transcribe",
]
