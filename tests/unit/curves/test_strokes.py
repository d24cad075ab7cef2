from fractions import Fraction

from indicator_dsl.curves import (
    Count,
    Curve,
    End,
    Map,
    Piece,
    Refusal,
    Stroke,
    curve_of,
    just_after,
    just_before,
    strokes_of,
)

ZERO, FULL = (Piece.of(Map.constant(n), clause="by", reason="r") for n in (0, 20))


def told(strokes: tuple[Stroke, ...]) -> list[str]:
    signs = {End.CLOSED: "[]", End.OPEN: "()", End.EDGE: "||"}
    return [
        signs[stroke.start][0]
        + " ".join(f"{point.x}:{point.y}" for point in stroke.points)
        + signs[stroke.end][1]
        for stroke in strokes
    ]


def line(curve: Curve, low: int, high: int, samples: int = 64) -> list[str]:
    return told(strokes_of(curve, Fraction(low), Fraction(high), samples=samples))


def test_pieces_that_meet_are_one_stroke() -> None:
    rising = Piece.of(Map.linear(Fraction(1, 5), 0), clause="by", reason="r")
    curve = curve_of(ZERO, (just_before(0), rising), (just_before(100), FULL))
    assert ["|-50:0 0:0 100:20 200:20|"] == line(curve, -50, 200)


def test_a_jump_has_an_open_and_a_closed_end() -> None:
    assert ["|90:0 95:0)", "[95:20 99:20|"] == line(curve_of(ZERO, (just_before(95), FULL)), 90, 99)
    assert ["|90:0 95:0]", "(95:20 99:20|"] == line(curve_of(ZERO, (just_after(95), FULL)), 90, 99)


def test_a_single_point_stands_alone() -> None:
    only = curve_of(ZERO, (just_before(12), FULL), (just_after(12), ZERO))
    assert ["|10:0 12:0)", "[12:20]", "(12:0 14:0|"] == line(only, 10, 14)
    assert ["|12:20]", "(12:0 14:0|"] == line(only, 12, 14)


def test_nothing_is_drawn_where_a_value_is_refused() -> None:
    curve = curve_of(ZERO, (just_before(0), Refusal("x")), (just_after(1), ZERO))
    assert ["|-1:0 0:0)", "(1:0 2:0|"] == line(curve, -1, 2)
    assert [] == line(curve_of(Refusal("x")), 0, 1)


def test_steps_each_have_their_level() -> None:
    late = Map.stepwise(10, -1, Count(0, 1, up=True))
    curve = curve_of(Piece.of(late, clause="by", reason="r"))
    assert ["|0:10]", "(0:9 1:9]", "(1:8 2:8|"] == line(curve, 0, 2)
    short = Map.stepwise(10, -1, Count(5, -1, up=False))
    curve = curve_of(Piece.of(short, clause="by", reason="r"))
    assert ["|3:8]", "(3:9 4:9]", "(4:10 5:10|"] == line(curve, 3, 5)


def test_very_many_steps_are_drawn_as_a_line() -> None:
    late = Map.stepwise(100, -1, Count(0, 1, up=False))
    curve = curve_of(Piece.of(late, clause="by", reason="r"))
    assert ["|0:100 50:50 100:0|"] == line(curve, 0, 100, samples=2)


def test_more_steps_than_a_machine_counts_in_one_word() -> None:
    tiny = Map.stepwise(1, Fraction(-1, 10**30), Count(0, Fraction(1, 10**30), up=False))
    curve = curve_of(Piece.of(tiny, clause="by", reason="r"))
    assert ["|0:1 1:0|"] == line(curve, 0, 1, samples=1)


def test_a_bent_piece_is_sampled_and_stops_before_its_pole() -> None:
    inverse = Piece.of(Map.inverse(80), clause="by", reason="r")
    curve = curve_of(ZERO, (just_after(0), inverse), (just_after(80), ZERO))
    assert ["|0:0]", "|40:2 80:1]", "(80:0 90:0|"] == line(curve, 0, 90, samples=2)
    below = curve_of(inverse, (just_before(0), ZERO))
    assert ["|-80:-1 -40:-2|", "[0:0 10:0|"] == line(below, -80, 10, samples=2)
