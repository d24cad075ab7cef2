"""Changes of a text: what to write at a span instead of what stands there. Decides none of them."""

from collections.abc import Iterable

from attrs import frozen

from indicator_dsl.source import Span


@frozen
class Edit:
    """Text to write at a span; an empty span inserts."""

    span: Span
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; they do not overlap.

    Example:
        >>> edited("总分 90", [Edit(Span(3, 5), "100")])
        '总分 100'
    """
    pieces: list[str] = []
    reached = 0
    for edit in sorted(edits, key=lambda each: (each.span.start, each.span.end)):
        pieces += [text[reached : edit.span.start], edit.text]
        reached = edit.span.end
    return "".join([*pieces, text[reached:]])
