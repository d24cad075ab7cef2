"""Offsets as a browser counts them, in units of UTF-16. Knows no language."""

from indicator_dsl.editor import Edit, units_in
from indicator_dsl.page.questions import Record
from indicator_dsl.source import Span


def units_before(text: str, offset: int) -> int:
    """How many units stand before an offset.

    Example:
        >>> units_before("𠮷量", 1)
        2
    """
    return units_in(text[:offset])


def offset_behind(text: str, units: int) -> int:
    """The offset behind so many units; the end for more than there are.

    Example:
        >>> offset_behind("𠮷量", 2), offset_behind("𠮷量", 9)
        (1, 2)
    """
    if text.isascii():
        return min(units, len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def span_record(text: str, span: Span) -> Record:
    """A span as `from` and `to`."""
    start = units_before(text, span.start)
    return {"from": start, "to": start + units_in(text[span.start : span.end])}


def edit_record(text: str, edit: Edit) -> Record:
    """A change of a text: `from`, `to`, and what to `insert` there."""
    return {**span_record(text, edit.span), "insert": edit.text}
