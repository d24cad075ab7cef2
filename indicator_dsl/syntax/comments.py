"""Comments and empty lines, found in the text and put among the nodes.

They carry no meaning, and none is lost.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, Protocol, TypeVar

from attrs import evolve, frozen

from indicator_dsl.source import Span
from indicator_dsl.syntax.clauses import WeightNode
from indicator_dsl.syntax.statements import CommentNode, GapNode, IndicatorNode

_BLANKS: Final = " \t\u3000\u00a0\r"


class HasSpan(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


_Node = TypeVar("_Node", bound=HasSpan)


@frozen
class _Found:
    start: int
    line_start: int
    text: str
    is_alone: bool


def with_comments(
    text: str, statements: Sequence[_Node]
) -> "tuple[_Node | CommentNode | GapNode, ...]":
    """The statements in order, with every comment and empty line of the text among or on them."""
    hosts = list(statements)
    starts = [host.span.start for host in hosts]
    loose: list[CommentNode | GapNode] = []
    for found in _comments(text) if "#" in text else ():
        index = bisect_right(starts, found.start) - 1
        if found.is_alone or index < 0:
            inside = index >= 0 and found.start < hosts[index].span.end
            at = hosts[index].span.start - 1 if inside else found.start
            loose.append(CommentNode(text=found.text, span=Span(at, at)))
        else:
            hosts[index] = _with_comment(hosts[index], found)
    loose.extend(_gaps(text, hosts))
    if not loose:
        return tuple(hosts)
    every = sorted([*hosts, *loose], key=lambda node: node.span.start)
    return tuple(_without_idle_gaps(every))


def _with_comment(host: _Node, found: _Found) -> _Node:
    if isinstance(host, IndicatorNode):
        for index in reversed(range(len(host.clauses))):
            clause = host.clauses[index]
            on_line = found.line_start <= clause.span.start < found.start
            if (
                on_line
                and found.line_start > host.span.start
                and not isinstance(clause, WeightNode)
            ):
                joined = _joined(clause.comment, found.text)
                clauses = (
                    *host.clauses[:index],
                    evolve(clause, comment=joined),
                    *host.clauses[index + 1 :],
                )
                return evolve(host, clauses=clauses)
    return evolve(host, comment=_joined(host.comment, found.text))  # type: ignore[attr-defined, misc]


def _joined(first: str, second: str) -> str:
    return f"{first} # {second}" if first else second


def _comments(text: str) -> "list[_Found]":
    found: list[_Found] = []
    line_start = 0
    for line in text.split("\n"):
        if "#" in line:
            at = comment_start(line)
            if at is not None:
                words = line[at + 1 :].strip(_BLANKS)
                found.append(
                    _Found(line_start + at, line_start, words, not line[:at].strip(_BLANKS))
                )
        line_start += len(line) + 1
    return found


def comment_start(line: str) -> int | None:
    """Where a line's comment begins: a `#` at its start or after a blank, outside quotes.

    Example:
        >>> comment_start("总分 100  # 满分")
        8
    """
    closing = ""
    for index, character in enumerate(line):
        if closing:
            closing = "" if character == closing else closing
        elif character in '"“' and {'"': '"', "“": "”"}[character] in line[index + 1 :]:
            closing = '"' if character == '"' else "”"
        elif character == "#" and (index == 0 or line[index - 1] in _BLANKS):
            return index
    return None


def _gaps(text: str, hosts: Sequence[HasSpan]) -> list[GapNode]:
    gaps: list[GapNode] = []
    starts = [host.span.start for host in hosts]
    position = 0
    was_gap = False
    for line in text.split("\n"):
        is_gap = not line.strip(_BLANKS)
        if is_gap and not was_gap:
            index = bisect_right(starts, position) - 1
            if index < 0 or hosts[index].span.end <= position:
                gaps.append(GapNode(span=Span(position, position)))
        was_gap = is_gap
        position += len(line) + 1
    return gaps


def _without_idle_gaps(
    nodes: "list[_Node | CommentNode | GapNode]",
) -> "list[_Node | CommentNode | GapNode]":
    """No empty line at either end, and never two together."""
    kept: list[_Node | CommentNode | GapNode] = []
    for node in nodes:
        if isinstance(node, GapNode) and (not kept or isinstance(kept[-1], GapNode)):
            continue
        kept.append(node)
    while kept and isinstance(kept[-1], GapNode):
        kept.pop()
    return kept
