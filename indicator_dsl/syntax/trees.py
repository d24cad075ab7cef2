"""Small accessors for Lark's trees: the children of a kind, the tokens of a type.

Only `building` and `parsing` use them.
"""

from typing import Final

from lark import Token, Tree

Branch = Tree[Token]
DIGITS: Final = str.maketrans("０１２３４５６７８９，．＋－−", "0123456789,.+--")


class UnexpectedShapeError(TypeError):
    """The grammar and the builder disagree about a node: a defect of ours."""


def branch(part: Branch | Token) -> Branch:
    """The part as the tree it must be."""
    if not isinstance(part, Tree):
        raise UnexpectedShapeError(part)
    return part


def leaf(part: Branch | Token) -> Token:
    """The part as the token it must be."""
    if not isinstance(part, Token):
        raise UnexpectedShapeError(part)
    return part


def branches(tree: Branch, *names: str) -> list[Branch]:
    """The child trees of these rules, in order."""
    return [c for c in tree.children if isinstance(c, Tree) and c.data in names]


def tokens(tree: Branch, *types: str) -> list[Token]:
    """The child tokens of these types, in order."""
    return [c for c in tree.children if isinstance(c, Token) and c.type in types]


def token(tree: Branch, *types: str) -> Token:
    """The first child token of these types; there is one."""
    return tokens(tree, *types)[0]


def digits(found: list[Token]) -> str:
    """The first token's digits in ASCII; empty when there is none."""
    return str(found[0]).translate(DIGITS) if found else ""
