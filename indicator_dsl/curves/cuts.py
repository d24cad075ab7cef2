"""Places between numbers, and the intervals they bound.

The line is all they know: they may not touch maps, pieces or curves.
"""

from collections.abc import Iterable
from fractions import Fraction

from attrs import field, frozen


def exact(number: Fraction | int) -> Fraction:
    """The same number as a Fraction; a binary float is refused, for it is not what was written.

    Raises:
        TypeError: when `number` is neither an int nor a Fraction.

    Example:
        >>> exact(3)
        Fraction(3, 1)
    """
    if isinstance(number, Fraction):
        return number
    if isinstance(number, int):
        return Fraction(number)
    message = f"expected an int or a Fraction, not {type(number).__name__}"
    raise TypeError(message)


@frozen(order=True)
class Cut:
    """A place between two neighbouring numbers: just before or just after `at`.

    Before it (`after` false) the number itself lies to the right; after it, to the left.
    Cuts are ordered as they stand on the line.

    Example:
        >>> Cut(60, after=False) < Cut(60, after=True) < Cut(61, after=False)
        True
    """

    at: Fraction = field(converter=exact)
    after: bool

    def is_left_of(self, x: Fraction | int) -> bool:
        """Whether `x` lies to the right of this cut."""
        return x > self.at or (x == self.at and not self.after)


def just_before(at: Fraction | int) -> Cut:
    """The cut that leaves `at` on its right.

    Example:
        >>> just_before(60).is_left_of(60)
        True
    """
    return Cut(at, after=False)


def just_after(at: Fraction | int) -> Cut:
    """The cut that leaves `at` on its left.

    Example:
        >>> just_after(60).is_left_of(60)
        False
    """
    return Cut(at, after=True)


@frozen
class Interval:
    """All numbers between two cuts; an absent cut means that side has no end.

    Example:
        >>> str(Interval(just_before(60), just_before(95)))
        '[60, 95)'
    """

    low: Cut | None
    high: Cut | None

    @property
    def is_empty(self) -> bool:
        """Whether no number lies inside."""
        return self.low is not None and self.high is not None and self.low >= self.high

    def contains(self, x: Fraction | int) -> bool:
        """Whether `x` lies inside."""
        if self.low is not None and not self.low.is_left_of(x):
            return False
        return self.high is None or not self.high.is_left_of(x)

    def intersection(self, other: "Interval") -> "Interval":
        """The numbers that lie in both; possibly an empty interval."""
        lows = [cut for cut in (self.low, other.low) if cut is not None]
        highs = [cut for cut in (self.high, other.high) if cut is not None]
        return Interval(max(lows, default=None), min(highs, default=None))

    def __str__(self) -> str:
        """The usual notation: a square bracket where the end belongs to the interval."""
        low = "(-∞" if self.low is None else f"{'(' if self.low.after else '['}{self.low.at}"
        high = "∞)" if self.high is None else f"{self.high.at}{']' if self.high.after else ')'}"
        return f"{low}, {high}"


def at_least(low: Fraction | int) -> Interval:
    """All x >= `low`.

    Example:
        >>> str(at_least(60))
        '[60, ∞)'
    """
    return Interval(just_before(low), None)


def more_than(low: Fraction | int) -> Interval:
    """All x > `low`.

    Example:
        >>> str(more_than(60))
        '(60, ∞)'
    """
    return Interval(just_after(low), None)


def at_most(high: Fraction | int) -> Interval:
    """All x <= `high`.

    Example:
        >>> str(at_most(60))
        '(-∞, 60]'
    """
    return Interval(None, just_after(high))


def less_than(high: Fraction | int) -> Interval:
    """All x < `high`.

    Example:
        >>> str(less_than(60))
        '(-∞, 60)'
    """
    return Interval(None, just_before(high))


def between(low: Fraction | int, high: Fraction | int) -> Interval:
    """All x with `low` <= x <= `high`; empty when `low` is the larger.

    Example:
        >>> str(between(60, 95))
        '[60, 95]'
    """
    return Interval(just_before(low), just_after(high))


def everything() -> Interval:
    """The whole line.

    Example:
        >>> str(everything())
        '(-∞, ∞)'
    """
    return Interval(None, None)


def joined(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same numbers in as few intervals as possible.

    Args:
        intervals: Ascending, disjoint, none empty.

    Example:
        >>> [str(one) for one in joined([less_than(60), between(60, 95), more_than(100)])]
        ['(-∞, 95]', '(100, ∞)']
    """
    kept: list[Interval] = []
    for interval in intervals:
        if kept and kept[-1].high == interval.low:
            kept[-1] = Interval(kept[-1].low, interval.high)
        else:
            kept.append(interval)
    return tuple(kept)
