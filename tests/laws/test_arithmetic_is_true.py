"""The sum an explanation prints, worked out on its own, comes to the points it says."""

import ast
import re
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

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
_RESULT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def _worked_out(written: str) -> Fraction:
    """What the printed sum comes to; shares no code with the one that printed it."""
    python = _PER_CENT.sub(r"(\1 / 100)", written).replace("×", "*").replace("−", "-")
    return _value(ast.parse(_NUMBER.sub(r'"\g<0>"', python), mode="eval").body)


def _value(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=str(digits)):
            return Fraction(digits)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _value(left) * _value(right)
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _value(left) / _value(right)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return _value(left) - _value(right)
    message = f"no sum: {ast.dump(node)}"
    raise AssertionError(message)


def _says(shown: str, points: Fraction) -> bool:
    """Whether a printed result is the points, or their first decimals before three dots."""
    match = _RESULT.match(shown)
    assert match, shown
    number = Fraction(match[0])
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
    written, results = told.arithmetic.en.split(" = ", 1)
    points = [step.points for step in line.steps]
    first = _worked_out(written)
    assert first in points, told.arithmetic.en
    shown = [part.rpartition(": ")[2] for part in results.partition(" ≈ ")[0].split("; ")]
    assert _says(shown[0], first), told.arithmetic.en
    # What is shown after the sum are the last steps, in their order, and ends with all of them.
    later = points[len(points) - len(shown) + 1 :]
    assert all(_says(*pair) for pair in zip(shown[1:], later, strict=True)), told.arithmetic.en
    assert _says(shown[-1], points[-1]), told.arithmetic.en
    rounded = results.partition(" ≈ ")[2]
    assert bool(rounded) == (line.exact != line.earned)
    if rounded:
        assert _says(rounded, line.earned), told.arithmetic.en


@given(st.data(), st.sampled_from(sorted(METHODS)), positive, anything, positive, roundings)
def test_of_a_measured_line(
    data: st.DataObject,
    operator: str,
    target: str,
    actual: str,
    weight: str,
    rounding: tuple[int, str],
) -> None:
    method = data.draw(st.sampled_from(METHODS[operator]))
    actual = data.draw(st.sampled_from([actual, target]))
    wanted = f"{target}..{Fraction(target) + 2}" if operator == "in" else target
    if "/" in wanted:
        wanted = f"{target}..600"
    places, when = rounding
    rules = f"round {places} {when}\n指标 {operator} {wanted} 件 weight {weight} by {method}"
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
