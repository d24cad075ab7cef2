"""Exact maps from a number, or from the steps counted in it, to a number.

They know where they have no value, and may not touch pieces or curves.
"""

from fractions import Fraction
from math import ceil, floor, gcd

from attrs import field, frozen

from indicator_dsl.curves.cuts import Cut, Interval, exact


class ZeroWidth(ValueError):
    """A count was asked to step by nothing."""

    def __str__(self) -> str:
        """The fault in one sentence."""
        return "a step must have a width other than zero"


class ZeroDenominator(ValueError):
    """A map was given a denominator that is zero everywhere; `p` and `q` are its numerator."""

    def __init__(self, p: int, q: int) -> None:
        """Keep the numerator `p`·u + `q` that was to be divided."""
        super().__init__(p, q)
        self.p = p
        self.q = q

    def __str__(self) -> str:
        """The fault in one sentence."""
        return f"({self.p}·u + {self.q}) / 0 is no map"


@frozen
class Count:
    """How many steps of `width` lie between `origin` and x: a whole number, possibly negative.

    A step that is begun counts when `up` is true and does not otherwise. A negative width
    counts downwards: how far x stays below the origin.

    Example:
        >>> shortfall = Count(95, -1, up=True)
        >>> [shortfall.at(x) for x in (95, Fraction("94.5"), 94)]
        [0, 1, 1]
    """

    origin: Fraction = field(converter=exact)
    width: Fraction = field(converter=exact)
    up: bool
    _per_x: int = field(init=False, eq=False, repr=False)
    _at_zero: int = field(init=False, eq=False, repr=False)
    _below: int = field(init=False, eq=False, repr=False)

    @width.validator
    def _refuse_zero(self, _field: object, width: Fraction) -> None:
        if not width:
            raise ZeroWidth

    @_per_x.default
    def _numerator_per_x(self) -> int:
        return self.origin.denominator * self.width.denominator

    @_at_zero.default
    def _numerator_at_zero(self) -> int:
        return self.origin.numerator * self.width.denominator

    @_below.default
    def _denominator(self) -> int:
        return self.origin.denominator * self.width.numerator

    def at(self, x: Fraction | int) -> int:
        """The number of steps from the origin to `x`; below zero when `x` lies the other way."""
        above = x.numerator * self._per_x - x.denominator * self._at_zero
        below = x.denominator * self._below
        return -(-above // below) if self.up else above // below

    def start_of(self, steps: int) -> Cut:
        """The cut in x between fewer than `steps` and at least `steps` of them.

        With a positive width the higher counts lie right of it, otherwise left.
        """
        edge = steps - 1 if self.up else steps
        return Cut(self.origin + edge * self.width, after=self.up == (self.width > 0))

    def where(self, steps: int) -> Interval:
        """All x from which exactly `steps` are counted."""
        ends = self.start_of(steps), self.start_of(steps + 1)
        return Interval(min(ends), max(ends))

    def beside(self, cut: Cut, *, right: bool) -> int:
        """The count that holds immediately beside `cut`, on its right or else on its left."""
        if cut.after != right:
            return self.at(cut.at)
        exactly = Fraction(cut.at - self.origin, self.width)
        growing = right == (self.width > 0)
        if self.up:
            return floor(exactly) + 1 if growing else ceil(exactly)
        return floor(exactly) if growing else ceil(exactly) - 1


def _lowest_terms(p: int, q: int, r: int, s: int) -> tuple[int, int, int, int]:
    if not r and not s:
        raise ZeroDenominator(p, q)
    if p * s == q * r:
        p, q, r, s = (0, p, 0, r) if r else (0, q, 0, s)
    shared = gcd(p, q, r, s)
    if r < 0 or (not r and s < 0):
        shared = -shared
    return p // shared, q // shared, r // shared, s // shared


@frozen(init=False)
class Map:
    """The map (p·u + q) / (r·u + s), where u is x itself or the steps counted in x.

    The coefficients are kept in lowest terms, the denominator's first coefficient positive, and
    a map that takes one value only is kept as that constant; so one map has one form.
    """

    p: int
    q: int
    r: int
    s: int
    count: Count | None = None

    def __init__(self, p: int, q: int, r: int, s: int, count: Count | None = None) -> None:
        """Reduce to lowest terms.

        Raises:
            ZeroDenominator: when both `r` and `s` are zero.
        """
        p, q, r, s = _lowest_terms(p, q, r, s)
        self.__attrs_init__(p, q, r, s, count if p or r else None)

    @classmethod
    def constant(cls, number: Fraction | int) -> "Map":
        """The map that is `number` everywhere.

        Example:
            >>> Map.constant(20).at(Fraction(7))
            Fraction(20, 1)
        """
        return cls._line(0, number, None)

    @classmethod
    def linear(cls, slope: Fraction | int, intercept: Fraction | int) -> "Map":
        """The straight line `slope`·x + `intercept`.

        Example:
            >>> Map.linear(Fraction(1, 10), 2).at(Fraction(5))
            Fraction(5, 2)
        """
        return cls._line(slope, intercept, None)

    @classmethod
    def inverse(cls, k: Fraction | int) -> "Map":
        """The map `k` / x.

        Example:
            >>> Map.inverse(80).at(Fraction(100))
            Fraction(4, 5)
        """
        k = exact(k)
        return cls(0, k.numerator, k.denominator, 0)

    @classmethod
    def stepwise(cls, start: Fraction | int, per_step: Fraction | int, count: Count) -> "Map":
        """The map `start` + `per_step`·n, n being the steps counted.

        Example:
            >>> late = Count(0, 1, up=True)
            >>> Map.stepwise(10, Fraction(-1, 2), late).at(Fraction("2.1"))
            Fraction(17, 2)
        """
        return cls._line(per_step, start, count)

    @classmethod
    def _line(cls, slope: Fraction | int, intercept: Fraction | int, count: Count | None) -> "Map":
        slope, start = exact(slope), exact(intercept)
        return cls(
            slope.numerator * start.denominator,
            start.numerator * slope.denominator,
            0,
            slope.denominator * start.denominator,
            count,
        )

    @property
    def is_constant(self) -> bool:
        """Whether the map takes one value only."""
        return not self.p and not self.r

    @property
    def pole(self) -> Fraction | None:
        """The u at which the denominator is zero; None when it never is."""
        return Fraction(-self.s, self.r) if self.r else None

    def at(self, x: Fraction | int) -> Fraction:
        """The value at `x`.

        Raises:
            ZeroDivisionError: at the map's pole.
        """
        return self.of(x if self.count is None else self.count.at(x))

    def of(self, u: Fraction | int) -> Fraction:
        """The value where the steps counted, or x itself when nothing is counted, are `u`.

        Raises:
            ZeroDivisionError: at the map's pole.
        """
        above, below = u.numerator, u.denominator
        return Fraction(self.p * above + self.q * below, self.r * above + self.s * below)

    def slope_at(self, x: Fraction | int) -> Fraction:
        """How much the value grows for one more of x, at `x` itself; 0 within a counted step.

        Raises:
            ZeroDivisionError: at the map's pole.

        Example:
            >>> Map.inverse(80).slope_at(Fraction(10))
            Fraction(-4, 5)
        """
        if self.count is not None:
            return Fraction(0)
        below = self.r * x + self.s
        return Fraction(self.p * self.s - self.q * self.r) / (below * below)

    def preimage(self, y: Fraction | int) -> Fraction | None:
        """The one u whose value is `y`; None when there is none, or when the map is constant."""
        slope = self.p * y.denominator - y.numerator * self.r
        if self.is_constant or not slope:
            return None
        return Fraction(y.numerator * self.s - self.q * y.denominator, slope)

    def has_pole_on(self, interval: Interval) -> bool:
        """Whether the denominator is zero for an x in `interval`."""
        if self.pole is None:
            return False
        if self.count is None:
            return interval.contains(self.pole)
        if self.pole.denominator != 1:
            return False
        return not self.count.where(int(self.pole)).intersection(interval).is_empty

    def shifted(self, by: Fraction | int) -> "Map":
        """This map with `by` added to every value."""
        above, below = exact(by).as_integer_ratio()
        return Map(
            self.p * below + self.r * above,
            self.q * below + self.s * above,
            self.r * below,
            self.s * below,
            self.count,
        )

    def scaled(self, by: Fraction | int) -> "Map":
        """This map with every value multiplied by `by`."""
        above, below = exact(by).as_integer_ratio()
        return Map(self.p * above, self.q * above, self.r * below, self.s * below, self.count)
