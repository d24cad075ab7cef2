"""`score`: a ruleset and actuals in, a sheet out."""

import sys

import click

from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.diagnostics import Collector, Severity
from indicator_dsl.explanation import explain_card
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.rendering import (
    ScorecardView,
    card_log,
    card_markdown,
    card_text,
    card_to_json,
)
from indicator_dsl.scoring import Scorecard, evaluate
from indicator_dsl.wording import Lang, Text


@click.command()
@click.argument("ruleset")
@click.argument("actuals", required=False)
@options.SCORE_FORMAT
@options.LANG
@options.STRICT
def score(
    ruleset: str, actuals: str | None, layout: str, lang: str | None, *, strict: bool
) -> None:
    """Score ACTUALS by RULESET and print the sheet (计算得分).

    RULESET is a path (with a / or ending in .ind), the id of a shipped ruleset, or - for standard
    input.
    Without ACTUALS, those lying with the ruleset are used.
    """
    spoken = terminal.language(lang)
    card = card_of(ruleset, actuals, spoken)
    told = explain_card(card)
    match layout:
        case "json":
            click.echo(card_to_json(card, spoken), nl=False)
        case "markdown":
            click.echo(card_markdown(told, spoken), nl=False)
        case "text":
            click.echo(card_text(told, spoken), nl=False)
        case "log":
            click.echo(card_log(card), nl=False)
        case _:
            terminal.console().print(ScorecardView(told, spoken))
    leave(card, strict=strict)


def card_of(ruleset: str, actuals: str | None, lang: Lang) -> Scorecard:
    """The card two arguments ask for; leaves with every diagnostic shown when one is in error."""
    return evaluate(*read_both(ruleset, actuals, lang))


def read_both(ruleset: str, actuals: str | None, lang: Lang) -> tuple[Ruleset, Actuals]:
    """What two arguments name; leaves with every diagnostic shown when one is in error."""
    if ruleset == actuals == inputs.STANDARD_INPUT:
        message = Text("only one of the two can be -", "规则集与实际值只能有一个是 -").in_lang(lang)
        raise click.UsageError(message)
    collector, others = Collector(), Collector()
    rules, found = inputs.ruleset_of(ruleset, collector)
    achieved = None
    if rules is not None or actuals is not None or inputs.has_actuals(found):
        achieved = inputs.actuals_of(actuals, found, ruleset, others)
    # A note on the ruleset is for its author, who asks with `check`.
    told = [d for d in collector.sorted() if d.file or d.severity is not Severity.NOTE]
    is_failed = collector.has_errors or others.has_errors
    terminal.show_diagnostics([*told, *others.sorted()], lang, quiet=not is_failed)
    if rules is None or achieved is None:
        sys.exit(terminal.IN_ERROR)
    return rules, achieved


def leave(card: Scorecard, *, strict: bool) -> None:
    """Ends the command; with 1 when findings are to be an error and there are some."""
    sys.exit(terminal.IN_ERROR if strict and card.findings else terminal.COMPUTED)
