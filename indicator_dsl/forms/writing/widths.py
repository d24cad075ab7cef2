"""How wide a text is on paper, in half-width characters, and how many lines it takes."""

from unicodedata import east_asian_width

_WIDE = frozenset("WFA")


def width_of(text: str) -> int:
    """How many half-width characters a text is as wide as.

    Example:
        >>> width_of("年办件量 20")
        11
    """
    return sum(2 if east_asian_width(character) in _WIDE else 1 for character in text)


def lines_needed(text: str, width: int) -> int:
    """How many lines a text takes in a column of that width, at least one.

    Example:
        >>> lines_needed("偏差原因分析及改进措施", 12)
        3
    """
    room = max(width - 2, 2)
    return sum(max(1, -(-width_of(line) // room)) for line in text.split("\n"))
