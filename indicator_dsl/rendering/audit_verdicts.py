"""An audit in one sentence: both totals and what lies between them. Judges nothing."""

from fractions import Fraction
from typing import Final

from indicator_dsl.audit import Audit
from indicator_dsl.explanation import number_text, points_text
from indicator_dsl.rendering.audit_points import rounding_of
from indicator_dsl.rendering.audit_words import NO_CARD
from indicator_dsl.wording import Text, same

_SAME: Final = Text(
    "Reported {reported}; recomputed the same.", "自评 {reported} 分，重新计算结果相同。"
)
_MORE: Final = Text(
    "Reported {reported}; recomputed {computed}: {points} too many.",
    "自评 {reported} 分，重新计算为 {computed} 分，多报 {points} 分。",
)
_FEWER: Final = Text(
    "Reported {reported}; recomputed {computed}: {points} too few.",
    "自评 {reported} 分，重新计算为 {computed} 分，少报 {points} 分。",
)
_PART: Final = Text(
    "Reported {reported}; recomputed {computed} of the {full} points that could be scored, which "
    "is not the whole form.",
    "自评 {reported} 分；能够核算的 {full} 分中应得 {computed} 分，不是整张表，不能直接比较。",
)
_WITHIN: Final = Text(
    "Reported {reported}; recomputed {low} to {high}.",
    "自评 {reported} 分，重新计算在 {low} 至 {high} 分之间。",
)
_MORE_AT_LEAST: Final = Text(
    "Reported {reported}; recomputed {low} to {high}: at least {points} too many.",
    "自评 {reported} 分，重新计算在 {low} 至 {high} 分之间，至少多报 {points} 分。",
)
_FEWER_AT_LEAST: Final = Text(
    "Reported {reported}; recomputed {low} to {high}: at least {points} too few.",
    "自评 {reported} 分，重新计算在 {low} 至 {high} 分之间，至少少报 {points} 分。",
)
_SPAN: Final = Text("{low} to {high}", "{low} 至 {high}")
_COMES_TO: Final = Text("Recomputed {low}.", "重新计算为 {low} 分。")
_LIES: Final = Text("Recomputed {low} to {high}.", "重新计算在 {low} 至 {high} 分之间。")


def summary_of(audit: Audit) -> Text:
    """The audit in one sentence: both totals and what lies between them."""
    rounding = rounding_of(audit)
    reported, computed = audit.score_reported, audit.score_computed
    if audit.low is None or audit.high is None:
        return NO_CARD
    low, high = points_text(audit.low, rounding), points_text(audit.high, rounding)
    if reported is None:
        template = _LIES if computed is None else _COMES_TO
        return template.filled(low=low, high=high)
    said = number_text(reported)
    if computed is None and audit.is_whole:
        beyond = audit.beyond
        at_least = _MORE_AT_LEAST if beyond > 0 else _FEWER_AT_LEAST
        template = at_least if differs(audit) else _WITHIN
        points = points_text(abs(beyond), rounding)
        return template.filled(reported=said, low=low, high=high, points=points)
    found = _SPAN.filled(low=low, high=high) if computed is None else same(low)
    excess = audit.excess
    if computed is None or excess is None:
        full = number_text(audit.card.full) if audit.card else ""
        return _PART.filled(reported=said, computed=found, full=full)
    template = _MORE if excess > 0 else _FEWER if excess else _SAME
    points = points_text(abs(excess), rounding)
    return template.filled(reported=said, computed=points_text(computed, rounding), points=points)


def differs(audit: Audit) -> bool:
    """Whether what was reported cannot be what the rules give, by more than is printed."""
    rounding = rounding_of(audit)
    return points_text(abs(audit.beyond), rounding) != points_text(Fraction(0), rounding)
