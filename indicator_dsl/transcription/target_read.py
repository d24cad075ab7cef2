"""A target as it was read, before it is written as a line."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.model import Scale
from indicator_dsl.transcription.transcript import Ground, TargetKind
from indicator_dsl.wording import Text

NOTHING: Final = re.compile(r"[-/\\—一_]+|无|不适用|n/?a", re.IGNORECASE)
ASSUMED_SCALE: Final = "达成"

Scales = Mapping[str, Scale]


@frozen(kw_only=True)
class TargetRead:
    """A target cell understood: its kind and, as far as the kind has them, its parts.

    `is_yearless` says that only month and day of `day` are known.
    """

    kind: TargetKind
    operator: str = ""
    number: str = ""
    high: str = ""
    unit: str = ""
    day: date | None = None
    is_yearless: bool = False
    scale: Scale | None = None
    words: str = ""
    is_money: bool = False
    ground: Ground = Ground.NONE
    assumed: tuple[Text, ...] = ()
    puzzles: tuple[Text, ...] = ()

    def with_(self, *assumed: Text) -> "TargetRead":
        """The same with more that was assumed."""
        return evolve(self, assumed=(*self.assumed, *assumed))


def puzzling(en: str, zh: str) -> TargetRead:
    """A target that is not understood, and why."""
    return TargetRead(kind=TargetKind.UNKNOWN, puzzles=(Text(en, zh),))
