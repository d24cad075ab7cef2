"""What a cell of a workbook shows of its number: per cent, thousands, unit, day.

Knows no workbook; how a number takes its sign and unit is said by `files.shown_number`.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from indicator_dsl.files import shown_day, shown_number
from indicator_dsl.quantities import NotANumber
from indicator_dsl.wording import Text

# The formats a workbook names by number alone, as Chinese Excel shows them.
BUILT_IN: Final[Mapping[int, str]] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    36: 'yyyy"年"m"月"',
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: "#,##0",
    43: "#,##0.00",
    44: "#,##0.00",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    55: 'yyyy"年"m"月"',
    56: 'm"月"d"日"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DAY: Final = re.compile(r"[yd]|m(?!\w*0)", re.IGNORECASE)
_TOKEN: Final = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<field>y+|m+|d+)|(?P<sign>.)')
_FIRST_DAY: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - days of a sheet have no zone
_LAST_DAY: Final = 2_958_465  # 9999-12-31
_MAC_DAYS: Final = 1_462
_GROUP: Final = re.compile(r"(?<=\d)(?=(?:\d{3})+(?!\d))")


def shown_value(
    value: float, number_format: str, *, is_1904: bool = False
) -> tuple[str, Text | None]:
    """A number as its cell shows it, and a remark where what it holds is not quite that.

    Args:
        value: What the cell holds.
        number_format: As the workbook writes it; empty for none.
        is_1904: Whether days are counted from 1904.

    Example:
        >>> shown_value(0.9995, "0.00%"), shown_value(120000.0, "#,##0.00")
        (('99.95%', None), ('120,000.00', None))
        >>> shown_value(0.9995, "0%")[1].en
        'shown rounded; the cell holds 99.95%'
    """
    if _is_day(number_format) and 0 < value <= _LAST_DAY:
        day = _FIRST_DAY + timedelta(days=value + (_MAC_DAYS if is_1904 else 0))
        return _shown_day(day.date(), number_format), None
    try:
        shown = shown_number(value, number_format)
    except NotANumber:
        return str(value)[:40], None
    held = shown.held.replace(" ", "")
    if not shown.text:
        why = Text(
            "the number format {text} is not understood; the number itself is read",
            "数字格式 {text} 无法识别，按数值读取",
        )
        return held, why.filled(text=number_format)
    text = shown.text.replace(" ", "")
    remark = None
    if _bare(text) != _bare(held):
        rounded = Text("shown rounded; the cell holds {held}", "显示经四舍五入，格内实为 {held}")
        remark = rounded.filled(held=held)
    return _grouped(text) if _is_grouped(number_format) else text, remark


def _is_day(number_format: str) -> bool:
    bare = _QUOTED.sub("", number_format.partition(";")[0])
    return bool(_DAY.search(bare)) and not set(bare) & set("0#?@")


def _shown_day(day: date, number_format: str) -> str:
    said = []
    fields = {"y": f"{day.year}", "m": f"{day.month}", "d": f"{day.day}"}
    section = re.sub(r"\[[^\]]*\]", "", number_format.partition(";")[0])
    for token in _TOKEN.finditer(section):
        if token["field"]:
            letter = token["field"][0].lower()
            if letter == "m" and len(token["field"]) > 2:  # noqa: PLR2004 - a month in words
                return shown_day(day, number_format)
            said.append(fields[letter].zfill(len(token["field"]) if letter != "y" else 4))
        elif token["sign"] and token["sign"].isascii() and token["sign"].isalpha():
            break  # hours and beyond
        else:
            said.append(token["quoted"] or token["escaped"] or token["sign"] or "")
    return "".join(said).strip(" ;@") or shown_day(day, number_format)


def _is_grouped(number_format: str) -> bool:
    return bool(re.search(r"[#0],[#0]", _QUOTED.sub("", number_format)))


def _grouped(text: str) -> str:
    whole = re.match(r"[-+]?\d+", text)
    return _GROUP.sub(",", whole[0]) + text[whole.end() :] if whole else text


def _bare(text: str) -> str:
    """A number without the zeros at its end, its unit behind it."""
    found = re.match(r"([-+]?\d+)(?:\.(\d+))?", text)
    if not found:
        return text
    decimals = (found[2] or "").rstrip("0")
    return found[1] + (f".{decimals}" if decimals else "") + text[found.end() :]
