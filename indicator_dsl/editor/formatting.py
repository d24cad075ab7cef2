"""A text laid out evenly, as the smallest change of it. Changes nothing that is said."""

from indicator_dsl.diagnostics import Collector
from indicator_dsl.editor.edits import Edit
from indicator_dsl.source import SourceText, Span
from indicator_dsl.syntax import (
    language_of,
    parse_actuals,
    parse_ruleset,
    print_actuals,
    print_ruleset,
)
from indicator_dsl.wording import Lang


def formatting_of(
    source: SourceText, *, of_actuals: bool = False, to: Lang | None = None
) -> tuple[Edit, ...]:
    r"""The edits that lay a text out as `indicator-dsl fmt` does.

    Args:
        source: The text, as `text_named` gives it.
        of_actuals: Whether it is an actuals file.
        to: The language to write keywords in; None for that of most of them.

    Returns:
        Nothing when the text is laid out already, or holds something that cannot be read: a file
        with such mistakes is left alone.

    Example:
        >>> formatting_of(SourceText("a.ind", "满意度≥95 % weight 1\n"))[0].text
        ' ≥ '
    """
    text = source.text
    lang, collector = to or language_of(text), Collector()
    if of_actuals:
        laid_out = print_actuals(parse_actuals(source, collector), lang)
    else:
        laid_out = print_ruleset(parse_ruleset(source, collector), lang)
    if collector.has_errors or laid_out == text:
        return ()
    return (_smallest(text, laid_out),)


def _smallest(before: str, after: str) -> Edit:
    """One edit of what lies between the first and the last character that differ."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    most = shorter - start
    end = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    return Edit(Span(start, len(before) - end), after[start : len(after) - end])
