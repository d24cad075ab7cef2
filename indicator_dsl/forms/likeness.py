"""Which column a cell most likely belongs to, where merged cells left rows of unequal length.

Knows cells by their looks only: numbers, signs, words.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

_NOTHING: Final = re.compile(r"[\s\-—–/一无]*")
_NUMBER: Final = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?(?:%|分)?")
_AMOUNT: Final = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?(?:%|[百千万亿]*元?)")
_SIGN: Final = re.compile(r"[<>=≤≥≦≧≠﹦═]{1,2}|定性|定量|正向|反向|逆向|正|反")
_BOUND: Final = re.compile(r"[<>=≤≥≦≧≠﹦═]")
_MOST: Final = 64
# What it costs to leave a column without a cell: merged levels and empty reasons come often.
_LEFT_OUT: Final[Mapping[str, float]] = {
    "level1": 0.3,
    "level2": 0.6,
    "reason": 0.6,
    "rate": 1.0,
    "nature": 1.0,
    "unit": 1.0,
    "initial": 0.5,
    "budget": 0.5,
    "executed": 0.5,
    "": 0.4,
    "block": 0.1,
}
_WITHOUT: Final = 1.5
_ASTRAY: Final = 4.0


def likeliest(texts: Sequence[str], meanings: Sequence[str]) -> list[int | None]:
    """For every cell of a row its column, in order; None for cells that fit nowhere.

    Args:
        texts: The cells from the left.
        meanings: What the columns mean, empty where nothing known.

    Example:
        >>> likeliest(["数量指标", "年办件量", "20"], ["level1", "level2", "name", "weight"])
        [1, 2, 3]
    """
    texts, meanings = texts[:_MOST], meanings[:_MOST]
    plain = [_plain(text) for text in texts]
    # best[i][j]: the least cost of the cells from i on in the columns from j on, and the first step
    width = len(meanings)
    best: list[list[tuple[float, str]]] = [[(0.0, "")] * (width + 1) for _ in range(len(plain) + 1)]
    for i in range(len(plain), -1, -1):
        for j in range(width, -1, -1):
            steps = []
            if i < len(plain):
                steps.append((_ASTRAY + best[i + 1][j][0], "stray"))
            if j < width:
                out = _LEFT_OUT.get(meanings[j], _WITHOUT)
                steps.append((out + best[i][j + 1][0], "skip"))
            if i < len(plain) and j < width:
                unlike = _unlikeness(plain[i], meanings[j])
                steps.append((unlike + best[i + 1][j + 1][0], "take"))
            best[i][j] = min(steps, default=(0.0, ""))
    found: list[int | None] = []
    i = j = 0
    while i < len(plain):
        match best[i][j][1]:
            case "take":
                found.append(j)
                i, j = i + 1, j + 1
            case "skip":
                j += 1
            case _:
                found.append(None)
                i += 1
    return found


def unlikeness(text: str, meaning: str) -> float:
    """How little a cell looks like one of a column; 0 where it looks just so."""
    return _unlikeness(_plain(text), meaning)


def is_number(text: str) -> bool:
    """Whether a cell holds a number and nothing else, perhaps with 分 or % behind it.

    Example:
        >>> is_number("1,523.36"), is_number("10分"), is_number("332344件")
        (True, True, False)
    """
    return _NUMBER.fullmatch(_plain(text)) is not None


def is_sign(text: str) -> bool:
    """Whether a cell holds an operator, or a word that stands for one, and nothing else."""
    return _SIGN.fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:40]).strip()


def _unlikeness(plain: str, meaning: str) -> float:
    return _UNLIKE.get(meaning, _anything)(plain)


def _is_value(text: str) -> bool:
    return bool(_BOUND.match(text) or _NUMBER.fullmatch(text) or _SIGN.fullmatch(text))


def _anything(text: str) -> float:
    return 0.4 if _NOTHING.fullmatch(text) else 0.2


def _block(text: str) -> float:
    return 0.0 if _NOTHING.fullmatch(text) else 1.5


def _points(text: str) -> float:
    if _NOTHING.fullmatch(text):
        return 0.4
    if _NUMBER.fullmatch(text):
        return 1.0 if text.endswith("%") else 0.0
    return 5.0


def _amount(text: str) -> float:
    if _NOTHING.fullmatch(text):
        return 0.3
    if _AMOUNT.fullmatch(text):
        return 1.5 if text.endswith("%") else 0.0
    return 6.0


def _rate(text: str) -> float:
    if text.endswith("%"):
        return _points(text.removesuffix("%"))
    return _points(text) + (0.0 if _NOTHING.fullmatch(text) else 0.5)


def _nature(text: str) -> float:
    if _SIGN.fullmatch(text):
        return 0.0
    return 0.6 if _NOTHING.fullmatch(text) else 2.5


def _unit(text: str) -> float:
    if _NOTHING.fullmatch(text):
        return 0.4
    return 3.0 if any(c.isdigit() for c in text) else 0.1 * len(text)


def _level(text: str, *, word: str) -> float:
    if word in text:
        return 0.0
    if _NOTHING.fullmatch(text):
        return 0.2
    return 3.0 if _is_value(text) else 0.8


def _name(text: str) -> float:
    if _NOTHING.fullmatch(text):
        return 1.5
    return 3.0 if _is_value(text) else 0.0


def _value(text: str) -> float:
    if _NOTHING.fullmatch(text):
        return 0.8
    if _SIGN.fullmatch(text) or not any(c.isalnum() for c in text):
        return 2.0
    return 0.0


def _reason(text: str) -> float:
    if _NOTHING.fullmatch(text):
        return 0.0
    return 2.5 if _NUMBER.fullmatch(text) or _SIGN.fullmatch(text) else 0.3


_UNLIKE: Final[Mapping[str, Callable[[str], float]]] = {
    "level1": partial(_level, word="指标"),
    "level2": partial(_level, word="指标"),
    "name": _name,
    "nature": _nature,
    "target": _value,
    "unit": _unit,
    "actual": _value,
    "rate": _rate,
    "weight": _points,
    "score": _points,
    "reason": _reason,
    "block": _block,
    "label": _name,
    "initial": _amount,
    "budget": _amount,
    "executed": _amount,
}
