"""What a target cell asks for, with its operator and unit, wherever the office wrote them."""

import re
from typing import Final

from attrs import evolve

from indicator_dsl.checks import pointer_of
from indicator_dsl.model import FormRow
from indicator_dsl.transcription.amounts import amount_in, numbers_in, unit_as_read
from indicator_dsl.transcription.days import day_in
from indicator_dsl.transcription.operators import (
    leading_operator,
    operator_of_column,
    trailing_operator,
)
from indicator_dsl.transcription.qualities import scale_target, words_target
from indicator_dsl.transcription.spelling import clean_text, plain_text
from indicator_dsl.transcription.target_read import NOTHING, Scales, TargetRead, puzzling
from indicator_dsl.transcription.transcript import Ground, TargetKind
from indicator_dsl.transcription.written_numbers import in_digits
from indicator_dsl.wording import Text

MONEY: Final = re.compile(
    "成本|经费|资金|费用|投资|金额|总额|支出|造价|收入|产值|价格|单价|补助|税|销售额|贷款|预算|合同价|营业额|补贴"
)
_REMARK: Final = re.compile(r"\(含[^()]*\)")
_LESSENED: Final = re.compile("(?:下降|降低|减少|节约|节省|压减|压缩|缩短|降)(?P<reached>至|到)?")
_TIMES: Final = frozenset(
    ["天", "日", "工作日", "个工作日", "小时", "分钟", "秒", "月", "个月", "周"]
)
_RANGE: Final = re.compile(
    r"(?:介于|在|控制在)?\s*(?P<low>\d[\d,]*(?:\.\d+)?)\s*(?P<low_unit>[^\d\s\-~至到和]{0,8}?)\s*(?:-|~|至|到|和)\s*"
    r"(?P<high>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[^\d\s之间]{0,12})(?:之间|以内)?[。.;]?"
)
_SEVERAL: Final = Text(
    "it holds several figures: judged as a whole, none is taken by itself",
    "其中不止一个数字：整体评定，不单取其中一个",
)

_JUDGED: Final = re.compile(r"\s*定性[:：\s]+(?=\S)")  # the nature, in the target's own cell


def target_of(row: FormRow, year: int | None, scales: Scales) -> TargetRead:
    """What the target cell of a row asks for."""
    judged = _JUDGED.match(row.target.text)
    text = plain_text(row.target.text[judged.end() if judged else 0 :])
    column = plain_text(row.nature.text) or ("定性" if judged else "")
    unit = unit_as_read(plain_text(row.unit.text))
    text, said_in_han = in_digits(_REMARK.sub("", text), unit)
    operator = operator_of_column(column)
    unknown: tuple[Text, ...] = ()
    if operator is None:
        said = clean_text(row.nature.text, 60)
        operator = ""
        unknown = (Text(f"“{said}” names no operator", f"性质栏“{said}”不是符号"),)
    if not text:
        return TargetRead(kind=TargetKind.NONE)
    if NOTHING.fullmatch(text):
        return TargetRead(kind=TargetKind.NOT_APPLICABLE)
    is_money = bool(
        MONEY.search(row.name.text + row.level2.text) or "元" in row.actual.text + row.unit.text
    )
    read = (
        scale_target(text, column, scales)
        or _day(text, row, operator, year)
        or _range(text, row, operator, is_money=is_money)
        or _figure(text, row, operator, scales, is_money=is_money)
        or words_target(row.target.text, text, scales)
    )
    return evolve(read, is_money=is_money, assumed=(*unknown, *said_in_han, *read.assumed))


# ---- days


def _day(text: str, row: FormRow, operator: str, year: int | None) -> TargetRead | None:
    if plain_text(row.unit.text) and not re.search("[年月日]", row.unit.text):
        return None
    is_timed = "时" in f"{row.level2.text}{row.name.text}" or "期" in row.name.text
    if re.fullmatch(r"\d{4}\.\d{1,2}(?:[-~至]\d{4}\.\d{1,2})?|\d{8}", text) and not is_timed:
        return None  # a figure with two decimals
    found = day_in(text, year)
    if found is None or (found.is_yearless and not found.is_dated and not _names_day(row)):
        return None  # the end of some year, and the actual is no day either: words
    assumed = found.assumed
    if operator:
        ground = Ground.COLUMN
    elif found.is_by:
        operator, ground = "<=", Ground.WORDS
    else:
        operator, ground = "<=", Ground.ASSUMED
        assumed += (
            Text(
                "a day without an operator is taken as the latest: <=",
                "日期没有符号，按不晚于该日：<=",
            ),
        )
    return TargetRead(
        kind=TargetKind.DAY,
        operator=operator,
        day=found.day,
        is_yearless=found.is_yearless,
        ground=ground,
        assumed=assumed,
    )


def _names_day(row: FormRow) -> bool:
    """Whether the actual of a row names a month or a day."""
    found = day_in(plain_text(row.actual.text), None)
    return found is not None and found.is_dated


# ---- figures


def _range(text: str, row: FormRow, operator: str, *, is_money: bool) -> TargetRead | None:
    match = _RANGE.fullmatch(text)
    if match is None or operator:
        return None
    unit = _unit(match["unit"] or match["low_unit"], row, is_money=is_money)
    if unit is None:
        return _two_units(row)
    return TargetRead(
        kind=TargetKind.RANGE,
        operator="in",
        number=match["low"].replace(",", ""),
        high=match["high"].replace(",", ""),
        unit=unit[0],
        ground=Ground.GLUED,
        assumed=unit[1],
    )


