"""`sensitivity`: what one unit of each actual is worth, and where each line turns next."""

import click

from indicator_dsl.cli import options, terminal
from indicator_dsl.cli.choosing import indicator_called
from indicator_dsl.cli.scoring import read_both
from indicator_dsl.cli.supposing import show_outline
from indicator_dsl.explanation import sensitivity
from indicator_dsl.rendering import json_text, sensitivity_outline, sensitivity_to_dict


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
    if name is not None:
        name = indicator_called(name, [rule.name for rule in rules.indicators], spoken)
    told = sensitivity(rules, achieved)
    if layout == "json":
        click.echo(json_text(sensitivity_to_dict(told, spoken)), nl=False)
        return
    show_outline(sensitivity_outline(told, spoken, only=name or ""), layout)
