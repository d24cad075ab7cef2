"""Figures worked out: their order, their units, and what cannot be worked out."""

from fractions import Fraction

import pytest

from indicator_dsl.model import Constant, Name, Negative, Operation
from tests.engine import compiled, errors_of, ruleset_of, said_of

RULE = "甲 >= 1 元 weight 1\n"
INPUTS = "input 甲 元\ninput 乙 万元\ninput 人数 人\n"


def test_the_figures_stand_in_an_order_that_can_be_worked_out() -> None:
    ruleset = ruleset_of(
        f"{INPUTS}let 三 = 二 + 一\nlet 二 = 一 * 2\nlet 一 = 甲 - 乙\n三 >= 1 元 weight 1"
    )
    assert ["一", "二", "三"] == [figure.name for figure in ruleset.derived]


def test_a_sum_keeps_its_shape() -> None:
    ruleset = ruleset_of(f"{INPUTS}let 一 = -(甲 + 3 元) * 2\n一 >= 1 元 weight 1")
    (figure,) = ruleset.derived
    product = figure.value
    assert isinstance(product, Operation)
    assert "*" == product.symbol
    assert isinstance(product.left, Negative)
    assert isinstance(product.right, Constant)
    inner = product.left.operand
    assert isinstance(inner, Operation)
    assert Name(name="甲") == inner.left


@pytest.mark.parametrize(
    ("sum_", "dimension", "factor"),
    [
        ("甲 + 乙", {"元": 1}, 1),
        ("乙 - 甲", {"元": 1}, 10_000),
        ("甲 / 乙", {}, 1),
        ("甲 / 人数", {"元": 1, "人": -1}, 1),
        ("甲 * 人数 / 人数", {"元": 1}, 1),
        ("甲 * 95 %", {"元": 1}, 1),
        ("乙 * 2 / 3", {"元": 1}, 10_000),
        ("3 / 人数", {"人": -1}, 1),
        ("-乙", {"元": 1}, 10_000),
        ("95 % - 3 个百分点", {}, Fraction(1, 100)),
    ],
)
def test_units_go_through_sums(sum_: str, dimension: dict[str, int], factor: Fraction) -> None:
    (figure,) = ruleset_of(f"{INPUTS}let 一 = {sum_}\n{RULE}").derived
    assert dimension == dict(figure.unit.dimension)
    assert factor == figure.unit.factor


@pytest.mark.parametrize(
    ("line", "errors"),
    [
        ("let 一 = 甲 + 人数", [("unit-mismatch", "人数")]),
        ("let 一 = 甲 - 3", [("unit-mismatch", "3")]),
        ("let 一 = 甲 / 0", [("division-by-zero", "0")]),
        ("let 一 = 甲 / 0.0 万元", [("division-by-zero", "0.0 万元")]),
        ("let 一 = 甲 + 3 两", [("unit-unknown", "两")]),
        ("let 一 = 甲 + 1234567890123456789 元", [("number-too-long", "1234567890123456789")]),
        ("let 一 = 丙", [("name-unknown", "丙")]),
        ("let 一 = -丙", [("name-unknown", "丙")]),
        ("let 一 = 丙 + 丁", [("name-unknown", "丙"), ("name-unknown", "丁")]),
        ("let 一 = 2023年收入", [("unit-unknown", "年收入")]),
        ("let 一 = 一", [("let-cyclic", "一")]),
        ("let 一 = 甲 + 甲 / 一", [("let-cyclic", "一")]),
        ("let 一 = 二\nlet 二 = 一", [("let-cyclic", "一")]),
        ("let 一 = 二\nlet 二 = 三\nlet 三 = 一", [("let-cyclic", "一")]),
        # What uses a figure that is at fault is not blamed.
        ("let 一 = 丙\nlet 二 = 一 * 2", [("name-unknown", "丙")]),
        ("let 一 = 一\nlet 二 = 一 * 2", [("let-cyclic", "一")]),
        ('let 一 = 丙\ncheck 一 > 1 元 "m"', [("name-unknown", "丙")]),
        ("input 丁 元//人\nlet 一 = 丁 * 2", [("unit-malformed", "元//人")]),
        (f"let 一 = {' * '.join(['人数'] * 65)}", [("unit-malformed", " * ".join(["人数"] * 65))]),
        (f"let 一 = {' + '.join(['甲'] * 66)}", [("too-deep", " + ".join(["甲"] * 66))]),
    ],
)
def test_what_cannot_be_worked_out(line: str, errors: list[tuple[str, str]]) -> None:
    assert errors == errors_of(f"{INPUTS}{line}\n{RULE}")


def test_a_long_sum_that_is_not_too_long() -> None:
    assert [] == errors_of(f"{INPUTS}let 一 = {' + '.join(['甲'] * 65)}\n{RULE}")


def test_a_circle_names_its_members() -> None:
    (said,) = [
        d
        for d in compiled(f"let 一 = 二\nlet 二 = 三\nlet 三 = 一\n{RULE}")[1]
        if d.name == "let-cyclic"
    ]
    assert {"一", "二", "三"} == {label.place.text for label in said.labels}
    assert "一 → 二 → 三 → 一" in said.message.en


def test_many_circles_are_not_all_told() -> None:
    text = RULE + "".join(f"let 圈{n} = 圈{n}\n" for n in range(2000))
    assert 50 == len([name for name, _ in errors_of(text) if name == "let-cyclic"])


def test_a_figure_nobody_uses_is_a_warning() -> None:
    text = f"{INPUTS}let 一 = 甲 * 2\nlet 二 = 甲 * 2\nlet 三 = 甲 * 2\nlet 四 = 三\n"
    text += 'check 二 > 甲 "m"\n四 >= 1 元 weight 1'
    assert [("let-unused", "let 一 = 甲 * 2")] == [
        each for each in said_of(text) if each[0] == "let-unused"
    ]


def test_an_actual_may_be_used_in_a_sum() -> None:
    ruleset = ruleset_of("甲 >= 1 元 weight 1\nlet 一 = 甲 / 2 元\n一 >= 50 % weight 1")
    assert ["一"] == [figure.name for figure in ruleset.derived]
    assert ["甲", "一"] == [indicator.name for indicator in ruleset.indicators]
