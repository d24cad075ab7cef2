"""How far an actual lies from its target. Measures only, and says nothing in words."""

from fractions import Fraction

from attrs import frozen

from indicator_dsl.explanation.figures import is_day
from indicator_dsl.model import Bound, Measured, Range
from indicator_dsl.quantities import CalendarDay, Quantity
from indicator_dsl.scoring import LineScore


@frozen(kw_only=True)
class Miss:
    """An actual beside the end of the target it missed.

    `end` is the target's value, of a range the nearer end. `gap` is at least 0, in the target's
    unit, between two days in days; it is 0 when a strict target was hit exactly. `relative` is the
    gap as a share of a target above 0, None where that has no meaning.
    """

    end: Quantity | CalendarDay
    gap: Quantity
    is_below: bool
    relative: Fraction | None


def miss_of(line: LineScore) -> Miss | None:
    """The miss of a line measured in figures; None when the target is met or nothing was measured.

    Example:
        >>> from indicator_dsl.scoring import Status
        >>> from indicator_dsl.model import Indicator, Judged, Scale
        >>> judged, one = Judged(scale=Scale("优差", ())), Fraction(1)
        >>> rule = Indicator(name="服务水平", measure=judged, weight=one)
        >>> line = LineScore(
        ...     indicator=rule, status=Status.SCORED, low=one, high=one, reason="grade"
        ... )
        >>> print(miss_of(line))
        None
    """
    measure, observed = line.indicator.measure, line.observed
    if not isinstance(measure, Measured) or not isinstance(observed, Quantity | CalendarDay):
        return None
    if line.is_met is not False:
        return None
    end = _missed_end(measure.target, observed)
    away = observed.magnitude - end.magnitude
    gap = abs(away)
    has_share = end.magnitude > 0 and not is_day(end.unit)
    return Miss(
        end=end,
        gap=Quantity(gap / end.unit.factor, end.unit),
        is_below=away < 0,
        relative=gap / end.magnitude if has_share else None,
    )


def _missed_end(target: Bound | Range, observed: Quantity | CalendarDay) -> Quantity | CalendarDay:
    if isinstance(target, Bound):
        return target.value
    return target.low if observed.magnitude < target.low.magnitude else target.high
