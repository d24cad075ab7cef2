"""What changed, as Markdown: lists and tables. Adds nothing to what the explanation says."""

from collections.abc import Iterable, Iterator

from indicator_dsl.explanation import (
    CardChanges,
    RulesetChanges,
    change_sentence,
    signed,
    why_shapley,
)
from indicator_dsl.rendering import card_change_words as card_words, change_words as words, labels
from indicator_dsl.rendering.markdown import escaped
from indicator_dsl.rendering.marks import SIGNS
from indicator_dsl.wording import Lang, Text


def ruleset_changes_markdown(changes: RulesetChanges, lang: Lang = "en") -> str:
    """What changed between two rulesets as Markdown; author's text is escaped.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import compare_rulesets
        >>> old, new = (parse_ruleset(f"甲 >= {n} 件 weight 10").model for n in (9, 8))
        >>> print(ruleset_changes_markdown(compare_rulesets(old, new)).splitlines()[6])
        - target: ≥ 9 件 → ≥ 8 件
    """
    return _ended(_rulesets(changes, lang))


def card_changes_markdown(changes: CardChanges, lang: Lang = "en") -> str:
    """What the change of a total is made of as Markdown tables; author's text is escaped."""
    return _ended(_cards(changes, lang))


def _ended(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _rulesets(changes: RulesetChanges, lang: Lang) -> Iterator[str]:
    title = words.title_of_change(changes.before, changes.after)
    yield f"# {escaped(title.in_lang(lang))}"
    yield ""
    yield f"**{escaped(changes.sentence.in_lang(lang))}**"
    for block in words.blocks_of(changes):
        yield ""
        name, how = escaped(block.name.in_lang(lang)), escaped(block.said(lang, SIGNS))
        colon = words.COLON.in_lang(lang)
        yield f"**{name}**{colon}{how}"
        if block.remarks:
            yield ""
        yield from _listed(block.remarks, lang)
    statements = tuple(words.statement_remarks(changes))
    if statements:
        yield ""
        yield f"## {words.WHOLE_SHEET.in_lang(lang)}"
        yield ""
        yield from _listed(statements, lang)


def _listed(remarks: Iterable[words.Remark], lang: Lang) -> Iterator[str]:
    for each in remarks:
        about, told = each.about.in_lang(lang), each.said(lang, SIGNS)
        yield f"- {escaped(about)}{words.COLON.in_lang(lang)}{escaped(told)}"


def _cards(changes: CardChanges, lang: Lang) -> Iterator[str]:
    rounding = changes.after.ruleset.rounding
    title = words.title_of_change(changes.before.ruleset, changes.after.ruleset)
    yield f"# {escaped(title.in_lang(lang))}"
    yield ""
    yield f"**{escaped(change_sentence(changes).in_lang(lang))}**"
    yield ""
    yield _row([card_words.CAME_FROM.in_lang(lang), card_words.CHANGE.in_lang(lang)])
    yield "| --- | ---: |"
    for part in card_words.part_rows(changes):
        yield _row([part.name.in_lang(lang), signed(part.points, rounding)])
    if not changes.is_settled:
        yield _row([card_words.REST.in_lang(lang), card_words.bounds(*changes.rest, changes)])
    change = card_words.bounds(changes.low, changes.high, changes)
    yield _row([f"**{card_words.CHANGE.in_lang(lang)}**", f"**{change}**"])
    yield from _lines(changes, lang)
    yield from _sheet(changes, lang)
    told = tuple(card_words.open_words(changes))
    if told:
        yield from _headed(card_words.NOT_SETTLED, lang)
        yield from (f"- {escaped(each.in_lang(lang))}" for each in told)
    yield ""
    for text in (*card_words.merged_words(changes), why_shapley()):
        yield escaped(text.in_lang(lang))
    if card_words.is_shown_rounded(changes):
        yield escaped(card_words.ROUNDED.in_lang(lang))


def _headed(heading: Text, lang: Lang) -> Iterator[str]:
    yield ""
    yield f"## {heading.in_lang(lang)}"
    yield ""


def _lines(changes: CardChanges, lang: Lang) -> Iterator[str]:
    rounding = changes.after.ruleset.rounding
    lines = card_words.line_rows(changes)
    if not lines:
        return
    yield from _headed(card_words.LINE_BY_LINE, lang)
    heads = (labels.INDICATOR, card_words.BEFORE, card_words.AFTER, card_words.CHANGE)
    yield _row([*(head.in_lang(lang) for head in heads), card_words.CAME_FROM.in_lang(lang)])
    yield "| --- | ---: | ---: | ---: | --- |"
    for line in lines:
        points = card_words.before_and_after(line.points_before, line.points_after, changes)
        yield _row(
            [
                escaped(card_words.name_of(line).in_lang(lang)),
                *points,
                signed(line.change, rounding),
                escaped(card_words.shares_words(line, rounding).in_lang(lang)),
            ]
        )


def _sheet(changes: CardChanges, lang: Lang) -> Iterator[str]:
    rounding = changes.after.ruleset.rounding
    if not changes.sheet:
        return
    yield from _headed(words.WHOLE_SHEET, lang)
    heads = (words.WHOLE_SHEET, card_words.BEFORE, card_words.AFTER, card_words.CHANGE)
    yield _row([head.in_lang(lang) for head in heads])
    yield "| --- | ---: | ---: | ---: |"
    for share in changes.sheet:
        points = (share.before, share.after, share.change)
        name = escaped(card_words.sheet_name(share).in_lang(lang))
        yield _row([name, *(signed(each, rounding) for each in points)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
