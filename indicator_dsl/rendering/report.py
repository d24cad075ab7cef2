"""A card as one self-contained page: for a screen, a printer, and whoever it is handed on to.

It loads nothing, and needs no script to be read. Adds nothing to what the explanation says.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from attrs import frozen

from indicator_dsl.diagnostics import Finding, Severity
from indicator_dsl.explanation import (
    Bounds,
    CardExplanation,
    number_text,
    paragraph_of,
)
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.charts import bounds_text
from indicator_dsl.rendering.curve_svg import safe
from indicator_dsl.rendering.report_lines import line_articles
from indicator_dsl.rendering.report_parts import sheet_table, waterfall_table
from indicator_dsl.wording import Lang, Text

# Unfolds everything before printing, in browsers whose style sheets cannot.
_SCRIPT: Final = (
    'addEventListener("beforeprint",function(){'
    'var all=document.getElementsByTagName("details"),i;'
    'for(i=0;i<all.length;i++)all[i].setAttribute("open","")})'
)
_SEVERITIES: Final = {
    Severity.ERROR: Text("error", "错误"),
    Severity.WARNING: Text("warning", "警告"),
    Severity.NOTE: Text("note", "提示"),
}
_Part = tuple[str, Text, Iterator[str]]


def report_html(told: CardExplanation, lang: Lang = "en") -> str:
    """The whole report as an HTML document, each line ended.

    Args:
        told: The explained card.
        lang: The language of the words around the author's own.

    Returns:
        One page that needs no network: its style, its drawings and its one script, which only
        unfolds the page for printing, are part of it. A policy in the page forbids all others.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> told = explain_card(ruleset.evaluate({"年办件量": "180000件"}).model)
        >>> "<h1>" in report_html(told, "zh")
        True
    """
    return "".join(f"{line}\n" for line in _page(told, lang))


@frozen(kw_only=True)
class ReportPart:
    """A part of a report: its key (letters), its title, and its markup, safe to set as it is."""

    key: str
    title: str
    html: str


def parts_of_report(told: CardExplanation, lang: Lang = "en") -> tuple[ReportPart, ...]:
    """The parts of the report that have something to say, for a page that sets them itself.

    Args:
        told: The explained card.
        lang: As for `report_html`.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> told = explain_card(ruleset.evaluate({"年办件量": "180000件"}).model)
        >>> [part.key for part in parts_of_report(told)]
        ['sheet', 'fall', 'lines', 'assumptions']
    """
    return tuple(
        ReportPart(key=key, title=words.in_lang(lang), html="\n".join(lines))
        for key, words, lines in _parts(told, lang)
    )


def _page(told: CardExplanation, lang: Lang) -> Iterator[str]:
    ruleset = told.card.ruleset
    title = safe(ruleset.title) or labels.SCORE_SHEET.in_lang(lang)
    style = _style()
    yield "<!DOCTYPE html>"
    yield f'<html lang="{"zh-CN" if lang == "zh" else "en"}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{title}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
    yield "<body>"
    parts = list(_parts(told, lang))
    yield from _header(told, title, lang)
    yield f'<nav aria-label="{labels.CONTENTS.in_lang(lang)}">'
    yield from (f'<a href="#{key}">{words.in_lang(lang)}</a>' for key, words, _ in parts)
    yield "</nav>"
    yield "<main>"
    for key, words, lines in parts:
        yield f'<section id="{key}" aria-labelledby="{key}-name">'
        yield f'<h2 id="{key}-name">{words.in_lang(lang)}</h2>'
        yield from lines
        yield "</section>"
    yield "</main>"
    fingerprint = f"<code>{ruleset.sha256}</code>"
    yield f"<footer><p>{labels.FINGERPRINT.filled(sum=fingerprint).in_lang(lang)}</p></footer>"
    yield f"<script>{_SCRIPT}</script>"
    yield "</body>"
    yield "</html>"


@cache
def _style() -> str:
    return files(__package__).joinpath("report.css").read_text(encoding="utf-8")


def _policy(style: str) -> str:
    """What the browser may use: this style and this script, and nothing from elsewhere."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(_SCRIPT)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _header(told: CardExplanation, title: str, lang: Lang) -> Iterator[str]:
    card = told.card
    kicker = labels.REPORT.in_lang(lang)
    if card.ruleset.year is not None:
        kicker += f" · {labels.YEAR.filled(year=card.ruleset.year).in_lang(lang)}"
    yield "<header>"
    yield f'<p class="kicker">{kicker}</p>'
    yield f"<h1>{title}</h1>"
    bounds, rounding = Bounds(card.low, card.high), card.ruleset.rounding
    total = bounds_text(bounds, rounding)
    if not bounds.is_settled:
        low, high = total.split("..")
        total = labels.UP_TO.filled(low=low, high=high).in_lang(lang)
    of = labels.OF_FULL.filled(full=number_text(card.full)).in_lang(lang)
    grades = labels.OR.in_lang(lang).join(map(safe, card.grades))
    grade = f' <span class="grade">{grades}</span>' if grades else ""
    yield (
        f'<p class="score"><span class="total">{safe(total)}</span> '
        f'<span class="of">{safe(of)}</span>{grade}</p>'
    )
    yield f'<p class="lead">{safe(paragraph_of(told).in_lang(lang))}</p>'
    yield "</header>"


def _parts(told: CardExplanation, lang: Lang) -> Iterator[_Part]:
    """The parts of the page that have something to say, in order."""
    yield "sheet", labels.SCORE_SHEET, sheet_table(told, lang)
    yield "fall", labels.WATERFALL, waterfall_table(told, lang)
    yield "lines", labels.LINE_BY_LINE, line_articles(told, lang)
    findings = [_finding(each, lang) for each in told.findings]
    assumed = [safe(text.in_lang(lang)) for text in told.assumptions]
    notes = [safe(text.in_lang(lang)) for text in told.notes]
    for key, words, items in (
        ("findings", labels.FINDINGS, findings),
        ("assumptions", labels.ASSUMPTIONS, assumed),
        ("notes", labels.NOTES, notes),
        ("bases", labels.BASES, _bases(told, lang)),
    ):
        if items:
            yield key, words, _listed(items)


def _listed(items: Sequence[str]) -> Iterator[str]:
    yield "<ol>"
    yield from (f"<li>{item}</li>" for item in items)
    yield "</ol>"


def _finding(finding: Finding, lang: Lang) -> str:
    kind = _SEVERITIES[finding.severity].in_lang(lang)
    words = safe(finding.message.in_lang(lang))
    ask = "" if finding.ask is None else f" <em>{safe(finding.ask.in_lang(lang))}</em>"
    return f"{words}{ask} <code>{kind} {finding.code} {finding.name}</code>"


def _bases(told: CardExplanation, lang: Lang) -> list[str]:
    """Every document quoted, with the lines that quote it."""
    quoted: dict[str, list[str]] = {}
    for line in told.lines:
        for basis in line.basis:
            quoted.setdefault(basis, []).append(line.line.indicator.name)
    comma = "、" if lang == "zh" else ", "
    return [
        f'{safe(basis)} <span class="muted">{safe(comma.join(names))}</span>'
        for basis, names in quoted.items()
    ]
