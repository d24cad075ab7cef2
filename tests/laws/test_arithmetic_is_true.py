"""The sum an explanation prints, worked out on its own, comes to the points it says."""

import ast
import math
import operator
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction

from hypothesis import example, given, strategies as st

from indicator_dsl import parse_ruleset
from indicator_dsl.explanation import LineExplanation, explain_card

METHODS = {
    ">=": ["ratio", "pass"],
    ">": ["ratio", "pass"],
    "<=": ["inverse", "excess", "pass"],
    "<": ["inverse", "excess", "pass"],
    "=": ["ratio", "pass"],
    "in": ["ratio", "pass"],
}
_PER_CENT = re.compile(r"([0-9.]+|\([0-9 /]+\)) %")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_BAND = re.compile(r"([0-9.]+) \((?:[<>]=? .*|else)\)")
_RESULT = re.compile(r"−?[0-9]+(?:\.[0-9]+)?")


def _worked_out(written: str) -> Fraction:
    """What the printed sum comes to; shares no code with the one that printed it."""
    python = _PER_CENT.sub(r"(\1 / 100)", written).replace("×", "*").replace("−", "-")
    for sign, call in (("⌊", "floor("), ("⌈", "ceil("), ("⌋", ")"), ("⌉", ")")):
        python = python.replace(sign, call)
    return _value(ast.parse(_NUMBER.sub(r'"\g<0>"', python), mode="eval").body)


def _value(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=str(digits)):
            return Fraction(digits)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATIONS[type(op)](_value(left), _value(right))
        case ast.Call(func=ast.Name(id="floor"), args=[inside]):
            return Fraction(math.floor(_value(inside)))
        case ast.Call(func=ast.Name(id="ceil"), args=[inside]):
            return Fraction(math.ceil(_value(inside)))
    message = f"no sum: {ast.dump(node)}"
    raise AssertionError(message)


def _says(shown: str, points: Fraction) -> bool:
    """Whether a printed result is the points, or their first decimals before three dots."""
    match = _RESULT.match(shown)
    assert match, shown
    number = Fraction(match[0].replace("−", "-"))
    if not shown[match.end() :].startswith("…"):
        return number == points
    last = Fraction(1, 10 ** len(match[0].partition(".")[2]))
    return abs(number) < abs(points) < abs(number) + last


positive = st.decimals("0.001", 500, places=3).map(lambda number: f"{number.normalize():f}")
anything = st.decimals(-50, 1500, places=3).map(lambda number: f"{number.normalize():f}")
roundings = st.tuples(st.integers(0, 6), st.sampled_from(["each", "total"]))


def _check(told: LineExplanation) -> None:
    line = told.line
    assert told.arithmetic is not None
    assert line.earned is not None
    shown, _, rounded = told.arithmetic.en.partition(" ≈ ")
    first, *bends = shown.split(" → ")
    points = [step.points for step in line.steps]
    value = _sum(first)
    # What stands behind an arrow are the last steps, in their order, and ends with all of them.
    assert points[-1 - len(bends)] == value, told.arithmetic.en
    for bend, after in zip(bends, points[len(points) - len(bends) :], strict=True):
        value = _bent(bend, value, after)
    assert line.exact == value, told.arithmetic.en
    assert bool(rounded) == (line.exact != line.earned)
    if rounded:
        assert _says(rounded, line.earned), told.arithmetic.en


def _sum(first: str) -> Fraction:
    """What the method itself gave, worked out from its numbers; the result beside it agrees."""
    band = _BAND.fullmatch(first)
    if band:
        return Fraction(band[1])
    written, _, result = first.rpartition(" = ")
    if not written:
        return _worked_out(result)
    value = _worked_out(written)
    assert _says(result, value), first
    return value


def _bent(bend: str, before: Fraction, after: Fraction) -> Fraction:
    """What a guard made of the points, worked out where it is a sum; what is shown agrees."""
    change, equals, result = bend.rpartition(" = ")
    if equals:
        sign = " * " if change.startswith("×") else " + " if change.startswith("−") else None
        assert sign, bend
        worked = _worked_out(change.removeprefix("× "))
        after = before * worked if sign == " * " else before + worked
    else:
        result = re.split(r": |^cap ", bend)[-1]
    assert _says(result, after), bend
    return after


@given(st.data(), st.sampled_from(sorted(METHODS)), positive, anything, positive, roundings)
def test_of_a_measured_line(
    data: st.DataObject,
    sign: str,
    target: str,
    actual: str,
    weight: str,
    rounding: tuple[int, str],
) -> None:
    method = data.draw(st.sampled_from(METHODS[sign]))
    actual = data.draw(st.sampled_from([actual, target]))
    wanted = f"{target}..{Fraction(target) + 2}" if sign == "in" else target
    if "/" in wanted:
        wanted = f"{target}..600"
    places, when = rounding
    rules = f"round {places} {when}\n指标 {sign} {wanted} 件 weight {weight} by {method}"
    card = parse_ruleset(rules).evaluate({"指标": f"{actual}件"}).model
    _check(explain_card(card).lines[0])


