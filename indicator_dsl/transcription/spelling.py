"""A cell's text in one spelling: half-width, one blank, one glyph for each operator.

Changes signs only, never a word or a digit; judges nothing.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SMALL: Final = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFE50, 0xFE6C), *range(0xFF01, 0xFF5F))
    if len(unicodedata.normalize("NFKC", chr(code))) == 1
}
_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("≧⩾≽", "≥"),
        **dict.fromkeys("≦⩽≼", "≤"),
        **dict.fromkeys("═﹦⩵", "="),
        **dict.fromkeys("–—―－ー", "-"),
        **dict.fromkeys("\u223c〜～", "~"),
        "〉": ">",
        "〈": "<",
        "％": "%",
        "﹪": "%",
        "−": "-",
        "∶": ":",
    }
)
_PAIRS: Final = (
    (re.compile(r">\s*=|=\s*>|\u2267"), "≥"),
    (re.compile(r"<\s*=|=\s*<|\u2266"), "≤"),
    (re.compile("=="), "="),
)
# A cell breaks its lines anywhere: no blank belongs between characters of Chinese.
_HAN: Final = "\u4e00-\u9fff"
_BREAK: Final = re.compile(rf"(?<=[{_HAN}])\s*[\r\n]\s*(?=[{_HAN}])")
_GAP: Final = re.compile(rf"(?<=[{_HAN}，。、])\s+(?=[{_HAN}0-9])|(?<=[0-9])\s+(?=[{_HAN}%])")
_SQUARES: Final = re.compile(r"(?<![A-Za-z])m([23])(?![0-9])")
_POWERS: Final = {"2": "²", "3": "³"}
_LONGEST: Final = 900
_REMEMBERED: Final = 512  # cells, each looked at many times while its row is read
_HIDDEN: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})


@lru_cache(maxsize=_REMEMBERED)
def clean_text(text: str, longest: int = _LONGEST) -> str:
    """A text fit for one line of a file: no hidden characters, single blanks, not too long.

    Example:
        >>> clean_text("  满意" + chr(0x200B) + chr(10) + "度 ")
        '满意 度'
    """
    kept = _BREAK.sub("", text[: 4 * _LONGEST])
    if not kept.isprintable():
        kept = "".join(" " if unicodedata.category(c) in _HIDDEN else c for c in kept)
    kept = " ".join(unicodedata.normalize("NFC", kept).split())
    return kept if len(kept) <= longest else f"{kept[: longest - 1]}…"


@lru_cache(maxsize=_REMEMBERED)
def plain_text(text: str) -> str:
    """The text with half-width signs and one glyph for each operator.

    Example:
        >>> plain_text("＞＝ ９５％"), plain_text("﹦100")
        ('≥ 95%', '=100')
    """
    plain = clean_text(text).translate(_SMALL).translate(_SIGNS)
    for pattern, glyph in _PAIRS:
        plain = pattern.sub(glyph, plain)
    plain = _SQUARES.sub(lambda found: f"m{_POWERS[found[1]]}", plain)
    return _GAP.sub("", plain.strip())


def quoted_text(text: str) -> str:
    """A text in quotation marks it does not hold itself.

    Example:
        >>> print(quoted_text('所谓"优"'))
        "所谓“优”"
    """
    opened = False
    marks: list[str] = []
    for character in text:
        if character == '"':
            opened = not opened
            marks.append("“" if opened else "”")
        else:
            marks.append(character)
    return f'"{"".join(marks)}"'
