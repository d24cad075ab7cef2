"""The points of an audited form in text: reported, recomputed, and what lies between.

Calculates nothing but that difference.
"""

from fractions import Fraction

from indicator_dsl.audit import Audit, AuditedRow
from indicator_dsl.explanation import number_text, points_text, signed
from indicator_dsl.model import Rounding
from indicator_dsl.scoring import LineScore


def rounding_of(audit: Audit) -> Rounding:
    """How the recomputed points are shown."""
    return Rounding() if audit.card is None else audit.card.ruleset.rounding


def lines_beside(audit: Audit) -> tuple[LineScore, ...]:
    """What is scored besides the rows of indicators: the execution of the budget."""
    if audit.card is None:
        return ()
    rows = {row.line.indicator.name for row in audit.rows if row.line is not None}
    return tuple(line for line in audit.card.lines if line.indicator.name not in rows)


def row_points(row: AuditedRow, rounding: Rounding) -> tuple[str, str, str, str]:
    """Weight, reported, recomputed, and how much more was reported; empty where unknown.

    A row that is not understood has `?` for the recomputed points.
    """
    if row.line is not None:
        return _points(row.weight, row.reported, row.line, rounding)
    computed = "" if row.reading.is_understood else "?"
    return _number(row.weight), _number(row.reported), computed, ""


def line_points(line: LineScore, rounding: Rounding) -> tuple[str, str, str, str]:
    """The same of a line that is no row of the form."""
    return _points(line.indicator.weight, line.reported, line, rounding)


def _points(
    weight: Fraction | None, reported: Fraction | None, line: LineScore, rounding: Rounding
) -> tuple[str, str, str, str]:
    more = ""
    if reported is not None and line.earned is not None and reported != line.earned:
        more = signed(reported - line.earned, rounding)
    computed = bounds_text(line.low, line.high, rounding)
    return _number(weight), _number(reported), computed, more


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