def _figure(
    text: str, row: FormRow, operator: str, scales: Scales, *, is_money: bool
) -> TargetRead | None:
    amount = None if "±" in text else amount_in(text)
    if amount is None:
        if not numbers_in(text):
            return None
        return words_target(row.target.text, text, scales).with_(_SEVERAL)
    unit = _unit(amount.unit, row, is_money=is_money)
    if unit is None:
        return _two_units(row)
    glued, is_glyph = leading_operator(amount.before, column=operator)
    behind, rest = trailing_operator(amount.after)
    said = glued or behind
    if operator and said and operator != said:
        return puzzling(
            f"two operators: {operator} in the column, {said} in the target",
            f"符号不一致：性质栏为 {operator}，目标值中为 {said}",
        )
    read = TargetRead(
        kind=TargetKind.FIGURE,
        operator=operator or said,
        number=amount.number,
        unit=unit[0],
        ground=(
            Ground.COLUMN
            if operator
            else (Ground.GLUED if is_glyph else Ground.WORDS if said else Ground.NONE)
        ),
        assumed=unit[1],
    )
    words = f"{amount.before}…{rest}".strip("≥≤><= 。,;…")
    if re.search(r"\w", re.sub("不低于|不少于|不超过|至少|达到|达|控制在", "", words)):
        read = read.with_(
            Text(
                f"the figure is read out of the words “{clean_text(row.target.text, 300)}”",
                f"数值取自文字“{clean_text(row.target.text, 300)}”",
            )
        )
    if not read.operator and (change := _LESSENED.search(amount.before)):
        said = change[0]
        is_reached = bool(change["reached"])
        operator = "<=" if is_reached else ">="
        note = Text(
            f"“{said}”: {operator}, the figure is {'the level' if is_reached else 'the decrease'}",
            f"“{said}”：数值是{'降到的水平' if is_reached else '降幅'}，按 {operator}",
        )
        return evolve(read, operator=operator, ground=Ground.WORDS, assumed=(*read.assumed, note))
    return read if read.operator else _directed(read, row)


def _two_units(row: FormRow) -> TargetRead:
    target, unit = clean_text(row.target.text, 60), clean_text(row.unit.text, 30)
    return puzzling(
        f"the target “{target}” has another unit than its column, “{unit}”",
        f"目标值“{target}”的单位与度量单位“{unit}”不同",
    )


def _unit(glued: str, row: FormRow, *, is_money: bool) -> tuple[str, tuple[Text, ...]] | None:
    """The unit of the target; None where the cell and the column name two."""
    own, column = unit_as_read(glued), unit_as_read(plain_text(row.unit.text))
    if own and column and own != column:
        if own in ("十", "百", "千", "万", "亿"):
            own = f"{own}{column}" if not column.startswith(own) else column
        else:
            return None
    unit = own or column
    if "(" in plain_text(row.unit.text).strip("()") and unit == column:
        written = clean_text(row.unit.text, 30)
        return unit, (
            Text(f"the unit “{written}” is read as {unit}", f"单位“{written}”读作“{unit}”"),
        )
    if is_money and unit in ("万", "亿"):
        said = Text(f"{unit} is read as {unit}元", f"“{unit}”读作“{unit}元”")
        return f"{unit}元", (said,)
    return unit, ()


def _directed(read: TargetRead, row: FormRow) -> TargetRead:
    """A figure without an operator: its name decides, else the heading, else habit."""
    pointer = pointer_of(row.name.text)
    is_zero = not read.number.strip("0.")
    operator, ground = ">=", Ground.NAME
    if pointer is not None:
        operator = ">=" if pointer.wants_more and not is_zero else "<="
        why = Text(
            f" from the word {pointer.word} of the name", f"，依据是名称中的“{pointer.word}”"
        )
    elif "成本" in row.level2.text or "成本" in row.level1.text:
        operator, why = "<=", Text(" from the heading, a cost", "，依据是所在的成本指标")
    elif "时效" in row.level2.text and read.unit in _TIMES:
        operator = "<="
        why = Text(" from the heading and a unit of time", "，依据是所在的时效指标与时间单位")
    elif is_zero:
        operator, ground = "<=", Ground.ASSUMED
        why = Text(" from the target 0", "，依据是目标值为 0")
    else:
        ground = Ground.ASSUMED
        why = Text(", nothing in the row says otherwise", "，行内没有其他依据")
    said = Text(
        f"no operator is written: {operator} is assumed{why.en}",
        f"没有写符号：假定为 {operator}{why.zh}",
    )
    return evolve(read, operator=operator, ground=ground, assumed=(*read.assumed, said))


def with_unit_of(read: TargetRead, unit: str, row: FormRow) -> TargetRead:
    """The target in the unit of its actual where it has none itself; `unit` may be empty."""
    if read.unit or not unit or read.kind not in (TargetKind.FIGURE, TargetKind.RANGE):
        return read
    if unit == "%" and read.kind is TargetKind.FIGURE and read.number in ("1", "1.0", "1.00"):
        note = Text(
            f"“{clean_text(row.target.text, 60)}” beside a percentage is read as 100 %",
            f"“{clean_text(row.target.text, 60)}”对应百分数，读作 100 %",
        )
        return evolve(read, number="100", unit=unit, assumed=(*read.assumed, note))
    note = Text(f"the unit {unit} is the actual's", f"单位“{unit}”取自实际值")
    return evolve(read, unit=unit, assumed=(*read.assumed, note))
