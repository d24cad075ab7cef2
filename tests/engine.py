"""Text in, values out: the ways in which tests call the engine, each written once.

Holds no expectation of its own.
"""

from collections.abc import Mapping

from indicator_dsl.checks import check_sheet
from indicator_dsl.compiler import compile_actuals, compile_ruleset
from indicator_dsl.diagnostics import Collector, Diagnostic, Severity
from indicator_dsl.model import Actuals, Entry, Indicator, Ruleset
from indicator_dsl.scoring import Scorecard, evaluate
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import (
    ActualsFileNode,
    IndicatorNode,
    RulesetFileNode,
    StatementNode,
    parse_actuals,
    parse_ruleset,
)
from indicator_dsl.wording import name_from_text


def read_ruleset(text: str) -> tuple[RulesetFileNode, tuple[Diagnostic, ...]]:
    """The nodes of a text, and what was said about it."""
    collector = Collector()
    return parse_ruleset(SourceText("a.ind", text), collector), collector.sorted()


def read_actuals(text: str) -> tuple[ActualsFileNode, tuple[Diagnostic, ...]]:
    """The nodes of an actuals text, and what was said about it."""
    collector = Collector()
    return parse_actuals(SourceText("a.act", text), collector), collector.sorted()


def statement(line: str) -> StatementNode:
    """The one statement of a text that nothing is said about."""
    file, said = read_ruleset(line)
    assert () == said
    (only,) = file.statements
    return only


def rule(line: str) -> IndicatorNode:
    """The one rule of a text that nothing is said about."""
    only = statement(line)
    assert isinstance(only, IndicatorNode)
    return only


def compiled(text: str) -> tuple[Ruleset | None, tuple[Diagnostic, ...]]:
    """What a text compiles to, and what was said about it."""
    collector = Collector()
    return compile_ruleset(SourceText("a.ind", text), collector), collector.sorted()


def compiled_actuals(text: str) -> tuple[Actuals | None, tuple[Diagnostic, ...]]:
    """What an actuals text compiles to, and what was said about it."""
    collector = Collector()
    return compile_actuals(SourceText("a.act", text), collector), collector.sorted()


def ruleset_of(text: str) -> Ruleset:
    """The ruleset of a text without errors."""
    ruleset, said = compiled(text)
    assert [] == [d.sentence() for d in said if d.severity is Severity.ERROR]
    assert ruleset is not None
    return ruleset


def indicator_of(text: str) -> Indicator:
    """The one indicator of a text without errors."""
    (only,) = ruleset_of(text).indicators
    return only


def said_of(text: str) -> list[tuple[str, str]]:
    """What is said about a ruleset's text: the name of each diagnostic and the words it marks."""
    return [(d.name, d.place.text if d.place else "") for d in compiled(text)[1]]


def errors_of(text: str) -> list[tuple[str, str]]:
    """The same for errors alone; there is no ruleset when there is one."""
    ruleset, said = compiled(text)
    errors = [d for d in said if d.severity is Severity.ERROR]
    assert (ruleset is None) == bool(errors)
    return [(d.name, d.place.text if d.place else "") for d in errors]


def checks_of(text: str) -> list[tuple[str, ...]]:
    """What the static checks say of a text without errors: each name and the words it marks."""
    return [
        (found.name, *(label.place.text for label in found.labels))
        for found in check_sheet(ruleset_of(text))
    ]


def actuals_of(cells: Mapping[str, object]) -> Actuals:
    """Actuals with these cells and nothing else."""
    entries = (Entry(name=name_from_text(name), cell=cell) for name, cell in cells.items())
    return Actuals(entries=tuple(entries))


def card_of(ruleset: Ruleset | str, cells: Mapping[str, object]) -> Scorecard:
    """The scorecard of a ruleset, or of a text without errors, for these cells."""
    known = ruleset_of(ruleset) if isinstance(ruleset, str) else ruleset
    return evaluate(known, actuals_of(cells))


def findings_of(card: Scorecard) -> list[tuple[str, str]]:
    """The name of each finding and the indicator it speaks of."""
    return [(finding.name, finding.indicator) for finding in card.findings]
