"""A form's rows as a ruleset and actuals, without losing a character of what was written.

Judges nothing: what does not hold is the audit's to say.
"""

from indicator_dsl.transcription.transcribing import transcribe
from indicator_dsl.transcription.transcript import (
    ActualKind,
    Ground,
    RowReading,
    TargetKind,
    Transcript,
)

__all__ = ["ActualKind", "Ground", "RowReading", "TargetKind", "Transcript", "transcribe"]
