"""One rule's node as an indicator with its curve, every fault reported where it stands."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.compiler.choices import METHOD_NAMES, method_missing
from indicator_dsl.compiler.expressions import OPERATORS, Known
from indicator_dsl.compiler.reading import Desk, name_of, unit_text
from indicator_dsl.diagnostics import Label
from indicator_dsl.methods import NoShareError, curve_of_method, methods_for
from indicator_dsl.model import (
    Bound,
    Citation,
    Indicator,
    Judged,
    Measured,
    Method,
    MustExplain,
    Operator,
    Range,
    Scale,
)
from indicator_dsl.quantities import BARE, Unit
from indicator_dsl.source import Span
from indicator_dsl.syntax import (
    AssumeNode,
    BasisNode,
    BoundNode,
    ClauseNode,
    GradedNode,
    IndicatorNode,
    MethodNode,
    NoteNode,
    OverNode,
    RangeNode,
    WeightNode,
)
from indicator_dsl.wording import Text, same

_Clause = TypeVar("_Clause", bound=ClauseNode)


@frozen(kw_only=True)
class Setting:
    """What the ruleset says for all its rules."""

    scales: Mapping[str, Scale]
    defaults: Mapping[Operator, Method]
    places: int


def unit_of_target(node: IndicatorNode, desk: Desk) -> Unit | None:
    """The unit a rule's target is counted in; None for a scale or an unreadable unit."""
    match node.target:
        case BoundNode():
            return desk.unit(node.target.quantity.unit)
        case RangeNode():
            return desk.unit(node.target.high.unit or node.target.low.unit)
        case GradedNode():
            return None


def indicator_from_node(
    node: IndicatorNode, desk: Desk, setting: Setting, known: Known
) -> Indicator | None:
    """The indicator; None, with diagnostics, when something in it is wrong."""
    name = name_of(node.name)
    weight = _weight(node, desk, name)
    _refuse_repeats(node, desk, name)
    if isinstance(node.target, GradedNode):
        measure: Measured | Judged | None = _judged(node, node.target, desk, setting)
    else:
        target = _target(node, node.target, desk, known)
        measure = None
        if target is not None and weight is not None:
            measure = _measured(node, target, weight, desk, setting)
    duties = _duties(node, measure, desk, name)
    if weight is None or measure is None or duties is None:
        return None
    return Indicator(
        name=name,
        section=desk.headings,
        measure=measure,
        weight=weight,
        duties=duties,
        citations=tuple(
            Citation(document=c.document.text, article=c.article) for c in _all(node, BasisNode)
        ),
        notes=tuple(c.words.text for c in _all(node, NoteNode)),
        assumptions=tuple(same(c.words.text) for c in _all(node, AssumeNode)),
        place=desk.place(node.span),
    )


def _all(node: IndicatorNode, kind: type[_Clause]) -> list[_Clause]:
    return [clause for clause in node.clauses if isinstance(clause, kind)]


def _refuse_repeats(node: IndicatorNode, desk: Desk, name: str) -> None:
    seen: dict[type, ClauseNode] = {}
    for clause in node.clauses:
        if not isinstance(clause, WeightNode | MethodNode | OverNode):
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
        advice = same(f"{_head(node, desk, node.target.span)} weight 10")
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


def _judged(node: IndicatorNode, target: GradedNode, desk: Desk, setting: Setting) -> Judged | None:
    name = name_of(node.name)
    for clause in node.clauses:
        if not isinstance(clause, MethodNode | OverNode):
            continue
        words = clause.span.text_of(desk.source.text)
        desk.collector.add(
            codes.METHOD_ON_SCALE.at(desk.place(clause.span), name=name, clause=words)
        )
    scale = setting.scales.get(name_of(target.scale))
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


