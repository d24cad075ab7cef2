"""What stands below a score sheet: findings, assumptions, notes.

Sets words, and decides nothing.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text as Styled

from indicator_dsl.diagnostics import Finding, Severity
from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.columns import paragraph
from indicator_dsl.rendering.marks import Marks
from indicator_dsl.wording import Lang, Text

_STYLES: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: ""}
_INDENT: Final = 2
_HANGING: Final = 2


def appendix_lines(told: CardExplanation, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    """Findings, the gravest first, then assumptions and notes; an empty part is left out."""
    if told.findings:
        yield from _heading(labels.FINDINGS, lang)
        for finding in told.findings:
            yield from _finding(finding, lang, marks, width)
    for heading, texts in ((labels.ASSUMPTIONS, told.assumptions), (labels.NOTES, told.notes)):
        yield from _listed(heading, texts, lang, marks, width)


def _heading(heading: Text, lang: Lang) -> Iterator[Styled]:
    yield Styled("")
    yield Styled(f" {heading.in_lang(lang)}", "bold")


def _listed(
    heading: Text, texts: Sequence[Text], lang: Lang, marks: Marks, width: int
) -> Iterator[Styled]:
    if not texts:
        return
    yield from _heading(heading, lang)
    for text in texts:
        words = f"{marks.bullet} {marks.shown(text.in_lang(lang))}"
        yield from paragraph(words, width, indent=_INDENT, hanging=_HANGING)


def _finding(finding: Finding, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    sign = {
        Severity.ERROR: marks.error,
        Severity.WARNING: marks.warning,
        Severity.NOTE: marks.note,
    }[finding.severity]
    message = f"{sign} {marks.shown(finding.message.in_lang(lang))}"
    style = _STYLES[finding.severity]
    for index, line in enumerate(paragraph(message, width, indent=_INDENT, hanging=_HANGING)):
        if not index:
            line.stylize(style, _INDENT, _INDENT + len(sign))
        yield line
    below = f"{finding.code} {finding.name}"
    if finding.ask is not None:
        below = f"{marks.shown(finding.ask.in_lang(lang))}  {below}"
    yield from paragraph(below, width, style="dim", indent=_INDENT + _HANGING)
