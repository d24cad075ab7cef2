"""How a measured rule is scored: the method stated, inherited or built in, and its curve.

Reports what does not fit.
"""

from collections.abc import Mapping
from functools import partial
from typing import TypeVar

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.compiler.asked import Asked
from indicator_dsl.compiler.choices import method_missing, method_unfit
from indicator_dsl.compiler.expressions import Known
from indicator_dsl.compiler.guards import guards_from_node, passes_at_zero, zero_target_of
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.compiler.schemes import METHODS, scheme_from_node
from indicator_dsl.methods import (
    NoShareError,
    drawn,
    has_curve,
    methods_for,
)
from indicator_dsl.model import Guards, Measured, Method, Operator, Scale, Scheme
from indicator_dsl.source import Span
from indicator_dsl.syntax import (
    BoundNode,
    ClauseNode,
    IndicatorNode,
    MethodNode,
    RangeNode,
    WeightNode,
)

_Clause = TypeVar("_Clause", bound=ClauseNode)


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


def clauses_of(node: IndicatorNode, kind: type[_Clause]) -> list[_Clause]:
    """The rule's clauses of one kind, in order."""
    return [clause for clause in node.clauses if isinstance(clause, kind)]


def head_of(node: IndicatorNode, desk: Desk, end: Span) -> str:
    """The rule as written, up to a place, on one line."""
    return " ".join(Span(node.span.start, end.end).text_of(desk.source.text).split())


@frozen(kw_only=True)
class _Chosen:
    """A method, where it is said, and how it came about."""

    method: Method
    node: MethodNode | None = None
    desk: Desk
    span: Span
    is_inherited: bool = False
    is_builtin: bool = False


def measured_from_node(
    node: IndicatorNode,
    target_node: BoundNode | RangeNode,
    asked: Asked,
    desk: Desk,
    setting: Setting,
) -> Measured | None:
    """The measure of a rule with a target in figures or days; None, with diagnostics, if unfit."""
    zero_target = zero_target_of(node)
    is_settled = zero_target is not None and passes_at_zero(node, asked)
    if zero_target is not None and is_settled and not clauses_of(node, MethodNode):
        chosen: _Chosen | None = _Chosen(method=Method.PASS, desk=desk, span=zero_target.span)
    else:
        chosen = _chosen(node, target_node, asked, desk, setting)
    if chosen is None:
        return None
    if zero_target is not None and is_settled:
        chosen = _Chosen(method=Method.PASS, desk=desk, span=zero_target.span)
    scheme: Scheme | None = None
    if chosen.node is not None and chosen.node.detail is not None:
        try:
            scheme = scheme_from_node(chosen.node, asked, chosen.desk)
        except NoShareError:
            _refuse_shares(node, asked, chosen, desk)
            return None
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
    target, method = asked.target, chosen.method
    if not has_curve(method, target, scheme, guards):
        _refuse_shares(node, asked, chosen, desk)
        return None
    return Measured(
        target=target,
        method=method,
        draw=partial(drawn, method, target, asked.weight, scheme, guards),
        scheme=scheme,
        guards=guards,
        is_inherited=chosen.is_inherited,
        is_builtin=chosen.is_builtin,
    )


def _refuse_shares(node: IndicatorNode, asked: Asked, chosen: _Chosen, desk: Desk) -> None:
    place = chosen.desk.place(chosen.span)
    name = name_of(node.name)
    desk.collector.add(codes.TARGET_NOT_POSITIVE.at(place, name=name, target=asked.target))


def _chosen(
    node: IndicatorNode,
    target_node: BoundNode | RangeNode,
    asked: Asked,
    desk: Desk,
    setting: Setting,
) -> _Chosen | None:
    """The method the rule states, inherits or has built in; None when it must state one."""
    operator = asked.target.operator
    stated = clauses_of(node, MethodNode)
    if stated:
        method = METHODS.get(stated[0].method)
        if method is None or not _serves(method, stated[0], asked):
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
    weights = clauses_of(node, WeightNode)
    rule = head_of(node, desk, weights[0].span if weights else span)
    name = name_of(node.name)
    desk.collector.add(
        method_missing(desk.place(span), name, asked.target, asked.weight, rule, setting.places)
    )
    return None


def _serves(method: Method, node: MethodNode, asked: Asked) -> bool:
    if asked.is_day:
        return method in (Method.PASS, Method.STEPS)
    return node.detail is not None or method in methods_for(asked.target.operator)


def _refuse_unfit(stated: MethodNode, asked: Asked, desk: Desk) -> None:
    words = stated.span.text_of(desk.source.text)
    place = desk.place(stated.span)
    operator = asked.target.operator
    fitting = (Method.PASS,) if asked.is_day else methods_for(operator)
    desk.collector.add(method_unfit(place, words, operator, fitting))
