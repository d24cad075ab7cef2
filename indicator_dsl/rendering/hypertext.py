"""A scorecard as one self-contained piece of HTML, for notebooks and mail.

Adds nothing to the sheet.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from indicator_dsl.diagnostics import Finding
from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.marks import SIGNS
from indicator_dsl.rendering.sheet import Row, sheet_rows
from indicator_dsl.wording import Lang, Text

# Colours that keep their contrast on white and on near-black alike; lines are drawn in grey.
_LOST: Final = "color:#d9363e;font-weight:600"
_OPEN: Final = "color:#b07d00;font-weight:600"
_LINE: Final = "1px solid rgba(128,128,128,.35)"
CELL: Final = f"padding:.25em .7em;border-bottom:{_LINE};vertical-align:top;text-align:left"
NUMBER: Final = (
    f"padding:.25em .7em;border-bottom:{_LINE};vertical-align:top;text-align:right;"
    "font-variant-numeric:tabular-nums;white-space:nowrap"
)
TABLE: Final = "border-collapse:collapse;margin:.5em 0"
_TEXT_HEADS: Final = (labels.INDICATOR, labels.TARGET, labels.ACTUAL)
_NUMBER_HEADS: Final = (labels.WEIGHT, labels.EARNED, labels.LOST)


def card_html(told: CardExplanation, lang: Lang = "en") -> str:
    """The score sheet as a `div` with inline styles; everything said is escaped, nothing is loaded.

    Args:
        told: The explained card.
        lang: The language of the words around the author's own.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> told = explain_card(ruleset.evaluate({"年办件量": "180000件"}).model)
        >>> "<td" in card_html(told)
        True
    """
    return "\n".join(_lines(told, lang)) + "\n"


def _lines(told: CardExplanation, lang: Lang) -> Iterator[str]:
    ruleset = told.card.ruleset
    title = _safe(ruleset.title) or labels.SCORE_SHEET.in_lang(lang)
    year = "" if ruleset.year is None else labels.YEAR.filled(year=ruleset.year).in_lang(lang)
    yield f'<div lang="{"zh-CN" if lang == "zh" else "en"}">'
    yield f"<p><strong>{title}</strong> {year}</p>"
    yield f'<table style="{TABLE}">'
    heads = [_th(head.in_lang(lang), CELL) for head in _TEXT_HEADS]
    heads += [_th(head.in_lang(lang), NUMBER) for head in _NUMBER_HEADS]
    yield f"<thead><tr>{''.join(heads)}{_th(labels.WHY.in_lang(lang), CELL)}</tr></thead>"
    yield "<tbody>"
    for row in sheet_rows(told, lang, SIGNS):
        yield _row(row)
    yield "</tbody>"
    yield "</table>"
    yield f"<p><strong>{_safe(told.sentence.in_lang(lang))}</strong></p>"
    yield from _listed(labels.FINDINGS, [_finding(each, lang) for each in told.findings], lang)
    for heading, texts in ((labels.ASSUMPTIONS, told.assumptions), (labels.NOTES, told.notes)):
        yield from _listed(heading, [_safe(text.in_lang(lang)) for text in texts], lang)
    yield "</div>"


def _safe(text: str) -> str:
    return escape(SIGNS.shown(text))


def _th(words: str, style: str) -> str:
    return f'<th scope="col" style="{style}">{words}</th>'


def _row(row: Row) -> str:
    mood = {"lost": f";{_LOST}", "open": f";{_OPEN}", "": ""}[row.mood]
    weight = f";font-weight:{400 if row.kind in ('line', 'adjustment') else 600}"
    name = f"{CELL};padding-left:calc(.7em + {row.depth} * 1.2em){weight}"
    cells = [
        f'<th scope="row" style="{name}">{_safe(row.name)}</th>',
        f'<td style="{CELL}">{_safe(row.target)}</td>',
        f'<td style="{CELL}">{_safe(row.actual)}</td>',
        f'<td style="{NUMBER}{weight}">{row.weight}</td>',
        f'<td style="{NUMBER}{weight}{mood if row.mood == "open" else ""}">{row.earned}</td>',
        f'<td style="{NUMBER}{mood if row.lost else ""}">{row.lost}</td>',
        f'<td style="{CELL}">{_safe(row.why)}</td>',
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _finding(finding: Finding, lang: Lang) -> str:
    words = f"<code>{finding.code} {finding.name}</code> {_safe(finding.message.in_lang(lang))}"
    return words if finding.ask is None else f"{words} <em>{_safe(finding.ask.in_lang(lang))}</em>"


def _listed(heading: Text, items: Sequence[str], lang: Lang) -> Iterator[str]:
    if not items:
        return
    yield f"<p><strong>{heading.in_lang(lang)}</strong></p>"
    yield "<ul>"
    yield from (f"<li>{item}</li>" for item in items)
    yield "</ul>"
