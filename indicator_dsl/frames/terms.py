"""Whole-number terms over columns, each with the range it can take. Knows no engine and no rules.

A range is found from the ranges of the parts, so that what a term needs is known before any row is.
"""

from typing import Final

from attrs import field, frozen

INT64_END: Final = 2**63
# Whole numbers below it have a type in every engine: 128 bits, or 38 decimal digits.
WIDE_END: Final = 10**38


class TooWide(ValueError):
    """A term would need more than 38 digits, or a quotient more than 64 bits."""

    def __str__(self) -> str:
        """The fault in one sentence."""
        return "the numbers of this line need more than 38 digits"


@frozen
class Number:
    """A constant."""

    value: int

    @property
    def low(self) -> int:
        """The least it can be."""
        return self.value

    @property
    def high(self) -> int:
        """The most it can be."""
        return self.value

    @property
    def reach(self) -> int:
        """The largest magnitude met while it is worked out."""
        return abs(self.value)


@frozen
class Named:
    """A whole-number column that an earlier stage has made, never null; its name says which."""

    name: str
    low: int = field(eq=False)
    high: int = field(eq=False)

    @property
    def reach(self) -> int:
        """The largest magnitude it can have."""
        return max(abs(self.low), abs(self.high))


@frozen
class Sum:
    """`left` + `right`."""

    left: "Whole"
    right: "Whole"
    low: int = field(init=False, eq=False, repr=False)
    high: int = field(init=False, eq=False, repr=False)
    reach: int = field(init=False, eq=False, repr=False)

    @low.default
    def _low(self) -> int:
        return self.left.low + self.right.low

    @high.default
    def _high(self) -> int:
        return self.left.high + self.right.high

    @reach.default
    def _reach(self) -> int:
        return _reach_of(self.low, self.high, self.left, self.right)


@frozen
class Product:
    """`left` x `right`."""

    left: "Whole"
    right: "Whole"
    low: int = field(init=False, eq=False, repr=False)
    high: int = field(init=False, eq=False, repr=False)
    reach: int = field(init=False, eq=False, repr=False)

    @low.default
    def _low(self) -> int:
        return min(_corners(self.left, self.right))

    @high.default
    def _high(self) -> int:
        return max(_corners(self.left, self.right))

    @reach.default
    def _reach(self) -> int:
        return _reach_of(self.low, self.high, self.left, self.right)


@frozen
class Quotient:
    """How often `below` (above 0) goes into `above` (at least 0), the rest dropped.

    Where a range says otherwise the caller has made sure that no such row is looked at.
    """

    above: "Whole"
    below: "Whole"
    low: int = field(init=False, eq=False, repr=False)
    high: int = field(init=False, eq=False, repr=False)
    reach: int = field(init=False, eq=False, repr=False)

    @low.default
    def _low(self) -> int:
        return max(self.above.low, 0) // max(self.below.high, 1)

    @high.default
    def _high(self) -> int:
        return max(self.above.high, 0) // max(self.below.low, 1)

    @reach.default
    def _reach(self) -> int:
        if self.high >= INT64_END:  # Spark's whole-number division gives 64 bits
            raise TooWide
        return _reach_of(self.low, self.high, self.above, self.below)


@frozen
class Pick:
    """The value beside the first condition that holds, else `otherwise`."""

    cases: "tuple[tuple[Condition, Whole], ...]"
    otherwise: "Whole"
    low: int = field(init=False, eq=False, repr=False)
    high: int = field(init=False, eq=False, repr=False)
    reach: int = field(init=False, eq=False, repr=False)

    @low.default
    def _low(self) -> int:
        return min(self.otherwise.low, *(value.low for _, value in self.cases))

    @high.default
    def _high(self) -> int:
        return max(self.otherwise.high, *(value.high for _, value in self.cases))

    @reach.default
    def _reach(self) -> int:
        values = [value for _, value in self.cases]
        return _reach_of(self.low, self.high, self.otherwise, *values)


@frozen
class Held:
    """`term`, known by its caller to stay within a narrower range on every row that counts."""

    term: "Whole"
    low: int
    high: int

    @property
    def reach(self) -> int:
        """The largest magnitude met while it is worked out."""
        return self.term.reach


Whole = Number | Named | Sum | Product | Quotient | Pick | Held


@frozen
class Compared:
    """`left` `sign` `right`, the sign one of `<`, `<=`, `=`."""

    sign: str
    left: Whole
    right: Whole


@frozen
class Every:
    """True when all parts are; of none, true."""

    parts: "tuple[Condition, ...]"


@frozen
class Some:
    """True when a part is; of none, false."""

    parts: "tuple[Condition, ...]"


@frozen
class Not:
    """True when `part` is not."""

    part: "Condition"


Condition = Compared | Every | Some | Not


@frozen
class Words:
    """The words beside the first condition that holds, else `otherwise`; None is null."""

    cases: tuple[tuple[Condition, str | None], ...]
    otherwise: str | None


@frozen
class Null:
    """`term` where `known` holds, null elsewhere."""

    term: Whole
    known: Condition


def _corners(left: Whole, right: Whole) -> list[int]:
    return [one * other for one in (left.low, left.high) for other in (right.low, right.high)]


def _reach_of(low: int, high: int, *parts: Whole) -> int:
    reach = max(abs(low), abs(high), *(part.reach for part in parts))
    if reach >= WIDE_END:
        raise TooWide
    return reach


def plus(*terms: Whole) -> Whole:
    """The sum of terms, constants gathered.

    Example:
        >>> plus(Number(2), Number(3))
        Number(value=5)
    """
    constant = sum(term.value for term in terms if isinstance(term, Number))
    found: Whole | None = None
    for term in terms:
        if not isinstance(term, Number):
            found = term if found is None else Sum(found, term)
    if found is None:
        return Number(constant)
    return Sum(found, Number(constant)) if constant else found


def times(left: Whole, right: Whole | int) -> Whole:
    """The product, plain where a factor is 0 or 1.

    Example:
        >>> times(Named("n", 0, 9), 1)
        Named(name='n', low=0, high=9)
    """
    right = Number(right) if isinstance(right, int) else right
    if isinstance(left, Number) and isinstance(right, Number):
        return Number(left.value * right.value)
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Number) and one.value in (0, 1):
            return other if one.value else one
    return Product(left, right)


def over(above: Whole, below: Whole) -> Whole:
    """The quotient, worked out when both are constants.

    Example:
        >>> over(Number(7), Number(2))
        Number(value=3)
    """
    if isinstance(above, Number) and isinstance(below, Number):
        return Number(above.value // below.value)
    if isinstance(below, Number) and below.value == 1:
        return above
    return Quotient(above, below)
