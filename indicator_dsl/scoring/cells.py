"""What a cell holds for the target it stands beside. Knows no points."""

import re
from fractions import Fraction

from attrs import frozen

from indicator_dsl.model import Bound, Checklist, Entry, Indicator, Judged, Level, Scale
from indicator_dsl.quantities import (
    BARE,
    CalendarDay,
    Day,
    Flag,
    JudgedLabel,
    Label,
    Missing,
    NotApplicable,
    Observed,
    Quantity,
    Unit,
    UnitTable,
    Unreadable,
    read_cell,
    text_from_number,
)
from indicator_dsl.scoring.scorecard import Status
from indicator_dsl.wording import Text, name_from_text, nearest

_TOO_LONG = 60
_GOES_ON = re.compile(r"[\d_]")  # behind a number: no unit of a count
_COUNTING_WORDS = "十百千万亿"
_COUNTED = re.compile(rf"(?P<number>.*[^\s{_COUNTING_WORDS}])\s*(?P<word>[{_COUNTING_WORDS}]+)")


@frozen
class Refused:
    """A cell that cannot be held against its target, and why."""

    why: Text
    status: Status = Status.INVALID


@frozen
class Given:
    """A figure, and what had to be done to read it."""

    quantity: Quantity | CalendarDay
    is_rounded: bool = False
    is_unit_assumed: bool = False


@frozen
class Graded:
    """A level of a scale, and its share of the weight: its own, or the one judged in its range."""

    level: Level
    share: Fraction


@frozen
class Ungraded:
    """A ranged level without its judged share: somewhere between `least` and `most`."""

    level: Level


@frozen
class Ticked:
    """The answers to a checklist in order, None where one is missing."""

    marks: tuple[bool | None, ...]


Read = Given | Graded | Ungraded | Ticked | Missing | NotApplicable | Refused


@frozen
class Undecided:
    """Whether the line applies cannot be said yet; `read` is what its cell holds if it does."""

    read: Read


Figured = Given | Missing | NotApplicable | Refused


def figure_from_cell(cell: object, unit: Unit, units: UnitTable) -> Figured:
    """The figure a cell holds, in the measure of `unit`; never raises.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> units = UnitTable()
        >>> str(figure_from_cell("33万件", units.unit_from_text("件"), units).quantity.magnitude)
        '330000'
    """
    reading = read_cell(cell, unit=unit, units=units)
    match reading:
        case Observed():
            assumed = reading.unit_assumed and issubclass(type(cell), str)
            return Given(reading.quantity, reading.rounded, assumed)
        case Missing() | NotApplicable():
            return reading
        case Unreadable():
            return Refused(_why(reading, unit))
        case _:
            return Refused(Text("it is not a number", "不是数值"))


def day_from_cell(cell: object) -> Figured:
    """The day a cell holds; never raises."""
    reading = read_cell(cell, unit=BARE, units=UnitTable())
    match reading:
        case Day():
            return Given(CalendarDay(reading.date))
        case Missing() | NotApplicable():
            return reading
        case Unreadable():
            return Refused(_why(reading, BARE))
        case _:
            return Refused(Text("it is not a day", "不是日期"))


def level_from_cell(
    cell: object, scale: Scale
) -> Graded | Ungraded | Missing | NotApplicable | Refused:
    """The level of a scale a cell names, with its judged share where it has one; never raises."""
    reading = read_cell(cell, unit=BARE, units=UnitTable())
    share: Fraction | None = None
    match reading:
        case Missing() | NotApplicable():
            return reading
        case Unreadable(why="control" | "too-long" | "type"):
            return Refused(_why(reading, BARE))
        case Flag():
            label = "是" if reading.value else "否"
        case Label():
            label = reading.text
        case JudgedLabel():
            label, share = reading.text, reading.share.magnitude
        case _:
            label = ""
    written = name_from_text(str.__str__(cell)) if isinstance(cell, str) else label
    level = scale.level(written) or scale.level(name_from_text(label))
    if level is None:
        return _no_such_level(written, scale)
    return _graded(level, share, scale)


def _graded(level: Level, share: Fraction | None, scale: Scale) -> Graded | Ungraded | Refused:
    if level.least is None and share is None:
        return Graded(level, level.share)
    if share is None:
        return Ungraded(level)
    if scale.allows(level, share):
        return Graded(level, share)
    ends = [text_from_number(end * 100) for end in (level.share, level.least or Fraction(0))]
    judged = text_from_number(share * 100)
    return Refused(
        Text(
            f"{level.label} is worth {' to '.join(ends)} per cent, {judged} was judged",
            f"“{level.label}”应为 {'～'.join(ends)}%，评定为 {judged}%",
        )
    )


def _no_such_level(written: str, scale: Scale) -> Refused:
    labels = [each.label for each in scale.levels]
    near = nearest(written, labels)
    if near:
        return Refused(
            Text(
                f"the scale {scale.name} has no such level; did you mean {', '.join(near)}?",
                f"等次“{scale.name}”没有这一级；是否为 {'、'.join(near)}？",
            )
        )
    return Refused(
        Text(
            f"the scale {scale.name} has no such level: it has {', '.join(labels)}",
            f"等次“{scale.name}”没有这一级：有 {'、'.join(labels)}",
        )
    )


