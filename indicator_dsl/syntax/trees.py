"""Trees and tokens as the driver makes them, with small accessors for what hangs on a tree.

Nothing behind `building` ever sees either.
"""

from collections.abc import Iterator
from typing import Final

DIGITS: Final = str.maketrans("０１２３４５６７８９，．＋－−", "0123456789,.+--")


class UnexpectedShapeError(TypeError):
    """The grammar and the builder disagree about a node: a defect of ours."""


class Token:
    """A stretch of text from `start` to before `end`, by the name of its terminal."""

    __slots__ = ("end", "start", "text", "type")

    def __init__(self, kind: str, text: str, start: int, end: int) -> None:
        self.type = kind
        self.text = text
        self.start = start
        self.end = end


class Tree:
    """A rule of the grammar by its name, over what it was made of.

    `start` and `end` are those of its first and its last word; both 0 when it has none.
    """

    __slots__ = ("children", "data", "end", "start")
    start: int
    end: int

    def __init__(self, data: str, children: "list[Tree | Token]") -> None:
        self.data = data
        self.children = children
        if children:
            self.start = children[0].start
            self.end = children[-1].end
        else:
            self.start = self.end = 0

    def leaves(self) -> Iterator[Token]:
        """Every token in the tree, in the order of the text."""
        waiting: list[Tree | Token] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, Token):
                yield part
            else:
                waiting.extend(reversed(part.children))


def branch(part: Tree | Token) -> Tree:
    """The part as the tree it must be."""
    if not isinstance(part, Tree):
        raise UnexpectedShapeError(part)
    return part


def leaf(part: Tree | Token) -> Token:
    """The part as the token it must be."""
    if not isinstance(part, Token):
        raise UnexpectedShapeError(part)
    return part


def branches(tree: Tree, *names: str) -> list[Tree]:
    """The child trees of these rules, in order."""
    return [c for c in tree.children if isinstance(c, Tree) and c.data in names]


def tokens(tree: Tree, *types: str) -> list[Token]:
    """The child tokens of these types, in order."""
    return [c for c in tree.children if isinstance(c, Token) and c.type in types]


def token(tree: Tree, *types: str) -> Token:
    """The first child token of these types; there is one."""
    for child in tree.children:
        if isinstance(child, Token) and child.type in types:
            return child
    raise UnexpectedShapeError(tree.data)


def digits(found: list[Token]) -> str:
    """The first token's digits in ASCII; empty when there is none."""
    return found[0].text.translate(DIGITS) if found else ""
