"""`describe`: a ruleset in, the table a reviewer signs out."""

import sys

import click

from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.diagnostics import Collector
from indicator_dsl.rendering import RulesetTable, ruleset_markdown, ruleset_text


@click.command()
@click.argument("ruleset")
@click.option(
    "--format",
    "layout",
    type=click.Choice(["rich", "markdown", "text"]),
    default="rich",
    show_default=True,
    help="How to print the answer.",
)
@options.LANG
def describe(ruleset: str, layout: str, lang: str | None) -> None:
    """Print RULESET as a table that a reviewer can sign (评分规则表).

    Each method stands there in one plain sentence. RULESET is named as for score.
    """
    spoken = terminal.language(lang)
    collector = Collector()
    rules, _ = inputs.ruleset_of(ruleset, collector)
    terminal.show_diagnostics(collector.sorted(), spoken, quiet=not collector.has_errors)
    if rules is None:
        sys.exit(terminal.IN_ERROR)
    match layout:
        case "markdown":
            click.echo(ruleset_markdown(rules, spoken), nl=False)
        case "text":
            click.echo(ruleset_text(rules, spoken), nl=False)
        case _:
            terminal.console().print(RulesetTable(rules, spoken))
