"""What an actual cell says, beside the target it answers. Never makes a number of words."""

import re
from functools import lru_cache
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.model import FormRow
from indicator_dsl.quantities import BARE, UnitError, UnitTable, Unreadable, read_cell
from indicator_dsl.transcription.amounts import Amount, amount_in, numbers_in, unit_as_read
from indicator_dsl.transcription.conversions import converted
from indicator_dsl.transcription.days import day_in
from indicator_dsl.transcription.operators import leading_operator, trailing_operator
from indicator_dsl.transcription.spelling import clean_text, plain_text
from indicator_dsl.transcription.target_read import NOTHING, TargetRead
from indicator_dsl.transcription.transcript import ActualKind, TargetKind
from indicator_dsl.transcription.written_numbers import in_digits
from indicator_dsl.wording import Text

MISSING: Final = "missing"
_PLAIN: Final = UnitTable()
_CLAIM: Final = re.compile(
    r"完成|达成|达标|达到|实现|建设中|进行中|推进|正在|未开|未完|已|按[时期]|及时|合格|落实|到位|符合"
)
_DONE: Final = re.compile(
    r"(?:已|已经|全部|全年|均|按时|按期|基本)*(?:完成|达成|达标)了?(?:达|达到)?100%[。.]?"
)
_FALLS_SHORT: Final = re.compile(r"未|不足|不到|不及|没|尚")
RATES: Final = re.compile(r"率|进度|比例|占比|程度|比重")
_JUDGED: Final = re.compile(r"(?P<label>\D+?)\s*(?P<share>\d+(?:\.\d+)?)\s*%")
_MARKS: Final = "。.;,、! "
# Only spellings that say a level itself; a praise is none.
_EQUIVALENT: Final = (
    (
        re.compile(
            r"部分(?:达成|完成|实现)(?:年度)?(?:预期)?(?:指标|目标|效果)?(?:并具有一定效果)?"
        ),
        "部分达成",
    ),
    (
        re.compile(
            r"(?:未|没有)(?:达成|完成|实现)(?:年度)?(?:预期)?(?:指标|目标|效果)?(?:且效果较差)?"
        ),
        "未达成",
    ),
    (
        re.compile(
            r"(?:已|完全|全部|基本)?(?:达成|达到|完成|实现)(?:年度)?预期(?:指标|目标|效果)?|(?:已|完全|全部)?达成"
        ),
        "达成",
    ),
    (re.compile("优秀"), "优"),
    (re.compile("良好"), "良"),
    (re.compile("中等"), "中"),
    (re.compile("较差"), "差"),
)


@frozen(kw_only=True)
class ActualRead:
    """An actual cell understood: its kind and its text in an actuals file.

    `is_yearless` says that only month and day of a day are known.
    """

    kind: ActualKind
    text: str = MISSING
    unit: str = ""
    assumed: tuple[Text, ...] = ()
    puzzles: tuple[Text, ...] = ()
    is_yearless: bool = False


def answer_of(row: FormRow, target: TargetRead, year: int | None) -> ActualRead:
    """What the actual cell of a row says to its target."""
    text, in_han = in_digits(plain_text(row.actual.text), target.unit)
    if not text:
        return ActualRead(kind=ActualKind.MISSING)
    if NOTHING.fullmatch(text):
        return ActualRead(kind=ActualKind.NOT_APPLICABLE, text="n/a")
    match target.kind:
        case TargetKind.FIGURE | TargetKind.RANGE:
            read = _figure(text, row, target)
            return evolve(read, assumed=(*in_han, *read.assumed))
        case TargetKind.DAY:
            return _day(text, row, year)
        case TargetKind.SCALE | TargetKind.WORDS:
            return _level(text, row, target)
        case _:
            said = clean_text(row.actual.text, 300)
            return ActualRead(
                kind=ActualKind.UNKNOWN,
                text="",
                puzzles=(Text(f"“{said}” answers no target", f"“{said}”没有可对照的目标值"),),
            )


def _open(kind: ActualKind, row: FormRow) -> ActualRead:
    said = clean_text(row.actual.text, 300)
    return ActualRead(
        kind=kind,
        assumed=(
            Text(
                f"“{said}” gives no value: the line stays open",
                f"“{said}”没有给出数值：该行待定",
            ),
        ),
    )


