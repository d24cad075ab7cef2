"""Where an editor underlines a diagnostic. Judges nothing."""

from collections.abc import Iterable

from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.source import SourceText, Span
from indicator_dsl.syntax import UseNode


def span_shown(found: Diagnostic, source: SourceText, statements: Iterable[object]) -> Span:
    """The stretch of a text to underline for a diagnostic.

    One about a profile stands at the statement that uses it. An empty place takes in what its line
    says, so that there is something to underline.

    Args:
        found: The diagnostic.
        source: The text that is shown.
        statements: Those of the text.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> analysis = analyse_ruleset(text_named("a.ind", "年办件量 => 5 件 weight 20"))
        >>> span_shown(analysis.diagnostics[0], analysis.source, analysis.file.statements)
        Span(start=5, end=7)
    """
    place = found.place
    if place is not None and place.source == source:
        return _seen(source, place.span)
    uses = (node.span for node in statements if isinstance(node, UseNode))
    return next(uses, Span(0, 0))


def _seen(source: SourceText, span: Span) -> Span:
    if span.end > span.start:
        return span
    line = source.line_span(source.position(span.start).line)
    written = line.text_of(source.text)
    start = line.start + len(written) - len(written.lstrip())
    return Span(min(start, span.start), max(line.end, span.end))
