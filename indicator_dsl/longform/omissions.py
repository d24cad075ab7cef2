"""Rows whose points no rule stands for: kept with what they can earn, and why.

Holds no rule; which rows those are, `transcription` says.
"""

from collections.abc import Iterable
from typing import Final

from indicator_dsl.longform.verdicts import RowVerdict
from indicator_dsl.quantities import scaled_half_up
from indicator_dsl.transcription import RowReading, is_idle, points_of

NOT_UNDERSTOOD: Final = "not-understood"
NOT_APPLICABLE: Final = "not-applicable"
WEIGHT_UNKNOWN: Final = "weight-unknown"


def why_idle(reading: RowReading) -> str:
    """Why no rule can stand for a row; empty when one can.

    Example:
        >>> from indicator_dsl.model import FormCell, FormRow
        >>> from indicator_dsl.wording import same
        >>> why_idle(RowReading(row=FormRow(name=FormCell()), indicator="", puzzles=(same("?"),)))
        'not-understood'
    """
    if not is_idle(reading):
        return ""
    return NOT_APPLICABLE if reading.is_understood else NOT_UNDERSTOOD


def omitted(
    weight: str, why: str, places: int, given: int | None, codes: Iterable[str]
) -> RowVerdict:
    """A row left out of the ruleset: open from nothing to its weight, or upwards.

    Args:
        weight: The cell of its weight.
        why: Why no rule can stand for it; empty where only its weight is not known.
        places: Decimals of points.
        given: Its reported points in units of 10^-9.
        codes: What was found in it.

    Example:
        >>> omitted("60", NOT_UNDERSTOOD, 2, None, ())[1:3], omitted("六十", "", 2, None, ())[1:3]
        ((0, 6000), (0, None))
    """
    points = points_of(weight)
    high = None if points is None else scaled_half_up(points, places)
    return RowVerdict(None, 0, high, given, why or WEIGHT_UNKNOWN, tuple(codes))


def bounds_with(low: int, high: int, rows: Iterable[RowVerdict]) -> tuple[int, int | None]:
    """What a table can earn, rows left out included; no upper bound where one has none.

    Example:
        >>> bounds_with(4000, 4000, [omitted("60", NOT_UNDERSTOOD, 2, None, ())])
        (4000, 10000)
    """
    highs = [row.high for row in rows]
    more = [each for each in highs if each is not None]
    return low, high + sum(more) if len(more) == len(highs) else None
