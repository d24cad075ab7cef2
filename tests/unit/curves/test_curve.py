"""Curves: form, evaluation, and the operations on hand-worked examples."""

import pickle
from fractions import Fraction

import pytest

from indicator_dsl.curves import (
    Bound,
    Count,
    Curve,
    Cut,
    CutsOutOfOrder,
    LimitsCrossed,
    Map,
    Piece,
    PieceCountMismatch,
    PoleInside,
    Refusal,
    Refused,
    at_least,
    at_most,
    between,
    curve_of,
    everything,
    just_after,
    just_before,
    less_than,
    more_than,
)

MISSED = Piece.of(Map.constant(0), clause="by", reason="missed")
MET = Piece.of(Map.constant(1), clause="by", reason="met")
RATIO = Piece.of(Map.linear(Fraction(1, 100), 0), clause="by", reason="shortfall")
INVERSE = Piece.of(Map.inverse(100), clause="by", reason="overrun")
UNKNOWN = Refusal("unknown")

# At least 100, by ratio: nothing below zero, x/100 up to 100, then 1.
RATIO_TO_100 = curve_of(MISSED, (just_before(0), RATIO), (just_before(100), MET))
# At most 100, by inverse: 1 up to 100, then 100/x.
INVERSE_FROM_100 = curve_of(MET, (just_after(100), INVERSE))


def spans(curve: Curve) -> list[tuple[str, str]]:
    return [(str(interval), piece.reason) for interval, piece in curve.intervals()]


def stages(curve: Curve, x: Fraction | int) -> list[tuple[str, str, Fraction]]:
    return [(stage.clause, stage.reason, value) for stage, value in curve.steps_at(x)]


def test_each_number_has_the_piece_it_lies_on() -> None:
    expected = [MISSED, RATIO, RATIO, MET]
    assert expected == [RATIO_TO_100.piece_at(Fraction(x)) for x in ("-0.001", "0", "99.9", "100")]
    assert [MET, INVERSE] == [INVERSE_FROM_100.piece_at(x) for x in (100, Fraction("100.001"))]


def test_cuts_with_unlike_denominators_are_told_apart() -> None:
    curve = curve_of(
        MISSED,
        (just_before(Fraction(1, 3)), RATIO),
        (just_after(Fraction(1, 3)), MET),
        (just_after(Fraction(5, 7)), UNKNOWN),
    )
    points = (Fraction(333, 1000), Fraction(1, 3), Fraction(334, 1000), Fraction(5, 7), 1)
    assert [MISSED, RATIO, MET, MET, UNKNOWN] == [curve.piece_at(x) for x in points]


def test_a_value_is_exact() -> None:
    assert Fraction(4, 5) == RATIO_TO_100.at(80)
    assert Fraction(300, 301) == INVERSE_FROM_100.at(Fraction(301, 3))


def test_where_a_curve_refuses_it_says_why_and_where() -> None:
    curve = RATIO_TO_100.refuse(less_than(0), "negative")
    for ask in (curve.at, curve.steps_at):
        with pytest.raises(Refused) as caught:
            ask(Fraction(-1, 2))
        assert ("negative", Fraction(-1, 2)) == (caught.value.reason, caught.value.x)
        assert "no value at -1/2: negative" == str(caught.value)
    assert 0 == curve.at(0)


def test_equal_neighbours_are_one() -> None:
    curve = curve_of(
        MISSED, (just_before(0), RATIO), (just_before(50), RATIO), (just_after(70), MET)
    )
    assert curve_of(MISSED, (just_before(0), RATIO), (just_after(70), MET)) == curve
    assert (just_before(0), just_after(70)) == curve.cuts
    assert (MISSED, RATIO, MET) == curve.pieces


def test_cuts_and_pieces_must_fit() -> None:
    with pytest.raises(PieceCountMismatch) as caught:
        Curve((just_before(0),), (MISSED,))
    assert (1, 1) == (caught.value.cuts, caught.value.pieces)
    assert "1 cuts need 2 pieces between them, not 1" == str(caught.value)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (just_before(1), just_before(0)),
        (just_before(0), just_before(0)),
        (just_after(0), just_before(0)),
    ],
)
def test_cuts_must_ascend(first: Cut, second: Cut) -> None:
    with pytest.raises(CutsOutOfOrder, match="must ascend") as caught:
        curve_of(MISSED, (first, RATIO), (second, MET))
    assert (first, second) == (caught.value.first, caught.value.second)


