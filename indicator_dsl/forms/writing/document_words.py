"""Words of a document: runs, paragraphs, remarks. Text stays text, whatever it says."""

from collections.abc import Sequence
from html import escape
from typing import Final

_AUTHOR: Final = "indicator-dsl"
_INITIALS: Final = "IND"
_MARKED: Final = "C00000"


def run(text: str, *, size: int, is_bold: bool = False, is_marked: bool = False) -> str:
    """A stretch of text of one look; line breaks are kept.

    Args:
        text: Without control characters.
        size: In points.
        is_bold: Whether it is bold.
        is_marked: Whether it is dark red.

    Example:
        >>> "&lt;b&gt;" in run("<b>", size=9)
        True
    """
    look = "<w:b/>" if is_bold else ""
    look += f'<w:color w:val="{_MARKED}"/>' if is_marked else ""
    look += f'<w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>'
    lines = "<w:br/>".join(_text(line) for line in text.split("\n"))
    return f"<w:r><w:rPr>{look}</w:rPr>{lines}</w:r>"


def paragraph(written: str, *, is_left: bool, remarks: Sequence[int] = ()) -> str:
    """Runs as one paragraph, set left or in the middle, with remarks by number."""
    way = "left" if is_left else "center"
    starts = "".join(f'<w:commentRangeStart w:id="{each}"/>' for each in remarks)
    ends = "".join(
        f'<w:commentRangeEnd w:id="{each}"/><w:r><w:commentReference w:id="{each}"/></w:r>'
        for each in remarks
    )
    return f'<w:p><w:pPr><w:jc w:val="{way}"/></w:pPr>{starts}{written}{ends}</w:p>'


def remark(number: int, text: str) -> str:
    """A remark for the margin, a paragraph to each line."""
    lines = "".join(f"<w:p><w:r>{_text(line)}</w:r></w:p>" for line in text.split("\n"))
    return (
        f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:initials="{_INITIALS}">{lines}'
        "</w:comment>"
    )


def _text(line: str) -> str:
    return f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else ""
