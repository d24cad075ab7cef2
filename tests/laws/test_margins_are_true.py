"""One unit more or less is worth what the curve says there, up to the threshold that is named."""

from fractions import Fraction

from hypothesis import assume, given, strategies as st

from indicator_dsl.curves import Piece
from indicator_dsl.explanation import Side, sensitivity
from indicator_dsl.model import Measured
from tests import oracle
from tests.engine import actuals_of, ruleset_of
from tests.schemes import number, rule_text, schemed_rules, turning_points, with_neighbours
from tests.strategies import decimal_text

UNIT = "件"


@st.composite
def _placed(draw: st.DrawFn) -> tuple[oracle.Rule, Fraction]:
    rule = draw(schemed_rules())
    at = draw(st.sampled_from(with_neighbours(turning_points(rule))))
    assume(decimal_text(at) is not None)
    return rule, at


@given(_placed(), st.sampled_from(["up", "down"]), st.integers(1, 9))
def test_small_moves(placed: tuple[oracle.Rule, Fraction], way: str, tenths: int) -> None:
    rule, at = placed
    rules = ruleset_of(f"round 2 each\n{rule_text('线', rule, UNIT, [])}")
    told = sensitivity(rules, actuals_of({"线": f"{number(at)} {UNIT}"}))
    (margin,) = told.margins
    side = margin.up if way == "up" else margin.down
    assume(side is not None)
    assert side is not None
    measure = rules.indicators[0].measure
    assert isinstance(measure, Measured)
    here = measure.curve.at(at)
    sign = 1 if way == "up" else -1
    # A stretch on which nothing can happen: a part of the way to the next cut, or 1.
    ahead = [abs(cut.at - at) for cut in measure.curve.cuts if (cut.at - at) * sign > 0]
    piece = measure.curve.piece_at(at + sign * min(ahead, default=Fraction(1)) / 1000)
    assume(isinstance(piece, Piece) and piece.value.count is None)
    assert isinstance(piece, Piece)
    reach = min(ahead, default=Fraction(1)) * Fraction(tenths, 1000)
    gained = measure.curve.at(at + sign * reach) - here - side.jump
    assert side.per_unit is not None
    if piece.value.r == 0:
        assert gained == side.per_unit * reach
    elif side.per_unit:
        # A hyperbola: its slope changes slowly, and never its sign.
        assert gained / side.per_unit / reach > 0
        assert abs(gained / (side.per_unit * reach) - 1) < 1


@given(_placed(), st.sampled_from(["up", "down"]))
def test_the_next_threshold(placed: tuple[oracle.Rule, Fraction], way: str) -> None:
    rule, at = placed
    rules = ruleset_of(f"round 2 each\n{rule_text('线', rule, UNIT, [])}")
    (margin,) = sensitivity(rules, actuals_of({"线": f"{number(at)} {UNIT}"})).margins
    side = margin.up if way == "up" else margin.down
    measure = rules.indicators[0].measure
    assert isinstance(measure, Measured)
    for found in side.thresholds if isinstance(side, Side) else ():
        assume("≈" not in found.at.en)
        value = Fraction(found.at.en.removesuffix(f" {UNIT}"))
        assert (value > at) == (way == "up")
        assert abs(value - at) == Fraction(found.away.en.removesuffix(f" {UNIT}"))
        if found.points is not None and found.glyph.endswith("="):
            assert measure.curve.at(value) == found.points
