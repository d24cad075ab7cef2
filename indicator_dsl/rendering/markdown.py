"""A scorecard as Markdown, one table and three lists. Adds nothing to the sheet."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from indicator_dsl.diagnostics import Finding
from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.marks import SIGNS
from indicator_dsl.rendering.sheet import Row, sheet_rows
from indicator_dsl.wording import Lang, Text

_COLUMNS: Final = (
    labels.INDICATOR,
    labels.TARGET,
    labels.ACTUAL,
    labels.WEIGHT,
    labels.EARNED,
    labels.LOST,
    labels.WHY,
)
# Only what Markdown would take for its own: a reader without Markdown sees the text as it is, too.
# Where a text ends, another may follow.
_SPECIAL: Final = re.compile(
    r"""[`*\[|~$]             # begins something anywhere
    | \\(?=[!-/:-@\[-`{-~]|$)  # before punctuation
    | (?<!\w)_+ | _+(?!\w)     # at the side of a word
    | <(?=[A-Za-z/!?]|$)       # a tag
    | &(?=\#?\w+;|$)           # a character by name
    | ^\s*> | (?<!\S)\#           # a quotation, a heading
    """,
    re.VERBOSE,
)
_BULLET: Final = re.compile(r"^(\s*[0-9]*)([-+.)])(?=\s|-|$)")


def card_markdown(told: CardExplanation, lang: Lang = "en") -> str:
    r"""The score sheet as Markdown with a pipe table; author's text is escaped.

    Args:
        told: The explained card.
        lang: The language of the words around the author's own.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("round 2 each\n年办件量 >= 200000 件 weight 20 by pass")
        >>> told = explain_card(ruleset.evaluate({"年办件量": "180000件"}).model)
        >>> print(card_markdown(told, "zh").splitlines()[-1])
        | **总分** |  |  | **20** | **0.00** | **20.00** |  |
    """
    return "\n".join(_lines(told, lang)) + "\n"


def escaped(text: str) -> str:
    r"""The text so that Markdown shows it as it is.

    Example:
        >>> print(escaped("a|b <i> *c*"))
        a\|b \<i> \*c\*
    """
    return _BULLET.sub(r"\1\\\2", _SPECIAL.sub(_escaped, SIGNS.shown(text)))


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"\\{sign}" if not sign.isspace() else sign for sign in found[0])


def headline(told: CardExplanation, lang: Lang) -> Iterator[str]:
    """The head of a document about a card: title and year, then the total in one sentence."""
    ruleset = told.card.ruleset
    title = escaped(ruleset.title) or labels.SCORE_SHEET.in_lang(lang)
    year = "" if ruleset.year is None else labels.YEAR.filled(year=ruleset.year).in_lang(lang)
    yield f"# {title}{f' ({year})' if year else ''}"
    yield ""
    yield f"**{escaped(told.sentence.in_lang(lang))}**"


def _lines(told: CardExplanation, lang: Lang) -> Iterator[str]:
    yield from headline(told, lang)
    yield ""
    yield _row(column.in_lang(lang) for column in _COLUMNS)
    yield "| --- | --- | --- | ---: | ---: | ---: | --- |"
    for row in sheet_rows(told, lang, SIGNS):
        yield _row(_cells(row))
    if told.findings:
        yield from _listed(labels.FINDINGS, [_finding(each, lang) for each in told.findings], lang)
    for heading, texts in ((labels.ASSUMPTIONS, told.assumptions), (labels.NOTES, told.notes)):
        yield from _listed(heading, [escaped(text.in_lang(lang)) for text in texts], lang)


def _cells(row: Row) -> Iterator[str]:
    for text in (row.name, row.target, row.actual, row.weight, row.earned, row.lost, row.why):
        words = escaped(text)
        yield f"**{words}**" if words and row.kind in ("heading", "total") else words


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _finding(finding: Finding, lang: Lang) -> str:
    words = f"**{finding.code} {finding.name}** {escaped(finding.message.in_lang(lang))}"
    return words if finding.ask is None else f"{words} *{escaped(finding.ask.in_lang(lang))}*"


def _listed(heading: Text, items: Sequence[str], lang: Lang) -> Iterator[str]:
    if not items:
        return
    yield ""
    yield f"## {heading.in_lang(lang)}"
    yield ""
    yield from (f"- {item}" for item in items)
