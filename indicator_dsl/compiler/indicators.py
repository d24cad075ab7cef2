"""One rule's node as an indicator with its curve, every fault reported where it stands."""

from fractions import Fraction

from indicator_dsl import codes
from indicator_dsl.compiler.asked import Asked
from indicator_dsl.compiler.checklists import checklist_from_node
from indicator_dsl.compiler.choices import method_unfit
from indicator_dsl.compiler.expressions import OPERATORS, condition_from_node
from indicator_dsl.compiler.guards import (
    allowed_of,
    duties_from_node,
    missing_is_zero,
    not_applicable_of,
    refuse_curve_guards,
)
from indicator_dsl.compiler.marks import marks_of
from indicator_dsl.compiler.measures import Setting, clauses_of, head_of, measured_from_node
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.compiler.targets import answer_scale, target_from_node
from indicator_dsl.diagnostics import Label
from indicator_dsl.model import (
    Checklist,
    Citation,
    Condition,
    Indicator,
    Judged,
    Measured,
    Method,
    MustExplain,
)
from indicator_dsl.syntax import (
    AllowNode,
    AnswerNode,
    AssumeNode,
    BasisNode,
    BoundNode,
    ClauseNode,
    GradedNode,
    IndicatorNode,
    ItemNode,
    MethodNode,
    NoteNode,
    OverLessNode,
    WeightNode,
    WhenNode,
    ZeroNode,
)
from indicator_dsl.wording import Text, same

_MANY = (BasisNode, NoteNode, AssumeNode, ItemNode, AllowNode, OverLessNode, ZeroNode)


def indicator_from_node(node: IndicatorNode, desk: Desk, setting: Setting) -> Indicator | None:
    """The indicator; None, with diagnostics, when something in it is wrong."""
    name = name_of(node.name)
    weight = _weight(node, desk, name)
    _refuse_repeats(node, desk, name)
    measure = _measure(node, weight, desk, setting)
    when = _when(node, desk, setting)
    if weight is None or measure is None:
        return None
    duties: tuple[MustExplain, ...] = ()
    if isinstance(measure, Measured):
        duties = duties_from_node(node, Asked(measure.target, weight), desk)
    return Indicator(
        name=name,
        section=desk.headings,
        measure=measure,
        weight=weight,
        missing_is_zero=missing_is_zero(node),
        not_applicable=not_applicable_of(node),
        when=when,
        allowed=allowed_of(node, desk),
        duties=duties,
        citations=tuple(
            Citation(document=c.document.text, article=c.article)
            for c in clauses_of(node, BasisNode)
        ),
        notes=tuple(c.words.text for c in clauses_of(node, NoteNode)),
        assumptions=tuple(same(c.words.text) for c in clauses_of(node, AssumeNode)),
        place=desk.place(node.span),
        marks=marks_of(node, desk),
    )


def _measure(
    node: IndicatorNode, weight: Fraction | None, desk: Desk, setting: Setting
) -> Measured | Judged | Checklist | None:
    match node.target:
        case None:
            refuse_curve_guards(node, desk)
            return None if weight is None else checklist_from_node(node, weight, desk)
        case GradedNode():
            _refuse_method(node, desk)
            return _judged(node.target, desk, setting)
        case BoundNode(quantity=AnswerNode()):
            refuse_curve_guards(node, desk)
            _refuse_unless_pass(node, node.target, desk)
            scale = answer_scale(node, node.target, desk)
            return None if scale is None else Judged(scale=scale)
        case target_node:
            target = target_from_node(node, target_node, desk, setting.known)
            if target is None or weight is None:
                return None
            return measured_from_node(node, target_node, Asked(target, weight), desk, setting)


def _refuse_repeats(node: IndicatorNode, desk: Desk, name: str) -> None:
    seen: dict[type, ClauseNode] = {}
    for clause in node.clauses:
        if isinstance(clause, _MANY):
            continue
        first = seen.setdefault(type(clause), clause)
        if first is not clause:
            word = clause.span.text_of(desk.source.text).split()[0]
            other = Label(desk.place(first.span), Text("first here", "第一处"))
            desk.collector.add(
                codes.CLAUSE_REPEATED.at(desk.place(clause.span), other, name=name, clause=word)
            )


def _weight(node: IndicatorNode, desk: Desk, name: str) -> Fraction | None:
    weights = clauses_of(node, WeightNode)
    if not weights:
        span = node.target.span if node.target else node.name.span
        advice = same(f"{head_of(node, desk, span)} weight 10")
        desk.collector.add(
            codes.WEIGHT_MISSING.at(desk.place(node.name.span), advice=advice, name=name)
        )
        return None
    weight = desk.number(weights[0].points)
    if weight is not None and weight <= 0:
        place = desk.place(weights[0].points.span)
        desk.collector.add(
            codes.WEIGHT_NOT_POSITIVE.at(place, name=name, weight=weights[0].points.text)
        )
        return None
    return weight


def _refuse_unless_pass(node: IndicatorNode, target: BoundNode, desk: Desk) -> None:
    """Reports a method on a yes or no, which is met or not."""
    for clause in clauses_of(node, MethodNode):
        if clause.method != "PASS":
            words, operator = clause.span.text_of(desk.source.text), OPERATORS[target.operator.kind]
            place = desk.place(clause.span)
            desk.collector.add(method_unfit(place, words, operator, (Method.PASS,)))


def _refuse_method(node: IndicatorNode, desk: Desk) -> None:
    for clause in clauses_of(node, MethodNode):
        words = clause.span.text_of(desk.source.text)
        desk.collector.add(
            codes.METHOD_ON_SCALE.at(desk.place(clause.span), name=name_of(node.name), clause=words)
        )
    refuse_curve_guards(node, desk)


def _judged(target: GradedNode, desk: Desk, setting: Setting) -> Judged | None:
    scale = setting.scales.get(name_of(target.scale))
    if scale is None and desk.has_lost_profile:
        return None  # the profile that could not be read may have stated it
    if scale is None:
        wanted = target.scale.text
        near = desk.nearest(wanted, setting.scales)
        declare = f"scale {wanted} = 优 100, 良 80, 中 60, 差 0"
        zh = f"等次 {wanted} = 优 100, 良 80, 中 60, 差 0"
        advice = Text(
            f"did you mean {', '.join(near)}?" if near else declare,
            f"是否想写 {'、'.join(near)}？" if near else zh,
        )
        desk.collector.add(
            codes.SCALE_UNKNOWN.at(desk.place(target.scale.span), advice=advice, name=wanted)
        )
        return None
    return Judged(scale=scale)


def _when(node: IndicatorNode, desk: Desk, setting: Setting) -> Condition | None:
    found = clauses_of(node, WhenNode)
    if not found:
        return None
    if not_applicable_of(node) is None:
        name = name_of(node.name)
        desk.collector.add(codes.WHEN_ALONE.at(desk.place(found[0].span), name=name))
    return condition_from_node(found[0].condition, desk, setting.figures)
