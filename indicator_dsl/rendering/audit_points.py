"""The points of an audited form in text: reported, recomputed, and what lies between.

Calculates nothing but that difference.
"""

from fractions import Fraction

from indicator_dsl.audit import Audit, AuditedRow
from indicator_dsl.explanation import number_text, points_text, signed
from indicator_dsl.model import Rounding


def rounding_of(audit: Audit) -> Rounding:
    """How the recomputed points are shown."""
    return Rounding() if audit.card is None else audit.card.ruleset.rounding


def row_points(row: AuditedRow, rounding: Rounding) -> tuple[str, str, str, str]:
    """Weight, reported, recomputed, and how much more was reported; empty where unknown."""
    reported, line = row.reported, row.line
    more = ""
    if reported is not None and row.earned is not None and reported != row.earned:
        more = signed(reported - row.earned, rounding)
    return (
        _number(row.weight),
        _number(reported),
        "" if line is None else bounds_text(line.low, line.high, rounding),
        more,
    )


def total_points(audit: Audit) -> tuple[str, str, str, str]:
    """The same of the whole form."""
    rounding = rounding_of(audit)
    reported, computed = audit.score_reported, audit.score_computed
    more = ""
    if reported is not None and computed is not None and reported != computed:
        more = signed(reported - computed, rounding)
    bounds = ""
    if audit.low is not None and audit.high is not None:
        bounds = bounds_text(audit.low, audit.high, rounding)
    return (
        "" if audit.card is None else number_text(audit.card.full),
        _number(reported),
        bounds,
        more,
    )


def _number(number: Fraction | None) -> str:
    return "" if number is None else number_text(number)


def bounds_text(low: Fraction, high: Fraction, rounding: Rounding) -> str:
    """The points, or the least and the most they can be."""
    first, last = points_text(low, rounding), points_text(high, rounding)
    return first if low == high else f"{first}..{last}"
