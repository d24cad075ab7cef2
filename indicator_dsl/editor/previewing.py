"""What is wrong with the rule being typed, at once, while the rest of a long text waits.

Only the block around the change is read; what was said of the other blocks moves along.
"""

from typing import Final

from indicator_dsl.diagnostics import Collector, Diagnostic, moved
from indicator_dsl.editor.analysing import Analysis
from indicator_dsl.editor.shifting import Shift
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.syntax import ActualsFileNode, parse_actuals, parse_ruleset

_LONGEST_BLOCK: Final = 20_000


def preview_of(analysis: Analysis, source: SourceText) -> tuple[Diagnostic, ...]:
    r"""The diagnostics of a changed text as far as they are known without reading all of it.

    Args:
        analysis: Of an earlier state of the text.
        source: The text as it is now.

    Returns:
        What was said outside of the block that changed, moved along, and the mistakes of reading
        that block. Everything that was said, moved along, when the change is too large.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> before = text_named("a.ind", "甲 >= 1 件 weight 5\n乙 => 1 件 weight 5")
        >>> now = text_named("a.ind", "甲 => 10 件 weight 5\n乙 => 1 件 weight 5")
        >>> [each.place.start.line for each in preview_of(analyse_ruleset(before), now)]
        [1, 2]
    """
    shift = Shift.between(analysis.source, source)
    along = [
        _moved(said, source, shift)
        for said in analysis.diagnostics
        if said.place is not None
        and said.place.source == analysis.source
        and shift.forward(said.place.span) is not None
    ]
    block = shift.block
    if block.end - block.start > _LONGEST_BLOCK:
        return tuple(along)
    collector = Collector()
    piece = SourceText(source.name, block.text_of(source.text))
    within = Shift(block=Span(0, 0), old_end=-1, grown=block.start)
    if isinstance(analysis.file, ActualsFileNode):
        parse_actuals(piece, collector)
    else:
        parse_ruleset(piece, collector)
    found = [_moved(said, source, within) for said in collector.sorted()]
    return tuple(sorted([*along, *found], key=_start_of))


def _start_of(said: Diagnostic) -> int:
    return said.place.span.start if said.place else 0


def _moved(said: Diagnostic, source: SourceText, shift: Shift) -> Diagnostic:
    return moved(said, lambda place: _place(place, source, shift))


def _place(place: Place, source: SourceText, shift: Shift) -> Place:
    """The place in the text as it is now; one in another file stays, one that is gone is empty."""
    if place.source.name != source.name:
        return place
    span = shift.forward(place.span) or Span(shift.block.start, shift.block.start)
    most = len(source.text)
    return Place(source, Span(min(span.start, most), min(span.end, most)), place.headings)
