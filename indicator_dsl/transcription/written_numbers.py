"""Cells whose number is written in Chinese, with the number in digits."""

import re
from typing import Final

from indicator_dsl.quantities import NotHan, number_from_han, text_from_number
from indicator_dsl.transcription.amounts import KNOWN_UNIT
from indicator_dsl.transcription.operators import LEADING, TRAILING
from indicator_dsl.wording import Text

_HAN: Final = "零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟萬"
_COUNTS: Final = ("万", "亿")
_CELL: Final = re.compile(
    rf"(?P<before>(?:全年|年度|每年|共|{LEADING.pattern})*)".replace("?P<glyph>", "").replace(
        "?P<word>", ""
    )
    + rf"(?P<number>百分之[{_HAN}]+|[{_HAN}]+成[一二三四五六七八九]?|[{_HAN}]+)"
    rf"(?P<unit>{KNOWN_UNIT.pattern})?"
    + rf"(?P<after>(?:{TRAILING.pattern})?[。.]?)".replace("?P<glyph>", "").replace("?P<word>", "")
)


def in_digits(text: str, unit_beside: str = "") -> tuple[str, tuple[Text, ...]]:
    """The text with its Chinese numeral in digits, and a note of it; the text itself otherwise.

    Only a cell that is an amount and nothing else is touched: 一次性 and 十分满意 are words.

    Args:
        text: What stands in the cell.
        unit_beside: Its unit where that is written elsewhere: a bare numeral is an amount then too.

    Example:
        >>> in_digits("不少于十二次")[0], in_digits("百分之九十五以上")[0], in_digits("一次性")[0]
        ('不少于12次', '95%以上', '一次性')
        >>> in_digits("十二", "次")[0], in_digits("二十万", "次")[0], in_digits("十二")[0]
        ('12', '20万', '十二')
    """
    match = _CELL.fullmatch(text)
    if match is None:
        return text, ()
    numeral, unit = match["number"], match["unit"] or ""
    if not unit and unit_beside:
        if numeral[:-1] and numeral[-1] in _COUNTS:  # 十二万 beside 万次 is 12 of them
            numeral, unit = numeral[:-1], numeral[-1]
        elif unit_beside.startswith(_COUNTS) and any(each in numeral for each in _COUNTS):
            return text, ()
    try:
        found = number_from_han(numeral.replace("两", "二"))
    except NotHan:
        return text, ()
    if not unit and not found.is_share and not unit_beside:
        return text, ()
    number = f"{text_from_number(found.number)}{'%' if found.is_share else ''}{unit}"
    note = Text(f"“{numeral}{unit}” is read as {number}", f"“{numeral}{unit}”读作 {number}")
    return f"{match['before']}{number}{match['after']}", (note,)
