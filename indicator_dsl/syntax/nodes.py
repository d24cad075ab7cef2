"""What a file says, as typed nodes that keep the author's words.

Nodes know nothing of points, units or rulesets.
"""

from attrs import field, frozen

from indicator_dsl.source import Span
from indicator_dsl.values import Value


def _span() -> Span:
    """A span takes no part in comparing nodes: the same rule elsewhere is the same rule."""
    return field(eq=False, repr=False, default=Span(0, 0))


class Node(Value):
    """What all nodes share: two that say the same are the same, wherever they stand."""

    __slots__ = ()


@frozen(kw_only=True, eq=False, repr=False)
class WordNode(Node):
    """A name, label or string as the author meant it: outer quotes and blanks removed."""

    text: str
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class NumberNode(Node):
    """A number in the author's own digits, full-width ones already turned into ASCII."""

    text: str
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class QuantityNode(Node):
    """A number with its unit as written; the unit is None when the author left it out."""

    number: NumberNode
    unit: WordNode | None = None
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class OperatorNode(Node):
    """An operator.

    Its name in the keyword table (GE GT LE LT EQ IN) and the glyph or word it was written with,
    a full-width glyph in its plain form; IN is always written `in`.
    """

    kind: str
    written: str
    span: Span = _span()


# ---- targets


@frozen(kw_only=True, eq=False, repr=False)
class DayNode(Node):
    """`2024-12-31`, `2024年12月31日` or `2024年12月`, as written in ASCII digits."""

    text: str
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class AnswerNode(Node):
    """`是` or `否`."""

    is_yes: bool
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class BoundNode(Node):
    """`>= 200000 件`, `<= 2024-12-31` or `= 否`."""

    operator: OperatorNode
    quantity: QuantityNode | DayNode | AnswerNode
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class RangeNode(Node):
    """`in 18..26 ℃`: both ends belong to it."""

    low: QuantityNode
    high: QuantityNode
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class GradedNode(Node):
    """`is 优良中低差`: the name of a scale."""

    scale: WordNode
    span: Span = _span()


TargetNode = BoundNode | RangeNode | GradedNode

# ---- sums and conditions


@frozen(kw_only=True, eq=False, repr=False)
class TermNode(Node):
    """A name inside a sum."""

    name: WordNode
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class SumNode(Node):
    """`left symbol right`, the symbol one of `+ - * /`."""

    symbol: str
    left: "ExpressionNode"
    right: "ExpressionNode"
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class NegativeNode(Node):
    """`- operand`."""

    operand: "ExpressionNode"
    span: Span = _span()


ExpressionNode = TermNode | QuantityNode | SumNode | NegativeNode


@frozen(kw_only=True, eq=False, repr=False)
class ComparisonNode(Node):
    """`left OP right`."""

    operator: OperatorNode
    left: ExpressionNode
    right: ExpressionNode
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class JunctionNode(Node):
    """Several conditions joined by one word: `all_of` for `and`, otherwise `or`."""

    all_of: bool
    parts: "tuple[ConditionNode, ...]"
    span: Span = _span()


ConditionNode = ComparisonNode | JunctionNode
