"""Inputs and figures worked out from them, and conditions with three truths."""

from fractions import Fraction

import pytest

from indicator_dsl.model import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Constant,
    Name,
    Negative,
    Operation,
    Operator,
)
from indicator_dsl.quantities import Quantity, UnitTable
from indicator_dsl.scoring import Status
from indicator_dsl.scoring.figures import Unknown, holds, value_of
from indicator_dsl.wording import same
from tests.engine import card_of, findings_of

UNITS = UnitTable()
BUDGET = """\
input 全年执行数 万元
input 全年预算数 万元
let 预算执行率 = 全年执行数 / 全年预算数
预算执行率 >= 100 % weight 10
"""


def amount(number: str, unit: str = "元") -> Quantity:
    return Quantity(Fraction(number), UNITS.unit_from_text(unit))


FIGURES: dict[str, Quantity | Unknown] = {
    "三": amount("3"),
    "万": amount("1", "万元"),
    "人": amount("4", "人"),
    "无": Unknown(same("缺少 无")),
}


def operation(symbol: str, left: str, right: str) -> Operation:
    return Operation(symbol=symbol, left=Name(name=left), right=Name(name=right))


@pytest.mark.parametrize(
    ("symbol", "left", "right", "text"),
    [
        ("+", "三", "万", "10003 元"),
        ("+", "万", "三", "1.0003 万元"),
        ("-", "三", "万", "-9997 元"),
        ("/", "三", "万", "0.0003"),
        ("/", "三", "人", "0.75 元/人"),
        ("*", "三", "人", "12 元·人"),
    ],
)
def test_sums_are_exact_and_keep_their_units(symbol: str, left: str, right: str, text: str) -> None:
    # 万元 is a base word of its own here: the table declares nothing, so 万 counts 元.
    assert text == str(value_of(operation(symbol, left, right), FIGURES))


def test_a_figure_with_its_sign_turned() -> None:
    assert "-1 万元" == str(value_of(Negative(operand=Name(name="万")), FIGURES))


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        (Name(name="丁"), "丁 is missing"),
        (operation("+", "无", "三"), "缺少 无"),
        (operation("+", "三", "无"), "缺少 无"),
        (Negative(operand=Name(name="无")), "缺少 无"),
        (
            Operation(symbol="/", left=Name(name="三"), right=Constant(value=amount("0"))),
            "it divides by zero",
        ),
    ],
)
def test_what_nobody_can_know(expression: Name | Negative | Operation, why: str) -> None:
    found = value_of(expression, FIGURES)
    assert isinstance(found, Unknown)
    assert why == found.why.en


def test_units_that_do_not_fit_are_no_exception() -> None:
    found = value_of(operation("+", "三", "人"), FIGURES)
    assert isinstance(found, Unknown)


def test_a_number_that_grows_beyond_all_use_is_unknown() -> None:
    square: Name | Operation = Name(name="三")
    for _ in range(12):
        square = Operation(symbol="*", left=square, right=square)
    found = value_of(square, {"三": Quantity(Fraction(3, 7), UNITS.unit_from_text("%"))})
    assert isinstance(found, Unknown)


# ---- conditions


def compared(left: str, right: str) -> Comparison:
    return Comparison(operator=Operator.MORE_THAN, left=Name(name=left), right=Name(name=right))


TRUE, FALSE, OPEN = compared("万", "三"), compared("三", "万"), compared("三", "无")


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        (TRUE, True),
        (FALSE, False),
        (OPEN, None),
        (compared("无", "三"), None),
        (AllOf(parts=(TRUE, TRUE)), True),
        (AllOf(parts=(TRUE, FALSE)), False),
        (AllOf(parts=(TRUE, OPEN)), None),
        (AllOf(parts=(OPEN, FALSE)), False),
        (AnyOf(parts=(FALSE, FALSE)), False),
        (AnyOf(parts=(FALSE, TRUE)), True),
        (AnyOf(parts=(OPEN, TRUE)), True),
        (AnyOf(parts=(FALSE, OPEN)), None),
        (AllOf(parts=(AnyOf(parts=(OPEN, FALSE)), TRUE)), None),
    ],
)
def test_conditions_have_three_truths(condition: Condition, truth: object) -> None:
    assert truth is holds(condition, FIGURES)


@pytest.mark.parametrize(
    ("operator", "truths"),
    [
        (Operator.AT_LEAST, [False, True, True]),
        (Operator.MORE_THAN, [False, False, True]),
        (Operator.AT_MOST, [True, True, False]),
        (Operator.LESS_THAN, [True, False, False]),
        (Operator.EQUAL, [False, True, False]),
    ],
)
def test_comparisons_convert_units(operator: Operator, truths: list[bool]) -> None:
    limit = Constant(value=amount("1", "万元"))
    assert truths == [
        holds(Comparison(operator=operator, left=Constant(value=amount(x)), right=limit), {})
        for x in ("9999", "10000", "10001")
    ]


