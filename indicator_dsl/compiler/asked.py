"""A target with its weight, as methods and guards are read against it. Reports nothing."""

from fractions import Fraction

from attrs import frozen

from indicator_dsl.model import Bound, Range
from indicator_dsl.quantities import CalendarDay, Unit
from indicator_dsl.values import Value


@frozen(eq=False, repr=False)
class Asked(Value):
    """A target with its weight, as a method node is read against it."""

    target: Bound | Range
    weight: Fraction

    @property
    def unit(self) -> Unit:
        """The unit figures without one are counted in."""
        target = self.target
        return target.high.unit if isinstance(target, Range) else target.value.unit

    @property
    def is_day(self) -> bool:
        """Whether the target is a day of the calendar."""
        return isinstance(self.target, Bound) and isinstance(self.target.value, CalendarDay)

    @property
    def has_shares(self) -> bool:
        """Whether a share of the target has a meaning: it is no day and above 0."""
        return not self.is_day and self.ends[1] > 0

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The magnitudes the target begins and ends at."""
        target = self.target
        if isinstance(target, Range):
            return target.low.magnitude, target.high.magnitude
        return target.value.magnitude, target.value.magnitude
