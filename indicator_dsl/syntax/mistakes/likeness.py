"""Whether a correction says exactly what its line already said.

Only then may it be made without asking: blanks, width, capitals and signs with one meaning.
"""

import re
import unicodedata
from typing import Final

_SIGNS: Final = {
    ">=": (
        *("=>", "≥=", "=≥", "≮", "〉=", "》=", "≥", "≧", "⩾"),
        *("不小于", "不得低于", "不得少于", "不得小于", "大于或等于", "大于或者等于"),
        *("高于或等于", "高于等于", "not less than", "no less than", "at least"),
    ),
    "<=": (
        *("=<", "≤=", "=≤", "≯", "〈=", "《=", "≤", "≦", "⩽"),
        *("不大于", "不得超过", "不得高于", "不得多于", "不得大于", "小于或等于"),
        *("小于或者等于", "低于或等于", "低于等于", "not more than", "no more than", "at most"),
    ),
    ">": (">>",),
    "<": ("<<",),
}
_BLANKS: Final = re.compile(r"\s+")
_DIGITS: Final = re.compile(r"\d+")
_MEANT: Final = {
    _BLANKS.sub("", unicodedata.normalize("NFKC", spelling)): sign
    for sign, spellings in _SIGNS.items()
    for spelling in spellings
}
_SPELLINGS: Final = re.compile(
    "|".join(re.escape(each) for each in sorted(_MEANT, key=len, reverse=True))
)
_WEIGHT: Final = re.compile(r"(?:\bweight|分值|权重)\s*\d")
_QUOTED: Final = re.compile(r'"[^"]*"|“[^”]*”')


def is_same_meaning(written: str, corrected: str) -> bool:
    """Whether two lines differ in form only.

    Args:
        written: The line as its author wrote it, without its comment.
        corrected: The line put right.

    Example:
        >>> is_same_meaning("年办件量 => 20万件 Weight 20", "年办件量 >= 20万件 weight 20")
        True
        >>> is_same_meaning("年办件量：20 件 weight 20", "年办件量 >= 20 件 weight 20")
        False
    """
    return (
        _QUOTED.findall(written) == _QUOTED.findall(corrected)
        and _digits(written) == _digits(corrected)
        and _plain(written) == _plain(corrected)
        and not _renames(written, corrected)
    )


def _digits(line: str) -> list[str]:
    """The runs of digits: no correction may join or part them."""
    return _DIGITS.findall(unicodedata.normalize("NFKC", line))


def _renames(written: str, corrected: str) -> bool:
    """Whether a rule's first word, which is its name's, changes its capitals."""
    first, second = written.split(), corrected.split()
    changes = bool(first and second) and first[0] != second[0] and not first[0][0].isdigit()
    same_word = changes and first[0].casefold() == second[0].casefold()
    return same_word and _WEIGHT.search(written.casefold()) is not None


def _plain(line: str) -> str:
    said = unicodedata.normalize("NFKC", line).casefold()
    return _SPELLINGS.sub(lambda found: _MEANT[found[0]], _BLANKS.sub("", said))
