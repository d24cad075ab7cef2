"""A curve built by any clauses says at every point what those clauses say there one by one."""

import math
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen
from hypothesis import given, strategies as st

from indicator_dsl.curves import (
    Count,
    Curve,
    Cut,
    Interval,
    Map,
    Piece,
    Refusal,
    curve_of,
)

TINY = Fraction(1, 10**9)

# What the clauses make of one number, kept the slow way: each reason with its value, or a refusal.
Said: TypeAlias = tuple[tuple[str, Fraction], ...] | str


@frozen
class Formula:
    """A map, and the same thing as plain arithmetic; None at a pole."""

    value: Map
    plain: Callable[[Fraction], Fraction | None]


@frozen
class Span:
    """A range of numbers, told by its ends and whether they belong to it."""

    low: Fraction | None
    low_included: bool
    high: Fraction | None
    high_included: bool

    def holds(self, x: Fraction) -> bool:
        reaches_low = self.low is None or x > self.low or (x == self.low and self.low_included)
        reaches_high = self.high is None or x < self.high or (x == self.high and self.high_included)
        return reaches_low and reaches_high

    @property
    def interval(self) -> Interval:
        return Interval(
            None if self.low is None else Cut(self.low, not self.low_included),
            None if self.high is None else Cut(self.high, self.high_included),
        )


@frozen
class Clause:
    """One operation on a curve, and what it makes of one number."""

    apply: Callable[[Curve], Curve]
    say: Callable[[Fraction, Said], Said]
    borders: tuple[Fraction, ...] = ()


numbers = st.one_of(
    st.integers(-12, 12).map(Fraction),
    st.builds(Fraction, st.integers(-40, 40), st.integers(1, 7)),
    st.sampled_from(
        [Fraction("0.005"), Fraction("99.995"), Fraction(10**12), Fraction(-1, 10**12)]
    ),
)
non_zero = numbers.filter(bool)
spans = st.builds(Span, st.none() | numbers, st.booleans(), st.none() | numbers, st.booleans())


def counted(x: Fraction, origin: Fraction, width: Fraction, *, up: bool) -> int:
    return (math.ceil if up else math.floor)((x - origin) / width)


@st.composite
def formulas(draw: st.DrawFn) -> Formula:
    a, b = draw(numbers), draw(numbers)
    shape = draw(st.sampled_from(["constant", "line", "inverse", "steps", "hyperbola"]))
    if shape == "constant":
        return Formula(Map.constant(a), lambda _: a)
    if shape == "line":
        return Formula(Map.linear(a, b), lambda x: a * x + b)
    if shape == "inverse":
        return Formula(Map.inverse(a), lambda x: a / x if x else None)
    if shape == "steps":
        origin, width, up = draw(numbers), draw(non_zero), draw(st.booleans())
        steps = Map.stepwise(a, b, Count(origin, width, up))
        return Formula(steps, lambda x: a + b * counted(x, origin, width, up=up))
    p, q, s = (draw(st.integers(-9, 9)) for _ in range(3))
    return Formula(Map(p, q, 2, s), lambda x: (p * x + q) / (2 * x + s) if 2 * x + s else None)


def fitting(formula: Formula, on: Interval) -> Formula:
    """The formula, or zero where it would have its pole."""
    if formula.value.has_pole_on(on):
        return Formula(Map.constant(0), lambda _: Fraction(0))
    return formula


def valued(formula: Formula, x: Fraction) -> Fraction:
    value = formula.plain(x)
    assert value is not None
    return value


@st.composite
def overrides(draw: st.DrawFn) -> Clause:
    span, drawn = draw(spans), draw(formulas())
    formula = fitting(drawn, span.interval)

    def say(x: Fraction, said: Said) -> Said:
        if not span.holds(x):
            return said
        return (*(said if isinstance(said, tuple) else ()), ("override", valued(formula, x)))

    return Clause(
        lambda curve: curve.override(span.interval, formula.value, clause="c", reason="override"),
        say,
    )


@st.composite
def clips(draw: st.DrawFn) -> Clause:
    low, high = sorted((draw(numbers), draw(numbers)))
    floor = draw(st.sampled_from([low, None]))
    ceiling = draw(st.sampled_from([high, None]))

    def say(_: Fraction, said: Said) -> Said:
        if isinstance(said, str):
            return said
        if floor is not None and said[-1][1] < floor:
            return (*said, ("floor", floor))
        if ceiling is not None and said[-1][1] > ceiling:
            return (*said, ("ceiling", ceiling))
        return said

    return Clause(
        lambda curve: curve.clip(
            low=floor, high=ceiling, clause="c", low_reason="floor", high_reason="ceiling"
        ),
        say,
    )


