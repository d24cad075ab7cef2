"""Drafts tried in the real compiler: what it refuses is dropped row by row, never the form."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import evolve

from indicator_dsl.compiler import Library, compile_actuals, compile_file, compile_ruleset
from indicator_dsl.diagnostics import Collector, Diagnostic, Severity
from indicator_dsl.model import Actuals, Form, Indicator, Ruleset
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import IndicatorNode, RulesetFileNode, parse_ruleset, print_statement
from indicator_dsl.transcription.budget import Budget
from indicator_dsl.transcription.rows import Draft
from indicator_dsl.transcription.sheets import (
    Lines,
    Note,
    actuals_lines,
    printed_actuals,
    printed_ruleset,
    ruleset_lines,
)
from indicator_dsl.wording import Text

_ROUNDS: Final = 8
_AT_ONCE: Final = 500
_ONE: Final = Fraction(1)
_REFUSED: Final = Text("the language does not hold the row: {why}", "语言写不下该行：{why}")
_PROFILE: Final = Text("the profile {name} does not compile", "口径 {name} 无法编译")


def tried(
    form: Form, profile: str, drafts: list[Draft], library: Library | None
) -> tuple[list[Draft], dict[str, Indicator], dict[str, str]]:
    """The drafts with what the compiler refused as puzzles, the compiled rules, and their lines.

    Rules and lines go by the rule's name. A rule without points is compiled as if it had one.
    """
    drafts = list(drafts)
    ruled = [number for number, draft in enumerate(drafts) if draft.has_rule]
    models: dict[str, Indicator] = {}
    lines: dict[str, str] = {}
    for start in range(0, len(ruled), _AT_ONCE):
        some = ruled[start : start + _AT_ONCE]
        found, shown = _some(form, profile, drafts, some, library)
        if not found and len(some) > 1 and any(drafts[number].has_rule for number in some):
            for number in some:  # one of them spoils the others without being named
                more, one = _some(form, profile, drafts, [number], library)
                found |= more
                shown |= one
        models |= found
        lines |= shown
    for number in ruled:
        if drafts[number].has_rule and drafts[number].name not in models:
            puzzles = (_PROFILE.filled(name=profile),)
            drafts[number] = evolve(drafts[number], puzzles=puzzles)
    return drafts, models, lines


def _some(
    form: Form, profile: str, drafts: list[Draft], some: Sequence[int], library: Library | None
) -> tuple[dict[str, Indicator], dict[str, str]]:
    for _ in range(_ROUNDS):
        left = [
            (number, evolve(drafts[number], weight=drafts[number].weight or _ONE))
            for number in some
            if drafts[number].has_rule
        ]
        lines = ruleset_lines(form, profile, left, Budget(), None)
        collector = Collector()
        source = SourceText("<form>", lines.text)
        file = parse_ruleset(source, collector)
        ruleset = compile_file(file, source, collector, library)
        if ruleset is not None:
            models = {rule.name: rule for rule in ruleset.indicators}
            unweighted = {draft.name for n, draft in left if drafts[n].weight is None}
            return models, _shown(file, unweighted)
        refused = _refused(collector, source, lines)
        if not refused:
            break
        for number, why in refused.items():
            drafts[number] = evolve(drafts[number], puzzles=(_REFUSED.filled(why=why),))
    return {}, {}


def _shown(file: RulesetFileNode, unweighted: set[str]) -> dict[str, str]:
    """Each rule on one line in the house layout, without a weight that was only lent."""
    shown = {}
    for node in file.statements:
        if isinstance(node, IndicatorNode):
            line = print_statement(node)
            if node.name.text in unweighted:
                head, _, tail = line.rpartition(" weight 1")
                line = f"{head}{tail}"
            shown[node.name.text] = line
    return shown


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


def whole_ruleset(
    form: Form,
    profile: str,
    scored: Sequence[tuple[int, Draft]],
    budget: Budget,
    year: int | None,
    notes: Sequence[Note],
    library: Library | None,
) -> tuple[Ruleset | None, str, tuple[Diagnostic, ...]]:
    """The ruleset of what is scored, its text and what compiling said."""
    text = ruleset_lines(form, profile, scored, budget, year, notes).text
    for each in (printed_ruleset(text), text):
        collector = Collector()
        ruleset = compile_ruleset(SourceText(f"{form.name}.ind", each), collector, library)
        if ruleset is not None:
            return ruleset if ruleset.indicators else None, each, collector.sorted()
    return None, text, collector.sorted()


def whole_actuals(
    form: Form,
    scored: Sequence[tuple[int, Draft]],
    budget: Budget,
    year: int | None,
    notes: Sequence[Note],
    *,
    is_whole: bool,
) -> tuple[Actuals, str, tuple[Diagnostic, ...]]:
    """The actuals of what is scored, their text and what compiling said."""
    text = actuals_lines(form, scored, budget, year, notes, is_whole=is_whole).text
    for each in (printed_actuals(text), text):
        collector = Collector()
        actuals = compile_actuals(SourceText(f"{form.name}.act", each), collector)
        if actuals is not None:
            return actuals, each, collector.sorted()
    return Actuals(entries=()), text, collector.sorted()
