"""A form's rows as a ruleset and actuals, without losing a character of what was written.

Judges nothing: what does not hold is the audit's to say.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.transcription.amounts import KNOWN_UNIT, Amount, amount_in, unit_as_read
    from indicator_dsl.transcription.budget import RATE, MoneyRead, money_in, money_unit_of
    from indicator_dsl.transcription.operators import leading_operator, trailing_operator
    from indicator_dsl.transcription.printing_back import prints_back
    from indicator_dsl.transcription.rows import name_key, points_of
    from indicator_dsl.transcription.spelling import clean_text, plain_text
    from indicator_dsl.transcription.target_read import NOTHING
    from indicator_dsl.transcription.traits import Traits, traits_of
    from indicator_dsl.transcription.transcribing import import_texts, transcribe, year_of
    from indicator_dsl.transcription.transcript import (
        ActualKind,
        Ground,
        RowReading,
        TargetKind,
        Transcript,
    )
    from indicator_dsl.transcription.wholeness import (
        are_points_left_out,
        is_idle,
        is_left_out,
        is_whole,
    )

__all__ = [
    "KNOWN_UNIT",
    "NOTHING",
    "RATE",
    "ActualKind",
    "Amount",
    "Ground",
    "MoneyRead",
    "RowReading",
    "TargetKind",
    "Traits",
    "Transcript",
    "amount_in",
    "are_points_left_out",
    "clean_text",
    "import_texts",
    "is_idle",
    "is_left_out",
    "is_whole",
    "leading_operator",
    "money_in",
    "money_unit_of",
    "name_key",
    "plain_text",
    "points_of",
    "prints_back",
    "trailing_operator",
    "traits_of",
    "transcribe",
    "unit_as_read",
    "year_of",
]

_HOMES = {
    "amounts": ("KNOWN_UNIT", "Amount", "amount_in", "unit_as_read"),
    "budget": ("RATE", "MoneyRead", "money_in", "money_unit_of"),
    "operators": ("leading_operator", "trailing_operator"),
    "printing_back": ("prints_back",),
    "rows": ("name_key", "points_of"),
    "spelling": ("clean_text", "plain_text"),
    "target_read": ("NOTHING",),
    "traits": ("Traits", "traits_of"),
    "transcribing": ("import_texts", "transcribe", "year_of"),
    "transcript": ("ActualKind", "Ground", "RowReading", "TargetKind", "Transcript"),
    "wholeness": ("are_points_left_out", "is_idle", "is_left_out", "is_whole"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
