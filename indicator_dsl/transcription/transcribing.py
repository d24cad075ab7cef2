"""The door: a form in, its transcript out, whatever the form holds."""

import re
from fractions import Fraction
from typing import Final

from indicator_dsl.compiler import Library
from indicator_dsl.model import Form, FormCell, Indicator
from indicator_dsl.transcription.budget import Budget, budget_of
from indicator_dsl.transcription.compiling import tried, whole_actuals, whole_ruleset
from indicator_dsl.transcription.parents import parents_of
from indicator_dsl.transcription.printing_back import prints_back
from indicator_dsl.transcription.profile_scales import scales_of
from indicator_dsl.transcription.rows import Draft, drafts_of, points_of
from indicator_dsl.transcription.sheets import Note
from indicator_dsl.transcription.spelling import clean_text, plain_text
from indicator_dsl.transcription.transcript import RowReading, TargetKind, Transcript
from indicator_dsl.transcription.wholeness import is_whole
from indicator_dsl.wording import Text

_FULL: Final = Fraction(100)
_PARENT: Final = Text(
    "its points are those of the {count} rows below it: kept out of the ruleset",
    "其分值等于下面 {count} 行之和：不写入规则集",
)
_NO_WEIGHT: Final = Text("no points are given: kept out of the ruleset", "没有分值：不写入规则集")
_NO_TARGET: Final = Text("the target does not apply", "目标值不适用")
_NOT_BACK: Final = Text(
    "the reading does not say everything the cells said", "读出的内容与原文不能逐项对上"
)


def transcribe(form: Form, profile: str = "mof-2020", library: Library | None = None) -> Transcript:
    """The form's rows as a ruleset and actuals, with everything assumed; never raises.

    Args:
        form: As a reader gives it.
        profile: What supplies methods and scales.
        library: Where the profile is found; only shipped ones when None.

    Example:
        >>> from indicator_dsl.model import FormCell, FormRow
        >>> row = FormRow(
        ...     name=FormCell(text="年办件量"), target=FormCell(text="≥200000件"),
        ...     actual=FormCell(text="332344件"), weight=FormCell(text="20"),
        ... )
        >>> found = transcribe(Form(name="a", rows=(row,)))
        >>> found.rows[0].rule, found.rows[0].actual, found.rows[0].ground.value
        ('年办件量 >= 200000 件 weight 20', '332344件', 'glued')
    """
    profile = clean_text(profile, 100)
    year = year_of(form)
    budget = budget_of(form)
    scales = scales_of(profile, library)
    drafts = drafts_of(form.rows, year, scales, budget.names)
    drafts, models, lines = tried(form, profile, drafts, library)
    parents = parents_of(drafts, _expected(form, budget))
    out = {n: why for n, d in enumerate(drafts) if (why := _why_out(d, parents.get(n, 0)))}
    rows = [
        _reading(draft, models.get(draft.name), lines.get(draft.name, ""), out.get(number))
        for number, draft in enumerate(drafts)
    ]
    scored = [(n, drafts[n]) for n, row in enumerate(rows) if row.is_scored]
    notes = [_note(row) for row in rows if not row.is_scored]
    ruleset, text, said = whole_ruleset(form, profile, scored, budget, year, notes, library)
    if ruleset is None and budget.rules:
        budget = Budget()
        ruleset, text, said = whole_ruleset(form, profile, scored, budget, year, notes, library)
    full = sum((rule.weight for rule in ruleset.indicators), Fraction(0)) if ruleset else None
    actuals, actuals_text, more = whole_actuals(
        form, scored, budget, year, notes, is_whole=is_whole(form, rows, full)
    )
    return Transcript(
        form=form,
        profile=profile,
        rows=tuple(rows),
        ruleset_text=text,
        actuals_text=actuals_text,
        ruleset=ruleset,
        actuals=actuals,
        assumptions=budget.assumed,
        diagnostics=(*said, *more),
        unread=tuple(_unread(form)),
    )


def import_texts(transcript: Transcript) -> tuple[str, str]:
    """The ruleset and the actuals as `import` writes them, with a comment on everything assumed.

    Example:
        >>> print(import_texts(transcribe(Form(name="空表")))[1], end="")
        actuals for "空表"
    """
    return transcript.ruleset_text, transcript.actuals_text


def year_of(form: Form) -> int | None:
    """The year a form is of; None where none of its cells names one.

    Example:
        >>> year_of(Form(name="a", year=FormCell(text="2024年度")))
        2024
    """
    for cell in (form.year, form.title, form.project):
        found = re.search(r"(?<!\d)(?:19|20)[0-9]{2}(?!\d)", plain_text(cell.text))
        if found:
            return int(found[0])
    return None


def _expected(form: Form, budget: Budget) -> set[Fraction]:
    """What the points of all rows may add up to, without the budget's."""
    money = points_of(form.money_total.weight.text) if form.money_total else None
    totals = {_FULL, points_of(form.total_weight.text) or _FULL}
    return totals | {total - (money or 0) for total in totals} if budget.rules else totals


def _why_out(draft: Draft, children: int) -> Text | None:
    """Why the ruleset does not score a row; None when it does, or when its puzzles say so."""
    if draft.puzzles:
        return None
    if draft.target.kind is TargetKind.NOT_APPLICABLE:
        return _NO_TARGET
    if children:
        return _PARENT.filled(count=children)
    return _NO_WEIGHT if draft.weight is None else None


def _reading(draft: Draft, model: Indicator | None, line: str, why_out: Text | None) -> RowReading:
    puzzles = draft.puzzles
    is_ruled = draft.has_rule and model is not None
    notes = () if why_out is None else (why_out,)

    def reading(*more: Text) -> RowReading:
        all_puzzles = (*puzzles, *more)
        is_kept = is_ruled and not all_puzzles
        return RowReading(
            row=draft.row,
            indicator=clean_text(draft.row.name.text),
            name=draft.name if is_kept else "",
            rule=line if is_kept else "",
            actual="" if all_puzzles else draft.actual.text,
            target_kind=draft.target.kind,
            actual_kind=draft.actual.kind,
            ground=draft.target.ground,
            assumed=(*draft.target.assumed, *draft.actual.assumed, *notes),
            puzzles=all_puzzles,
            model=model if is_kept else None,
            is_scored=is_kept and why_out is None,
        )

    found = reading()
    return found if puzzles or prints_back(found) else reading(_NOT_BACK)


def _note(row: RowReading) -> Note:
    """A row that is not scored, as comments: its cells, its rule where it has one, and why."""
    cells: tuple[FormCell, ...] = (
        row.row.nature,
        row.row.target,
        row.row.unit,
        row.row.actual,
        row.row.weight,
        row.row.score,
    )
    written = " | ".join(clean_text(cell.text, 100) for cell in cells)
    why = row.puzzles or row.assumed
    return Note(
        name=clean_text(row.indicator, 120),
        rule=row.rule,
        actual=row.actual,
        written=written,
        why=tuple(why),
    )


def _unread(form: Form) -> list[FormCell]:
    """Cells of points that hold something else than points."""
    return [
        cell
        for row in form.rows
        for cell in (row.weight, row.score)
        if cell.text.strip("-—/ ") and points_of(cell.text) is None
    ]
