"""Which signs a reader's screen can show, and author's text made safe for it.

Knows no scorecard.
"""

from typing import Final

from attrs import frozen
from rich.console import Console

from indicator_dsl.rendering.diagnostics_characters import visible

# Signs that some code page in use does not have; × and · are in all of them, and stay.
_PLAIN_SPELLINGS: Final = str.maketrans(
    {
        "≥": ">=",
        "≤": "<=",
        "−": "-",
        "≈": "~",
        "…": "...",
        "→": "->",
        "–": "-",
        "⌊": "floor ",
        "⌋": "",
        "⌈": "ceil ",
        "⌉": "",
    }
)
_GLYPHS: Final = {">=": "≥", "<=": "≤"}


@frozen(kw_only=True)
class Marks:
    """The signs to draw with, and how text is shown beside them."""

    rule: str
    bullet: str
    error: str
    warning: str
    note: str
    met: str
    unmet: str
    is_plain: bool

    def shown(self, text: str) -> str:
        r"""The text on one line: nothing unseen in it, and plain signs where only those are safe.

        Example:
            >>> PLAIN.shown("1 − 1\x1b")
            '1 - 1<U+001B>'
        """
        safe = visible(text)
        return safe.translate(_PLAIN_SPELLINGS) if self.is_plain else safe

    def target(self, text: str) -> str:
        """A target as a form prints it: its operator as one sign where that is safe.

        Example:
            >>> SIGNS.target(">= 200000 件")
            '≥ 200000 件'
        """
        operator, blank, value = text.partition(" ")
        if self.is_plain or operator not in _GLYPHS:
            return self.shown(text)
        return f"{_GLYPHS[operator]}{blank}{self.shown(value)}"


SIGNS: Final = Marks(
    rule="─", bullet="·", error="×", warning="!", note="·", met="√", unmet="×", is_plain=False
)
PLAIN: Final = Marks(
    rule="-", bullet="-", error="×", warning="!", note="-", met="√", unmet="×", is_plain=True
)


def marks_for(console: Console) -> Marks:
    """The signs that console can show: plain ones unless it speaks Unicode.

    Args:
        console: Its encoding, and whether it is an old Windows one, are looked at.

    Example:
        >>> from io import BytesIO, TextIOWrapper
        >>> marks_for(Console(file=TextIOWrapper(BytesIO(), encoding="cp936"))).is_plain
        True
    """
    return SIGNS if speaks_unicode(console.encoding) and not console.legacy_windows else PLAIN


def speaks_unicode(encoding: str) -> bool:
    """Whether every character can be written in the encoding.

    Example:
        >>> speaks_unicode("UTF-8"), speaks_unicode("cp936")
        (True, False)
    """
    return encoding.lower().replace("-", "").startswith("utf")
