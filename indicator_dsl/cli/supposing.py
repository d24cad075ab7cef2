"""`explain --what-if` and `--to`: other values, and values that would have been enough."""

import re
import sys
from collections.abc import Sequence
from typing import Final

import click

from indicator_dsl.cli import terminal
from indicator_dsl.compiler import compile_actuals
from indicator_dsl.diagnostics import Collector
from indicator_dsl.explanation import changes_from, costs_from, goal_from, reach, what_if
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.rendering import (
    Depth,
    Outline,
    OutlineView,
    json_text,
    outline_markdown,
    outline_text,
    reach_outline,
    reach_to_dict,
    visible,
    what_if_outline,
    what_if_to_dict,
)
from indicator_dsl.scoring import Scorecard
from indicator_dsl.source import SourceText
from indicator_dsl.wording import Lang, Text

_NAMED: Final = re.compile(r"\s*[^=＝\s][^=＝]*[=＝]")
_WHAT_IF: Final = Text(
    "`{text}` does not say which value; write NAME=VALUE, or NAME= for no value",
    "“{text}”没有写明取什么值；请写 名称=值，不取值写 名称=",
)
_COST: Final = Text(
    "`{text}` does not say which cost; write NAME=2, or NAME=never",
    "“{text}”没有写明代价；请写 名称=2，不能改变写 名称=never",
)


def show_what_if(
    ruleset: Ruleset,
    actuals: Actuals,
    wanted: Sequence[str],
    *,
    layout: str,
    lang: Lang,
    depth: Depth,
) -> Scorecard:
    """Prints both cards line by line, and gives the new one.

    Leaves with every diagnostic when a change cannot be made.
    """
    collector = Collector()
    pairs: list[tuple[str, object]] = []
    for text in wanted:
        _refuse_without_value("--what-if", text, _WHAT_IF, lang)
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
        click.echo(json_text(what_if_to_dict(told, lang)), nl=False)
    else:
        show_outline(what_if_outline(told, lang, depth=depth), layout)
    return told.after.card


def show_reach(
    ruleset: Ruleset,
    actuals: Actuals,
    wanted: str,
    costs: Sequence[str],
    *,
    only: str,
    layout: str,
    lang: Lang,
    depth: Depth,
) -> None:
    """Prints what would have reached a goal; leaves when the goal or a cost cannot be read."""
    collector = Collector()
    for text in costs:
        _refuse_without_value("--cost", text, _COST, lang)
    goal = goal_from(ruleset, wanted, collector)
    pairs = [(name, cost) for name, _, cost in (text.rpartition("=") for text in costs)]
    known = costs_from(ruleset, pairs, collector)
    if goal is None or collector.has_errors:
        terminal.show_diagnostics(collector.sorted(), lang, quiet=True)
        sys.exit(terminal.IN_ERROR)
    told = reach(ruleset, actuals, goal, known, only=only)
    if layout == "json":
        click.echo(json_text(reach_to_dict(told, lang)), nl=False)
        return
    show_outline(reach_outline(told, lang, depth=depth), layout)


def _refuse_without_value(option: str, text: str, form: Text, lang: Lang) -> None:
    """Leaves when a text of one line has no name, or nothing behind it to say which value."""
    if not _NAMED.match(text) and "\n" not in text:
        raise click.BadParameter(form.filled(text=visible(text)).in_lang(lang), param_hint=option)


def show_outline(outline: Outline, layout: str) -> None:
    """Prints an outline as text, as Markdown, or on the terminal."""
    match layout:
        case "markdown":
            click.echo(outline_markdown(outline), nl=False)
        case "text":
            click.echo(outline_text(outline), nl=False)
        case _:
            terminal.console().print(OutlineView(outline))
