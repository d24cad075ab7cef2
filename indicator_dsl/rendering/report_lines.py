"""What a report tells of each line: points, curve, remedy, and the steps folded away.

Sets what the explanation says, and adds nothing.
"""

from collections.abc import Iterator

from indicator_dsl.explanation import CardExplanation, LineExplanation
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.blocks import heading_of, outcome_remarks
from indicator_dsl.rendering.curve_pictures import picture_of
from indicator_dsl.rendering.curve_svg import curve_svg, safe
from indicator_dsl.rendering.marks import SIGNS
from indicator_dsl.wording import Lang, Text


def line_articles(told: CardExplanation, lang: Lang) -> Iterator[str]:
    """One article a line, in sheet order."""
    for number, line in enumerate(told.lines, start=1):
        yield from _article(line, lang, number)


def _article(told: LineExplanation, lang: Lang, number: int) -> Iterator[str]:
    head = heading_of(told, lang)
    first = " first" if number == 1 else ""
    yield f'<article class="line{first}" id="line-{number}">'
    picture = picture_of(told.line.indicator, told)
    yield f'<div class="text{"" if picture is not None else " alone"}">'
    if told.line.indicator.section:
        yield f'<p class="path">{safe(" / ".join(told.line.indicator.section))}</p>'
    yield f"<h3>{safe(head.name)}</h3>"
    mood = "open" if told.line.lost is None else "lost"
    facts = [f'<span class="points">{safe(head.points)}</span>']
    if head.outcome:
        facts.append(f'<span class="{mood}">{safe(head.outcome)}</span>')
    if head.reported:
        facts.append(f'<span class="muted">{safe(head.reported)}</span>')
    yield f'<p class="facts">{" ".join(facts)}</p>'
    for remark in outcome_remarks(told, lang, SIGNS):
        yield f"<p>{safe(remark.text)}</p>"
    if told.line.excuse:
        yield f"<p>{safe(labels.EXCUSE.filled(excuse=told.line.excuse).in_lang(lang))}</p>"
    if told.remedy is not None:
        yield f'<p class="remedy">→ {safe(told.remedy.in_lang(lang))}</p>'
    yield from _fold(told, lang)
    yield "</div>"
    if picture is not None:
        yield '<div class="curve-box">'
        yield curve_svg(picture, lang, key=f"c{number}")
        yield "</div>"
    yield "</article>"


def _fold(told: LineExplanation, lang: Lang) -> Iterator[str]:
    """The steps and sources, folded away on a screen."""
    name = safe(told.line.indicator.name)
    yield (
        f"<details><summary>{labels.HOW_SCORED.in_lang(lang)}"
        f'<span class="unseen">{"：" if lang == "zh" else ": "}{name}</span></summary>'
    )
    yield "<dl>"
    yield from _item(labels.RULE, [told.clause.in_lang(lang), told.method.in_lang(lang)], lang)
    for words, said in ((labels.WORKED_OUT, told.derivation), (labels.SUM, told.arithmetic)):
        if said is not None:
            yield from _item(words, [said.in_lang(lang)], lang)
    yield from _item(labels.STEPS, [step.in_lang(lang) for step in told.steps], lang)
    yield from _item(labels.BASIS, told.basis, lang)
    if told.where:
        yield from _item(labels.PLACE, [told.where.replace("\\", "/").split("/")[-1]], lang)
    yield "</dl></details>"


def _item(words: Text, said: list[str] | tuple[str, ...], lang: Lang) -> Iterator[str]:
    if said:
        yield f"<dt>{words.in_lang(lang)}</dt>"
        yield from (f"<dd>{safe(each)}</dd>" for each in said)
