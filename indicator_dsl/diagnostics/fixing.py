"""Corrections applied to a text. Judges none of them."""

from collections.abc import Iterable

from indicator_dsl.diagnostics.diagnostic import Diagnostic
from indicator_dsl.source import SourceText


def fixed_text(source: SourceText, diagnostics: Iterable[Diagnostic]) -> str:
    """The text with every correction of its diagnostics made.

    Of corrections that overlap only the first is made; those of other texts are left alone.

    Example:
        >>> fixed_text(SourceText("a.ind", "total 100"), [])
        'total 100'
    """
    fixes = {d.fix for d in diagnostics if d.fix is not None and d.fix.place.source == source}
    chosen = []
    reached = 0
    for fix in sorted(fixes, key=lambda each: (each.place.span.start, each.place.span.end)):
        if fix.place.span.start >= reached:
            chosen.append(fix)
            reached = fix.place.span.end
    text = source.text
    for fix in reversed(chosen):  # from the end, so that the offsets before it stay true
        span = fix.place.span
        text = f"{text[: span.start]}{fix.replacement}{text[span.end :]}"
    return text
