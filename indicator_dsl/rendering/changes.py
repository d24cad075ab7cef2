"""What changed between two rulesets or two cards, on a terminal and as plain text.

Sets what the explanation says, and adds nothing.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from attrs import frozen
from rich.console import Console, ConsoleOptions
from rich.text import Text as Styled

from indicator_dsl.explanation import (
    CardChanges,
    RulesetChanges,
    change_sentence,
    signed,
    why_shapley,
)
from indicator_dsl.rendering import card_change_words as card_words, change_words as words
from indicator_dsl.rendering.columns import (
    GAP,
    Cell,
    Column,
    natural_width,
    paragraph,
    set_in_columns,
)
from indicator_dsl.rendering.marks import PLAIN, Marks, marks_for
from indicator_dsl.rendering.plain import PLAIN_WIDTH
from indicator_dsl.wording import Lang, Text

_INDENT: Final = 3
_MARGIN: Final = 1
_BAR: Final = 24
_MIN_NAME: Final = 16
_SIGNS: Final = {"added": "+", "removed": "−", "renamed": "?", "changed": "·"}
_STYLES: Final = {"added": "green", "removed": "red", "renamed": "yellow", "changed": ""}


@frozen
class RulesetChangesView:
    """What changed between two rulesets, for a rich console: the heaviest lines first.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import compare_rulesets
        >>> from indicator_dsl.rendering import console_for
        >>> old, new = (parse_ruleset(f"甲 >= {n} 件 weight 10").model for n in (9, 8))
        >>> with (console := console_for()).capture() as printed:
        ...     console.print(RulesetChangesView(compare_rulesets(old, new)))
        >>> "≥ 9 件 → ≥ 8 件" in printed.get()
        True
    """

    changes: RulesetChanges
    lang: Lang = "en"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Styled]:
        """The lines, for the width at hand."""
        marks = marks_for(console)
        yield from ruleset_change_lines(self.changes, self.lang, marks, options.max_width)


@frozen
class CardChangesView:
    """What the change of a total is made of, for a rich console: the largest part first."""

    changes: CardChanges
    lang: Lang = "en"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Styled]:
        """The lines, for the width at hand."""
        marks = marks_for(console)
        yield from card_change_lines(self.changes, self.lang, marks, options.max_width)


def ruleset_changes_text(
    changes: RulesetChanges, lang: Lang = "en", *, width: int = PLAIN_WIDTH
) -> str:
    """What changed between two rulesets as plain text, each line ended."""
    return _text(ruleset_change_lines(changes, lang, PLAIN, width))


def card_changes_text(changes: CardChanges, lang: Lang = "en", *, width: int = PLAIN_WIDTH) -> str:
    """What the change of a total is made of as plain text, each line ended."""
    return _text(card_change_lines(changes, lang, PLAIN, width))


def _text(lines: Iterator[Styled]) -> str:
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def ruleset_change_lines(
    changes: RulesetChanges, lang: Lang, marks: Marks, width: int
) -> Iterator[Styled]:
    """The whole comparison as lines of at most `width` cells."""
    title = words.title_of_change(changes.before, changes.after).in_lang(lang)
    yield from paragraph(marks.shown(title), width, style="bold", indent=_MARGIN)
    yield _rule(marks, width)
    sentence = marks.shown(changes.sentence.in_lang(lang))
    yield from paragraph(sentence, width, style="bold", indent=_MARGIN)
    for block in words.blocks_of(changes):
        yield Styled("")
        name = marks.shown(f"{_SIGNS[block.kind]} {block.name.in_lang(lang)}")
        head, style = f"{name}   {block.said(lang, marks)}", _STYLES[block.kind]
        yield from paragraph(head, width, style=style, indent=_MARGIN, hanging=2)
        yield from _remarks(block.remarks, lang, marks, width)
    statements = tuple(words.statement_remarks(changes))
    if statements:
        yield Styled("")
        yield Styled(f" {words.WHOLE_SHEET.in_lang(lang)}", "bold")
        yield from _remarks(statements, lang, marks, width)


def _remarks(
    remarks: tuple[words.Remark, ...], lang: Lang, marks: Marks, width: int
) -> Iterator[Styled]:
    """What is said of one thing, beside what it is about."""
    abouts = [marks.shown(each.about.in_lang(lang)) for each in remarks]
    about = min(natural_width(abouts), width // 3)
    room = width - _MARGIN - GAP - about - _INDENT
    columns = (Column(about + _INDENT - _MARGIN), Column(room))
    last = ""
    for name, each in zip(abouts, remarks, strict=True):
        cells = (
            Cell("" if name == last else name, "dim", _INDENT - _MARGIN),
            Cell(each.said(lang, marks)),
        )
        yield from set_in_columns(columns, cells)
        last = name


def card_change_lines(
    changes: CardChanges, lang: Lang, marks: Marks, width: int
) -> Iterator[Styled]:
    """The whole decomposition as lines of at most `width` cells."""
    title = words.title_of_change(changes.before.ruleset, changes.after.ruleset).in_lang(lang)
    yield from paragraph(marks.shown(title), width, style="bold", indent=_MARGIN)
    yield _rule(marks, width)
    sentence = marks.shown(change_sentence(changes).in_lang(lang))
    yield from paragraph(sentence, width, style="bold", indent=_MARGIN)
    yield from _parts(changes, lang, marks, width)
    yield from _line_table(changes, lang, marks, width)
    yield from _sheet_table(changes, lang, marks, width)
    yield from _open(changes, lang, marks, width)
    yield Styled("")
    for text in _closing(changes):
        yield from paragraph(marks.shown(text.in_lang(lang)), width, style="dim", indent=_MARGIN)


def _closing(changes: CardChanges) -> Iterator[Text]:
    """What could not be told apart, and how the parts were found."""
    yield from card_words.merged_words(changes)
    yield why_shapley()
    if card_words.is_shown_rounded(changes):
        yield card_words.ROUNDED


def _parts(changes: CardChanges, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    """Every part with a bar as long as it is large, and their sum."""
    rounding = changes.after.ruleset.rounding
    rows = [
        (row.name.in_lang(lang), signed(row.points, rounding), row.points)
        for row in card_words.part_rows(changes)
    ]
    total = card_words.bounds(changes.low, changes.high, changes)
    rest = None if changes.is_settled else card_words.bounds(*changes.rest, changes)
    most = max((abs(points) for _, _, points in rows), default=Fraction(0))
    names = [name for name, _, _ in rows] + [
        each.in_lang(lang) for each in (card_words.CHANGE, card_words.REST)
    ]
    shown = [marks.shown(points) for _, points, _ in rows] + [marks.shown(total)]
    name, numbers = natural_width(names), natural_width([*shown, marks.shown(rest or "")])
    bar = max(0, min(_BAR, width - _MARGIN - _INDENT - name - numbers - 2 * GAP))
    columns = (Column(name + _INDENT - _MARGIN), Column(numbers, is_right=True), Column(bar))
    yield Styled("")
    yield Styled(f" {card_words.CAME_FROM.in_lang(lang)}", "bold")
    block = "#" if marks.is_plain else "█"
    for text, points, worth in rows:
        length = 0 if not most else int(abs(worth) * bar / most + Fraction(1, 2))
        length = max(length, 1 if worth else 0)
        style = "green" if worth > 0 else "red"
        cells = (
            Cell(text, "", _INDENT - _MARGIN),
            Cell(marks.shown(points)),
            Cell(block * min(length, bar), style),
        )
        yield from set_in_columns(columns, cells)
    ends = [] if rest is None else [(card_words.REST, rest, "yellow")]
    for about, points, style in (*ends, (card_words.CHANGE, total, "bold")):
        cells = (
            Cell(about.in_lang(lang), style, _INDENT - _MARGIN),
            Cell(marks.shown(points), style),
            Cell(""),
        )
        yield from set_in_columns(columns, cells)


@frozen(kw_only=True)
class _Row:
    """A name with points before, points after and the change, and what is said below."""

    name: str
    before: str
    after: str
    change: str
    below: str = ""


def _line_table(changes: CardChanges, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    rounding = changes.after.ruleset.rounding
    lines = card_words.line_rows(changes)
    rows = [
        _Row(
            name=marks.shown(card_words.name_of(line).in_lang(lang)),
            before=marks.shown(points[0]),
            after=marks.shown(points[1]),
            change=marks.shown(signed(line.change, rounding)),
            below=marks.shown(card_words.shares_words(line, rounding).in_lang(lang)),
        )
        for line in lines
        for points in [card_words.before_and_after(line.points_before, line.points_after, changes)]
    ]
    yield from _table(card_words.LINE_BY_LINE, rows, lang, width)
    quiet = len(changes.lines) + len(changes.added) + len(changes.removed) - len(lines)
    if quiet and lines:
        told = card_words.UNCHANGED.filled(n=quiet).in_lang(lang)
        yield from paragraph(told, width, style="dim", indent=_INDENT)


def _sheet_table(changes: CardChanges, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    rounding = changes.after.ruleset.rounding
    rows = [
        _Row(
            name=marks.shown(card_words.sheet_name(share).in_lang(lang)),
            before=marks.shown(signed(share.before, rounding)),
            after=marks.shown(signed(share.after, rounding)),
            change=marks.shown(signed(share.change, rounding)),
        )
        for share in changes.sheet
    ]
    yield from _table(words.WHOLE_SHEET, rows, lang, width)


def _table(heading: Text, rows: list[_Row], lang: Lang, width: int) -> Iterator[Styled]:
    if not rows:
        return
    heads = [each.in_lang(lang) for each in (card_words.BEFORE, card_words.AFTER)]
    heads.append(card_words.CHANGE.in_lang(lang))
    stacks = ([row.before for row in rows], [row.after for row in rows], [r.change for r in rows])
    numbers = [
        Column(natural_width([head, *stack]), is_right=True)
        for head, stack in zip(heads, stacks, strict=True)
    ]
    room = width - _MARGIN - sum(GAP + column.width for column in numbers)
    columns = (Column(max(_MIN_NAME, room)), *numbers)
    yield Styled("")
    cells = [Cell(heading.in_lang(lang), "bold"), *(Cell(head, "dim") for head in heads)]
    yield from set_in_columns(columns, cells)
    for row in rows:
        indent = _INDENT - _MARGIN
        style = "red" if row.change.lstrip("≈~").startswith(("−", "-")) else "green"
        yield from set_in_columns(
            columns,
            [
                Cell(row.name, "", indent),
                Cell(row.before),
                Cell(row.after),
                Cell(row.change, style),
            ],
        )
        if row.below:
            yield from paragraph(row.below, width, style="dim", indent=_INDENT + indent)


def _open(changes: CardChanges, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    """All that nothing can be said of yet, each with what can still become of it."""
    told = tuple(card_words.open_words(changes))
    if not told:
        return
    yield Styled("")
    yield Styled(f" {card_words.NOT_SETTLED.in_lang(lang)}", "bold")
    for words_of_it in told:
        shown = marks.shown(words_of_it.in_lang(lang))
        yield from paragraph(shown, width, style="yellow", indent=_INDENT)


def _rule(marks: Marks, width: int) -> Styled:
    return Styled(marks.rule * width, "dim", no_wrap=True, overflow="ignore")
