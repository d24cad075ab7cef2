"""Guard clauses of a rule: what bends its curve, and what happens when there is no value.

Reports what does not fit; draws no curve.
"""

from typing import TYPE_CHECKING

from indicator_dsl import codes
from indicator_dsl.compiler.asked import Asked
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.compiler.schemes import amount
from indicator_dsl.model import (
    Allowed,
    Bound,
    Guards,
    Method,
    MustExplain,
    NoPoints,
    NotApplicableRule,
    OverLess,
    Treatment,
)
from indicator_dsl.syntax import (
    AllowNode,
    CapNode,
    ClauseNode,
    IndicatorNode,
    MissingNode,
    NotApplicableNode,
    OverLessNode,
    OverNode,
    ZeroNode,
    ZeroTargetNode,
)
from indicator_dsl.wording import Text

if TYPE_CHECKING:
    from fractions import Fraction

_TREATMENTS = {
    "full": Treatment.FULL,
    "zero": Treatment.ZERO,
    "drop": Treatment.DROP,
    "move": Treatment.MOVE,
}
_FULL = 100  # per cent
_CONTINUED = (Method.RATIO, Method.EXCESS, Method.INVERSE)
_OF_TARGET = (CapNode, OverLessNode)
_ON_CURVES = (CapNode, OverLessNode, OverNode, ZeroNode, ZeroTargetNode)


def guards_from_node(node: IndicatorNode, method: Method, asked: Asked, desk: Desk) -> Guards:
    """The guards of a measured rule; those that do not fit are reported and left out."""
    cap: Fraction | None = None
    overs: list[OverLess] = []
    zeros: list[NoPoints] = []
    operator = asked.target.operator
    for clause in node.clauses:
        if isinstance(clause, _OF_TARGET) and passes_at_zero(node, asked):
            continue
        match clause:
            case CapNode():
                percent = desk.number(clause.percent)
                is_open = operator.wants_more or operator.wants_less
                if not is_open or method not in _CONTINUED or (percent or _FULL) < _FULL:
                    _unfit(
                        clause,
                        node,
                        desk,
                        Text(
                            "a target with >=, >, <= or <; ratio, excess or inverse; from 100% on",
                            "用于 >=、>、<=、< 的目标，按 比例、超幅 或 反比，且不低于 100%",
                        ),
                    )
                elif percent is not None:
                    cap = percent / 100
            case OverLessNode():
                over = _over(clause, node, asked, desk)
                if over and any(over.share == other.share for other in overs):
                    _refuse_second(clause, node, desk)
                elif over:
                    overs.append(over)
            case ZeroNode():
                zero = _zero(clause, node, asked, desk)
                zeros += [zero] if zero else []
            case _:
                pass
    return Guards(cap=cap, overs=tuple(overs), zeros=tuple(zeros))


def _over(clause: OverLessNode, node: IndicatorNode, asked: Asked, desk: Desk) -> OverLess | None:
    share, number = desk.number(clause.percent), desk.number(clause.amount)
    if share is None or number is None:
        return None
    if not _takes_share(asked):
        _refuse_over(clause, clause.percent.text, node, asked, desk)
        return None
    is_points = clause.of == "points"
    return OverLess(share=share / 100, amount=number if is_points else number / 100, of=clause.of)


def _zero(clause: ZeroNode, node: IndicatorNode, asked: Asked, desk: Desk) -> NoPoints | None:
    operator = asked.target.operator
    against = (clause.side == "below" and operator.wants_less) or (
        clause.side in ("above", "from") and operator.wants_more
    )
    if against:
        _unfit(
            clause,
            node,
            desk,
            Text(
                "zero below … goes with >=, zero above … with <=",
                "“低于…不得分”用于 >=，“高于…不得分”用于 <=",
            ),
        )
        return None
    if clause.of_target and not asked.has_shares:
        if not passes_at_zero(node, asked):
            _not_positive(clause, node, asked, desk)
        return None
    if asked.is_day:
        _unfit(clause, node, desk, Text("by less 0.5 per 1 天", "按 每 1 天 扣 0.5"))
        return None
    bound = amount(clause.bound, asked, desk, of_target=clause.of_target)
    if bound is None:
        return None
    number = desk.number(clause.bound.number)
    share = number / 100 if clause.of_target and number is not None else None
    return NoPoints(side=clause.side, bound=bound, of_target=share)