def ticks_from_entry(
    entry: Entry, checklist: Checklist
) -> Ticked | Missing | NotApplicable | Refused:
    """The answers to a checklist; never raises."""
    reading = read_cell(entry.cell, unit=BARE, units=UnitTable())
    if isinstance(reading, NotApplicable):
        return reading
    answers = {name_from_text(name): cell for name, cell in entry.items}
    if not answers:
        if isinstance(reading, Missing):
            return reading
        return Refused(Text("a checklist needs its items, one by one", "要点须逐项填写"))
    marks: list[bool | None] = []
    for item in checklist.items:
        mark = read_cell(answers.get(item.name), unit=BARE, units=UnitTable())
        match mark:
            case Flag():
                marks.append(mark.value)
            case Missing():
                marks.append(None)
            case _:
                return Refused(Text(f"{item.name}: say yes or no", f"“{item.name}”请填 是 或 否"))
    return Ticked(tuple(marks))


def count_from_cell(cell: object, units: UnitTable) -> Fraction | Refused | None:
    """How many of something a cell counts, whatever the unit; 是 is one, 否 and n/a none.

    None when nothing was said.
    """
    reading = read_cell(cell, unit=BARE, units=units)
    if isinstance(reading, Unreadable) and reading.why == "mismatch":
        if _GOES_ON.search(reading.detail):
            return Refused(Text("it is not a number with a unit", "不是数值加单位"))
        # The unit named in a mismatch was read once already.
        reading = read_cell(cell, unit=units.unit_from_text(reading.detail), units=units)
    match reading:
        case Observed():
            number = reading.quantity.number
            below = Refused(Text("a count is not below 0", "数量不能小于 0"))
            return number if number >= 0 else below
        case Flag():
            return Fraction(int(reading.value))
        case NotApplicable():
            return Fraction(0)
        case Missing():
            return None
        case _:
            no_number = Text("it is not a number", "不是数值")
            return Refused(_why(reading, BARE) if isinstance(reading, Unreadable) else no_number)


def unit_of(indicator: Indicator) -> Unit:
    """The unit an indicator's actual is counted in; `BARE` for a scale or a checklist."""
    measure = indicator.measure
    if isinstance(measure, Judged | Checklist):
        return BARE
    target = measure.target
    return target.value.unit if isinstance(target, Bound) else target.high.unit


def written(cell: object) -> str:
    """A cell as its author would recognise it, cut when long; empty for none."""
    if cell is None:
        return ""
    try:
        text = str.__str__(str(cell))  # a plain text, whatever a subclass would have answered
    except Exception:  # noqa: BLE001 - a stranger's object may raise anything when asked for words
        text = type.__repr__(type(cell))
    text = text.strip()
    return text if len(text) <= _TOO_LONG else text[:_TOO_LONG] + "…"


def _why(reading: Unreadable, unit: Unit) -> Text:
    named = unit.text or Text("a bare number", "无单位的数")
    match reading.why:
        case "mismatch":
            said = Text(
                "it is counted in {detail}, the target in {unit}",
                "单位是 {detail}，目标的单位是 {unit}",
            )
        case "unit" if reading.detail == "ambiguous":
            return _ambiguity(reading.text, unit)
        case "unit":
            said = Text("its unit cannot be read", "单位无法识别")
        case "number":
            said = _NUMBER_FAULTS.get(
                reading.detail, Text("its number cannot be read", "数字无法识别")
            )
        case "date":
            said = Text("there is no such day", "没有这一天")
        case "control":
            said = Text("it holds the invisible character {detail}", "含有不可见字符 {detail}")
        case "too-long":
            said = Text("it is too long", "内容过长")
        case _:
            said = Text("a {detail} is no value of a cell", "{detail} 不是单元格的值")
    return said.filled(detail=reading.detail or Text("no unit", "无单位"), unit=named)


def _ambiguity(cell: str, unit: Unit) -> Text:
    """Both amounts that a counting word without its unit can mean: 33万 beside 万元."""
    split = _COUNTED.fullmatch(cell)
    counted = f"{split['number']} {split['word']}" if split else cell
    first = f"{counted}{unit.text.lstrip(_COUNTING_WORDS)}"
    return Text(
        "{cell} could be {first} or {counted} × {unit}: write the unit",
        "“{cell}”可以是 {first}，也可以是 {counted} × {unit}：请写明单位",
    ).filled(cell=cell, first=first, counted=counted, unit=unit.text)


_NUMBER_FAULTS = {
    "exponent": Text("write plain digits, no exponent", "请写普通数字，不用科学记数法"),
    "whole-digits": Text("it has more than 18 digits before the point", "小数点前超过 18 位"),
    "decimal-digits": Text("it has more than 9 digits behind the point", "小数点后超过 9 位"),
}
