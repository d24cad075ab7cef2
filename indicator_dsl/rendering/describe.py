"""A ruleset as a table that a reviewer can read, correct and sign.

Sets what the rules say, and scores nothing.
"""

from collections.abc import Iterator
from typing import Final

from attrs import frozen
from rich.console import Console, ConsoleOptions
from rich.text import Text as Styled

from indicator_dsl.explanation import number_text
from indicator_dsl.model import Ruleset
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.columns import (
    GAP,
    Cell,
    Column,
    natural_width,
    paragraph,
    set_in_columns,
)
from indicator_dsl.rendering.described import RuleRow, parts_of, rule_rows, title_of
from indicator_dsl.rendering.markdown import escaped
from indicator_dsl.rendering.marks import PLAIN, SIGNS, Marks, marks_for
from indicator_dsl.rendering.plain import PLAIN_WIDTH
from indicator_dsl.wording import Lang

_WIDE: Final = 112
_INDENT: Final = 2
_MARGIN: Final = 1
_MAX_CELL: Final = 18
_MAX_BASIS: Final = 22
_MIN_NAME: Final = 16
_SIGNED: Final = 12


@frozen
class RulesetTable:
    """A ruleset that rich can print as a table to sign.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.rendering import console_for
        >>> ruleset = parse_ruleset("满意度 >= 95 % weight 10 by less 0.5 per full 1 pp").model
        >>> with (console := console_for()).capture() as printed:
        ...     console.print(RulesetTable(ruleset, "zh"))
        >>> "每低满 1 个百分点扣 0.5 分（不足 1 个百分点不扣），扣完为止" in printed.get()
        True
    """

    ruleset: Ruleset
    lang: Lang = "en"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Styled]:
        """The lines, for the width at hand."""
        yield from ruleset_lines(self.ruleset, self.lang, marks_for(console), options.max_width)


