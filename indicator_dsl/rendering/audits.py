"""An audited form set for a terminal and as plain text: the worst first.

Sets what the audit found, and adds nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from attrs import frozen
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.text import Text as Styled

from indicator_dsl.audit import Audit, AuditFinding
from indicator_dsl.diagnostics import Severity
from indicator_dsl.rendering import audit_words as words, labels
from indicator_dsl.rendering.audit_groups import Group, assumptions_of, groups_of
from indicator_dsl.rendering.audit_rows import rows_table
from indicator_dsl.rendering.audit_verdicts import summary_of
from indicator_dsl.rendering.columns import (
    GAP,
    Cell,
    Column,
    natural_width,
    paragraph,
    set_in_columns,
)
from indicator_dsl.rendering.marks import PLAIN, Marks, marks_for
from indicator_dsl.rendering.outline import outline_lines
from indicator_dsl.wording import Lang, Text

_PLAIN_WIDTH: Final = 80
_INDENT: Final = 2
_BELOW: Final = 4
_STYLES: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: ""}
_BREAKS: Final = "，；：、。 "
_SHORTEST_CUT: Final = 0.7
_LEAST_NAMES: Final = 8
_LINES_OF_ROWS: Final = 2
_LONGEST_CELL: Final = 60
_LONGEST_QUOTE: Final = 120


@frozen
class AuditView:
    """An audited form that rich can print, for the width and the signs at hand.

    `is_detailed` adds the table of rows, and below each finding its sum, its cells and the question
    to ask.
    """

    audit: Audit
    lang: Lang = "en"
    is_detailed: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Styled]:
        """The lines, for the width at hand."""
        yield from audit_lines(
            self.audit,
            self.lang,
            marks_for(console),
            options.max_width,
            is_detailed=self.is_detailed,
        )


def audit_text(
    audit: Audit, lang: Lang = "en", *, is_detailed: bool = False, width: int = _PLAIN_WIDTH
) -> str:
    """The audited form as plain text, each line ended.

    Args:
        audit: The audited form.
        lang: The language of the words around what the form says.
        is_detailed: As for `AuditView`.
        width: In display cells.
    """
    lines = audit_lines(audit, lang, PLAIN, width, is_detailed=is_detailed)
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def audit_lines(
    audit: Audit, lang: Lang, marks: Marks, width: int, *, is_detailed: bool
) -> Iterator[Styled]:
    """The audited form as lines of at most `width` cells."""
    yield from _head(audit, lang, marks, width)
    if is_detailed and audit.rows:
        yield from _heading(words.ROWS, lang)
        table = rows_table(audit, lang, longest=_LONGEST_CELL, width=width)
        yield from outline_lines([table], marks, width)
    yield Styled("")
    summary = marks.shown(summary_of(audit).in_lang(lang))
    yield from paragraph(summary, width, style="bold", indent=1)
    yield from _findings(audit, lang, marks, width, is_detailed=is_detailed)
    lost = [row for row in audit.rows if not row.reading.is_understood]
    yield from _assumed(audit, lang, marks, width, is_detailed=is_detailed)
    told = [words.not_understood(row) for row in lost]
    yield from _listed(words.NOT_UNDERSTOOD, told, lang, marks, width)
    unread = [words.cells_text([cell]) for cell in audit.transcript.unread]
    yield from _listed(words.UNREAD, unread, lang, marks, width)


def _head(audit: Audit, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    title = marks.shown(words.title_of_form(audit))
    year = marks.shown(words.year_of(audit))
    if year.isdecimal():
        year = labels.YEAR.filled(year=year).in_lang(lang)
    side = natural_width([year])
    yield from set_in_columns(
        (Column(width - 2 - GAP - side), Column(side, is_right=True)),
        (Cell(title, "bold"), Cell(year)),
    )
    yield Styled(marks.rule * width, "dim", no_wrap=True, overflow="ignore")
    facts = [
        (label.in_lang(lang), marks.shown(said.in_lang(lang)))
        for label, said in words.facts_of(audit)
    ]
    first = natural_width([label for label, _ in facts])
    columns = (Column(first), Column(width - 1 - GAP - first))
    for label, said in facts:
        yield from set_in_columns(columns, (Cell(label, "dim"), Cell(said)))
    yield Styled(marks.rule * width, "dim", no_wrap=True, overflow="ignore")


def _heading(heading: Text, lang: Lang) -> Iterator[Styled]:
    yield Styled("")
    yield Styled(f" {heading.in_lang(lang)}", "bold")


def _listed(
    heading: Text, texts: Sequence[Text], lang: Lang, marks: Marks, width: int
) -> Iterator[Styled]:
    if not texts:
        return
    yield from _heading(heading, lang)
    for text in texts:
        shown = f"{marks.bullet} {marks.shown(text.in_lang(lang))}"
        yield from paragraph(shown, width, indent=_INDENT, hanging=_INDENT)


def _assumed(
    audit: Audit, lang: Lang, marks: Marks, width: int, *, is_detailed: bool
) -> Iterator[Styled]:
    """What was assumed: in detail with every row, else as many as there is room for on a line."""
    assumptions = assumptions_of(audit)
    if assumptions:
        yield from _heading(words.ASSUMED, lang)
    for assumption in assumptions:
        names = [marks.shown(name) for name in assumption.indicators]
        title = marks.shown(assumption.title.in_lang(lang))
        if is_detailed or not names:
            said = words.named(title, names, 0, lang)
            shown = f"{marks.bullet} {said}"
            yield from paragraph(shown, width, indent=_INDENT, hanging=_INDENT)
            continue
        said = _names_fitted(title, names, lang, width - 2 * _INDENT, marks)
        yield Styled(f"{' ' * _INDENT}{marks.bullet} {said}", no_wrap=True, overflow="ignore")


def _findings(
    audit: Audit, lang: Lang, marks: Marks, width: int, *, is_detailed: bool
) -> Iterator[Styled]:
    if not audit.findings:
        said = marks.shown(words.nothing_found(audit).in_lang(lang))
        yield from paragraph(said, width, indent=1)
        return
    yield from paragraph(words.count_text(audit.findings).in_lang(lang), width, indent=1)
    yield from _heading(words.FINDINGS, lang)
    if is_detailed:
        for finding in audit.findings:
            yield from _detailed(finding, lang, marks, width)
        return
    for group in groups_of(audit):
        yield from _briefly(group, audit, lang, marks, width)


def _sign(finding: AuditFinding, marks: Marks) -> str:
    severity = finding.finding.severity
    signs = {Severity.ERROR: marks.error, Severity.WARNING: marks.warning}
    return signs.get(severity, marks.note)


def _briefly(group: Group, audit: Audit, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    """A finding, its code at the end of its first line; below several of a kind, their rows."""
    finding = group.first.finding
    sign = _sign(group.first, marks)
    said = words.brief_of(group.first, audit) if group.is_single else group.title
    message = f"{sign} {marks.shown(said.in_lang(lang))}"
    room = width - GAP - len(finding.code)
    for index, line in enumerate(paragraph(message, room, indent=_INDENT, hanging=_INDENT)):
        if not index:
            line.stylize(_STYLES[finding.severity], _INDENT, _INDENT + len(sign))
            line.append(" " * (width - cell_len(line.plain) - len(finding.code)))
            line.append(finding.code, "dim")
        yield line
    if not group.is_single:
        names = [marks.shown(words.subject_of(each, audit)) for each in group.findings]
        yield from _rows_of_group(names, lang, width)


def _rows_of_group(names: Sequence[str], lang: Lang, width: int) -> Iterator[Styled]:
    """As many rows as there is room for in two lines; one at least."""
    lines: list[Styled] = []
    for count in range(_most_names(names, _LINES_OF_ROWS * width), 0, -1):
        said = words.listed(names[:count], len(names) - count, lang)
        lines = [*paragraph(said, width, indent=_BELOW)]
        if len(lines) <= _LINES_OF_ROWS:
            break
    yield from lines


def _most_names(names: Sequence[str], room: int) -> int:
    """How many of the first names could have room at all, at least one; each takes its own."""
    for count, taken in enumerate(accumulate(map(cell_len, names))):
        if taken > room:
            return max(count, 1)
    return len(names)


def _names_fitted(title: str, names: Sequence[str], lang: Lang, room: int, marks: Marks) -> str:
    """What several rows have in common, and as many of their names as there is room for."""
    for count in range(_most_names(names, room), 0, -1):
        whole = words.named(title, names[:count], len(names) - count, lang)
        if cell_len(whole) <= room:
            return whole
    spare = room - cell_len(words.named(title, [" "], len(names) - 1, lang)) + 1
    if spare < _LEAST_NAMES:
        return fitted(title, room, marks)
    return words.named(title, [fitted(names[0], spare, marks)], len(names) - 1, lang)


def fitted(text: str, room: int, marks: Marks) -> str:
    """The text, or as much of it as fits before a mark that it goes on.

    Example:
        >>> fitted("自评 10 分，应得 8.00 分，按反比", 24, PLAIN)
        '自评 10 分，应得...'
    """
    if cell_len(text) <= room:
        return text
    dots = marks.shown("…")
    width, end, neat = room - cell_len(dots), 0, 0
    cells = 0
    for index, character in enumerate(text):
        if character in _BREAKS and cells >= width * _SHORTEST_CUT:
            neat = index
        cells += cell_len(character)
        if cells > width:
            break
        end = index + 1
    return f"{text[: neat or end].rstrip(_BREAKS)}{dots}"


def _detailed(finding: AuditFinding, lang: Lang, marks: Marks, width: int) -> Iterator[Styled]:
    """A finding with its sum, the cells it rests on, and what to ask."""
    sign, said = _sign(finding, marks), finding.finding
    message = f"{sign} {marks.shown(said.message.in_lang(lang))}"
    for index, line in enumerate(paragraph(message, width, indent=_INDENT, hanging=_INDENT)):
        if not index:
            line.stylize(_STYLES[said.severity], _INDENT, _INDENT + len(sign))
        yield line
    if finding.arithmetic is not None:
        shown = marks.shown(finding.arithmetic.in_lang(lang))
        yield from paragraph(shown, width, indent=_BELOW, hanging=_INDENT)
    cells = marks.shown(words.cells_text(finding.cells, longest=_LONGEST_QUOTE).in_lang(lang))
    if cells:
        yield from paragraph(cells, width, indent=_BELOW, hanging=_INDENT)
    if said.ask is not None:
        question = words.ASK.filled(question=said.ask).in_lang(lang)
        shown = marks.shown(f"→ {question}")
        yield from paragraph(shown, width, indent=_BELOW, hanging=_INDENT)
    yield from paragraph(words.code_text(finding).in_lang(lang), width, style="dim", indent=_BELOW)
