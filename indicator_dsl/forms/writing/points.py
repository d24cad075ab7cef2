"""A line's points as formulas: the piece of its curve, then rounding, each in a cell of its own."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import Final

from attrs import frozen

from indicator_dsl.curves import analyse
from indicator_dsl.forms.writing.branches import NOTHING, Branch, branches_of, nested
from indicator_dsl.forms.writing.held import Held, decimals_of
from indicator_dsl.forms.writing.sheet import Formula, SheetCell, address
from indicator_dsl.forms.writing.sources import Digits, Source
from indicator_dsl.forms.writing.wholes import BeyondExact, Whole, cell, half_up_text, whole
from indicator_dsl.model import Bound, Measured, Range
from indicator_dsl.quantities import CalendarDay

_LARGEST: Final = 12  # digits before the point that a cell may have
_DECIMALS: Final = 4
_DECIMALS_OF_A_SHARE: Final = 6


@frozen(kw_only=True)
class Points:
    """The cells 分子, 分母 and 得分 of a line, and what the sheet's sums may take from them.

    `top` and `bottom` are the exact points as a quotient of two cells; `most` is the furthest from
    zero that they can lie.
    """

    source: Source
    cells: tuple[SheetCell, SheetCell, SheetCell]
    top: Whole
    bottom: Whole
    most: Fraction


def points_of(source: Source, row: int, places: int, *, blank_earns_zero: bool) -> Points:
    """The cells of a line's points.

    Raises:
        BeyondExact: when a number on the way can pass what a spreadsheet holds exactly.
        FormulaTooLong: when a formula does not fit into a cell.
        RefusedEverywhere: when the curve names no points at all.
    """
    branches = branches_of(source.curve, source.scale, source.figure)
    named = [branch for branch in branches if branch.above is not None]
    low, high = _span(source)
    top_at, bottom_at = address("top", row), address("bottom", row)
    top = cell(top_at, max(branch.above.most for branch in named if branch.above is not None))
    constants = {branch.below.constant for branch in named}
    only = next(iter(constants)) if len(constants) == 1 else None
    bottom = (
        whole(only)
        if only is not None
        else cell(bottom_at, max(branch.below.most for branch in named))
    )
    rounded = half_up_text(top, bottom, places, may_be_negative=low < 0)
    value, above = address("value", row), address("above", row)

    def guarded(formula: str, blank: str) -> SheetCell:
        known = f"IF({above}={NOTHING},{NOTHING},{formula})"
        if blank_earns_zero:
            known = f"IF({value}={NOTHING},{blank},{known})"
        return SheetCell(value=Formula(known))

    def above_of(branch: Branch) -> Whole | None:
        return branch.above

    def below_of(branch: Branch) -> Whole | None:
        return branch.below

    cells = (
        guarded(nested(branches, above_of), "0"),
        SheetCell(value=Fraction(only))
        if only is not None
        else guarded(nested(branches, below_of), "1"),
        SheetCell(
            value=Formula(f"IF({top_at}={NOTHING},{NOTHING},{rounded})"),
            number_format=points_format(places),
        ),
    )
    return Points(
        source=source,
        cells=cells,
        top=top,
        bottom=bottom,
        most=max(abs(low), abs(high)),
    )


def _span(source: Source) -> tuple[Fraction, Fraction]:
    """The least and the greatest points of a line."""
    if source.most is not None:
        return Fraction(0), source.most
    span = analyse(source.curve)
    if span.low is None or span.high is None:
        raise BeyondExact
    return span.low, span.high


def points_format(places: int) -> str:
    """How points are shown.

    Example:
        >>> points_format(2), points_format(0)
        ('0.00', '0')
    """
    return f"0.{'0' * places}" if places else "0"


def first_fitting(sizes: Sequence[Digits], attempt: Callable[[Digits], Points]) -> Points:
    """The points with the widest range of figures that is still exact.

    Raises:
        BeyondExact: when none is.
    """
    for digits in sizes:
        try:
            return attempt(digits)
        except BeyondExact:
            continue
    raise BeyondExact


def sizes_for(numbers: Sequence[Fraction], *, is_share: bool) -> tuple[Digits, ...]:
    """How large figures may be and how many decimals may count, the widest first.

    Args:
        numbers: What must find room: the figure as it is, and the targets.
        is_share: Whether they are shares, which need more decimals.

    Example:
        >>> sizes_for([Fraction("1523.36")], is_share=False)[-1]
        Digits(most=3048, decimals=2)
    """
    return tuple(_sizes(numbers, _DECIMALS_OF_A_SHARE if is_share else _DECIMALS))


def _sizes(numbers: Sequence[Fraction], usual: int) -> Iterator[Digits]:
    needed = max((decimals_of(number) for number in numbers), default=0)
    least = max((ceil(abs(number)) for number in numbers), default=1) or 1
    for decimals in dict.fromkeys((max(needed, usual), needed)):
        for size in range(_LARGEST, len(str(least)), -1):
            yield Digits(10**size, decimals)
    yield Digits(2 * least, needed)


def numbers_on(measure: Measured, held: Held) -> list[Fraction]:
    """The figure a cell holds and the ends of its target, in the numbers of that cell."""
    target = measure.target
    ends: list[Fraction] = []
    if isinstance(target, Range):
        ends = [target.low.magnitude, target.high.magnitude]
    elif isinstance(target, Bound) and not isinstance(target.value, CalendarDay):
        ends = [target.value.magnitude]
    numbers = [held.scale.number_of(end) for end in ends]
    return numbers if held.number is None else [*numbers, held.number]
