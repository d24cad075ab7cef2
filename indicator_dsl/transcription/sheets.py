"""Drafts of rows as two whole texts, with every assumption as a comment above its line."""

import re
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from indicator_dsl.diagnostics import Collector
from indicator_dsl.model import Form, FormRow
from indicator_dsl.quantities import text_from_number
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import parse_actuals, parse_ruleset, print_actuals, print_ruleset
from indicator_dsl.transcription.budget import Budget
from indicator_dsl.transcription.rows import Draft, points_of
from indicator_dsl.transcription.spelling import clean_text, plain_text, quoted_text
from indicator_dsl.wording import Text

_HEADING_POINTS: Final = re.compile(r"(?P<name>.*?)\s*\(\s*(?P<points>\d+(?:\.\d+)?)\s*分\s*\)")
_AWKWARD: Final = re.compile(r"[^\w\s、，（）()·]")

_NOT_WHOLE: Final = Text(
    "the total of {total} is that of the whole form, not all of which is scored here: left out",
    "总分 {total} 是全表的，本表并非各项都能计分，不作对照",
)


@frozen(kw_only=True)
class Lines:
    """A text in the making: its lines, and the draft each belongs to (None for the frame)."""

    texts: tuple[str, ...]
    owners: tuple[int | None, ...]

    @property
    def text(self) -> str:
        """All lines, the last one ended."""
        return "".join(f"{line}\n" for line in self.texts)


@frozen(kw_only=True)
class Note:
    """A row that stays out of both texts, for the comments: its cells as written, and why."""

    name: str
    rule: str
    actual: str
    written: str
    why: tuple[Text, ...]


class _Writer:
    def __init__(self) -> None:
        self._texts: list[str] = []
        self._owners: list[int | None] = []

    def add(self, text: str, owner: int | None = None) -> None:
        self._texts.append(text)
        self._owners.append(owner)

    def done(self) -> Lines:
        return Lines(texts=tuple(self._texts), owners=tuple(self._owners))


def heading_of(row: FormRow) -> tuple[str, str]:
    """The two headings of a row as a section's name, and the points level1 promises, or empty.

    Example:
        >>> from indicator_dsl.model import FormCell
        >>> cell = FormCell(text="产出指标(50分)")
        >>> heading_of(FormRow(level1=cell, name=FormCell(text="x")))
        ('产出指标', '50')
    """
    first = plain_text(row.level1.text)
    match = _HEADING_POINTS.fullmatch(first)
    points = match["points"] if match else ""
    parts = (match["name"] if match else first, plain_text(row.level2.text))
    names = [clean_text(_AWKWARD.sub(" ", _bare(part)), 60) for part in parts]
    return " / ".join(name for name in names if name), points if names[0] else ""


def _bare(part: str) -> str:
    match = _HEADING_POINTS.fullmatch(part)
    return (match["name"] if match else part).replace(" ", "")


class _Headings:
    """The section lines on the way down a form."""

    def __init__(self, form: Form, *, is_below: bool) -> None:
        self._stated = _stated_points(form)
        self._promised: set[str] = set()
        self._current = None if is_below else ""  # a row without a heading is not the budget's

    def before(self, row: FormRow) -> list[str]:
        """What to write above a row: nothing where its heading is that of the row before."""
        heading, points = heading_of(row)
        if heading == self._current:
            return []
        lines = [""]
        first = heading.split(" / ", maxsplit=1)[0]
        points = points or self._stated.get(first, "")
        is_promised = bool(points and first not in self._promised)
        if is_promised:
            self._promised.add(first)
            lines.append(f"[{first}] {points}")
        if not (is_promised and heading == first):
            lines.append(f"[{heading or '其他'}]")
        self._current = heading
        return lines


def ruleset_lines(
    form: Form,
    profile: str,
    drafts: Sequence[tuple[int, Draft]],
    budget: Budget,
    year: int | None,
    notes: Sequence[Note] = (),
) -> Lines:
    """The ruleset of a form; drafts come with their numbers, which become the owners of lines."""
    writer = _Writer()
    title = clean_text(form.project.text or form.title.text or form.name, 120) or "自评表"
    writer.add(f"ruleset {quoted_text(title)}" + (f" {year}" if year else ""))
    writer.add(f"use {quoted_text(profile)}")
    if budget.rules:
        writer.add("")
        for note in budget.assumed:
            writer.add(comment(note))
        for line in budget.rules:
            writer.add(line)
    headings = _Headings(form, is_below=bool(budget.rules))
    for number, draft in drafts:
        for line in headings.before(draft.row):
            writer.add(line)
        for note in draft.target.assumed:
            writer.add(comment(note), number)
        writer.add(draft.line(draft.weight), number)
    if not drafts and not budget.rules:
        writer.add("total 100")
        writer.add("# 表中没有可以计分的行")
    for line in _noted(notes):
        writer.add(line)
    return writer.done()


def _noted(notes: Sequence[Note]) -> list[str]:
    lines = [""] if notes else []
    for each in notes:
        lines.append(f"# {each.rule or f'{each.name} | {each.written}'}")
        lines += [f"#   {clean_text(why.zh, 400)}" for why in each.why]
    return lines


def _stated_points(form: Form) -> dict[str, str]:
    """The points of first-level headings that have a row of their own."""
    found = {}
    for row in form.headings:
        points = points_of(row.weight.text)
        first = heading_of(row)[0].split(" / ", maxsplit=1)[0] or plain_text(row.name.text)
        if points and not row.level2.text and first:
            found[first] = text_from_number(points)
    return found


def actuals_lines(
    form: Form,
    drafts: Sequence[tuple[int, Draft]],
    budget: Budget,
    year: int | None,
    notes: Sequence[Note] = (),
    *,
    is_whole: bool = True,
) -> Lines:
    """The actuals of a form; its total is a comment where not all of its points are scored."""
    writer = _Writer()
    title = clean_text(form.project.text or form.title.text or form.name, 120) or "自评表"
    writer.add(f"actuals for {quoted_text(title)}" + (f" {year}" if year else ""))
    for line in budget.actuals:
        writer.add(line)
    for number, draft in drafts:
        for note in draft.actual.assumed:
            writer.add(comment(note), number)
        writer.add(actual_line(draft), number)
    for each in notes:
        if each.actual:
            writer.add(f"# {each.name} = {each.actual}")
    total = points_of(form.total_score.text)
    if total is not None and not is_whole:
        writer.add(comment(_NOT_WHOLE.filled(total=text_from_number(total))))
    elif total is not None:
        writer.add(f"total reported {text_from_number(total)}")
    return writer.done()


def actual_line(draft: Draft) -> str:
    """`NAME = CELL reported 10 reason "…"`, the name in quotes."""
    text = f"{quoted_text(draft.name)} = {draft.actual.text}"
    if draft.reported is not None:
        text += f" reported {text_from_number(draft.reported)}"
    reason = clean_text(draft.row.reason.text, 300)
    return f"{text} reason {quoted_text(reason)}" if reason else text


def comment(note: Text) -> str:
    """An assumption as a comment."""
    return f"# {clean_text(note.zh, 400)}"


def printed_ruleset(text: str) -> str:
    """The text in the house layout; the text itself where it does not parse."""
    collector = Collector()
    file = parse_ruleset(SourceText("<form>", text), collector)
    return text if collector.has_errors else print_ruleset(file, "en")


def printed_actuals(text: str) -> str:
    """The text in the house layout; the text itself where it does not parse."""
    collector = Collector()
    file = parse_actuals(SourceText("<form>", text), collector)
    return text if collector.has_errors else print_actuals(file, "en")
