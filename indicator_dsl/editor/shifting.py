"""How places move from an earlier state of a text to the present one. Reads no language."""

from attrs import frozen

from indicator_dsl.source import SourceText, Span


@frozen(kw_only=True)
class Shift:
    """Where places of an earlier text are now.

    `block` is what changed, whole statements, in the present text; `old_end` is where it ended
    before; `grown` is how many characters longer the text is now.
    """

    block: Span
    old_end: int
    grown: int

    @classmethod
    def between(cls, old: SourceText, new: SourceText) -> "Shift":
        r"""The shift from one state of a text to another.

        Example:
            >>> old, new = (SourceText("a", text) for text in ("一\n二\n三", "一\n二二\n三"))
            >>> shift = Shift.between(old, new)
            >>> shift.back(5), shift.back(3), shift.forward(Span(4, 5))
            (4, None, Span(start=5, end=6))
        """
        before, after = old.text, new.text
        if before == after:
            behind = len(after) + 1
            return cls(block=Span(behind, behind), old_end=behind, grown=0)
        start = _same_at_start(before, after)
        kept = min(_same_at_end(before, after), min(len(before), len(after)) - start)
        block = _block(after, start, len(after) - kept)
        grown = len(after) - len(before)
        return cls(block=block, old_end=block.end - grown, grown=grown)

    def back(self, offset: int) -> int | None:
        """Where a place of the present text was; None for one in what changed."""
        if offset < self.block.start:
            return offset
        return offset - self.grown if offset > self.block.end else None

    def forward(self, span: Span) -> Span | None:
        """Where a span of the earlier text is now; None for one in what changed."""
        if span.start < self.block.start:
            return span
        if span.start <= self.old_end:
            return None
        return Span(span.start + self.grown, span.end + self.grown)


def _same_at_start(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_at_end(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle :] == new[len(new) - middle :]:
            low = middle
        else:
            high = middle - 1
    return low


def _block(text: str, start: int, end: int) -> Span:
    """The whole statements around a stretch: from a line that is not indented to the next one."""
    first = text.rfind("\n", 0, start) + 1
    while first > 0 and _goes_on(text, first):
        first = text.rfind("\n", 0, first - 1) + 1
    last = text.find("\n", end)
    while last >= 0 and _goes_on(text, last + 1):
        last = text.find("\n", last + 1)
    return Span(first, len(text) if last < 0 else last)


def _goes_on(text: str, line_start: int) -> bool:
    return text[line_start : line_start + 1] in (" ", "\t", "\u3000", "\u00a0", "-", "－")
