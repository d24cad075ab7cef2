"""Which way a target points: its operator, glued, in its own column, or in words.

Knows no number and no unit.
"""

import re
from typing import Final

_GLYPHS: Final = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", "=": "="}
_BEFORE: Final = {
    ">=": (
        "大于等于|大于或等于|不低于|不少于|不小于|不得少于|不得低于|至少|最少|最低|达到|达|高于等于|超过等于|"
        "不下于|保持在"
    ),
    "<=": (
        "小于等于|小于或等于|不超过|不超出|不高于|不多于|不大于|不得超过|不得高于|不得多于|不迟于|不晚于|至多|最多|最高|"
        "控制在|低于等于|限额"
    ),
    ">": "大于|高于|多于|超过|超出",
    "<": "小于|低于|少于|早于",
    "=": "等于",
}
_AFTER: Final = {
    ">=": "及以上|或以上|含以上|以上",
    "<=": "及以下|或以下|以下|以内|之内|及以内|内|为限|封顶",
}
_COLUMN_WORDS: Final = {
    ">=": "正向|正向指标|越大越好|越高越好",
    "<=": "反向|反向指标|逆向|负向|越小越好|越低越好",
}
_QUALITY: Final = re.compile("定性|定性指标|文字描述|描述|其他|其它|-|/|无|定量|定量指标|")


def _sorted(words: str) -> str:
    return "|".join(sorted(words.split("|"), key=len, reverse=True))


_BEFORE_WORDS: Final = {word: sign for sign, words in _BEFORE.items() for word in words.split("|")}
_AFTER_WORDS: Final = {word: sign for sign, words in _AFTER.items() for word in words.split("|")}
LEADING: Final = re.compile(
    "(?P<glyph>[≥≤><=])|(?P<word>"
    + _sorted("|".join(_BEFORE_WORDS.keys() - {"达"}))
    + r"|达(?=\s*$))"
)
# What any column may stand beside: it says that a value is reached, not which way is better.
_WEAK: Final = frozenset({"达到", "达", "保持在"})
TRAILING: Final = re.compile(
    r"[((]?(?P<glyph>含)?[))]?(?P<word>" + _sorted("|".join(_AFTER_WORDS)) + r")[((]?含?[))]?"
)


def operator_of_column(text: str) -> str | None:
    """The operator that a cell of the column 绩效指标性质 names.

    Args:
        text: In plain text.

    Returns:
        Empty when it names none (定性, an empty cell); None when it is not understood.

    Example:
        >>> operator_of_column("≥"), operator_of_column("不低于"), operator_of_column("定性")
        ('>=', '>=', '')
    """
    text = text.strip("() ")
    for sign, words in _COLUMN_WORDS.items():
        if text in words.split("|"):
            return sign
    if _QUALITY.fullmatch(text):
        return ""
    return _GLYPHS.get(text) or _BEFORE_WORDS.get(text) or _AFTER_WORDS.get(text)


def leading_operator(text: str, *, column: str = "") -> tuple[str, bool]:
    """The last operator in the words before a number, and whether it is a glyph.

    Beside an operator of the column, 达到 says nothing more.

    Example:
        >>> leading_operator("≥"), leading_operator("全年不少于"), leading_operator("按合同")
        (('>=', True), ('>=', False), ('', False))
    """
    found = list(LEADING.finditer(text))
    if not found:
        return "", False
    last = found[-1]
    if column and last["word"] in _WEAK:
        return "", False
    if last["glyph"]:
        return _GLYPHS[last["glyph"]], True
    return _BEFORE_WORDS[last["word"]], False


def trailing_operator(text: str) -> tuple[str, str]:
    """The operator words right behind a unit, and what follows them.

    Example:
        >>> trailing_operator("以上。"), trailing_operator("左右")
        (('>=', '。'), ('', '左右'))
    """
    match = TRAILING.match(text.strip())
    if match is None:
        return "", text
    return _AFTER_WORDS[match["word"]], text.strip()[match.end() :]
