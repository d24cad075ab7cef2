"""`explain --what-if`: the changes a command line asks for, and what they would have given."""

import sys
from collections.abc import Sequence

import click

from indicator_dsl.cli import terminal
from indicator_dsl.compiler import compile_actuals
from indicator_dsl.diagnostics import Collector
from indicator_dsl.explanation import changes_from, what_if
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.rendering import (
    Depth,
    Outline,
    OutlineView,
    json_from_record,
    outline_markdown,
    outline_text,
    what_if_outline,
    what_if_to_dict,
)
from indicator_dsl.source import SourceText
from indicator_dsl.wording import Lang


def show_what_if(
    ruleset: Ruleset,
    actuals: Actuals,
    wanted: Sequence[str],
    *,
    layout: str,
    lang: Lang,
    depth: Depth,
) -> None:
    """Prints both cards line by line; leaves with every diagnostic when a change cannot be made."""
    collector = Collector()
    pairs: list[tuple[str, object]] = []
    for text in wanted:
        entries = compile_actuals(SourceText("--what-if", text), collector)
        pairs += [
            (entry.name, dict(entry.items) if entry.items else entry.cell)
            for entry in (() if entries is None else entries.entries)
        ]
    changes = changes_from(ruleset, pairs, collector)
    if collector.has_errors:
        terminal.show_diagnostics(collector.sorted(), lang, quiet=True)
        sys.exit(terminal.IN_ERROR)
    told = what_if(ruleset, actuals, changes)
    if layout == "json":
        click.echo(json_from_record(what_if_to_dict(told, lang)), nl=False)
        return
    show_outline(what_if_outline(told, lang, depth=depth), layout)


def show_outline(outline: Outline, layout: str) -> None:
    """Prints an outline as text, as Markdown, or on the terminal."""
    match layout:
        case "markdown":
            click.echo(outline_markdown(outline), nl=False)
        case "text":
            click.echo(outline_text(outline), nl=False)
        case _:
            terminal.console().print(OutlineView(outline))