@st.composite
def shifts(draw: st.DrawFn) -> Clause:
    span, by = draw(spans), draw(numbers)

    def say(x: Fraction, said: Said) -> Said:
        if isinstance(said, str) or not span.holds(x):
            return said
        return (*said, ("shift", said[-1][1] + by))

    return Clause(lambda curve: curve.shift(by, on=span.interval, clause="c", reason="shift"), say)


@st.composite
def scales(draw: st.DrawFn) -> Clause:
    span, by = draw(st.none() | spans), draw(numbers)

    def say(x: Fraction, said: Said) -> Said:
        if isinstance(said, str) or not (span is None or span.holds(x)):
            return said
        return (*said, ("scale", said[-1][1] * by))

    on = None if span is None else span.interval
    return Clause(lambda curve: curve.scale(by, on=on, clause="c", reason="scale"), say)


@st.composite
def refusals(draw: st.DrawFn) -> Clause:
    span = draw(spans)
    return Clause(
        lambda curve: curve.refuse(span.interval, "refused"),
        lambda x, said: "refused" if span.holds(x) else said,
    )


clauses = st.lists(st.one_of(overrides(), clips(), shifts(), scales(), refusals()), max_size=6)


@st.composite
def stories(draw: st.DrawFn) -> tuple[Curve, Callable[[Fraction], Said]]:
    """A curve, and what its clauses say at any number when asked one after the other."""
    start, told = draw(numbers), draw(clauses)
    curve = curve_of(Piece.of(Map.constant(start), clause="c", reason="start"))
    for clause in told:
        curve = clause.apply(curve)

    def say(x: Fraction) -> Said:
        said: Said = (("start", start),)
        for clause in told:
            said = clause.say(x, said)
        return said

    return curve, say


def probes(curve: Curve) -> list[Fraction]:
    """Every cut of the curve, and a tiny step to each side of it."""
    return [cut.at + side for cut in curve.cuts for side in (-TINY, Fraction(0), TINY)]


def answer(curve: Curve, x: Fraction) -> Said:
    piece = curve.piece_at(x)
    if isinstance(piece, Refusal):
        return piece.reason
    steps = curve.steps_at(x)
    assert steps[-1][1] == curve.at(x)
    return tuple((stage.reason, value) for stage, value in steps)


@given(stories(), st.lists(numbers, max_size=8))
def test_a_curve_says_what_its_clauses_say(
    story: tuple[Curve, Callable[[Fraction], Said]], points: list[Fraction]
) -> None:
    curve, say = story
    for x in (*points, *probes(curve)):
        assert say(x) == answer(curve, x), f"at {x}"


@given(stories())
def test_a_curve_has_its_normal_form(story: tuple[Curve, Callable[[Fraction], Said]]) -> None:
    curve, _ = story
    assert all(first < second for first, second in pairwise(curve.cuts))
    assert all(first != second for first, second in pairwise(curve.pieces))
    assert Curve(curve.cuts, curve.pieces) == curve


@given(stories(), st.lists(numbers, max_size=6))
def test_each_number_lies_on_exactly_one_interval(
    story: tuple[Curve, Callable[[Fraction], Said]], points: list[Fraction]
) -> None:
    curve, _ = story
    for x in (*points, *probes(curve)):
        held = [piece for interval, piece in curve.intervals() if interval.contains(x)]
        assert [curve.piece_at(x)] == held


@given(stories(), st.sets(st.builds(Cut, numbers, st.booleans()), max_size=6))
def test_a_cut_between_equal_pieces_makes_no_difference(
    story: tuple[Curve, Callable[[Fraction], Said]], more: set[Cut]
) -> None:
    curve, _ = story
    cuts = tuple(sorted({*curve.cuts, *more}))
    parts = [Interval(*ends) for ends in pairwise((None, *cuts, None))]
    pieces = tuple(
        next(
            piece
            for interval, piece in curve.intervals()
            if not interval.intersection(part).is_empty
        )
        for part in parts
    )
    assert curve == Curve(cuts, pieces)
