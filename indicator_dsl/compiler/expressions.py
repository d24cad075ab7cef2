"""Sums and conditions: names resolved, dimensions checked. Works nothing out beyond constants."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from indicator_dsl import codes
from indicator_dsl.compiler.reading import Desk, name_of, unit_text
from indicator_dsl.diagnostics import Label
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
)
from indicator_dsl.quantities import Quantity, Unit, UnitError, product, quotient
from indicator_dsl.source import Place
from indicator_dsl.syntax import (
    ComparisonNode,
    ConditionNode,
    ExpressionNode,
    NegativeNode,
    QuantityNode,
    SumNode,
    TermNode,
)
from indicator_dsl.wording import Text

OPERATORS: Final = {
    "GE": Operator.AT_LEAST,
    "GT": Operator.MORE_THAN,
    "LE": Operator.AT_MOST,
    "LT": Operator.LESS_THAN,
    "EQ": Operator.EQUAL,
    "IN": Operator.WITHIN,
}
_MAX_DEPTH: Final = 64
Known = Mapping[str, tuple[Unit, Place]]


def _depth_of(node: ExpressionNode) -> int:
    """How many operations are nested in a sum, counted without recursion."""
    deepest = 0
    waiting: list[tuple[ExpressionNode, int]] = [(node, 0)]
    while waiting:
        part, depth = waiting.pop()
        deepest = max(deepest, depth)
        if isinstance(part, SumNode):
            waiting += [(part.left, depth + 1), (part.right, depth + 1)]
        elif isinstance(part, NegativeNode):
            waiting.append((part.operand, depth + 1))
    return deepest


def expression_from_node(
    node: ExpressionNode, desk: Desk, known: Known
) -> tuple[Expression, Unit] | None:
    """The sum and the unit it comes out in; None, with a diagnostic, when it makes no sense."""
    if _depth_of(node) > _MAX_DEPTH:
        desk.collector.add(codes.TOO_DEEP.at(desk.place(node.span), limit=_MAX_DEPTH))
        return None
    return _resolved(node, desk, known)


def _resolved(node: ExpressionNode, desk: Desk, known: Known) -> tuple[Expression, Unit] | None:
    match node:
        case TermNode():
            return _named(node, desk, known)
        case QuantityNode():
            return _constant(node, desk)
        case NegativeNode():
            inner = _resolved(node.operand, desk, known)
            return None if inner is None else (Negative(operand=inner[0]), inner[1])
        case SumNode():
            return _operation(node, desk, known)


def _named(node: TermNode, desk: Desk, known: Known) -> tuple[Expression, Unit] | None:
    name = name_of(node.name)
    place = desk.place(node.name.span)
    if name not in known and name in desk.unresolved:
        return None
    if name not in known:
        near = desk.nearest(name, known)
        shown = ", ".join(near)
        advice = (
            Text(f"did you mean {shown}?", f"是否想写 {'、'.join(near)}？")
            if near
            else Text(f"declare it: input {name} 万元", f"请先声明：数据 {name} 万元")
        )
        desk.collector.add(codes.NAME_UNKNOWN.at(place, advice=advice, name=name))
        return None
    return Name(name=name, place=place), known[name][0]


def _constant(node: QuantityNode, desk: Desk) -> tuple[Expression, Unit] | None:
    quantity = desk.quantity(node)
    if quantity is None:
        return None
    strange = [w for w, _ in quantity.unit.dimension if w not in desk.known_words]
    if strange and node.unit is not None:
        written = node.span.text_of(desk.source.text).replace(" ", "")
        desk.collector.add(
            codes.UNIT_UNKNOWN.at(desk.place(node.unit.span), name=node.unit.text, written=written)
        )
        return None
    return Constant(value=quantity), quantity.unit


def _operation(node: SumNode, desk: Desk, known: Known) -> tuple[Expression, Unit] | None:
    left = _resolved(node.left, desk, known)
    right = _resolved(node.right, desk, known)
    if left is None or right is None:
        return None
    if node.symbol in "+-" and not left[1].is_same_measure(right[1]):
        _report_mismatch(desk, node.left, left[1], node.right, right[1], known)
        return None
    written = node.span.text_of(desk.source.text)
    if node.symbol == "/" and isinstance(right[0], Constant) and right[0].value.number == 0:
        place = desk.place(node.right.span)
        desk.collector.add(codes.DIVISION_BY_ZERO.at(place, name=written))
        return None
    try:
        unit = _combined_unit(node.symbol, left[1], right[1])
    except UnitError:
        desk.collector.add(codes.UNIT_MALFORMED.at(desk.place(node.span), text=written))
        return None
    return Operation(symbol=node.symbol, left=left[0], right=right[0]), unit


def _combined_unit(symbol: str, left: Unit, right: Unit) -> Unit:
    one = Fraction(1)
    if symbol == "*":
        return product(Quantity(one, left), Quantity(one, right)).unit
    if symbol == "/":
        return quotient(Quantity(one, left), Quantity(one, right)).unit
    return left


def _report_mismatch(
    desk: Desk,
    left: ExpressionNode,
    left_unit: Unit,
    right: ExpressionNode,
    right_unit: Unit,
    known: Known,
) -> None:
    labels = [
        Label(
            desk.place(left.span),
            Text("this is counted in {u}", "这里的单位是 {u}").filled(u=unit_text(left_unit)),
        )
    ]
    for node in (left, right):
        if isinstance(node, TermNode) and name_of(node.name) in known:
            unit, place = known[name_of(node.name)]
            said = Text("declared in {u} here", "在此声明为 {u}").filled(u=unit_text(unit))
            labels.append(Label(place, said))
    desk.mismatch(right.span, left_unit, right_unit, *labels)


def condition_from_node(node: ConditionNode, desk: Desk, known: Known) -> Condition | None:
    """The condition; None, with a diagnostic, when it makes no sense."""
    if isinstance(node, ComparisonNode):
        left = expression_from_node(node.left, desk, known)
        right = expression_from_node(node.right, desk, known)
        if left is None or right is None:
            return None
        if not left[1].is_same_measure(right[1]):
            _report_mismatch(desk, node.left, left[1], node.right, right[1], known)
            return None
        return Comparison(operator=OPERATORS[node.operator.kind], left=left[0], right=right[0])
    parts = [condition_from_node(part, desk, known) for part in node.parts]
    kept = tuple(part for part in parts if part is not None)
    if len(kept) < len(parts):
        return None
    return AllOf(parts=kept) if node.all_of else AnyOf(parts=kept)
