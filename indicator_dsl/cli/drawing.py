"""`plot` and `chart`: a curve or a whole card, drawn in the terminal."""

import sys

import click

from indicator_dsl import codes
from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.cli.choosing import indicator_called
from indicator_dsl.cli.scoring import card_of
from indicator_dsl.diagnostics import Collector
from indicator_dsl.explanation import explain_card
from indicator_dsl.model import Ruleset
from indicator_dsl.rendering import (
    ChartView,
    CurvePicture,
    CurveView,
    chart_text,
    curve_text,
    picture_of,
)
from indicator_dsl.wording import Lang

DRAWN = click.option(
    "--format",
    "layout",
    type=click.Choice(["rich", "text"]),
    default="rich",
    show_default=True,
    help="How to draw; text uses plain signs only.",
)


@click.command()
@click.argument("ruleset")
@click.argument("actuals", required=False)
@DRAWN
@options.LANG
def chart(ruleset: str, actuals: str | None, layout: str, lang: str | None) -> None:
    """Draw a bar per section and line, and the way down to the total (图示得分).

    RULESET and ACTUALS are named as for score.
    """
    spoken = terminal.language(lang)
    told = explain_card(card_of(ruleset, actuals, spoken))
    if layout == "text":
        click.echo(chart_text(told, spoken), nl=False)
    else:
        terminal.console().print(ChartView(told, spoken))


@click.command()
@click.argument("ruleset")
@click.argument("indicator")
@click.argument("actuals", required=False)
@DRAWN
@options.LANG
def plot(ruleset: str, indicator: str, actuals: str | None, layout: str, lang: str | None) -> None:
    """Draw the scoring curve of INDICATOR with its target and actual (画计分曲线).

    RULESET and ACTUALS are named as for score. Where there are no actuals, the rule is drawn alone.
    """
    spoken = terminal.language(lang)
    picture = _picture(ruleset, indicator, actuals, spoken)
    if picture is None:
        found = codes.NO_CURVE.of_file(indicator)
        terminal.show_diagnostics([found], spoken, quiet=True)
        sys.exit(terminal.IN_ERROR)
    if layout == "text":
        click.echo(curve_text(picture, spoken), nl=False)
    else:
        terminal.console().print(CurveView(picture, spoken))


def _picture(ruleset: str, indicator: str, actuals: str | None, lang: Lang) -> CurvePicture | None:
    if actuals is None and not _has_actuals(ruleset):
        return _alone(_ruleset_of(ruleset, lang), indicator, lang)
    told = explain_card(card_of(ruleset, actuals, lang))
    known = [line.line.indicator.name for line in told.lines]
    line = told.line(indicator_called(indicator, known, lang))
    return None if line is None else picture_of(line.line.indicator, line)


def _has_actuals(ruleset: str) -> bool:
    if ruleset == inputs.STANDARD_INPUT:
        return False
    _, found = inputs.ruleset_source_of(ruleset, Collector())
    return inputs.has_actuals(found)


def _alone(rules: Ruleset, indicator: str, lang: Lang) -> CurvePicture | None:
    name = indicator_called(indicator, [rule.name for rule in rules.indicators], lang)
    rule = rules.indicator(name)
    return None if rule is None else picture_of(rule)


def _ruleset_of(ruleset: str, lang: Lang) -> Ruleset:
    collector = Collector()
    rules, _ = inputs.ruleset_of(ruleset, collector)
    terminal.show_diagnostics(collector.sorted(), lang, quiet=not collector.has_errors)
    if rules is None:
        sys.exit(terminal.IN_ERROR)
    return rules
