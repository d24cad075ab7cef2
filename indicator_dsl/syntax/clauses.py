"""Clauses of a rule and the parts of its methods as nodes.

Like all nodes they only repeat what was written; `comment` is what stood behind a `#` on the line.
"""

from attrs import frozen

from indicator_dsl.source import Span
from indicator_dsl.syntax.nodes import (
    ConditionNode,
    Node,
    NumberNode,
    OperatorNode,
    QuantityNode,
    WordNode,
    _span,
)


@frozen(kw_only=True, eq=False, repr=False)
class PointsNode(Node):
    """`0.5` points, or `10%` of the weight."""

    number: NumberNode
    is_percent: bool = False
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class StepNode(Node):
    """`per 1 pp`, `per full 1 pp`, `per 1 pp or part`, `per 5% of target`.

    `reading` is `proportional`, `full` or `part`.
    """

    amount: QuantityNode
    of_target: bool = False
    reading: str = "proportional"
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class LineNode(Node):
    """`line from 60 to 95`, or `from 60% to 100% of target`: no points at `start`, all at `end`."""

    start: QuantityNode
    end: QuantityNode
    of_target: bool = False
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class BandNode(Node):
    """`>= 90: 10`."""

    operator: OperatorNode
    bound: QuantityNode
    points: PointsNode
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class BandsNode(Node):
    """`bands >= 90: 10, …, else 0`."""

    bands: tuple[BandNode, ...]
    otherwise: PointsNode
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class LessNode(Node):
    """`less 0.5 per 1 pp at most 10`; `ceiling` is None when there is none."""

    points: PointsNode
    step: StepNode
    ceiling: PointsNode | None = None
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class SideNode(Node):
    """`below 0.3 per 1 pp at most 5`: one side of a two-sided deduction, `below` or `above`."""

    side: str
    less: LessNode
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class SidesNode(Node):
    """`below …, above …`."""

    sides: tuple[SideNode, ...]
    span: Span = _span()


DetailNode = LineNode | BandsNode | LessNode | SidesNode


@frozen(kw_only=True, eq=False, repr=False)
class WeightNode(Node):
    """`weight 20`."""

    points: NumberNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class MethodNode(Node):
    """`by ratio`: `method` is the keyword's name in the table, `RATIO`.

    `detail` holds what LINE, BANDS, LESS and SIDES say besides.
    """

    method: str
    detail: DetailNode | None = None
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class OverNode(Node):
    """`over 130% explain`: a duty to explain from that share of the target on."""

    percent: NumberNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class OverLessNode(Node):
    """`over 150% less 10% of weight`: `of` is `weight`, `earned` or `points`."""

    percent: NumberNode
    amount: NumberNode
    of: str = "weight"
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class CapNode(Node):
    """`cap 120%`."""

    percent: NumberNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class ZeroNode(Node):
    """`zero below 60% of target`; `side` is `below`, `above` or `from`."""

    side: str
    bound: QuantityNode
    of_target: bool = False
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class ZeroTargetNode(Node):
    """`zero target pass` or `zero target error`."""

    passes: bool
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class MissingNode(Node):
    """`missing zero` or `missing error`."""

    is_zero: bool
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class NotApplicableNode(Node):
    """`n/a full`, `drop`, `zero` or `move to [效益指标]`; `section` is empty but for `move`."""

    treatment: str
    section: tuple[str, ...] = ()
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class WhenNode(Node):
    """`when 收入 >= 5 万元`."""

    condition: ConditionNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class AllowNode(Node):
    """`allow IND601 "why"`: silences a static check."""

    code: str
    why: WordNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class BasisNode(Node):
    """`basis "财预〔2020〕10号" 第十七条`; the article is empty when none is named."""

    document: WordNode
    article: str = ""
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class NoteNode(Node):
    """`note "…"`: words for the reader of the score sheet."""

    words: WordNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class AssumeNode(Node):
    """`assume "…"`: a choice the source does not make; listed on every score sheet."""

    words: WordNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class ItemNode(Node):
    """`- 制度健全: 1` of a checklist; `points` is None for `rest`."""

    name: WordNode
    points: PointsNode | None = None
    comment: str = ""
    span: Span = _span()


ClauseNode = (
    WeightNode
    | MethodNode
    | OverNode
    | OverLessNode
    | CapNode
    | ZeroNode
    | ZeroTargetNode
    | MissingNode
    | NotApplicableNode
    | WhenNode
    | AllowNode
    | BasisNode
    | NoteNode
    | AssumeNode
    | ItemNode
)