@given(anything, positive, positive, roundings)
@example("2", "3", "10", (2, "each"))
def test_of_a_figure_that_no_decimal_can_hold(
    spent: str, budget: str, weight: str, rounding: tuple[int, str]
) -> None:
    places, when = rounding
    rules = (
        f"round {places} {when}\ninput 支出 元\ninput 预算 元\nlet 执行率 = 支出 / 预算\n"
        f"执行率 >= 100 % weight {weight}"
    )
    card = parse_ruleset(rules).evaluate({"支出": f"{spent}元", "预算": f"{budget}元"}).model
    _check(explain_card(card).lines[0])


@given(st.sampled_from(["优", "良", "中", "差"]), positive, roundings)
def test_of_a_judged_line(level: str, weight: str, rounding: tuple[int, str]) -> None:
    places, when = rounding
    rules = (
        f"round {places} {when}\nscale 四级 = 优 100, 良 66.67, 中 33.3, 差 0\n"
        f"水平 is 四级 weight {weight}"
    )
    card = parse_ruleset(rules).evaluate({"水平": level}).model
    _check(explain_card(card).lines[0])


RULES = [
    ">= 100 % weight 10 by less 0.5 per 1 pp",
    ">= 100 % weight 10 by less 0.5 per full 1 pp",
    ">= 100 % weight 10 by less 0.7 per 3 pp or part at most 5",
    ">= 100 % weight 10 by less 2 per 5% of target at most 10",
    "= 100 % weight 15 by below 0.3 per 7 pp at most 5, above 1 per full 3 pp",
    "in 60..80 % weight 7 by less 0.3 per 1 pp",
    ">= 95 % weight 10 by line from 60 to 95",
    ">= 95 % weight 10 by line from 20 to 110",
    ">= 95 % weight 10 by line from 60% to 90% of target",
    "<= 15 % weight 0.5 by line from 30 to 15",
    "<= 0 % weight 5 by bands <= 0: 5, <= 10: 4, < 20: 3.3, else 0",
    ">= 90 % weight 10 by bands > 95: 100%, >= 60: 80%, else 10%",
    ">= 100 % weight 20 by ratio cap 120%",
    ">= 100 % weight 20 by ratio cap 130% over 110% less 2 points over 150% less 10% of weight",
    ">= 100 % weight 20 over 130% less 15% of earned zero below 60% of target",
    "<= 90 % weight 10 by inverse cap 120%",
    "<= 90 % weight 10 by excess cap 150%",
    "> 50 % weight 3 by less 1 per 1 pp over 120% less 2 points",
    "= 0 % weight 1.5 by less 0.5 per 1 pp zero from 2 %",
]


@given(st.sampled_from(RULES), anything | st.integers(-20, 200).map(str), roundings)
def test_of_every_method_and_guard(rule: str, actual: str, rounding: tuple[int, str]) -> None:
    places, when = rounding
    rules = f"round {places} {when}\n指标 {rule}"
    card = parse_ruleset(rules).evaluate({"指标": f"{actual}%"}).model
    _check(explain_card(card).lines[0])


@given(st.tuples(st.booleans(), st.booleans(), st.booleans()), roundings)
def test_of_a_checklist(marks: tuple[bool, bool, bool], rounding: tuple[int, str]) -> None:
    places, when = rounding
    items = "  - 甲: 3.33\n  - 乙: 3.33\n  - 丙: rest"
    rules = f"round {places} {when}\n制度 weight 10\n  by points\n{items}"
    card = parse_ruleset(rules).evaluate({"制度": dict(zip("甲乙丙", marks, strict=True))}).model
    _check(explain_card(card).lines[0])


@given(st.integers(0, 100), positive, roundings)
def test_of_a_share_judged_in_its_range(share: int, weight: str, rounding: tuple[int, str]) -> None:
    places, when = rounding
    label = "达成" if share >= 80 else "部分达成" if share >= 60 else "未达成"
    rules = (
        f"round {places} {when}\nscale 达 = 达成 100..80, 部分达成 80..60, 未达成 60..0\n"
        f"水平 is 达 weight {weight}"
    )
    card = parse_ruleset(rules).evaluate({"水平": f"{label} {share}%"}).model
    _check(explain_card(card).lines[0])


@given(st.dates(), st.sampled_from(["per 1 天", "per full 7 天", "per 10 天 or part"]))
def test_of_a_day(day: date, step: str) -> None:
    rules = f"完成时间 <= 2024-12-31 weight 5 by less 0.5 {step}"
    card = parse_ruleset(rules).evaluate({"完成时间": day.isoformat()}).model
    _check(explain_card(card).lines[0])
