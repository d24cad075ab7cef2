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
    return cls(**{name: _moved(getattr(node, name), by) for name in names})


def _moved(value: object, by: int) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, Span):
        return value.moved(by)
    if isinstance(value, Node):
        return moved(value, by)
    return tuple(_moved(each, by) for each in value) if isinstance(value, tuple) else value
