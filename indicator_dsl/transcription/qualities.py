"""Targets in words: the levels of a scale, or a quality for which a scale stands in."""

import re
from typing import Final

from indicator_dsl.transcription.spelling import clean_text
from indicator_dsl.transcription.target_read import ASSUMED_SCALE, Scales, TargetRead, puzzling
from indicator_dsl.transcription.transcript import TargetKind
from indicator_dsl.wording import Text

_PARTS: Final = re.compile(r"[/、,;|\s]+")
_BREVITY: Final = 6


def scale_target(text: str, column: str, scales: Scales) -> TargetRead | None:
    """A target that lists levels; None when it lists none."""
    parts = [part for part in _PARTS.split(text.strip("。")) if part]
    joined = "".join(parts)
    if text in ("是", "否"):
        return TargetRead(kind=TargetKind.SCALE, operator="=", words=text)
    scale = scales.get(joined)
    if scale is not None and joined != ASSUMED_SCALE:
        return TargetRead(kind=TargetKind.SCALE, scale=scale, words=scale.name)
    assumed = scales.get(ASSUMED_SCALE)
    if assumed is None:
        return None
    if parts == [level.label for level in assumed.levels]:
        return TargetRead(kind=TargetKind.SCALE, scale=assumed, words=ASSUMED_SCALE)
    is_list = len(parts) > 1 and all(len(part) <= _BREVITY for part in parts)
    is_run = (
        len(parts) == 1 and len(text) > len("较好") and not set(text) - set("优良中低差好坏高一般")
    )
    if not re.search(r"\d", text) and ((is_list and column == "定性") or is_run):
        return TargetRead(
            kind=TargetKind.SCALE,
            scale=assumed,
            words=ASSUMED_SCALE,
            assumed=(
                Text(
                    f"the levels “{clean_text(text, 60)}” have no shares: the profile's scale "
                    f"{ASSUMED_SCALE} stands in",
                    f"等次“{clean_text(text, 60)}”没有折算规定，暂用口径中的等次“{ASSUMED_SCALE}”",
                ),
            ),
        )
    return None


def words_target(written: str, text: str, scales: Scales) -> TargetRead:
    """A target in other words, judged on the scale that the profile has for them."""
    scale = scales.get(ASSUMED_SCALE)
    said = clean_text(written, 120)
    if scale is None:
        return puzzling(
            f"the target is words, “{said}”, and the profile has no scale {ASSUMED_SCALE}",
            f"目标值是文字“{said}”，而口径没有等次“{ASSUMED_SCALE}”",
        )
    assumed = Text(
        f"the target is words, “{said}”: judged on the profile's scale {ASSUMED_SCALE}",
        f"目标值是文字“{said}”：按口径的等次“{ASSUMED_SCALE}”评定",
    )
    return TargetRead(kind=TargetKind.WORDS, scale=scale, words=text, assumed=(assumed,))
