"""What a file says, as typed nodes that keep the author's words.

Nodes know nothing of points, units or rulesets.
"""

from typing import TYPE_CHECKING, Final

from attrs import field, fields, frozen

from indicator_dsl.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def _span() -> Span:
    """A span takes no part in comparing nodes: the same rule elsewhere is the same rule."""
    return field(eq=False, repr=False, default=Span(0, 0))


class Node:
    """What all nodes share: two that say the same are the same, wherever they stand.

    Said once for all of them, because what attrs writes for each is a third of a start.
    """

    __slots__ = ()
    span: Span

    def _said(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in _names_of(type(self)))

    def nodes_inside(self) -> "Iterator[Node]":
        """The nodes right inside this one, in order."""
        for value in self._said():
            if isinstance(value, Node):
                yield value
            elif isinstance(value, tuple):
                yield from (each for each in value if isinstance(each, Node))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self) or not isinstance(other, Node):
            return NotImplemented
        return self._said() == other._said()

    def __hash__(self) -> int:
        return hash((type(self), self._said()))

    def __repr__(self) -> str:
        told = zip(_names_of(type(self)), self._said(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in told)})"


_NAMES: Final[dict[type, tuple[str, ...]]] = {}


def _names_of(cls: type) -> tuple[str, ...]:
    """The fields by which nodes of a class are compared and shown."""
    if cls not in _NAMES:
        _NAMES[cls] = tuple(each.name for each in fields(cls) if each.eq)
    return _NAMES[cls]


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
