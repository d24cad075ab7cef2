"""A rule's target node as a target: bounds, ranges, days, answers and scales. Knows no method."""

from fractions import Fraction

from indicator_dsl import codes
from indicator_dsl.compiler.expressions import OPERATORS, Known
from indicator_dsl.compiler.reading import Desk, name_of, unit_text
from indicator_dsl.diagnostics import Label
from indicator_dsl.model import Bound, Level, Operator, Range, Scale
from indicator_dsl.quantities import (
    BARE,
    CalendarDay,
    NotADate,
    Quantity,
    Unit,
    date_from_text,
)
from indicator_dsl.syntax import (
    AnswerNode,
    BoundNode,
    DayNode,
    IndicatorNode,
    QuantityNode,
    RangeNode,
    WordNode,
)
from indicator_dsl.wording import Text, same


def unit_of_target(node: IndicatorNode, desk: Desk) -> Unit | None:
    """The unit a rule's target is counted in; None when it has none or it is unreadable."""
    match node.target:
        case BoundNode(quantity=QuantityNode() as quantity):
            return desk.unit(quantity.unit)
        case RangeNode():
            return desk.unit(node.target.high.unit or node.target.low.unit)
        case _:
            return None


def answer_scale(node: IndicatorNode, bound: BoundNode, desk: Desk) -> Scale | None:
    """The two levels of a `= 是` or `= 否` target; None, with a diagnostic, if not `=`."""
    answer = bound.quantity
    if not isinstance(answer, AnswerNode):
        return None
    wanted, other = ("是", "否") if answer.is_yes else ("否", "是")
    operator = OPERATORS[bound.operator.kind]
    if operator is not Operator.EQUAL:
        desk.collector.add(
            codes.ANSWER_OPERATOR.at(
                desk.place(bound.operator.span),
                name=name_of(node.name),
                operator=operator.value,
                answer=wanted,
            )
        )
        return None
    levels = (Level(wanted, Fraction(1)), Level(other, Fraction(0)))
    return Scale(wanted, levels, is_answer=True)


def target_from_node(
    node: IndicatorNode, wanted: BoundNode | RangeNode, desk: Desk, known: Known
) -> Bound | Range | None:
    """The target in figures or days; None, with a diagnostic, when it makes no sense."""
    if isinstance(wanted, RangeNode):
        target: Bound | Range | None = _range(node, wanted, desk)
        unit_node = wanted.high.unit
    elif isinstance(wanted.quantity, DayNode):
        return _day(wanted, wanted.quantity, desk)
    elif isinstance(wanted.quantity, QuantityNode):
        value = desk.quantity(wanted.quantity)
        target = None if value is None else Bound(OPERATORS[wanted.operator.kind], value)
        unit_node = wanted.quantity.unit
    else:
        return None
    if target is None:
        return None
    _note_unit_left_out(node, wanted, unit_node, desk, known)
    unit = target.high.unit if isinstance(target, Range) else target.value.unit
    return target if _fits_figure(node, wanted, unit_node, unit, desk, known) else None


def _day(wanted: BoundNode, node: DayNode, desk: Desk) -> Bound | None:
    try:
        reading = date_from_text(node.text)
    except NotADate:
        advice = Text(
            "there is no such day; write it as 2024-12-31 or 2024年12月31日",
            "没有这一天；请写作 2024-12-31 或 2024年12月31日",
        )
        desk.collector.add(
            codes.NUMBER_MALFORMED.at(desk.place(node.span), advice=advice, text=node.text)
        )
        return None
    return Bound(OPERATORS[wanted.operator.kind], CalendarDay(reading.date))


def _note_unit_left_out(
    node: IndicatorNode,
    wanted: BoundNode | RangeNode,
    unit_node: WordNode | None,
    desk: Desk,
    known: Known,
) -> None:
    name = name_of(node.name)
    if unit_node is None and name not in known:
        written = wanted.span.text_of(desk.source.text)
        desk.collector.add(
            codes.UNIT_LEFT_OUT.at(desk.place(wanted.span), name=name, written=written)
        )


def _fits_figure(
    node: IndicatorNode,
    wanted: BoundNode | RangeNode,
    unit_node: WordNode | None,
    unit: Unit,
    desk: Desk,
    known: Known,
) -> bool:
    """Whether the target is counted in the measure of the figure of that name, if there is one."""
    name = name_of(node.name)
    if name not in known or known[name][0].is_same_measure(unit):
        return True
    given, place = known[name]
    said = Text("declared in {u} here", "在此声明为 {u}").filled(u=unit_text(given))
    advice = None
    if given != BARE and unit_node:
        line = node.span.text_of(desk.source.text).split("\n")[0]
        at_unit = unit_node.span.start - node.span.start
        rest = line[at_unit + len(unit_node.text) :]
        advice = same(f"{line[:at_unit]}{given.text}{rest}".strip())
    span = unit_node.span if unit_node else wanted.span
    desk.mismatch(span, given, unit, Label(place, said), advice=advice)
    return False


def _range(node: IndicatorNode, target: RangeNode, desk: Desk) -> Range | None:
    low, high = desk.quantity(target.low), desk.quantity(target.high)
    if low is None or high is None:
        return None
    if target.low.unit is None:
        low = Quantity(low.number, high.unit)
    elif not low.unit.is_same_measure(high.unit):
        at = Label(
            desk.place(target.low.span),
            Text("the range begins in {u}", "区间起点的单位是 {u}").filled(u=unit_text(low.unit)),
        )
        desk.mismatch(target.high.span, low.unit, high.unit, at)
        return None
    if high.magnitude < low.magnitude:
        name = name_of(node.name)
        advice = same(f"{name} in {high.number}..{low}")
        desk.collector.add(
            codes.RANGE_REVERSED.at(desk.place(target.span), advice=advice, name=name)
        )
        return None
    return Range(low.in_unit(high.unit), high)
