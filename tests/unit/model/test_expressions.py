"""Which names sums and conditions speak of."""

import pytest

from indicator_dsl.model import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Constant,
    Expression,
    Name,
    Negative,
    Operation,
    Operator,
    names_in,
)
from indicator_dsl.quantities import BARE, Quantity

ONE, TWO = Name(name="甲"), Name(name="乙")
THREE = Constant(value=Quantity(3, BARE))  # type: ignore[arg-type] # an int is a Fraction here
SUM = Operation(symbol="+", left=TWO, right=Operation(symbol="*", left=ONE, right=TWO))
COMPARED = Comparison(operator=Operator.EQUAL, left=ONE, right=THREE)


@pytest.mark.parametrize(
    ("what", "names"),
    [
        (ONE, ("甲",)),
        (THREE, ()),
        (Negative(operand=SUM), ("乙", "甲")),
        (SUM, ("乙", "甲")),
        (COMPARED, ("甲",)),
        (
            AllOf(
                parts=(
                    COMPARED,
                    AnyOf(parts=(Comparison(operator=Operator.EQUAL, left=TWO, right=ONE),)),
                )
            ),
            ("甲", "乙"),
        ),
        (AnyOf(parts=()), ()),
    ],
)
def test_each_name_once_in_order(what: Expression | Condition, names: tuple[str, ...]) -> None:
    assert names == names_in(what)


def test_places_take_no_part_in_comparing() -> None:
    assert "place" not in repr(ONE)
    assert Name(name="甲") == ONE