def _figure(text: str, row: FormRow, target: TargetRead) -> ActualRead:
    numbers = numbers_in(text)
    is_rate = target.unit == "%" and RATES.search(row.name.text)
    if _DONE.fullmatch(text) and not (is_rate and "满意" not in row.name.text):
        return _open(ActualKind.CLAIM, row)
    if not numbers:
        kind = ActualKind.CLAIM if _CLAIM.search(text) else ActualKind.WORDS
        return _open(kind, row)
    amount = amount_in(text) or _amount_with(target.unit, text)
    said = clean_text(row.actual.text, 300)
    if amount is None:
        puzzle = Text(f"“{said}” holds several figures", f"“{said}”中不止一个数字")
        return ActualRead(kind=ActualKind.UNKNOWN, text="", puzzles=(puzzle,))
    assumed: list[Text] = []
    operator = leading_operator(amount.before)[0] or trailing_operator(amount.after)[0]
    if _FALLS_SHORT.search(amount.before) or _is_opposed(operator, target.operator):
        return _open(ActualKind.CLAIM, row)
    if operator:
        assumed.append(
            Text(f"“{said}” is written with its operator", f"“{said}”连同符号写入，取其数值")
        )
    words = f"{amount.before}{trailing_operator(amount.after)[1]}".strip("≥≤><= 。,;()")
    if not operator and re.search(r"\w", words):
        assumed.append(Text(f"the figure is read out of “{said}”", f"数值取自“{said}”"))
    unit, said_of_unit = _unit(unit_as_read(amount.unit), row, target)
    assumed += said_of_unit
    if not _is_readable(amount.number, unit):
        puzzle = Text(f"“{said}” is no number with a unit", f"“{said}”不是带单位的数")
        return ActualRead(kind=ActualKind.UNKNOWN, text="", puzzles=(puzzle,))
    assumed += converted(amount.number, unit, target.unit)
    return ActualRead(
        kind=ActualKind.FIGURE,
        text=f"{amount.number}{unit}",
        unit=unit,
        assumed=tuple(assumed),
    )


def _unit(own: str, row: FormRow, target: TargetRead) -> tuple[str, tuple[Text, ...]]:
    """The unit of an actual, empty where it is simply the target's; and what is assumed of it."""
    if own in ("万", "亿"):
        if target.is_money:
            return f"{own}元", (Text(f"{own} is read as {own}元", f"“{own}”读作“{own}元”"),)
        if not target.unit.startswith(own):
            return own, ()
        own = read_in = target.unit
    elif own or not target.unit:
        return own, ()
    else:
        column = unit_as_read(plain_text(row.unit.text))
        # The 万 of the target's own cell is not the actual's.
        own = column if column != target.unit and target.unit.endswith(column) else ""
        read_in = own or target.unit
    said = clean_text(row.actual.text, 300)
    return own, (Text(f"“{said}” is read in {read_in}", f"“{said}”按“{read_in}”读"),)


def _is_opposed(operator: str, asked: str) -> bool:
    """Whether an actual is bounded the other way: 少于 100 does not tell how many."""
    return {operator[:1], asked[:1]} == {"<", ">"}


def _amount_with(unit: str, text: str) -> Amount | None:
    """The one amount in the target's own unit among several; None when there is no such."""
    pieces = re.split(r"[,，、;。]", text)
    found = [amount for piece in pieces if (amount := amount_in(piece)) is not None]
    fitting = [amount for amount in found if unit and unit_as_read(amount.unit) == unit]
    is_all = len(found) == len([piece for piece in pieces if numbers_in(piece)])
    return fitting[0] if is_all and len(fitting) == 1 else None


def _is_readable(number: str, unit: str) -> bool:
    """Whether the language takes the number and the unit, wherever they fit."""
    is_number = not isinstance(read_cell(number, unit=BARE, units=_PLAIN), Unreadable)
    return is_number and _is_unit(unit)


@lru_cache(maxsize=512)
def _is_unit(unit: str) -> bool:
    try:
        _PLAIN.unit_from_text(unit)
    except UnitError:
        return not unit
    return True


def _day(text: str, row: FormRow, year: int | None) -> ActualRead:
    found = day_in(text, year)
    if found is not None:
        return ActualRead(
            kind=ActualKind.DAY,
            text=found.day.isoformat(),
            assumed=found.assumed,
            is_yearless=found.is_yearless,
        )
    if re.search(r"\d", text) and not _DONE.fullmatch(text):
        said = clean_text(row.actual.text, 300)
        puzzle = Text(f"“{said}” does not name a day", f"“{said}”不是日期")
        return ActualRead(kind=ActualKind.UNKNOWN, text="", puzzles=(puzzle,))
    return _open(ActualKind.CLAIM if _CLAIM.search(text) else ActualKind.WORDS, row)


def _level(text: str, row: FormRow, target: TargetRead) -> ActualRead:
    bare = text.strip(_MARKS)
    labels = [level.label for level in target.scale.levels] if target.scale else ["是", "否"]
    judged = _JUDGED.fullmatch(bare)
    if judged and target.scale and judged["label"] in labels:
        cell = f"{judged['label']} {judged['share']} %"
        return ActualRead(kind=ActualKind.LEVEL, text=cell)
    if bare in labels:
        return ActualRead(kind=ActualKind.LEVEL, text=bare)
    for pattern, label in _EQUIVALENT:
        if label in labels and pattern.fullmatch(bare):
            said = Text(f"“{bare}” is the level {label}", f"“{bare}”即等次“{label}”")
            return ActualRead(kind=ActualKind.LEVEL, text=label, assumed=(said,))
    return _open(ActualKind.WORDS, row)
