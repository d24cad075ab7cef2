"""What a rule asks for: operators, bounds, ranges and scales as plain values."""

from fractions import Fraction

import pytest

from indicator_dsl.model import Bound, Level, Operator, Range, Scale
from indicator_dsl.quantities import BARE, Quantity, UnitTable

UNITS = UnitTable()
SCALE = Scale(
    "等次", (Level("良", Fraction(4, 5)), Level("优", Fraction(1)), Level("好", Fraction(1)))
)


def amount(number: int, unit: str) -> Quantity:
    return Quantity(Fraction(number), UNITS.unit_from_text(unit))


@pytest.mark.parametrize(
    ("glyph", "met"),
    [(">=", {95, 96}), (">", {96}), ("<=", {94, 95}), ("<", {94}), ("=", {95})],
)
def test_a_bound_is_met(glyph: str, met: set[int]) -> None:
    bound = Bound(Operator(glyph), amount(95, "%"))
    assert met == {x for x in (94, 95, 96) if bound.is_met(Fraction(x, 100))}
    assert f"{glyph} 95 %" == str(bound)


def test_a_range_is_met_at_both_ends() -> None:
    target = Range(amount(18, "℃"), amount(26, "℃"))
    assert [False, True, True, True, False] == [
        target.is_met(Fraction(x)) for x in (17, 18, 20, 26, 27)
    ]
    assert "in 18..26 ℃" == str(target)
    assert Operator.WITHIN is target.operator


def test_a_range_without_a_unit() -> None:
    assert "in -1..2" == str(Range(Quantity(Fraction(-1), BARE), Quantity(Fraction(2), BARE)))


def test_what_an_operator_wants() -> None:
    assert {Operator.AT_LEAST, Operator.MORE_THAN} == {o for o in Operator if o.wants_more}
    assert {Operator.AT_MOST, Operator.LESS_THAN} == {o for o in Operator if o.wants_less}


def test_a_scale_finds_its_levels() -> None:
    assert Level("良", Fraction(4, 5)) == SCALE.level("良")
    assert SCALE.level("差") is None
    assert Level("优", Fraction(1)) == SCALE.best
    assert "等次" == str(SCALE)
