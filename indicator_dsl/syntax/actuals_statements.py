"""The statements of actuals files as nodes. Like all nodes they only repeat what was written."""

from attrs import frozen

from indicator_dsl.source import Span
from indicator_dsl.syntax.nodes import Node, NumberNode, WordNode, _span
from indicator_dsl.syntax.statements import CommentNode, GapNode


@frozen(kw_only=True, eq=False, repr=False)
class ActualsNode(Node):
    """`actuals for "title" 2024`."""

    title: WordNode
    year: str = ""
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class ReportedTotalNode(Node):
    """`total reported 100`."""

    points: NumberNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class EntryNode(Node):
    """`NAME = CELL reported 20 reason "…"`.

    Each part but the name is None when not given, an empty cell is an empty word.
    """

    name: WordNode
    cell: WordNode | None = None
    items: tuple[tuple[WordNode, WordNode], ...] = ()
    reported: NumberNode | None = None
    reason: WordNode | None = None
    comment: str = ""
    span: Span = _span()


ActualsStatementNode = CommentNode | GapNode | ActualsNode | ReportedTotalNode | EntryNode


@frozen(kw_only=True, eq=False, repr=False)
class ActualsFileNode(Node):
    """A whole actuals file."""

    statements: tuple[ActualsStatementNode, ...]
