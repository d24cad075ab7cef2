"""Choices with no more cases than they need: what is chosen on each row stays the same."""

from collections.abc import Iterable
from typing import TypeVar

from indicator_dsl.frames.terms import (
    Compared,
    Condition,
    Number,
    Pick,
    Some,
    Whole,
    Words,
)

T = TypeVar("T")


def picked(cases: Iterable[tuple[Condition, Whole]], otherwise: Whole) -> Whole:
    """The number beside the first condition that holds, plain where there is no choice.

    Example:
        >>> picked([(Compared("<", Number(0), Number(1)), Number(1))], Number(1))
        Number(value=1)
    """
    kept = _fewest(cases, otherwise)
    return Pick(kept, otherwise) if kept else otherwise


def worded(cases: Iterable[tuple[Condition, str | None]], otherwise: str | None) -> Words:
    """The words beside the first condition that holds.

    Example:
        >>> x = Number(7)
        >>> at_most = [Compared("<=", x, Number(n)) for n in (4, 5, 6)]
        >>> worded(zip(at_most, ["met", "met", "overrun"]), "overrun") == Words(
        ...     ((at_most[1], "met"),), "overrun"
        ... )
        True
    """
    return Words(_fewest(cases, otherwise), otherwise)


def _fewest(cases: Iterable[tuple[Condition, T]], otherwise: T) -> tuple[tuple[Condition, T], ...]:
    """Neighbours with the same value as one case; none at the end that says what follows anyway."""
    kept: list[tuple[Condition, T]] = []
    for where, value in cases:
        if kept and kept[-1][1] == value:
            kept[-1] = (_either(kept[-1][0], where), value)
        else:
            kept.append((where, value))
    if kept and kept[-1][1] == otherwise:
        kept.pop()
    return tuple(kept)


def _either(one: Condition, other: Condition) -> Condition:
    """Where one or the other holds; the other alone where it holds whenever the one does."""
    match one, other:
        case Compared("<", left, right), Compared("<=", left_too, right_too) if (left, right) == (
            left_too,
            right_too,
        ):
            return other
        case (
            Compared("<" | "<=" as sign, left, Number(bound)),
            Compared("<" | "<=" as sign_too, left_too, Number(bound_too)),
        ) if left == left_too and _last(sign, bound) <= _last(sign_too, bound_too):
            return other
        case _:
            return Some((one, other))


def _last(sign: str, bound: int) -> int:
    """The largest whole number that satisfies `x sign bound`."""
    return bound - 1 if sign == "<" else bound
