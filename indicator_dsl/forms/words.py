"""The words by which a form is read, once from the shipped data. Knows no table."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final

from attrs import frozen

from indicator_dsl.assets import rulesets

_LONGEST: Final = 60
_PART: Final = 1_000  # ranks below every whole word
_LAST: Final = 2_000
_BRACKETED: Final = re.compile(r"[(\[【〔{<《][^()\[\]【】〔〕{}<>《》]*[)\]】〕}>》]")
_IGNORED: Final = re.compile(r"[\s\W_]+")
_MONEY: Final = r"(?:百万|千|万|亿)?元"
_UNIT: Final = re.compile(_MONEY)
_NAMED_UNIT: Final = re.compile(rf"[(\[](?:[^()]*[:/\s])?({_MONEY})[)\]]|单位:\s*({_MONEY})")
_NUMBERED: Final = re.compile(r"[一二三四五六七八九十]+(?=\w{3})")
_YEAR: Final = re.compile(r"[(\[]?(?:19|20)\d{2}年?度?[)\]]?")


@frozen
class Heads:
    """Words for the meanings of one kind of table: told by the whole text, then by a part."""

    whole: Mapping[str, tuple[str, int]]
    parts: tuple[tuple[str, str], ...]

    def meaning_of(self, text: str) -> str:
        """What a head means; empty when nothing known.

        Example:
            >>> indicator_heads().meaning_of("实际完成值（全年）")
            'actual'
        """
        return self.ranked(text)[0]

    def known(self, text: str) -> str:
        """What a whole text means; empty when it is no head by itself."""
        return self.whole.get(bare_head(text), ("", 0))[0]

    def ranked(self, text: str) -> tuple[str, int]:
        """What a head means, and how far down its list the word stands: the better one is first."""
        said = bare_head(text)
        if not said:
            return "", 0
        part = ((meaning, _PART) for part, meaning in self.parts if part in said)
        return self.whole.get(said) or next(part, ("", 0))


@lru_cache(maxsize=4096)
def bare_head(text: str) -> str:
    """A head as it is compared: no width, case, blank, punctuation and nothing in brackets.

    Empty for a text too long to be one.

    Example:
        >>> bare_head("全年执行数 （B）："), bare_head("度量单位/计量")
        ('全年执行数', '度量单位计量')
    """
    if len(text) > _LONGEST:
        return ""
    plain = unicodedata.normalize("NFKC", text).casefold()
    said = _IGNORED.sub("", _BRACKETED.sub("", plain))
    return re.sub(r"^\d+(?=[^\d])", "", said)


@cache
def indicator_heads() -> Heads:
    """The heads of the table of indicators."""
    return _heads("indicators")


@cache
def money_heads() -> Heads:
    """The heads of the block of the money."""
    return _heads("money")


@cache
def goal_heads() -> Heads:
    """The heads of the goals in words."""
    return _heads("goals")


def field_of(text: str) -> str:
    """Which field a label names, such as `project`; empty when it is none."""
    said = bare_head(text)
    return _fields().get(said, "") if said else ""


def is_total(text: str) -> bool:
    """Whether a cell begins a row of totals."""
    return bare_head(text) in _listed("totals")


def is_total_score(text: str) -> bool:
    """Whether the one number of a row of totals is what the form has earned."""
    return "得分" in text or "自评" in text


def is_money_total(text: str) -> bool:
    """Whether a label of the money names the whole of it: `年度资金总额：`."""
    return bare_head(text) in _listed("money_totals")


def is_level(text: str) -> bool:
    """Whether a text is the name of a level: `一、产出指标（50分）`."""
    said = _NUMBERED.sub("", bare_head(text))
    return said in _listed("levels")


def is_subtotal(text: str) -> bool:
    """Whether a cell begins a row that adds up a part of the table."""
    return bare_head(text) in _listed("subtotals")


def is_block(text: str) -> bool:
    """Whether a cell only says what stands beside it."""
    return bare_head(text) in _listed("blocks")


def is_title(text: str) -> bool:
    """Whether a text is the title of a form."""
    said = bare_head(text)
    return said.endswith(tuple(_listed("titles")))


def is_year(text: str) -> bool:
    """Whether a text is a year and nothing else: `（2024年度）`."""
    plain = "".join(unicodedata.normalize("NFKC", text[:_LONGEST]).split())
    return _YEAR.fullmatch(plain) is not None


def money_unit_of(text: str) -> str:
    """The unit of money a label names, 万元; empty when it names none.

    Example:
        >>> money_unit_of("项目资金（万元）"), money_unit_of("金额单位：元")
        ('万元', '元')
    """
    if len(text) > _LONGEST:
        return ""
    plain = unicodedata.normalize("NFKC", text)
    named = _NAMED_UNIT.search(plain)
    if named:
        return next(unit for unit in named.groups() if unit)
    return plain.strip() if _UNIT.fullmatch(plain.strip()) else ""


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(rulesets().joinpath("form-words.toml").read_text(encoding="utf-8"))


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(bare_head(word) for word in _data()["rows"][kind])


@cache
def _fields() -> Mapping[str, str]:
    fields = _data()["fields"].items()
    return {bare_head(word): name for name, words in fields for word in words}


def _heads(kind: str) -> Heads:
    whole: dict[str, tuple[str, int]] = {}
    parts: list[tuple[str, str]] = []
    for meaning, words in _data()[kind].items():
        for rank, word in enumerate(words["whole"]):
            whole.setdefault(bare_head(word), (meaning, rank))
        for word in words.get("last", ()):
            whole.setdefault(bare_head(word), (meaning, _LAST))
        parts += [(word, meaning) for word in words.get("part", ())]
    return Heads(whole, tuple(parts))
