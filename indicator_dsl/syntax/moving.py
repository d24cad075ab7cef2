"""Nodes at another place of a text. Reads no text."""

from typing import Final, TypeVar

from attrs import fields

from indicator_dsl.source import Span
from indicator_dsl.syntax.nodes import Node

_N = TypeVar("_N", bound=Node)
_FIELDS: Final[dict[type, tuple[str, ...]]] = {}


def moved(node: _N, by: int) -> _N:
    """The same node, and all in it, so many characters further on.

    Example:
        >>> from indicator_dsl.syntax.nodes import WordNode
        >>> moved(WordNode(text="件", span=Span(3, 4)), 10).span
        Span(start=13, end=14)
    """
    cls = type(node)
    names = _FIELDS.get(cls)
    if names is None:
        attributes = fields(cls)  # type: ignore[arg-type]  # every node is an attrs class
        names = _FIELDS[cls] = tuple(each.name for each in attributes)
    values: dict[str, object] = {}
    for name in names:
        value = getattr(node, name)
        if isinstance(value, Span):
            value = Span(value.start + by, value.end + by)
        elif isinstance(value, Node):
            value = moved(value, by)
        elif isinstance(value, tuple):
            value = tuple([moved(part, by) if isinstance(part, Node) else part for part in value])
        values[name] = value
    return cls(**values)
