"""Trees of sums and conditions as nodes. Knows no statement."""

from typing import Final

from indicator_dsl.syntax import nodes as n
from indicator_dsl.syntax.leaves import Leaves
from indicator_dsl.syntax.trees import Token, Tree, branch, leaf, token

_SYMBOLS: Final = {"PLUS": "+", "MINUS": "-", "TIMES": "*", "SLASH": "/"}


def condition_from_tree(part: Tree | Token, leaves: Leaves) -> n.ConditionNode:
    """The node of a condition; brackets leave no trace but the grouping."""
    tree = branch(part)
    if tree.data == "bracketed":
        return condition_from_tree(tree.children[1], leaves)
    if tree.data == "comparison":
        left, operator, right = tree.children
        return n.ComparisonNode(
            operator=leaves.operator(leaf(operator)),
            left=expression_from_tree(left, leaves),
            right=expression_from_tree(right, leaves),
            span=leaves.span(tree),
        )
    parts = tuple(condition_from_tree(child, leaves) for child in tree.children[::2])
    return n.JunctionNode(all_of=tree.data == "conjunction", parts=parts, span=leaves.span(tree))


def expression_from_tree(part: Tree | Token, leaves: Leaves) -> n.ExpressionNode:
    """The node of a sum, grouped from the left."""
    tree = branch(part)
    span = leaves.span(tree)
    if tree.data == "term":
        return n.TermNode(name=leaves.word(token(tree, "TERM", "QUOTED_TERM")), span=span)
    if tree.data == "quantity":
        return leaves.quantity(tree)
    if tree.data == "negative":
        return n.NegativeNode(operand=expression_from_tree(tree.children[1], leaves), span=span)
    if tree.data == "bracketed":
        return expression_from_tree(tree.children[1], leaves)
    result = expression_from_tree(tree.children[0], leaves)
    for symbol, operand in zip(tree.children[1::2], tree.children[2::2], strict=True):
        right = expression_from_tree(operand, leaves)
        result = n.SumNode(
            symbol=_SYMBOLS[leaf(symbol).type],
            left=result,
            right=right,
            span=result.span.to(right.span),
        )
    return result