def _takes_share(asked: Asked) -> bool:
    target = asked.target
    if not isinstance(target, Bound) or target.operator.wants_less or asked.is_day:
        return False
    return asked.ends[1] > 0


def duties_from_node(node: IndicatorNode, asked: Asked, desk: Desk) -> tuple[MustExplain, ...]:
    """What the office must explain; a duty that does not fit is reported and left out."""
    duties: list[MustExplain] = []
    for clause in node.clauses:
        if not isinstance(clause, OverNode):
            continue
        percent = desk.number(clause.percent)
        if percent is None or passes_at_zero(node, asked):
            continue
        if not _takes_share(asked):
            _refuse_over(clause, clause.percent.text, node, asked, desk)
            continue
        duties.append(MustExplain(share=percent / 100))
    return tuple(duties)


def refuse_curve_guards(node: IndicatorNode, desk: Desk) -> None:
    """Reports guards on a rule that has no curve: a scale or a checklist."""
    for clause in node.clauses:
        if isinstance(clause, _ON_CURVES):
            words = clause.span.text_of(desk.source.text)
            name = name_of(node.name)
            desk.collector.add(
                codes.METHOD_ON_SCALE.at(desk.place(clause.span), name=name, clause=words)
            )


def zero_target_of(node: IndicatorNode) -> ZeroTargetNode | None:
    """The rule's `zero target` clause, or None."""
    found = [clause for clause in node.clauses if isinstance(clause, ZeroTargetNode)]
    return found[0] if found else None


def passes_at_zero(node: IndicatorNode, asked: Asked) -> bool:
    """Whether the rule says that its target, 0 or less, is scored by pass, without any share."""
    zero_target = zero_target_of(node)
    return bool(zero_target and zero_target.passes and asked.ends[0] <= 0 and not asked.is_day)


def missing_is_zero(node: IndicatorNode) -> bool:
    """Whether a missing actual scores nothing by the rule's own word."""
    return any(isinstance(clause, MissingNode) and clause.is_zero for clause in node.clauses)


def not_applicable_of(node: IndicatorNode) -> NotApplicableRule | None:
    """What the rule says of a line that does not apply; None when it says nothing."""
    for clause in node.clauses:
        if isinstance(clause, NotApplicableNode):
            return NotApplicableRule(
                treatment=_TREATMENTS[clause.treatment], section=clause.section
            )
    return None


def allowed_of(node: IndicatorNode, desk: Desk) -> tuple[Allowed, ...]:
    """The static checks the rule silences."""
    return tuple(
        Allowed(code=clause.code, why=clause.why.text, place=desk.place(clause.span))
        for clause in node.clauses
        if isinstance(clause, AllowNode)
    )


def _unfit(clause: ClauseNode, node: IndicatorNode, desk: Desk, advice: Text) -> None:
    text = desk.source.text
    rule = node.span.text_of(text).split("\n")[0].strip()
    desk.collector.add(
        codes.GUARD_UNFIT.at(
            desk.place(clause.span), advice=advice, clause=clause.span.text_of(text), rule=rule
        )
    )


def _refuse_second(clause: OverLessNode, node: IndicatorNode, desk: Desk) -> None:
    words = clause.span.text_of(desk.source.text)
    desk.collector.add(
        codes.CLAUSE_REPEATED.at(desk.place(clause.span), name=name_of(node.name), clause=words)
    )


def _not_positive(clause: ClauseNode, node: IndicatorNode, asked: Asked, desk: Desk) -> None:
    desk.collector.add(
        codes.TARGET_NOT_POSITIVE.at(
            desk.place(clause.span), name=name_of(node.name), target=asked.target
        )
    )


def _refuse_over(
    clause: ClauseNode, percent: str, node: IndicatorNode, asked: Asked, desk: Desk
) -> None:
    desk.collector.add(
        codes.OVER_UNFIT.at(
            desk.place(clause.span),
            percent=percent,
            name=name_of(node.name),
            target=asked.target,
        )
    )