# ---- figures on a card


def test_a_derived_line() -> None:
    card = card_of(BUDGET, {"全年执行数": "1523.36 万元", "全年预算数": "1599.56 万元"})
    # 1523.36 / 1599.56 is 95.24 %, of ten points 9.52.
    assert Fraction("9.52") == card.total
    assert [("全年执行数", False), ("全年预算数", False), ("预算执行率", True)] == [
        (figure.name, figure.is_derived) for figure in card.figures
    ]
    (line,) = card.lines
    assert isinstance(line.observed, Quantity)
    assert "%" == line.observed.unit.text
    assert "" == line.written


def test_inputs_may_be_told_in_other_units() -> None:
    cells = [
        ("15233600 元", "0.159956 亿元"),
        (Fraction("1523.36"), "1599.56"),
        ("1523.36", 1599.56),
    ]
    assert {Fraction("9.52")} == {
        card_of(BUDGET, {"全年执行数": one, "全年预算数": other}).total for one, other in cells
    }


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"全年预算数": "3 万元"}, "全年执行数 is missing"),
        ({"全年执行数": "3 万元"}, "全年预算数 is missing"),
        ({"全年执行数": "n/a", "全年预算数": "3 万元"}, "全年执行数 is missing"),
        ({"全年执行数": "三", "全年预算数": "3 万元"}, "全年执行数 cannot be read"),
        ({"全年执行数": "3 万元", "全年预算数": "0 万元"}, "it divides by zero"),
    ],
)
def test_a_line_that_cannot_be_worked_out(cells: dict[str, object], why: str) -> None:
    card = card_of(BUDGET, cells)
    assert card.total is None
    assert (Fraction(0), Fraction(10)) == (card.low, card.high)
    (line,) = card.lines
    assert line.why_unscored is not None
    assert why == line.why_unscored.en
    name = "figure-missing" if why.endswith("is missing") else "not-computable"
    assert (name, "预算执行率") in findings_of(card)
    derived = card.figures[-1]
    assert (None, why) == (derived.quantity, derived.why_unknown and derived.why_unknown.en)


def test_an_unreadable_input_is_a_finding() -> None:
    card = card_of(BUDGET, {"全年执行数": "三", "全年预算数": "3 万元"})
    assert ("actual-unreadable", "全年执行数") in findings_of(card)


def test_an_actual_may_be_used_in_a_sum() -> None:
    text = "甲 >= 10 元 weight 10\nlet 半 = 甲 / 2\n半 >= 10 元 weight 10\n"
    assert [10, Fraction(15, 2)] == [line.earned for line in card_of(text, {"甲": "15 元"}).lines]
    # Told in another unit it is the same amount.
    assert Fraction(35, 2) == card_of(text, {"甲": "0.0015 万元"}).total


def test_a_scored_input_is_read_once_in_its_own_unit() -> None:
    text = "input 甲 万元\n甲 >= 200000 元 weight 10\n"
    (line,) = card_of(text, {"甲": 15}).lines
    assert Fraction("7.5") == line.earned
    assert isinstance(line.observed, Quantity)
    assert "150000 元" == str(line.observed)


@pytest.mark.parametrize(
    ("cell", "status", "finding"),
    [
        (None, Status.MISSING, "actual-missing"),
        ("n/a", Status.NOT_APPLICABLE, "actual-unreadable"),
        ("三", Status.INVALID, "actual-unreadable"),
    ],
)
def test_a_scored_input_without_a_value_is_said_to_be_so_once(
    cell: object, status: Status, finding: str
) -> None:
    card = card_of("input 甲 万元\n甲 >= 20 万元 weight 10\n", {"甲": cell})
    assert status is card.lines[0].status
    assert [(finding, "甲")] == findings_of(card)


@pytest.mark.parametrize("declared", ["input 甲 元", "甲 >= 1 元 weight 10"])
def test_amounts_in_huge_units_do_not_break_a_long_product(declared: str) -> None:
    # 亿元 to the sixteenth is a unit too large to be one; the cell holds no more than 2 元.
    product = " * ".join(["甲"] * 16)
    text = f"{declared}\nlet 一 = {product} / ({product}) * 3 %\n一 >= 3 % weight 10\n"
    line = card_of(text, {"甲": "0.00000002 亿元"}).line("一")
    assert line is not None
    assert 10 == line.earned
