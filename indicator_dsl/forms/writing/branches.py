"""Curves as spreadsheet formulas: each piece as it stands, with tests at the cuts between them.

Reads cuts and coefficients only: it knows no method, and every formula comes from its curve.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, gcd, lcm
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.curves import Count, Curve, Cut, Interval, Map, Piece
from indicator_dsl.forms.writing.wholes import FormulaTooLong, Whole, floor_of, plus, times, whole
from indicator_dsl.quantities import text_from_number

_MOST_BRANCHES: Final = 40  # spreadsheets nest 64 deep
_LONGEST: Final = 6000  # and take 8192 characters
_DECIMALS: Final = 10**9
NOTHING: Final = '""'


@frozen(kw_only=True)
class Scale:
    """How a cell's number is turned into the magnitude its curve is drawn over.

    The magnitude is `factor` times the number, and `offset` more: a share in per cent has 1/100 and
    0, a day's serial number 1 and the days before the first serial number.
    """

    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)

    def number_of(self, magnitude: Fraction) -> Fraction:
        """The number that stands for a magnitude."""
        return (magnitude - self.offset) / self.factor


@frozen(kw_only=True)
class Figure:
    """A figure as `above` / `below`, and the cell that shows it where it was entered there."""

    above: Whole
    below: Whole
    shown: str = ""


@frozen
class Branch:
    """Points as `above` / `below` where `test` holds; without a test, everywhere else.

    `above` is None where no points may be named.
    """

    test: str
    above: Whole | None
    below: Whole


def branches_of(curve: Curve, scale: Scale, figure: Figure) -> tuple[Branch, ...]:
    """The pieces of a curve from below, each with its test, over the figure.

    Raises:
        BeyondExact: when a number on the way can pass what a spreadsheet holds exactly.
        FormulaTooLong: when there are too many pieces.

    Example:
        >>> from indicator_dsl.curves import curve_of, just_before
        >>> from indicator_dsl.forms.writing.wholes import cell
        >>> ratio = Piece.of(Map.linear(Fraction(1, 10), 0), clause="", reason="")
        >>> met = Piece.of(Map.constant(20), clause="", reason="")
        >>> number = Figure(above=cell("N12", 10**9), below=whole(100), shown="L12")
        >>> for each in branches_of(curve_of(ratio, (just_before(200), met)), Scale(), number):
        ...     print(each.test, each.above.text, each.below.text)
        L12<200 N12 1000
         20 1
    """
    found: list[Branch] = []
    for (interval, piece), cut in zip(curve.intervals(), (*curve.cuts, None), strict=True):
        test = "" if cut is None else _test(cut, scale, figure)
        if isinstance(piece, Piece):
            above, below = _mapped(piece.value, interval, scale, figure)
            branch = Branch(test, above, below)
        else:
            branch = Branch(test, None, whole(1))
        if found and (found[-1].above, found[-1].below) == (branch.above, branch.below):
            found.pop()
        found.append(branch)
    if len(found) > _MOST_BRANCHES:
        raise FormulaTooLong
    return tuple(found)


def nested(branches: Sequence[Branch], part: Callable[[Branch], Whole | None]) -> str:
    """One part of every branch as a formula of IFs; a single text where all agree.

    Raises:
        FormulaTooLong: when it does not fit into a cell.

    Example:
        >>> nested([Branch("L4<5", whole(0), whole(1)), Branch("", whole(9), whole(1))],
        ...        lambda branch: branch.above)
        'IF(L4<5,0,9)'
    """
    texts = [NOTHING if (said := part(branch)) is None else said.text for branch in branches]
    kept: list[tuple[str, str]] = []
    for branch, text in zip(branches, texts, strict=True):
        if kept and kept[-1][1] == text:
            kept.pop()
        kept.append((branch.test, text))
    formula = kept[-1][1]
    for test, text in reversed(kept[:-1]):
        formula = f"IF({test},{text},{formula})"
    if len(formula) > _LONGEST:
        raise FormulaTooLong
    return formula


def _test(cut: Cut, scale: Scale, figure: Figure) -> str:
    """The formula that says whether the figure lies left of a cut."""
    at = scale.number_of(cut.at)
    sign = "<=" if cut.after else "<"
    if figure.shown and _DECIMALS % at.denominator == 0:
        return f"{figure.shown}{sign}{text_from_number(at)}"
    left = times(whole(at.denominator), figure.above)
    right = times(whole(at.numerator), figure.below)
    return f"{left.text}{sign}{right.text}"


def _mapped(value: Map, interval: Interval, scale: Scale, figure: Figure) -> tuple[Whole, Whole]:
    """Numerator and denominator of a map over the figure, the latter made positive."""
    p, q, r, s = value.p, value.q, value.r, value.s
    inside = _inside(interval)
    if r * (inside if value.count is None else value.count.at(inside)) + s < 0:
        p, q, r, s = -p, -q, -r, -s
    figure = _within(interval, scale, figure)
    if value.count is not None:
        steps = _counted(value.count, scale, figure)
        return (
            plus(times(whole(p), steps), whole(q)),
            plus(times(whole(r), steps), whole(s)),
        )
    shared, per, start = _whole_scale(scale)
    terms = (p * per, p * start + q * shared, r * per, r * start + s * shared)
    return _over(terms, figure)


def _within(interval: Interval, scale: Scale, figure: Figure) -> Figure:
    """The figure with what is known of it on an interval with two ends."""
    below, low, high = figure.below.constant, interval.low, interval.high
    if below is None or low is None or high is None:
        return figure
    furthest = max(abs(scale.number_of(cut.at)) for cut in (low, high))
    most = min(figure.above.most, ceil(furthest * below))
    return evolve(figure, above=evolve(figure.above, most=most))


def _over(terms: tuple[int, int, int, int], figure: Figure) -> tuple[Whole, Whole]:
    """(a·x + b·y) and (c·x + d·y) of a figure x / y, without what both have in common."""
    a, b, c, d = terms
    x, y = figure.above, figure.below
    if y.constant is not None:
        b, d, y = b * y.constant, d * y.constant, whole(1)
    elif not a and not c:  # the figure plays no part: y falls out
        y = whole(1)
    shared = gcd(a, b, c, d)
    above, below = (
        plus(times(whole(one // shared), x), times(whole(other // shared), y))
        for one, other in ((a, b), (c, d))
    )
    return above, below


def _counted(count: Count, scale: Scale, figure: Figure) -> Whole:
    """The steps counted from the origin, as a formula."""
    shared, per, start = _whole_scale(scale)
    origin, width = count.origin, count.width
    sign = 1 if width > 0 else -1
    lead = (-sign if count.up else sign) * width.denominator
    terms = (
        lead * origin.denominator * per,
        lead * (origin.denominator * start - origin.numerator * shared),
        0,
        sign * width.numerator * shared * origin.denominator,
    )
    steps = floor_of(*_over(terms, figure))
    return times(whole(-1), steps) if count.up else steps


def _whole_scale(scale: Scale) -> tuple[int, int, int]:
    """The scale in whole numbers: what to divide by, the factor and the offset."""
    shared = lcm(scale.factor.denominator, scale.offset.denominator)
    return shared, int(scale.factor * shared), int(scale.offset * shared)


def _inside(interval: Interval) -> Fraction:
    """A number of the interval."""
    low, high = interval.low, interval.high
    if low is None:
        return Fraction(0) if high is None else high.at - 1
    return low.at + 1 if high is None else (low.at + high.at) / 2
