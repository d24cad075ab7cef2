"""Amounts inside a cell: one number, its unit, and the words around them.

Knows no direction and no form; never chooses between two numbers.
"""

import re
from typing import Final

from attrs import frozen

_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_SIGN: Final = r"(?:(?<![\d\w%])[+-])?"
_UNIT_CHARACTERS: Final = r"[^\d\s≥≤><=,。;:!?“”\"'~]"
# What a number names without counting: a document, a place in a row, a class.
_ORDINAL: Final = re.compile(r"届|楼|#|世纪|[)）\]〕】]")
_NAME_ONLY: Final = re.compile(r"号|[A-Za-z]*级")
_LISTED: Final = re.compile(r"[0-9]{1,2}(?:[、)．.](?=[^\d\s以及])|、\s)")
_YEAR: Final = re.compile(r"(?:19|20)\d{2}\s*年")
_WORDS: Final = (
    "平方公里|平方千米|平方米|立方米|万立方米|公里|千米|厘米|毫米|米|公顷|亩|公斤|千克|吨|克|升|㎡|m²|m³|km|kg|"
    "人次数|人次|人天|人日|人月|人|名|户次|户|家次|家|场次|场|车次|辆次|辆|台次|台套|台|套|件次|件|份|批次|批|期|次|起|例|"
    "条|项|个百分点|百分点|个工作日|工作日|个月|个村|个|小时|分钟|秒|天|日|周|年|月|季度|学时|课时|篇|册|本|幅|张|座|处|所|"
    "斤|公担|村|乡镇|镇|社区|校|所学校|户人|员|只|头|株|棵|间|栋|幢|组|班|届|支|对|点|块|片|口|眼|根|吨公里|度|千瓦时|千瓦|兆|分|元|角|角钱|百万元|千元|万元|亿元|种|"
    "类|门|节|轮|位|宗|笔|卷|字|瓶|盒|箱|袋|桶|床|副|艘|架|门次|标段|公顷次|亩次|%|‰|百分比|千分比"
)
_KNOWN: Final = "|".join(sorted(set(_WORDS.split("|")), key=len, reverse=True))
_ONE: Final = rf"[十百千万亿]*(?:{_KNOWN}|[万亿])"
_PER: Final = rf"\s*[/／·*×、每]+\s*\d*{_ONE}|\s*[/／][^\W\d]{{1,4}}"
KNOWN_UNIT: Final = re.compile(rf"{_ONE}(?:{_PER})*")
AMOUNT: Final = re.compile(rf"{_SIGN}{_NUMBER}")
_TAIL: Final = re.compile(r"(?:及|或|含)?以[上下内]|之内|左右|内|\(")
_BRACKETED: Final = re.compile(rf"\(({KNOWN_UNIT.pattern})\)")
_ABOUT: Final = ("余", "多")
_COUNTS: Final = ("万", "亿")
_PLAIN_UNIT: Final = re.compile(rf"{_UNIT_CHARACTERS}{{1,12}}")


@frozen(kw_only=True)
class Amount:
    """A number with its unit as written, and the words before and behind them."""

    number: str
    unit: str
    before: str
    after: str


def numbers_in(text: str) -> tuple[re.Match[str], ...]:
    """Every number of a text that counts something; those that only name something are left out.

    Example:
        >>> [found[0] for found in numbers_in("按3号文件完成1,200户")]
        ['1,200']
    """
    counting = [found for found in AMOUNT.finditer(text) if not _names_only(text, found)]
    timeless = [found for found in counting if not _YEAR.match(text, found.start())]
    return tuple(timeless or counting)


def _names_only(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    if before.endswith(("第", "附件", "附表", "附")) or (
        before.endswith(("〔", "[")) and after[:1] in "〕]"
    ):
        return True
    is_listed = not before and _LISTED.match(text, found.start())
    if is_listed or _NAME_ONLY.match(after):
        return True
    is_lone = not re.search(r"\w", before)
    names = _ORDINAL.match(after) or _YEAR.match(text, found.start())
    return bool(names) and not is_lone


def amount_in(text: str) -> Amount | None:
    """The one amount of a text; None when it holds none or several.

    Example:
        >>> amount_in("≥50个").unit, amount_in("至少全年完成2次宣传").after
        ('个', '宣传')
        >>> amount_in("10至20人") is None
        True
    """
    found = numbers_in(text)
    if not found:
        return None
    first = found[0]
    before, rest = text[: first.start()], text[first.end() :].lstrip()
    if rest.startswith(("/", ":")) or before.rstrip().endswith((":", "/")):
        return None
    unit, after = _unit_of(rest, before)
    if any(not text[: m.start()].endswith("/") for m in found[1:]):
        return None
    return Amount(number=first[0].replace(",", ""), unit=unit, before=before, after=after)


def _unit_of(rest: str, before: str) -> tuple[str, str]:
    """The unit a text begins with, and what follows it."""
    bracketed = _BRACKETED.match(rest)
    if bracketed is not None:
        return bracketed[1], rest[bracketed.end() :]
    if rest.startswith(_ABOUT):
        unit, after = _unit_of(rest[1:], before)
        return unit, f"{after}{rest[0]}"
    known = KNOWN_UNIT.match(rest)
    if known is not None and known[0] not in _COUNTS:
        return known[0], rest[known.end() :]
    word = _own_word(rest, before, longest=4 if known else 3)
    unit = word or (known[0] if known else "")
    return unit, rest[len(unit) :]


def _own_word(rest: str, before: str, longest: int) -> str:
    """A unit no list knows: all up to the next sign, if it is not part of a sentence."""
    plain = None if _TAIL.match(rest) else _PLAIN_UNIT.match(rest)
    word = _TAIL.split(plain[0])[0] if plain else ""
    is_sentence = bool(re.search(r"\w", before)) or longest > 3  # noqa: PLR2004 - 万 and 亿
    return "" if is_sentence and len(word) > longest else word


def unit_as_read(text: str) -> str:
    """A unit in the language's spelling.

    Example:
        >>> unit_as_read("元/人*月"), unit_as_read("元/人、天"), unit_as_read("百分比")
        ('元/人·月', '元/人·天', '%')
    """
    text = re.sub(r"\s+", "", text).removeprefix("单位:").strip("。,;、.")
    text = re.sub(r"(?<=[^()])\([^()]*\)$", "", text).strip("()")
    if text in ("-", "/", "无"):
        return ""
    text = {"百分比": "%", "百分数": "%", "千分比": "‰", "百分点": "个百分点"}.get(text, text)
    return re.sub(r"[、*×.]", "·", text).replace("/每", "/")
