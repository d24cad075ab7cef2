"""The door: a form in, its transcript out, whatever the form holds."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from attrs import evolve

from indicator_dsl.compiler import Library, compile_actuals, compile_ruleset
from indicator_dsl.diagnostics import Collector, Diagnostic, Severity
from indicator_dsl.model import Actuals, Form, Indicator, Judged, Ruleset, Scale
from indicator_dsl.source import SourceText
from indicator_dsl.transcription.budget import Budget, budget_of
from indicator_dsl.transcription.plain_text import plain_text
from indicator_dsl.transcription.rows import Draft, drafts_of
from indicator_dsl.transcription.sheets import (
    Lines,
    actuals_lines,
    printed_actuals,
    printed_ruleset,
    ruleset_lines,
)
from indicator_dsl.transcription.transcript import RowReading, TargetKind, Transcript
from indicator_dsl.wording import Text

_ROUNDS: Final = 12
_NO_COMPILE: Final = Text("the language does not hold the row: {why}", "语言写不下该行：{why}")
_PARENT: Final = Text(
    "its points are those of the {count} rows below it: kept out of the ruleset",
    "其分值等于下面 {count} 行之和：不写入规则集",
)
_NO_WEIGHT: Final = Text("no points are given: kept out of the ruleset", "没有分值：不写入规则集")


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
    year = _year_of(form)
    budget = budget_of(form)
    drafts = drafts_of(form.rows, year, _scales(profile, library), budget.names)
    drafts, models = _compiled(form, profile, drafts, library, year)
    parents = _parents(drafts)
    scored = [
        (number, draft)
        for number, draft in enumerate(drafts)
        if draft.name in models and draft.weight is not None and number not in parents
    ]
    left_out = _left_out(drafts, parents, models)
    ruleset, text, diagnostics, budget = _whole(
        form, profile, scored, budget, library, year, left_out
    )
    actuals, actuals_text, more = _answers(form, scored, budget, year)
    own = {} if ruleset is None else {rule.name: rule for rule in ruleset.indicators}
    return Transcript(
        form=form,
        profile=profile,
        rows=tuple(
            _reading(draft, own.get(draft.name, models.get(draft.name)), left_out.get(number, ()))
            for number, draft in enumerate(drafts)
        ),
        ruleset_text=text,
        actuals_text=actuals_text,
        ruleset=ruleset,
        actuals=actuals,
        assumptions=budget.assumed,
        diagnostics=(*diagnostics, *more),
    )


def _year_of(form: Form) -> int | None:
    for cell in (form.year, form.title, form.project):
        found = re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", plain_text(cell.text))
        if found:
            return int(found[0])
    return None


def _scales(profile: str, library: Library | None) -> Callable[[str], Scale | None]:
    known: dict[str, Scale | None] = {}

    def named(name: str) -> Scale | None:
        if name not in known:
            source = SourceText("<scale>", f"use {profile}\nx is {name} weight 1\n")
            ruleset = compile_ruleset(source, Collector(), library)
            rules = ruleset.indicators if ruleset else ()
            judged = [r.measure.scale for r in rules if isinstance(r.measure, Judged)]
            known[name] = judged[0] if judged and judged[0].name == name else None
        return known[name]

    return named


def _compiled(
    form: Form, profile: str, drafts: list[Draft], library: Library | None, year: int | None
) -> tuple[list[Draft], dict[str, Indicator]]:
    """Every draft tried in the compiler; what it refuses becomes a puzzle."""
    for _ in range(_ROUNDS):
        tried = [
            (number, evolve(draft, weight=draft.weight or Fraction(1)))
            for number, draft in enumerate(drafts)
            if draft.has_rule
        ]
        lines = ruleset_lines(form, profile, tried, Budget(), year)
        collector = Collector()
        source = SourceText("<form>", lines.text)
        ruleset = compile_ruleset(source, collector, library)
        if ruleset is not None:
            return drafts, {rule.name: rule for rule in ruleset.indicators}
        refused = _refused(collector, source, lines)
        if not refused:
            break
        for number, why in refused.items():
            puzzle = _NO_COMPILE.filled(why=why)
            drafts[number] = evolve(drafts[number], puzzles=(puzzle,))
    return drafts, {}


def _refused(collector: Collector, source: SourceText, lines: Lines) -> dict[int, Text]:
    """The drafts whose lines hold an error, with the first message of each."""
    found: dict[int, Text] = {}
    for diagnostic in collector.sorted():
        if diagnostic.severity is not Severity.ERROR:
            continue
        for label in diagnostic.labels:
            if label.place.source is not source:
                continue
            at = source.position(label.place.span.start).line - 1
            owner = lines.owners[at] if at < len(lines.owners) else None
            if owner is not None:
                found.setdefault(owner, diagnostic.message)
                break
    return found


def _parents(drafts: Sequence[Draft]) -> dict[int, int]:
    """Rows whose points are the sum of two or more rows right below, with how many those are."""
    found: dict[int, int] = {}
    total = sum((d.weight for d in drafts if d.weight), Fraction(0))
    if total <= 100:  # noqa: PLR2004 - a sheet that does not exceed 100 has no row twice
        return found
    for number, draft in enumerate(drafts):
        if draft.weight is None:
            continue
        added = Fraction(0)
        for count, below in enumerate(drafts[number + 1 :], 1):
            same = plain_text(below.row.level1.text) == plain_text(draft.row.level1.text)
            added += below.weight or 0
            if not same or added > draft.weight or below.weight is None:
                break
            if added == draft.weight and count > 1:
                found[number] = count
                break
    return found


def _left_out(
    drafts: Sequence[Draft], parents: dict[int, int], models: dict[str, Indicator]
) -> dict[int, tuple[Text, ...]]:
    """Rows the ruleset does not score, and why."""
    found: dict[int, tuple[Text, ...]] = {}
    for number, draft in enumerate(drafts):
        if draft.puzzles:
            found[number] = draft.puzzles
        elif draft.name in models and number in parents:
            found[number] = (_PARENT.filled(count=parents[number]),)
        elif draft.name in models and draft.weight is None:
            found[number] = (_NO_WEIGHT,)
        elif draft.target.kind is TargetKind.NOT_APPLICABLE:
            found[number] = (Text("the target does not apply", "目标值不适用"),)
    return found


def _whole(  # noqa: PLR0913 - the parts of a sheet
    form: Form,
    profile: str,
    scored: list[tuple[int, Draft]],
    budget: Budget,
    library: Library | None,
    year: int | None,
    left_out: dict[int, tuple[Text, ...]],
) -> tuple[Ruleset | None, str, tuple[Diagnostic, ...], Budget]:
    """The ruleset of what is scored; without the money where that does not compile."""
    drafts = dict(scored)
    out = [(_named(form, number), why) for number, why in left_out.items()]
    for money in (budget, Budget()):
        lines = ruleset_lines(form, profile, list(drafts.items()), money, year, out)
        text = printed_ruleset(lines.text)
        collector = Collector()
        ruleset = compile_ruleset(SourceText(f"{form.name}.ind", text), collector, library)
        if ruleset is not None:
            has_rules = bool(ruleset.indicators)
            return (ruleset if has_rules else None), text, collector.sorted(), money
    return None, text, collector.sorted(), Budget()


def _named(form: Form, number: int) -> str:
    return plain_text(form.rows[number].name.text)


def _answers(
    form: Form, scored: list[tuple[int, Draft]], budget: Budget, year: int | None
) -> tuple[Actuals, str, tuple[Diagnostic, ...]]:
    text = printed_actuals(actuals_lines(form, scored, budget, year).text)
    collector = Collector()
    actuals = compile_actuals(SourceText(f"{form.name}.act", text), collector)
    return actuals or Actuals(entries=()), text, collector.sorted()


def _one_line(draft: Draft) -> str:
    """The rule in the house layout, its clauses behind it."""
    if draft.weight is not None:
        return " ".join(
            line.strip() for line in printed_ruleset(draft.line(draft.weight)).splitlines()
        )
    printed = printed_ruleset(draft.line(Fraction(1))).splitlines()
    return " ".join(line.strip() for line in printed).replace(" weight 1", "", 1)


def _reading(draft: Draft, model: Indicator | None, why: tuple[Text, ...]) -> RowReading:
    puzzles = draft.puzzles
    is_ruled = draft.has_rule and model is not None
    if draft.has_rule and model is None:
        puzzles = (Text("the profile does not compile with it", "与口径一起无法编译"),)
    rule = _one_line(draft) if is_ruled else ""
    return RowReading(
        row=draft.row,
        indicator=" ".join(draft.row.name.text.split()),
        name=draft.name if is_ruled else "",
        rule=rule,
        actual="" if puzzles else draft.actual.text,
        target_kind=draft.target.kind,
        actual_kind=draft.actual.kind,
        ground=draft.target.ground,
        assumed=(*draft.target.assumed, *draft.actual.assumed, *(() if puzzles else why)),
        puzzles=puzzles,
        model=model if is_ruled else None,
    )
