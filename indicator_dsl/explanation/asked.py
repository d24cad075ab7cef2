"""What was asked of a line and what was done, each in a phrase. Measures nothing itself."""

from indicator_dsl.explanation.figures import (
    number_text,
    quantity_text,
    share_text,
    value_text,
)
from indicator_dsl.explanation.reasons import reason_text
from indicator_dsl.model import Bound, Checklist, Judged, Level, Range, Scale
from indicator_dsl.quantities import CalendarDay, Quantity
from indicator_dsl.scoring import LineScore
from indicator_dsl.wording import Text, same


def asked_text(target: Bound | Range | Scale | Checklist) -> Text:
    """The target as a rule writes it.

    Example:
        >>> asked_text(Scale("优良中低差", ())).zh
        '定性 优良中低差'
    """
    match target:
        case Scale() if target.is_answer:
            return Text("= {x}", "= {x}").filled(x=target.label_text(target.name))
        case Scale():
            return Text(f"is {target.name}", f"定性 {target.name}")
        case Checklist():
            count = len(target.items)
            return Text(f"{count} {'item' if count == 1 else 'items'}", f"{count} 项要点")
        case Range():
            low, high = number_text(target.low.number), quantity_text(target.high)
            return Text(f"in {low}..{high.en}", f"介于 {low}..{high.zh}")
        case Bound():
            value = value_text(target.value)
            glyph = target.operator.value
            return Text(f"{glyph} {value.en}", f"{glyph} {value.zh}")


def done_text(line: LineScore) -> Text:
    """The actual the line was scored on, or what stands in its place."""
    match line.observed:
        case Quantity() as observed:
            return quantity_text(observed, apart_from=_ends_in_unit_of(observed, line))
        case CalendarDay() as day:
            return value_text(day)
        case str() as label if label:
            return _level_text(line, label)
    if line.marks:
        return Text(
            f"{line.marks.count(True)}/{len(line.marks)}, {line.marks.count(None)} not said",
            f"{line.marks.count(True)}/{len(line.marks)}，{line.marks.count(None)} 项未填",
        )
    return same(line.written) if line.written else reason_text(line.reason)


def _level_text(line: LineScore, label: str) -> Text:
    level, measure = level_of(line), line.indicator.measure
    if isinstance(measure, Judged) and measure.scale.is_answer:
        return measure.scale.label_text(label)
    if level is None or level.least is None or line.exact is None:
        return same(label)
    share = share_text(line.exact / line.indicator.weight)
    return Text(f"{label} {share.en}", f"{label} {share.zh}")


def level_of(line: LineScore) -> Level | None:
    """The level a judged line was given; None for any other line."""
    measure = line.indicator.measure
    if not isinstance(measure, Judged) or not isinstance(line.observed, str):
        return None
    return measure.scale.level(line.observed)


def _ends_in_unit_of(observed: Quantity, line: LineScore) -> list[Quantity]:
    match line.indicator.target:
        case Bound(value=Quantity() as value):
            ends = [value]
        case Range() as target:
            ends = [target.low, target.high]
        case _:
            ends = []
    return [end.in_unit(observed.unit) for end in ends if end.unit.is_same_measure(observed.unit)]