def ruleset_text(ruleset: Ruleset, lang: Lang = "en", *, width: int = PLAIN_WIDTH) -> str:
    r"""The table as plain text, each line ended.

    Args:
        ruleset: Any ruleset.
        lang: The language of the words around the author's own.
        width: In display cells.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("round 2 each\n满意度 >= 95 % weight 10 by pass").model
        >>> print(ruleset_text(ruleset).splitlines()[0].strip())
        Scoring rules
    """
    lines = ruleset_lines(ruleset, lang, PLAIN, width)
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def ruleset_lines(ruleset: Ruleset, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    """The table, what is said below it and the line to sign, as lines of at most `width` cells."""
    rule = Styled(marks.rule * width, "dim", no_wrap=True, overflow="ignore")
    title = marks.shown(title_of(ruleset, lang))
    if ruleset.year is not None:
        title += f"  {labels.YEAR.filled(year=ruleset.year).in_lang(lang)}"
    yield from paragraph(title, width, style="bold", indent=_MARGIN)
    yield rule
    rows = tuple(rule_rows(ruleset, lang, marks))
    setting = _Setting.of(rows, lang, width)
    yield from setting.head(lang)
    yield rule
    for row in rows:
        yield from setting.lines(row)
    yield rule
    yield from paragraph(_full(ruleset, lang), width, style="bold", indent=_MARGIN)
    for part in parts_of(ruleset):
        yield Styled("")
        yield Styled(f" {part.heading.in_lang(lang)}", "bold")
        for line in part.lines:
            words = f"{marks.bullet} {marks.shown(line.in_lang(lang))}"
            yield from paragraph(words, width, indent=_INDENT, hanging=_INDENT)
    yield Styled("")
    yield from paragraph(_signature(lang), width, indent=_MARGIN)


def _full(ruleset: Ruleset, lang: Lang) -> str:
    count = len(ruleset.indicators)
    return labels.FULL_SCORE.filled(n=count, full=number_text(ruleset.total)).in_lang(lang)


def _signature(lang: Lang) -> str:
    blank = "_" * _SIGNED
    return labels.SIGNATURE.filled(blank=blank).in_lang(lang)


@frozen(kw_only=True)
class _Setting:
    """The columns one table is set in: all six, or four with method and basis below."""

    columns: tuple[Column, ...]
    is_wide: bool
    width: int

    @classmethod
    def of(cls, rows: tuple[RuleRow, ...], lang: Lang, width: int) -> "_Setting":
        """The setting that fits the width."""
        target = natural_width([labels.TARGET.in_lang(lang), *(row.target for row in rows)])
        unit = natural_width([labels.UNIT.in_lang(lang), *(row.unit for row in rows)])
        weight = natural_width([labels.WEIGHT.in_lang(lang), *(row.weight for row in rows)])
        fixed = [
            Column(min(target, _MAX_CELL)),
            Column(min(unit, _MAX_CELL)),
            Column(weight, is_right=True),
        ]
        room = width - _MARGIN - sum(GAP + column.width for column in fixed)
        if width < _WIDE:
            return cls(columns=(Column(max(_MIN_NAME, room)), *fixed), is_wide=False, width=width)
        names = natural_width([" " * _INDENT * row.depth + row.name for row in rows])
        basis = natural_width([labels.BASIS.in_lang(lang), *(row.basis for row in rows)])
        basis = min(basis, _MAX_BASIS)
        name = min(max(names, _MIN_NAME), room // 3)
        method = room - name - basis - 2 * GAP
        columns = (Column(name), *fixed, Column(method), Column(basis))
        return cls(columns=columns, is_wide=True, width=width)

    def head(self, lang: Lang) -> Iterator[Styled]:
        """The line of column heads."""
        words = [labels.INDICATOR, labels.TARGET, labels.UNIT, labels.WEIGHT]
        if self.is_wide:
            words += [labels.METHOD, labels.BASIS]
        return set_in_columns(self.columns, [Cell(word.in_lang(lang), "dim") for word in words])

    def lines(self, row: RuleRow) -> Iterator[Styled]:
        """One row, with what has no column of its own below it."""
        style = "bold" if row.is_heading and not row.depth else "dim" if row.is_heading else ""
        cells = [
            Cell(row.name, style, _INDENT * row.depth),
            Cell(row.target),
            Cell(row.unit),
            Cell(row.weight, style),
        ]
        if self.is_wide:
            cells += [Cell(row.method), Cell(row.basis, "dim")]
        yield from set_in_columns(self.columns, cells)
        if not self.is_wide:
            indent = _MARGIN + _INDENT * (row.depth + 1)
            for words, tone in ((row.method, ""), (row.basis, "dim")):
                if words:
                    yield from paragraph(words, self.width, style=tone, indent=indent)


def ruleset_markdown(ruleset: Ruleset, lang: Lang = "en") -> str:
    """The table as a Markdown document; author's text is escaped.

    Args:
        ruleset: Any ruleset.
        lang: The language of the words around the author's own.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("满意度 >= 95 % weight 10 by pass").model
        >>> print(ruleset_markdown(ruleset, "zh").splitlines()[4])
        |  | 满意度 | ≥ 95 | % | 10 | 达到目标得满分，否则不得分 |  |
    """
    return "".join(f"{line}\n" for line in _markdown(ruleset, lang))


def _markdown(ruleset: Ruleset, lang: Lang) -> Iterator[str]:
    year = ""
    if ruleset.year is not None:
        year = f" ({labels.YEAR.filled(year=ruleset.year).in_lang(lang)})"
    yield f"# {escaped(title_of(ruleset, lang))}{year}"
    yield ""
    heads = (
        labels.SECTION,
        labels.INDICATOR,
        labels.TARGET,
        labels.UNIT,
        labels.WEIGHT,
        labels.METHOD,
        labels.BASIS,
    )
    yield f"| {' | '.join(head.in_lang(lang) for head in heads)} |"
    yield "| --- | --- | --- | --- | ---: | --- | --- |"
    for row in rule_rows(ruleset, lang, SIGNS):
        name = escaped(row.name)
        names = (f"**{name}**", "") if row.is_heading else ("", name)
        weight = f"**{row.weight}**" if row.is_heading and row.weight else row.weight
        rest = (escaped(row.method), escaped(row.basis))
        cells = (*names, escaped(row.target), escaped(row.unit), weight, *rest)
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield f"**{_full(ruleset, lang)}**"
    for part in parts_of(ruleset):
        yield ""
        yield f"## {part.heading.in_lang(lang)}"
        yield ""
        for line in part.lines:
            yield f"- {escaped(line.in_lang(lang))}"
    yield ""
    yield escaped(_signature(lang))
