"""One rule as Markdown for an editor to show: its sentence, its curve, its basis.

Decides nothing.
"""

from collections.abc import Iterator
from typing import Final

from indicator_dsl.explanation import LineExplanation, asked_text, method_text
from indicator_dsl.model import Indicator
from indicator_dsl.quantities import text_from_number
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.curve_pictures import picture_of
from indicator_dsl.rendering.curve_plots import curve_lines
from indicator_dsl.rendering.explanations_markdown import line_markdown
from indicator_dsl.rendering.markdown import escaped
from indicator_dsl.rendering.marks import SIGNS
from indicator_dsl.wording import Lang

_WIDTH: Final = 56
_HEAD: Final = 2  # the lines of a curve's title, which stands above it already


def rule_markdown(rule: Indicator, lang: Lang = "en", told: LineExplanation | None = None) -> str:
    """A rule in one plain sentence, its curve and its basis; with its line, what it earned.

    Args:
        rule: The rule.
        lang: The language of the words around the author's own.
        told: Its line on a scored sheet; None without actuals.

    Example:
        >>> from indicator_dsl import indicator
        >>> rule = indicator("年办件量 >= 5 件 weight 20 by pass").model
        >>> rule_markdown(rule).splitlines()[:3]
        ['**年办件量** ≥ 5 件 · 20 points', '', 'full points when met, else none']
    """
    return "\n".join(_lines(rule, lang, told))


def _lines(rule: Indicator, lang: Lang, told: LineExplanation | None) -> Iterator[str]:
    asked = escaped(SIGNS.target(asked_text(rule.target).in_lang(lang)))
    points = labels.POINTS.filled(n=text_from_number(rule.weight)).in_lang(lang)
    yield f"**{escaped(rule.name)}** {asked} · {points}"
    yield ""
    yield escaped(method_text(rule).in_lang(lang))
    yield ""
    if told is not None:
        yield from line_markdown(told, lang)
        yield ""
    picture = picture_of(rule, told)
    if picture is not None:
        yield "```text"
        drawn = curve_lines(picture, lang, SIGNS, _WIDTH)
        yield from [line.plain.replace("`", "'") for line in drawn][_HEAD:]
        yield "```"
        yield ""
    for citation in rule.citations:
        yield f"- {labels.BASIS.in_lang(lang)}: {escaped(str(citation))}"
    for note in rule.notes:
        yield f"- {labels.NOTES.in_lang(lang)}: {escaped(note)}"
    for assumed in rule.assumptions:
        yield f"- {labels.ASSUMED.in_lang(lang)}: {escaped(assumed.in_lang(lang))}"
