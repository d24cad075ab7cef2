"""Bars as stretches between exact ends, before any layout. Adds up nothing and scores nothing."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

from indicator_dsl.explanation import CardExplanation, Fall
from indicator_dsl.wording import Text, same

BarKind: TypeAlias = Literal["kept", "lost", "gained", "open", "rest"]


@frozen
class Stretch:
    """A part of a bar: what it stands for, and from where to where, in points."""

    kind: BarKind
    start: Fraction
    end: Fraction


@frozen(kw_only=True)
class Earned:
    """What a section or a line earned of its weight; `depth` counts the headings above it.

    `low` and `high` are equal once it is known. `is_line` tells a line from a heading.
    """

    name: Text
    depth: int
    weight: Fraction
    low: Fraction
    high: Fraction
    is_line: bool


def earned_of(told: CardExplanation) -> Iterator[Earned]:
    """Every heading and every line that counts, in sheet order."""
    subtotals = {subtotal.path: subtotal for subtotal in told.subtotals}
    standing: tuple[str, ...] = ()
    for explained in told.lines:
        line, path = explained.line, explained.line.indicator.section
        for depth in range(1, len(path) + 1):
            if standing[:depth] != path[:depth]:
                subtotal = subtotals[path[:depth]]
                yield Earned(
                    name=same(path[depth - 1]),
                    depth=depth - 1,
                    weight=subtotal.weight,
                    low=subtotal.low,
                    high=subtotal.high,
                    is_line=False,
                )
        standing = path
        if not line.is_dropped:
            yield Earned(
                name=same(line.indicator.name),
                depth=len(path),
                weight=line.indicator.weight,
                low=line.low,
                high=line.high,
                is_line=True,
            )


def earned_bar(earned: Earned) -> tuple[Stretch, ...]:
    """Kept, still open, and the rest up to the weight, in shares of the weight.

    Example:
        >>> half = Earned(
        ...     name=same("甲"),
        ...     depth=0,
        ...     weight=Fraction(4),
        ...     low=Fraction(2),
        ...     high=Fraction(3),
        ...     is_line=True,
        ... )
        >>> [(part.kind, str(part.end)) for part in earned_bar(half)]
        [('kept', '1/2'), ('open', '3/4'), ('rest', '1')]
    """
    whole = Fraction(1)
    if earned.weight <= 0:  # a section whose points all went elsewhere
        return (Stretch("rest", Fraction(0), whole),)
    low, high = (
        min(max(points / earned.weight, Fraction(0)), whole) for points in (earned.low, earned.high)
    )
    parts = (
        Stretch("kept", Fraction(0), low),
        Stretch("open", low, high),
        Stretch("rest", high, whole),
    )
    return tuple(part for part in parts if part.start < part.end)


def reach_of(falls: Sequence[Fall]) -> tuple[Fraction, Fraction]:
    """The least and the most any step of the way stands at, nothing included."""
    ends = [end for fall in falls for end in (fall.after.low, fall.after.high)]
    return min(Fraction(0), *ends), max(Fraction(0), *ends)


def fall_bar(fall: Fall) -> tuple[Stretch, ...]:
    """What a step takes or adds, where it takes it; the first and the last stand on the ground.

    What is lost or gained in any case comes first; what is still open lies beyond it. A step that
    draws the bounds together shows where the sheet then can stand.
    """
    parts: tuple[Stretch, ...]
    if fall.kind in ("full", "total"):
        kept = Stretch("kept", *sorted((Fraction(0), fall.after.low)))
        parts = (kept, Stretch("open", fall.after.low, fall.after.high))
    elif fall.change.low > fall.change.high:
        parts = (Stretch("open", fall.after.low, fall.after.high),)
    else:
        low, high, top = fall.change.low, fall.change.high, fall.before.high
        parts = (
            Stretch("lost", top + min(high, Fraction(0)), top),
            Stretch("gained", top, top + max(low, Fraction(0))),
            Stretch("open", top + low, top + high),
        )
    return tuple(part for part in parts if part.start < part.end)
