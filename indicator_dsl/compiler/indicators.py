"""One rule's node as an indicator with its curve, every fault reported where it stands."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.compiler.checklists import checklist_from_node
from indicator_dsl.compiler.choices import method_missing, method_unfit
from indicator_dsl.compiler.expressions import Known, condition_from_node
from indicator_dsl.compiler.guards import (
    allowed_of,
    duties_from_node,
    guards_from_node,
    missing_is_zero,
    not_applicable_of,
    refuse_curve_guards,
    zero_target_of,
)
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.compiler.schemes import METHODS, Asked, scheme_from_node
from indicator_dsl.compiler.targets import answer_scale, target_from_node
from indicator_dsl.diagnostics import Label
from indicator_dsl.methods import (
    NoShareError,
    curve_of_method,
    curve_of_scheme,
    guarded,
    methods_for,
)
from indicator_dsl.model import (
    Checklist,
    Citation,
    Condition,
    Guards,
    Indicator,
    Judged,
    Measured,
    Method,
    MustExplain,
    Operator,
    Scale,
    Scheme,
)
from indicator_dsl.source import Span
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
    RangeNode,
    WeightNode,
    WhenNode,
    ZeroNode,
)
from indicator_dsl.wording import Text, nearest, same

_Clause = TypeVar("_Clause", bound=ClauseNode)
_MANY = (BasisNode, NoteNode, AssumeNode, ItemNode, AllowNode, OverLessNode, ZeroNode)


@frozen
class Inherited:
    """A default method with the desk of the file it stands in."""

    node: MethodNode
    desk: Desk


@frozen(kw_only=True)
class Setting:
    """What the ruleset and its profiles say for all its rules, and the figures it knows."""

    scales: Mapping[str, Scale]
    defaults: Mapping[Operator, Inherited]
    places: int
    known: Known
    figures: Known


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
        allowed=allowed_of(node),
        duties=duties,
        citations=tuple(
            Citation(document=c.document.text, article=c.article) for c in _all(node, BasisNode)
        ),
        notes=tuple(c.words.text for c in _all(node, NoteNode)),
        assumptions=tuple(same(c.words.text) for c in _all(node, AssumeNode)),
        place=desk.place(node.span),
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
            scale = answer_scale(node, node.target, desk)
            return None if scale is None else Judged(scale=scale)
        case target_node:
            target = target_from_node(node, target_node, desk, setting.known)
            if target is None or weight is None:
                return None
            return _measured(node, target_node, Asked(target, weight), desk, setting)


def _all(node: IndicatorNode, kind: type[_Clause]) -> list[_Clause]:
    return [clause for clause in node.clauses if isinstance(clause, kind)]


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


def _head(node: IndicatorNode, desk: Desk, end: Span) -> str:
    return " ".join(Span(node.span.start, end.end).text_of(desk.source.text).split())


def _weight(node: IndicatorNode, desk: Desk, name: str) -> Fraction | None:
    weights = _all(node, WeightNode)
    if not weights:
        span = node.target.span if node.target else node.name.span
        advice = same(f"{_head(node, desk, span)} weight 10")
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


def _refuse_method(node: IndicatorNode, desk: Desk) -> None:
    for clause in _all(node, MethodNode):
        words = clause.span.text_of(desk.source.text)
        desk.collector.add(
            codes.METHOD_ON_SCALE.at(desk.place(clause.span), name=name_of(node.name), clause=words)
        )
    refuse_curve_guards(node, desk)


def _judged(target: GradedNode, desk: Desk, setting: Setting) -> Judged | None:
    scale = setting.scales.get(name_of(target.scale))
    if scale is None:
        wanted = target.scale.text
        near = nearest(wanted, setting.scales)
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


@frozen(kw_only=True)
class _Chosen:
    """A method, where it is said, and how it came about."""

    method: Method
    node: MethodNode | None = None
    desk: Desk
    span: Span
    is_inherited: bool = False
    is_builtin: bool = False


def _measured(
    node: IndicatorNode,
    target_node: BoundNode | RangeNode,
    asked: Asked,
    desk: Desk,
    setting: Setting,
) -> Measured | None:
    chosen = _chosen(node, target_node, asked, desk, setting)
    if chosen is None:
        return None
    zero_target = zero_target_of(node)
    if zero_target and zero_target.passes and asked.ends[0] <= 0 and not asked.is_day:
        chosen = _Chosen(method=Method.PASS, desk=desk, span=zero_target.span)
    scheme: Scheme | None = None
    if chosen.node is not None and chosen.node.detail is not None:
        scheme = scheme_from_node(chosen.node, asked, chosen.desk)
        if scheme is None:
            return None
    guards = guards_from_node(node, chosen.method, asked, desk)
    return _with_curve(node, asked, chosen, scheme, guards, desk)


def _with_curve(
    node: IndicatorNode,
    asked: Asked,
    chosen: _Chosen,
    scheme: Scheme | None,
    guards: Guards,
    desk: Desk,
) -> Measured | None:
    target, weight = asked.target, asked.weight
    try:
        curve = (
            curve_of_method(chosen.method, target, weight)
            if scheme is None
            else curve_of_scheme(scheme, target, weight)
        )
        curve = guarded(curve, chosen.method, target, weight, guards)
    except NoShareError:
        place = chosen.desk.place(chosen.span)
        name = name_of(node.name)
        desk.collector.add(codes.TARGET_NOT_POSITIVE.at(place, name=name, target=target))
        return None
    return Measured(
        target=target,
        method=chosen.method,
        curve=curve,
        scheme=scheme,
        guards=guards,
        is_inherited=chosen.is_inherited,
        is_builtin=chosen.is_builtin,
    )


def _chosen(
    node: IndicatorNode,
    target_node: BoundNode | RangeNode,
    asked: Asked,
    desk: Desk,
    setting: Setting,
) -> _Chosen | None:
    """The method the rule states, inherits or has built in; None when it must state one."""
    operator = asked.target.operator
    stated = _all(node, MethodNode)
    if stated:
        method = METHODS.get(stated[0].method)
        if method is None or (stated[0].detail is None and not _serves(method, asked)):
            _refuse_unfit(stated[0], asked, desk)
            return None
        return _Chosen(method=method, node=stated[0], desk=desk, span=stated[0].span)
    span = target_node.span
    if asked.is_day:
        return _Chosen(method=Method.PASS, desk=desk, span=span, is_builtin=True)
    inherited = setting.defaults.get(operator)
    if inherited is not None:
        method = METHODS[inherited.node.method]
        return _Chosen(
            method=method,
            node=inherited.node,
            desk=inherited.desk if inherited.node.detail else desk,
            span=inherited.node.span if inherited.node.detail else span,
            is_inherited=True,
        )
    if operator is Operator.AT_LEAST:
        return _Chosen(method=Method.RATIO, desk=desk, span=span, is_builtin=True)
    weights = _all(node, WeightNode)
    rule = _head(node, desk, weights[0].span if weights else span)
    name = name_of(node.name)
    desk.collector.add(
        method_missing(desk.place(span), name, asked.target, asked.weight, rule, setting.places)
    )
    return None


def _serves(method: Method, asked: Asked) -> bool:
    if asked.is_day:
        return method is Method.PASS
    return method in methods_for(asked.target.operator)


def _refuse_unfit(stated: MethodNode, asked: Asked, desk: Desk) -> None:
    words = stated.span.text_of(desk.source.text)
    place = desk.place(stated.span)
    operator = asked.target.operator
    fitting = (Method.PASS,) if asked.is_day else methods_for(operator)
    desk.collector.add(method_unfit(place, words, operator, fitting))


def _when(node: IndicatorNode, desk: Desk, setting: Setting) -> Condition | None:
    found = _all(node, WhenNode)
    if not found:
        return None
    if not_applicable_of(node) is None:
        name = name_of(node.name)
        desk.collector.add(codes.WHEN_ALONE.at(desk.place(found[0].span), name=name))
    return condition_from_node(found[0].condition, desk, setting.figures)