def test_no_piece_may_hold_its_pole() -> None:
    with pytest.raises(PoleInside) as caught:
        curve_of(MISSED, (just_before(0), INVERSE))
    assert (Map.inverse(100), at_least(0)) == (caught.value.value, caught.value.interval)
    assert "on [0, ∞)" in str(caught.value)
    assert Fraction(50) == curve_of(MISSED, (just_after(0), INVERSE)).at(2)


def test_the_pole_of_an_earlier_stage_counts_too() -> None:
    hidden = INVERSE.then(Map.constant(1), clause="cap", reason="capped")
    with pytest.raises(PoleInside):
        curve_of(hidden)


def test_override_replaces_values_and_refusals() -> None:
    curve = RATIO_TO_100.refuse(less_than(0), "negative").override(
        less_than(60), Map.constant(0), clause="zero", reason="too low"
    )
    assert [
        ("(-∞, 0)", "too low"),
        ("[0, 60)", "too low"),
        ("[60, 100)", "shortfall"),
        ("[100, ∞)", "met"),
    ] == spans(curve)
    assert [("zero", "too low", Fraction(0))] == stages(curve, -5)
    assert [
        ("by", "shortfall", Fraction(59, 100)),
        ("zero", "too low", Fraction(0)),
    ] == stages(curve, 59)


def test_override_splits_a_piece_at_both_ends() -> None:
    curve = curve_of(RATIO).override(between(1, 2), Map.constant(9), clause="c", reason="r")
    assert [("(-∞, 1)", "shortfall"), ("[1, 2]", "r"), ("(2, ∞)", "shortfall")] == spans(curve)


def test_override_may_not_bring_a_pole() -> None:
    with pytest.raises(PoleInside):
        RATIO_TO_100.override(between(-1, 1), Map.inverse(1), clause="c", reason="r")


def test_an_operation_on_an_empty_interval_changes_nothing() -> None:
    nowhere = between(2, 1)
    assert RATIO_TO_100 == RATIO_TO_100.refuse(nowhere, "unknown")
    assert RATIO_TO_100 == RATIO_TO_100.shift(3, on=nowhere, clause="c", reason="r")


def test_clip_splits_where_the_value_crosses_and_only_there_leaves_a_stage() -> None:
    curve = curve_of(Piece.of(Map.linear(-2, 10), clause="by", reason="line"))
    clipped = curve.clip(low=0, high=8, clause="limits", low_reason="floor", high_reason="cap")
    # 10 - 2x > 8 below 1, < 0 above 5.
    assert [("(-∞, 1)", "cap"), ("[1, 5]", "line"), ("(5, ∞)", "floor")] == spans(clipped)
    assert [("by", "line", Fraction(8))] == stages(clipped, 1)
    assert [("by", "line", Fraction(-2)), ("limits", "floor", Fraction(0))] == stages(clipped, 6)
    assert [("by", "line", Fraction(10)), ("limits", "cap", Fraction(8))] == stages(clipped, 0)


def test_clip_may_have_one_limit_or_none() -> None:
    line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
    assert [("(-∞, 0)", "low"), ("[0, ∞)", "line")] == spans(line.clip(low=0, clause="c"))
    assert [("(-∞, 0]", "line"), ("(0, ∞)", "high")] == spans(line.clip(high=0, clause="c"))
    assert line == line.clip(clause="c")


def test_clip_to_one_value_leaves_that_value() -> None:
    line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
    clipped = line.clip(low=3, high=3, clause="c")
    assert [("(-∞, 3)", "low"), ("[3, 3]", "line"), ("(3, ∞)", "high")] == spans(clipped)


def test_clip_splits_steps_between_steps() -> None:
    count = Count(0, 5, up=True)
    steps = curve_of(Piece.of(Map.stepwise(10, -3, count), clause="by", reason="late"))
    # 10 - 3n < 0 from the fourth begun step on, that is beyond 15; > 10 below no step, at -5.
    clipped = steps.clip(low=0, high=10, clause="c", low_reason="floor", high_reason="cap")
    assert [("(-∞, -5]", "cap"), ("(-5, 15]", "late"), ("(15, ∞)", "floor")] == spans(clipped)


