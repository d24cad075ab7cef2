"""A scorecard as a score sheet for a terminal.

Sets what the explanation says, and decides no score.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen
from rich.console import Console, ConsoleOptions
from rich.text import Text as Styled

from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.appendix import appendix_lines
from indicator_dsl.rendering.columns import (
    GAP,
    Cell,
    Column,
    natural_width,
    paragraph,
    set_in_columns,
)
from indicator_dsl.rendering.marks import Marks, marks_for
from indicator_dsl.rendering.sheet import Row, sheet_rows
from indicator_dsl.wording import Lang

_WIDE: Final = 112
_MIN_NAME: Final = 16
_MAX_CELL: Final = 18
_MIN_WHY: Final = 30
_INDENT: Final = 2
_MARGIN: Final = 1
_MOODS: Final = {"lost": "red", "open": "yellow", "": ""}


@frozen
class ScorecardView:
    """A scorecard that rich can print: the sheet and its total, then findings and assumptions.

    Args:
        explanation: Of the whole card.
        lang: The language of the words around the author's own.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> from indicator_dsl.rendering import console_for
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> told = explain_card(ruleset.evaluate({"年办件量": "180000件"}).model)
        >>> with (console := console_for()).capture() as printed:
        ...     console.print(ScorecardView(told, "zh"))
        >>> "比目标 200000 件少 20000 件（10%）；按比例" in printed.get()
        True
    """

    explanation: CardExplanation
    lang: Lang = "en"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Styled]:
        """The lines, for the width at hand."""
        yield from card_lines(self.explanation, self.lang, marks_for(console), options.max_width)


def card_lines(told: CardExplanation, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    """The whole sheet as lines of at most `width` cells."""
    rule = Styled(marks.rule * width, "dim", no_wrap=True, overflow="ignore")
    rows = tuple(sheet_rows(told, lang, marks))
    setting = _Setting.of(rows, lang, width)
    yield from _header(told, lang, marks, width)
    yield rule
    yield from setting.head(lang)
    yield rule
    for row in rows:
        if row.kind == "total":
            yield rule
        yield from setting.lines(row)
    yield Styled("")
    yield from paragraph(marks.shown(told.sentence.in_lang(lang)), width, style="bold", indent=1)
    yield from appendix_lines(told, lang, marks, width)


def _header(told: CardExplanation, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    ruleset = told.card.ruleset
    title = marks.shown(ruleset.title) or labels.SCORE_SHEET.in_lang(lang)
    if ruleset.year is None:
        yield from paragraph(title, width, style="bold", indent=_MARGIN)
        return
    year = labels.YEAR.filled(year=ruleset.year).in_lang(lang)
    room = width - _MARGIN - GAP - natural_width([year])
    yield from set_in_columns(
        (Column(room - _MARGIN), Column(natural_width([year]), is_right=True)),
        (Cell(title, "bold"), Cell(year)),
    )


def _room(width: int, columns: Sequence[Column]) -> int:
    """The cells the columns leave to the names."""
    return width - _MARGIN - sum(GAP + column.width for column in columns)


@frozen(kw_only=True)
class _Setting:
    """The columns one sheet is set in: all seven, or six with the why below, or four."""

    columns: tuple[Column, ...]
    has_targets: bool
    has_why: bool
    width: int

    @classmethod
    def of(cls, rows: tuple[Row, ...], lang: Lang, width: int) -> "_Setting":
        """The setting that fits the width."""
        heads = {
            "target": [labels.TARGET.in_lang(lang), *(row.target for row in rows)],
            "actual": [labels.ACTUAL.in_lang(lang), *(row.actual for row in rows)],
            "weight": [labels.WEIGHT.in_lang(lang), *(row.weight for row in rows)],
            "earned": [labels.EARNED.in_lang(lang), *(row.earned for row in rows)],
            "lost": [labels.LOST.in_lang(lang), *(row.lost for row in rows)],
        }
        natural = {key: natural_width(texts) for key, texts in heads.items()}
        points = [Column(natural[key], is_right=True) for key in ("weight", "earned", "lost")]
        texts = [Column(min(natural[key], _MAX_CELL)) for key in ("target", "actual")]
        fixed = [*texts, *points]
        room = _room(width, fixed)
        if room < _MIN_NAME:
            name = Column(max(_MIN_NAME, _room(width, points)))
            return cls(columns=(name, *points), has_targets=False, has_why=False, width=width)
        if width < _WIDE:
            columns = (Column(room), *fixed)
            return cls(columns=columns, has_targets=True, has_why=False, width=width)
        names = natural_width([" " * _INDENT * row.depth + row.name for row in rows])
        why = max(_MIN_WHY, room - GAP - names)
        columns = (Column(max(_MIN_NAME, room - GAP - why)), *fixed, Column(why))
        return cls(columns=columns, has_targets=True, has_why=True, width=width)

    def head(self, lang: Lang) -> Iterator[Styled]:
        """The line of column heads."""
        words = [labels.INDICATOR]
        if self.has_targets:
            words += [labels.TARGET, labels.ACTUAL]
        words += [labels.WEIGHT, labels.EARNED, labels.LOST]
        if self.has_why:
            words.append(labels.WHY)
        return set_in_columns(self.columns, [Cell(word.in_lang(lang), "dim") for word in words])

    def lines(self, row: Row) -> Iterator[Styled]:
        """One row of the sheet, with what has no column of its own below it."""
        mood, name_style = _MOODS[row.mood], _name_style(row)
        strong = "bold" if row.kind == "total" else ""
        cells = [Cell(row.name, name_style, _INDENT * row.depth)]
        if self.has_targets:
            cells += [Cell(row.target), Cell(row.actual)]
        cells += [
            Cell(row.weight, strong),
            Cell(row.earned, f"{strong} {mood}" if row.mood == "open" else strong),
            Cell(row.lost, mood),
        ]
        if self.has_why:
            cells.append(Cell(row.why, "" if row.is_telling else "dim"))
        yield from set_in_columns(self.columns, cells)
        indent = _MARGIN + _INDENT * (row.depth + 1)
        if not self.has_targets and row.asked_and_done:
            yield from paragraph(row.asked_and_done, self.width, indent=indent)
        if not self.has_why and row.is_telling and row.why:
            yield from paragraph(row.why, self.width, style=mood, indent=indent)


def _name_style(row: Row) -> str:
    if row.kind in ("line", "adjustment"):
        return ""
    return "dim" if row.depth else "bold"
