"""The statements of ruleset and actuals files as nodes.

Like all nodes they only repeat what was written.
"""

from attrs import frozen

from indicator_dsl.source import Span
from indicator_dsl.syntax.clauses import ClauseNode, MethodNode
from indicator_dsl.syntax.nodes import (
    ConditionNode,
    ExpressionNode,
    Node,
    NumberNode,
    OperatorNode,
    TargetNode,
    WordNode,
    _span,
)


@frozen(kw_only=True, eq=False, repr=False)
class CommentNode(Node):
    """A comment on a line of its own, without its `#`."""

    text: str
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class GapNode(Node):
    """One or more empty lines."""

    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class RulesetNode(Node):
    """`ruleset "title" 2024`; the year is empty when none is named."""

    title: WordNode
    year: str = ""
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class TotalNode(Node):
    """`total 100`."""

    points: NumberNode
    since: str = ""
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class RoundNode(Node):
    """`round 2 each` or `round 2 total`."""

    places: NumberNode
    each: bool
    since: str = ""
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class GradeBandNode(Node):
    """`优 >= 90` inside `grades`."""

    label: WordNode
    points: NumberNode
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class GradesNode(Node):
    """`grades 优 >= 90, …, else 差`."""

    bands: tuple[GradeBandNode, ...]
    otherwise: WordNode
    since: str = ""
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class ScaleLevelNode(Node):
    """`优 100` or `达成 100..80` inside `scale`; `to` is None for a single share."""

    label: WordNode
    percent: NumberNode
    to: NumberNode | None = None
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class ScaleNode(Node):
    """`scale 优良中低差 = 优 100, 良 80, …`."""

    name: WordNode
    levels: tuple[ScaleLevelNode, ...]
    since: str = ""
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class DefaultNode(Node):
    """`default <= by inverse`."""

    operator: OperatorNode
    method: MethodNode
    since: str = ""
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class UnitNode(Node):
    """`unit 万元 = 10000 元`."""

    name: WordNode
    amount: NumberNode
    unit: WordNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class SectionNode(Node):
    """`[产出指标 / 数量指标] 40`, or `[效益指标] 30 of inner 100`.

    `points` and `inner` are None when the heading names none.
    """

    path: tuple[str, ...]
    points: NumberNode | None = None
    inner: NumberNode | None = None
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class InputNode(Node):
    """`input 全年执行数 万元`."""

    name: WordNode
    unit: WordNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class LetNode(Node):
    """`let 预算执行率 = 全年执行数 / 全年预算数`."""

    name: WordNode
    value: ExpressionNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class CheckNode(Node):
    """`check CONDITION "message"`."""

    condition: ConditionNode
    message: WordNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class AssumptionNode(Node):
    """`assume "…"` as a statement of the whole ruleset."""

    words: WordNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class IndicatorNode(Node):
    """One rule: a name, its target and its clauses, the weight first, else in the order written."""

    name: WordNode
    target: TargetNode | None = None
    clauses: tuple[ClauseNode, ...] = ()
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class UseNode(Node):
    """`use mof-2020`: a shipped profile by its id, or a file beside the ruleset."""

    profile: WordNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class ExampleNode(Node):
    """`example 年办件量 = 180000 件 -> 18`."""

    name: WordNode
    cell: WordNode
    points: NumberNode
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class LimitNode(Node):
    """`limit total 89 when 预算执行率 < 80 %`; without a condition it always holds."""

    points: NumberNode
    condition: ConditionNode | None = None
    since: str = ""
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class VetoNode(Node):
    """`veto "虚报绩效数据" grade <= 良` or `total <= 60`: the one not named is None."""

    name: WordNode
    grade: WordNode | None = None
    points: NumberNode | None = None
    missing_is_zero: bool | None = None
    comment: str = ""
    span: Span = _span()


@frozen(kw_only=True, eq=False, repr=False)
class ExtraNode(Node):
    """`bonus "机制创新" 1 each cap 3`, or `penalty …`."""

    is_bonus: bool
    name: WordNode
    each: NumberNode
    cap: NumberNode | None = None
    missing_is_zero: bool | None = None
    comment: str = ""
    span: Span = _span()


StatementNode = (
    CommentNode
    | GapNode
    | RulesetNode
    | TotalNode
    | RoundNode
    | GradesNode
    | ScaleNode
    | DefaultNode
    | UnitNode
    | SectionNode
    | InputNode
    | LetNode
    | CheckNode
    | AssumptionNode
    | UseNode
    | ExampleNode
    | LimitNode
    | VetoNode
    | ExtraNode
    | IndicatorNode
)


@frozen(kw_only=True, eq=False, repr=False)
class RulesetFileNode(Node):
    """A whole ruleset file."""

    statements: tuple[StatementNode, ...]
