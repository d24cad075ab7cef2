"""The tables of a report: the score sheet, and the way from the full score to the total.

Sets rows that are worked out already, and adds nothing.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from rich.cells import cell_len

from indicator_dsl.explanation import CardExplanation, Fall, waterfall_of
from indicator_dsl.model import Rounding
from indicator_dsl.quantities import text_from_number
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.bars import fall_bar, reach_of
from indicator_dsl.rendering.charts import bounds_text, change_text, fall_name
from indicator_dsl.rendering.curve_svg import safe
from indicator_dsl.rendering.marks import SIGNS
from indicator_dsl.rendering.sheet import Row, sheet_rows
from indicator_dsl.wording import Lang, Text

_DEEPEST: Final = 3
_SHORT: Final = 18
_THINNEST: Final = Fraction(1, 2)


def sheet_table(told: CardExplanation, lang: Lang) -> Iterator[str]:
    """The score sheet with its sections, each line leading to what is told of it below."""
    yield '<table class="sheet">'
    yield f'<caption class="unseen">{labels.SCORE_SHEET.in_lang(lang)}</caption>'
    yield "<thead><tr>"
    yield _head(labels.INDICATOR, lang, "")
    for words in (labels.TARGET, labels.ACTUAL):
        yield _head(words, lang, "wide")
    for words in (labels.WEIGHT, labels.EARNED, labels.LOST):
        yield _head(words, lang, "n")
    yield "</tr></thead>"
    yield "<tbody>"
    count = 0
    for row in sheet_rows(told, lang, SIGNS):
        count += row.kind == "line"
        yield _row(row, count)
    yield "</tbody>"
    yield "</table>"


def _head(words: Text, lang: Lang, kind: str) -> str:
    classes = f' class="{kind}"' if kind else ""
    return f'<th scope="col"{classes}>{words.in_lang(lang)}</th>'


def _row(row: Row, count: int) -> str:
    name = safe(row.name)
    if row.kind == "line":
        name = f'<a href="#line-{count}">{name}</a>'
        name += f'<span class="brief muted">{safe(row.asked_and_done)}</span>'
    if row.why and row.is_telling:
        name += f'<span class="why">{safe(row.why)}</span>'
    kind = {"heading": "sub" if row.depth else "heading", "total": "end"}.get(row.kind, "")
    depth = min(row.depth, _DEEPEST)
    start = f'<tr class="{kind}">' if kind else "<tr>"
    indent = f' class="d{depth}"' if depth else ""
    open_ = " open" if row.mood == "open" and row.earned else ""
    lost = " lost" if row.mood == "lost" and row.lost else ""
    return (
        f'{start}<th scope="row"{indent}>{name}</th>'
        f"{_cell(row.target)}{_cell(row.actual)}"
        f'<td class="n">{safe(row.weight)}</td><td class="n{open_}">{safe(row.earned)}</td>'
        f'<td class="n{lost}">{safe(row.lost)}</td></tr>'
    )


def _cell(words: str) -> str:
    """A target or an actual; a short one stays on one line."""
    tight = " tight" if cell_len(words) <= _SHORT else ""
    return f'<td class="wide{tight}">{safe(words)}</td>'


def waterfall_table(told: CardExplanation, lang: Lang) -> Iterator[str]:
    """Every step with its bar, what it changes and where the sheet then stands."""
    falls, rounding = waterfall_of(told), told.card.ruleset.rounding
    reach = reach_of(falls)
    yield '<table class="fall">'
    yield f'<caption class="unseen">{labels.WATERFALL.in_lang(lang)}</caption>'
    yield "<thead><tr>"
    yield _head(labels.STEP_NAME, lang, "")
    yield _head(labels.CHANGE, lang, "n")
    yield _head(labels.LEFT, lang, "n")
    yield "</tr></thead>"
    yield "<tbody>"
    for index, fall in enumerate(falls, start=1):
        yield _fall(fall, reach, rounding, lang, f"b{index}")
    yield "</tbody>"
    yield "</table>"


def _fall(
    fall: Fall, reach: tuple[Fraction, Fraction], rounding: Rounding, lang: Lang, key: str
) -> str:
    name, change = safe(fall_name(fall, lang)), safe(change_text(fall, rounding))
    left = safe(bounds_text(fall.after, rounding))
    words = labels.BAR_SAYS.filled(change=change, left=left)
    if fall.kind in ("full", "total"):
        words = labels.BAR_STANDS.filled(left=left)
    mood = "open" if not fall.change.is_settled else ("lost" if fall.change.low < 0 else "")
    start = '<tr class="end">' if fall.kind == "total" else "<tr>"
    bar = "".join(_stretches(fall, reach))
    return (
        f'{start}<th scope="row"><span class="name">{name}</span> '
        f'<svg class="bar" xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 100 10" '
        f'preserveAspectRatio="none" width="100" height="14" aria-labelledby="{key}t {key}d">'
        f'<title id="{key}t">{name}</title><desc id="{key}d">{words.in_lang(lang)}</desc>'
        f"{bar}</svg></th>"
        f'<td class="n {mood}">{change}</td><td class="n">{left}</td></tr>'
    )


def _stretches(fall: Fall, reach: tuple[Fraction, Fraction]) -> Iterator[str]:
    low, high = reach
    for part in fall_bar(fall):
        start, end = (100 * (at - low) / (high - low) for at in (part.start, part.end))
        width = max(end - start, _THINNEST)
        start = min(start, 100 - width)
        yield (f'<rect class="{part.kind}" x="{_n(start)}" y="0" width="{_n(width)}" height="10"/>')


def _n(number: Fraction) -> str:
    return text_from_number(number, places=2).rstrip("0").rstrip(".")