def test_clip_limits_may_not_cross_and_refusals_stay() -> None:
    with pytest.raises(LimitsCrossed) as caught:
        RATIO_TO_100.clip(low=2, high=1, clause="c")
    assert (2, 1) == (caught.value.low, caught.value.high)
    assert "the low limit 2 lies above the high limit 1" == str(caught.value)
    refused = curve_of(UNKNOWN)
    assert refused == refused.clip(low=0, high=1, clause="c")


def test_shift_and_scale_change_values_on_their_interval_and_no_refusal() -> None:
    curve = RATIO_TO_100.refuse(less_than(0), "negative")
    worth = curve.scale(20, clause="weight", reason="weighted")
    assert [Fraction(0), Fraction(16), Fraction(20)] == [worth.at(x) for x in (0, 80, 100)]
    fined = worth.shift(-2, on=more_than(150), clause="over", reason="overrun")
    assert [Fraction(20), Fraction(18)] == [fined.at(x) for x in (150, 151)]
    assert [
        ("by", "met", Fraction(1)),
        ("weight", "weighted", Fraction(20)),
        ("over", "overrun", Fraction(18)),
    ] == stages(fined, 151)
    assert Refusal("negative") == fined.piece_at(-1)
    assert Refusal("negative") == worth.shift(1, on=everything(), clause="c", reason="r").piece_at(
        -1
    )
    halved = worth.scale(Fraction(1, 2), on=at_most(50), clause="half", reason="halved")
    assert [Fraction(5), Fraction(12)] == [halved.at(x) for x in (50, 60)]


def test_refuse_covers_what_was_there() -> None:
    curve = RATIO_TO_100.refuse(between(0, 100), "unknown")
    assert [("(-∞, 0)", "missed"), ("[0, 100]", "unknown"), ("(100, ∞)", "met")] == spans(curve)
    assert not curve.is_refused_everywhere
    assert curve.refuse(everything(), "all").is_refused_everywhere


def test_a_full_stack_of_guards_keeps_every_step() -> None:
    # 20 points by ratio to 100, continued to 120 %, beyond 150 % two points less, zero below 60 %.
    raw = Piece.of(Map.linear(Fraction(1, 5), 0), clause="ratio", reason="in proportion")
    curve = (
        curve_of(raw)
        .clip(high=24, clause="cap", high_reason="capped")
        .shift(-2, on=more_than(150), clause="over", reason="overrun")
        .clip(low=0, clause="floor", low_reason="nothing left")
        .override(less_than(60), Map.constant(0), clause="zero", reason="too low")
    )
    assert [
        ("ratio", "in proportion", Fraction(32)),
        ("cap", "capped", Fraction(24)),
        ("over", "overrun", Fraction(22)),
    ] == stages(curve, 160)
    assert [
        ("ratio", "in proportion", Fraction(-1)),
        ("floor", "nothing left", Fraction(0)),
        ("zero", "too low", Fraction(0)),
    ] == stages(curve, -5)
    assert [("ratio", "in proportion", Fraction(12))] == stages(curve, 60)
    assert [Fraction(24), Fraction(24), Fraction(22)] == [curve.at(x) for x in (120, 150, 151)]
    # 17.995 points are rounded to 18, and 17.995 · 5 = 89.975 = 3599/40.
    assert ["[3599/40, ∞)"] == [str(part) for part in curve.earning(18, 2)]


def test_a_curve_survives_pickling_and_can_be_a_key() -> None:
    curve = RATIO_TO_100.refuse(less_than(0), "negative")
    again = pickle.loads(pickle.dumps(curve))  # noqa: S301 - our own bytes
    assert curve == again
    assert 1 == len({curve, again})
    assert Fraction(4, 5) == again.at(80)


def test_where_joins_what_meets_and_leaves_out_refusals() -> None:
    curve = RATIO_TO_100.refuse(between(40, 50), "unknown")
    assert ["(-∞, 40)", "(50, ∞)"] == [str(part) for part in curve.where(None, None)]
    assert ["[30, 40)", "(50, 80)"] == [
        str(part)
        for part in curve.where(Bound(Fraction(3, 10)), Bound(Fraction(4, 5), included=False))
    ]
    assert ["(-∞, 0]"] == [str(part) for part in curve.where(None, Bound(0))]
    assert () == curve.where(Bound(2), None)
    assert () == curve.where(Bound(1), Bound(0))
