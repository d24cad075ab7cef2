"""A line, a rule and a ruleset as pieces of HTML, for notebooks.

Adds nothing to what the terminal shows, and loads nothing.
"""

import hashlib
from collections.abc import Iterator

from indicator_dsl.explanation import LineExplanation, asked_text, method_text, number_text
from indicator_dsl.model import Indicator, Ruleset
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.blocks import heading_of, remarks_of
from indicator_dsl.rendering.curve_pictures import picture_of
from indicator_dsl.rendering.curve_svg import curve_svg, safe
from indicator_dsl.rendering.described import rule_rows, title_of
from indicator_dsl.rendering.hypertext import CELL, NUMBER, TABLE
from indicator_dsl.rendering.marks import SIGNS
from indicator_dsl.wording import Lang


def line_html(told: LineExplanation, lang: Lang = "en") -> str:
    """A scored line with its explanation and its curve; everything said is escaped.

    Example:
        >>> from indicator_dsl import indicator
        >>> line = indicator("年办件量 >= 200000 件 weight 20").evaluate("180000件")
        >>> "20 × 180000 / 200000 = 18.00" in line._repr_html_()
        True
    """
    head = heading_of(told, lang)
    facts = " ".join(safe(fact) for fact in (head.points, head.outcome, head.reported) if fact)
    return _div(
        lang,
        f"<p><strong>{safe(head.name)}</strong> {facts}</p>",
        "<ul>",
        *(f"<li>{safe(each.text)}</li>" for each in remarks_of(told, lang, SIGNS, 2)),
        "</ul>",
        *_curve(told.line.indicator, told, lang),
    )


def rule_html(rule: Indicator, lang: Lang = "en") -> str:
    """A rule in words with its curve.

    Example:
        >>> from indicator_dsl import indicator
        >>> "<svg" in indicator("年办件量 >= 200000 件 weight 20")._repr_html_()
        True
    """
    target = SIGNS.target(asked_text(rule.target).in_lang(lang))
    weight = labels.POINTS.filled(n=number_text(rule.weight)).in_lang(lang)
    return _div(
        lang,
        f"<p><strong>{safe(rule.name)}</strong> {safe(target)} {weight}</p>",
        f"<p>{safe(method_text(rule).in_lang(lang))}</p>",
        *_curve(rule, None, lang),
    )


def ruleset_html(ruleset: Ruleset, lang: Lang = "en") -> str:
    """Every rule of a sheet in a table, as `describe` prints it.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> "<td" in parse_ruleset("年办件量 >= 200000 件 weight 20")._repr_html_()
        True
    """
    return _div(lang, *_table(ruleset, lang))


def _table(ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    heads = (labels.INDICATOR, labels.TARGET, labels.UNIT, labels.WEIGHT, labels.METHOD)
    styles = (CELL, CELL, CELL, NUMBER, CELL)
    yield f"<p><strong>{safe(title_of(ruleset, lang))}</strong></p>"
    yield f'<table style="{TABLE}">'
    cells = (
        f'<th scope="col" style="{style}">{head.in_lang(lang)}</th>'
        for head, style in zip(heads, styles, strict=True)
    )
    yield f"<thead><tr>{''.join(cells)}</tr></thead>"
    yield "<tbody>"
    for row in rule_rows(ruleset, lang, SIGNS):
        name = f"{CELL};padding-left:calc(.7em + {row.depth} * 1.2em)"
        name += f";font-weight:{600 if row.is_heading else 400}"
        said = zip((row.target, row.unit, row.weight, row.method), styles[1:], strict=True)
        rest = "".join(f'<td style="{style}">{safe(words)}</td>' for words, style in said)
        yield f'<tr><th scope="row" style="{name}">{safe(row.name)}</th>{rest}</tr>'
    yield "</tbody>"
    yield "</table>"


def _curve(rule: Indicator, told: LineExplanation | None, lang: Lang) -> Iterator[str]:
    picture = picture_of(rule, told)
    if picture is not None:
        said = f"{picture.title}{picture.description}{lang}"
        # Outputs of one notebook share a page: the ids must differ where the pictures do.
        key = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        yield curve_svg(picture, lang, key=f"c{key}")


def _div(lang: Lang, *lines: str) -> str:
    return "\n".join([f'<div lang="{"zh-CN" if lang == "zh" else "en"}">', *lines, "</div>"]) + "\n"
