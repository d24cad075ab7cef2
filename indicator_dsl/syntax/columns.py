"""Rows of words as columns, measured in display cells. Knows no grammar."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=1024)
def cells(text: str) -> int:
    """How many cells a terminal gives a text: two for a Chinese character.

    Example:
        >>> cells("年办件量 >= 20")
        14
    """
    if text.isascii():
        return len(text)
    shown = (c for c in text if not unicodedata.combining(c))
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in shown)


def in_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Each row as a line, its words below those of the other rows; empty columns left out.

    Example:
        >>> for line in in_columns([["年办件量", ">=", "20"], ["a", "<", "5"]]):
        ...     print(line)
        年办件量 >= 20
        a        <  5
    """
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    return [
        " ".join(
            f"{word}{' ' * (width - cells(word))}"
            for word, width in zip(row, widths, strict=True)
            if width
        ).rstrip()
        for row in rows
    ]
