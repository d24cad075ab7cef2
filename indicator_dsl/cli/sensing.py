"""`sensitivity`: what one unit of each actual is worth, and where each line turns next."""

import sys

import click

from indicator_dsl import codes
from indicator_dsl.cli import options, terminal
from indicator_dsl.cli.scoring import read_both
from indicator_dsl.cli.supposing import show_outline
from indicator_dsl.explanation import did_you_mean, sensitivity
from indicator_dsl.rendering import json_from_record, sensitivity_outline, sensitivity_to_dict


@click.command("sensitivity")
@click.argument("ruleset")
@click.argument("actuals", required=False)
@click.option("--indicator", "name", help="Tell this indicator only.")
@options.FORMAT
@options.LANG
def sense(
    ruleset: str, actuals: str | None, name: str | None, layout: str, lang: str | None
) -> None:
    """Tell what one unit of each actual is worth, and how near its thresholds are (边际).

    RULESET and ACTUALS are named as for score.
    """
    spoken = terminal.language(lang)
    rules, achieved = read_both(ruleset, actuals, spoken)
    known = [rule.name for rule in rules.indicators]
    if name is not None and name not in known:
        found = codes.NO_SUCH_INDICATOR.of_file(name, nearest=did_you_mean(name, known))
        terminal.show_diagnostics([found], spoken, quiet=True)
        sys.exit(terminal.IN_ERROR)
    told = sensitivity(rules, achieved)
    if layout == "json":
        click.echo(json_from_record(sensitivity_to_dict(told, spoken)), nl=False)
        return
    show_outline(sensitivity_outline(told, spoken, only=name or ""), layout)
