"""Deductions told one by one as a Markdown document. Adds nothing to what the terminal shows."""

from collections.abc import Iterator
from typing import Final

from indicator_dsl.explanation import CardExplanation, LineExplanation, paragraph_of
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.blocks import (
    Depth,
    adjustment_parts,
    blocks_told,
    heading_of,
    remarks_of,
    section_sums,
    sum_text,
)
from indicator_dsl.rendering.markdown import escaped, headline
from indicator_dsl.rendering.marks import SIGNS
from indicator_dsl.wording import Lang

_HEAD: Final = 2  # the heading of a block and the empty line below


def explanation_markdown(
    told: CardExplanation, lang: Lang = "en", *, indicator: str | None = None, depth: Depth = 2
) -> str:
    """The deductions as Markdown, one heading each; author's text is escaped.

    Args:
        told: The explained card.
        lang: The language of the words around the author's own.
        indicator: Only this line, without the head and the sum; None for all that lost points.
        depth: As for `ExplanationView`; at 0 it is one paragraph, at 1 one list.

    Returns:
        Whole lines, each ended; nothing when there is no such indicator.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> told = explain_card(ruleset.evaluate({"年办件量": "180000件"}).model)
        >>> print(explanation_markdown(told, indicator="年办件量"), end="")
        ## 年办件量: 18.00 of 20, lost 2.00
        <BLANKLINE>
        - asked ≥ 200000 件, done 180000 件, off by 20000 件 (10 %)
        - 20 × 180000 / 200000 = 18.00
        - by ratio
        - **年办件量 needs at least 200000 件: 20000 件 more**
    """
    if indicator is not None:
        line = told.line(indicator)
        return "" if line is None else _ended(_block(line, lang, depth))
    if depth == 0:
        return f"{escaped(paragraph_of(told).in_lang(lang))}\n"
    return _ended(_document(told, lang, depth))


def _ended(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _document(told: CardExplanation, lang: Lang, depth: Depth) -> Iterator[str]:
    yield from headline(told, lang)
    yield ""
    for block in blocks_told(told, depth):
        yield from _block(block, lang, depth)
        if depth != 1:
            yield ""
    if depth == 1 and blocks_told(told, depth):
        yield ""
    for each in told.adjustments:
        name, points, why = map(escaped, adjustment_parts(each, told.card.ruleset.rounding, lang))
        yield f"- **{name}** {points}{labels.COMMA.in_lang(lang) if why else ''}{why}"
    if told.adjustments:
        yield ""
    sums = list(section_sums(told, lang)) if depth == "all" else []
    yield from (f"- {escaped(summed)}" for summed in sums)
    if sums:
        yield ""
    yield escaped(sum_text(told, lang))


def line_markdown(told: LineExplanation, lang: Lang = "en") -> Iterator[str]:
    """One line as a list in Markdown, its name left out: what it earned, and why."""
    head = heading_of(told, lang)
    facts = [escaped(fact) for fact in (head.points, head.outcome, head.reported) if fact]
    yield f"- **{labels.COMMA.in_lang(lang).join(facts)}**"
    yield from list(_block(told, lang, 2))[_HEAD:]


def _block(told: LineExplanation, lang: Lang, depth: Depth) -> Iterator[str]:
    head = heading_of(told, lang)
    name = escaped(head.name)
    facts = [escaped(fact) for fact in (head.points, head.outcome, head.reported) if fact]
    comma = labels.COMMA.in_lang(lang)
    if depth in (0, 1):
        yield f"- **{name}** {comma.join([*facts, escaped(told.sentence.in_lang(lang))])}"
        return
    yield f"## {labels.SAYS.filled(name=name, facts=comma.join(facts)).in_lang(lang)}"
    yield ""
    for remark in remarks_of(told, lang, SIGNS, depth):
        words = escaped(remark.text)
        match remark.kind:
            case "remedy":
                yield f"- **{words}**"
            case "step":
                yield f"  - {words}"
            case _:
                yield f"- {words}"