def _target(
    node: IndicatorNode, wanted: BoundNode | RangeNode, desk: Desk, known: Known
) -> Bound | Range | None:
    name = name_of(node.name)
    target: Bound | Range
    if isinstance(wanted, BoundNode):
        value = desk.quantity(wanted.quantity)
        if value is None:
            return None
        target, unit = Bound(OPERATORS[wanted.operator.kind], value), value.unit
        unit_node = wanted.quantity.unit
    else:
        ranged = _range(node, wanted, desk)
        if ranged is None:
            return None
        target, unit = ranged, ranged.high.unit
        unit_node = wanted.high.unit
    if unit_node is None and name not in known:
        at = desk.place(node.target.span)
        written = node.target.span.text_of(desk.source.text)
        desk.collector.add(codes.UNIT_LEFT_OUT.at(at, name=name, written=written))
    if name in known and not known[name][0].is_same_measure(unit):
        given, place = known[name]
        said = Text("declared in {u} here", "在此声明为 {u}").filled(u=unit_text(given))
        span = unit_node.span if unit_node else node.target.span
        advice = None
        if given != BARE and unit_node:
            line = node.span.text_of(desk.source.text).split("\n")[0]
            at_unit = unit_node.span.start - node.span.start
            rest = line[at_unit + len(unit_node.text) :]
            advice = same(f"{line[:at_unit]}{given.text}{rest}".strip())
        desk.mismatch(span, given, unit, Label(place, said), advice=advice)
        return None
    return target


def _range(node: IndicatorNode, target: RangeNode, desk: Desk) -> Range | None:
    high = desk.quantity(target.high)
    low_node = target.low
    low = desk.quantity(low_node)
    if low is None or high is None:
        return None
    if low_node.unit is None:
        low = type(low)(low.number, high.unit)
    elif not low.unit.is_same_measure(high.unit):
        at = Label(
            desk.place(low_node.span),
            Text("the range begins in {u}", "区间起点的单位是 {u}").filled(u=unit_text(low.unit)),
        )
        desk.mismatch(target.high.span, low.unit, high.unit, at)
        return None
    if high.magnitude < low.magnitude:
        written = f"{name_of(node.name)} in {high.number}..{low}"
        desk.collector.add(
            codes.RANGE_REVERSED.at(
                desk.place(target.span), advice=same(written), name=name_of(node.name)
            )
        )
        return None
    return Range(low.in_unit(high.unit), high)


def _measured(
    node: IndicatorNode, target: Bound | Range, weight: Fraction, desk: Desk, setting: Setting
) -> Measured | None:
    name = name_of(node.name)
    stated = _all(node, MethodNode)
    at = desk.place(node.target.span)
    inherited = built_in = False
    if stated:
        method = Method[stated[0].method]
        at = desk.place(stated[0].span)
        if method not in methods_for(target.operator):
            choices = [METHOD_NAMES[m] for m in methods_for(target.operator)]
            desk.collector.add(
                codes.METHOD_UNFIT.at(
                    at,
                    advice=Text(
                        f"write {' or '.join(c.en for c in choices)}",
                        f"请写 {'、'.join(c.zh for c in choices)}",
                    ),
                    method=method.value,
                    method_zh=METHOD_NAMES[method].zh.removeprefix("按 "),
                    operator=target.operator.value,
                )
            )
            return None
    elif target.operator in setting.defaults:
        method, inherited = setting.defaults[target.operator], True
    elif target.operator is Operator.AT_LEAST:
        method, built_in = Method.RATIO, True
    else:
        weights = _all(node, WeightNode)
        rule = _head(node, desk, weights[0].span if weights else node.target.span)
        desk.collector.add(method_missing(at, name, target, weight, rule, setting.places))
        return None
    try:
        curve = curve_of_method(method, target, weight)
    except NoShareError:
        desk.collector.add(codes.TARGET_NOT_POSITIVE.at(at, name=name, target=target))
        return None
    return Measured(
        target=target, method=method, curve=curve, is_inherited=inherited, is_builtin=built_in
    )


def _duties(
    node: IndicatorNode, measure: Measured | Judged | None, desk: Desk, name: str
) -> tuple[MustExplain, ...] | None:
    duties: list[MustExplain] = []
    for clause in _all(node, OverNode):
        percent = desk.number(clause.percent)
        if percent is None:
            return None
        if isinstance(measure, Measured):
            target = measure.target
            if (
                not isinstance(target, Bound)
                or target.operator.wants_less
                or target.value.number <= 0
            ):
                desk.collector.add(
                    codes.OVER_UNFIT.at(
                        desk.place(clause.span),
                        percent=clause.percent.text,
                        name=name,
                        target=target,
                    )
                )
                return None
        duties.append(MustExplain(share=percent / 100))
    return tuple(duties)
