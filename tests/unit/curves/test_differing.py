"""Where two curves differ, on small curves whose crossings are known."""

from fractions import Fraction

import pytest

from indicator_dsl.curves import (
    Count,
    Curve,
    Interval,
    Map,
    Piece,
    Sense,
    at_most,
    curve_of,
    differences,
    everything,
    just_after,
    just_before,
    more_than,
    number_within,
)


def piece(value: Map) -> Piece:
    return Piece.of(value, clause="by", reason="line")


def beyond(start: int, value: Map, end: int | None = None) -> Curve:
    """A value from `start` (itself left out) to `end` (included), nothing elsewhere."""
    nothing = piece(Map.constant(0))
    last = () if end is None else ((just_after(end), nothing),)
    return curve_of(nothing, (just_after(start), piece(value)), *last)


def told(first: Curve, second: Curve) -> list[tuple[str, Sense, bool]]:
    return [(str(d.interval), d.sense, d.is_everywhere) for d in differences(first, second)]


LINE = Map.linear(1, 0)


def test_a_crossing_at_a_rational_number() -> None:
    # x against 4/x: alike at 2.
    assert told(beyond(0, LINE), beyond(0, Map.inverse(4))) == [
        ("(0, 2)", Sense.MORE, True),
        ("(2, ∞)", Sense.LESS, True),
    ]


def test_a_crossing_at_an_irrational_number() -> None:
    # x against 2/x: alike at √2, which no actual is.
    assert told(beyond(0, LINE), beyond(0, Map.inverse(2))) == [("(0, ∞)", Sense.MIXED, True)]
    assert told(beyond(0, LINE, 1), beyond(0, Map.inverse(2), 1)) == [("(0, 1]", Sense.MORE, True)]
    assert told(beyond(2, LINE), beyond(2, Map.inverse(2))) == [("(2, ∞)", Sense.LESS, True)]
    assert told(beyond(1, LINE, 2), beyond(1, Map.inverse(2), 2)) == [("(1, 2]", Sense.MIXED, True)]


def test_two_irrational_crossings() -> None:
    # x against (3x − 1)/x: x² − 3x + 1 = 0 at 0.38 and 2.62.
    new = Map(3, -1, 1, 0)
    assert told(beyond(0, LINE, 3), beyond(0, new, 3)) == [("(0, 3]", Sense.MIXED, True)]
    assert told(beyond(1, LINE, 2), beyond(1, new, 2)) == [("(1, 2]", Sense.MORE, True)]
    assert told(beyond(3, LINE), beyond(3, new)) == [("(3, ∞)", Sense.LESS, True)]


def test_a_crossing_where_the_pieces_begin() -> None:
    nothing = piece(Map.constant(0))
    first, second = (
        curve_of(nothing, (just_before(2), piece(value))) for value in (LINE, Map.inverse(4))
    )
    assert told(first, second) == [("(2, ∞)", Sense.LESS, True)]


def test_no_crossing_at_all() -> None:
    assert told(beyond(0, LINE), beyond(0, Map.inverse(-1))) == [("(0, ∞)", Sense.LESS, True)]


def test_steps_one_by_one() -> None:
    # 0, 1, 2 on three steps of 1 against 1: alike on the second.
    steps = Map.stepwise(0, 1, Count(0, 1, up=True))
    assert told(beyond(0, Map.constant(1), 3), beyond(0, steps, 3)) == [
        ("(1, 3]", Sense.MORE, True)
    ]
    down = Map.stepwise(0, 1, Count(3, -1, up=False))
    assert told(beyond(0, Map.constant(1), 3), beyond(0, down, 3)) == [
        ("(0, 1]", Sense.MORE, True),
        ("(2, 3]", Sense.LESS, True),
    ]


def test_any_number_of_the_same_steps() -> None:
    # 0, 1, 2 … against 500: alike on the step from 499 to 500 only.
    count = Count(0, 1, up=True)
    steps = Map.stepwise(0, 1, count)
    assert told(beyond(0, Map.constant(500)), beyond(0, steps)) == [
        ("(0, 499]", Sense.LESS, True),
        ("(500, ∞)", Sense.MORE, True),
    ]
    # u against 3u − 1: never alike on a whole step, and above from the first.
    assert told(beyond(0, steps), beyond(0, Map.stepwise(-1, 3, count))) == [
        ("(0, ∞)", Sense.MORE, True)
    ]
    # u against 3 − u: they cross between the first and the second step.
    assert told(beyond(0, steps), beyond(0, Map.stepwise(3, -1, count))) == [
        ("(0, 1]", Sense.MORE, True),
        ("(1, ∞)", Sense.LESS, True),
    ]


def test_steps_that_begin_elsewhere_but_step_together() -> None:
    # Counted from 0 and from 2: two apart everywhere. Counted from a half: told one by one.
    first, second, between = (
        Map.stepwise(0, 1, Count(origin, 1, up=True)) for origin in (0, 2, Fraction(1, 2))
    )
    assert told(beyond(0, first), beyond(0, second)) == [("(0, ∞)", Sense.LESS, True)]
    # 1 on (0, 1], 2 on (1, 2]; 0 up to ½, 1 up to 1½, 2 beyond.
    assert told(beyond(0, first, 2), beyond(0, between, 2)) == [
        ("(0, 1/2]", Sense.LESS, True),
        ("(1, 3/2]", Sense.LESS, True),
    ]


@pytest.mark.parametrize("end", [1000, None])
def test_more_steps_than_can_be_told(end: int | None) -> None:
    first, second = (
        beyond(0, Map.stepwise(0, 1, Count(0, width, up=True)), end) for width in (1, 2)
    )
    (found,) = differences(first, second)
    assert (found.sense, found.is_everywhere) == (Sense.MIXED, False)


def test_neighbours_are_one() -> None:
    first = curve_of(piece(Map.constant(0)), (just_before(5), piece(Map.constant(1))))
    assert told(first, curve_of(piece(Map.constant(2)))) == [("(-∞, ∞)", Sense.MORE, True)]


def test_a_single_number() -> None:
    point = curve_of(
        piece(Map.constant(0)),
        (just_before(5), piece(Map.constant(1))),
        (just_after(5), piece(Map.constant(0))),
    )
    assert told(curve_of(piece(Map.constant(0))), point) == [("[5, 5]", Sense.MORE, True)]


@pytest.mark.parametrize(
    ("interval", "number"),
    [
        (everything(), 0),
        (more_than(5), 6),
        (at_most(5), 4),
        (Interval(just_before(5), just_after(6)), Fraction(11, 2)),
    ],
)
def test_a_number_within(interval: Interval, number: Fraction) -> None:
    assert number_within(interval) == number
    assert interval.contains(number)


def test_where_a_value_is_refused() -> None:
    plain = curve_of(piece(LINE))
    refusing = plain.refuse(at_most(0), "negative")
    assert told(plain, refusing) == [("(-∞, 0]", Sense.MIXED, True)]
    assert told(refusing, plain.refuse(at_most(0), "negative")) == []
