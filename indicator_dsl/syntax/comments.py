"""Comments and empty lines, found in the text and put among the nodes.

They carry no meaning, and none is lost.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from attrs import evolve, frozen

from indicator_dsl.source import Span
from indicator_dsl.syntax.clauses import WeightNode
from indicator_dsl.syntax.nodes import Node
from indicator_dsl.syntax.statements import CommentNode, GapNode, IndicatorNode

_BLANKS: Final = " \t\u3000\u00a0\r"
_GAP: Final = re.compile(rf"^[{_BLANKS}]*$", re.MULTILINE)


_N = TypeVar("_N", bound=Node)


@frozen
class _Found:
    start: int
    line_start: int
    text: str
    is_alone: bool


def among_comments(
    text: str, start: int, statements: Sequence[_N]
) -> "tuple[_N | CommentNode | GapNode, ...]":
    """The statements of a paragraph, with every comment and empty line of it among or on them.

    Args:
        text: The paragraph's.
        start: Where the paragraph begins.
        statements: Those that could be read, in order.
    """
    has_comments, has_gaps = "#" in text, _GAP.search(text) is not None
    if not has_comments and not has_gaps:
        return tuple(statements)
    hosts = list(statements)
    starts = [host.span.start for host in hosts]
    loose: list[CommentNode | GapNode] = []
    for found in _comments(text, start) if has_comments else ():
        index = bisect_right(starts, found.start) - 1
        if found.is_alone or index < 0:
            inside = index >= 0 and found.start < hosts[index].span.end
            at = hosts[index].span.start - 1 if inside else found.start
            loose.append(CommentNode(text=found.text, span=Span(at, at)))
        else:
            hosts[index] = _with_comment(hosts[index], found)
    loose.extend(_gaps(text, start, hosts) if has_gaps else ())
    return tuple(sorted([*hosts, *loose], key=lambda node: node.span.start))


def _with_comment(host: _N, found: _Found) -> _N:
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


def _comments(text: str, start: int) -> "list[_Found]":
    found: list[_Found] = []
    line_start = start
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


def _gaps(text: str, start: int, hosts: Sequence[Node]) -> list[GapNode]:
    gaps: list[GapNode] = []
    starts = [host.span.start for host in hosts]
    position = start
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


def without_idle_gaps(
    nodes: "Iterable[_N | CommentNode | GapNode]",
) -> "list[_N | CommentNode | GapNode]":
    """No empty line at either end, and never two together."""
    kept: list[_N | CommentNode | GapNode] = []
    for node in nodes:
        if isinstance(node, GapNode) and (not kept or isinstance(kept[-1], GapNode)):
            continue
        kept.append(node)
    while kept and isinstance(kept[-1], GapNode):
        kept.pop()
    return kept
