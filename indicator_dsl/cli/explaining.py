"""`explain`: a ruleset and actuals in, the reasons out."""

from typing import Final

import click

from indicator_dsl.cli import options, terminal
from indicator_dsl.cli.choosing import indicator_called
from indicator_dsl.cli.scoring import leave, read_both
from indicator_dsl.cli.supposing import show_reach, show_what_if
from indicator_dsl.explanation import explain_card
from indicator_dsl.rendering import (
    Depth,
    ExplanationView,
    explanation_markdown,
    explanation_text,
    explanation_to_json,
)
from indicator_dsl.scoring import evaluate
from indicator_dsl.wording import Lang, Text

_DEPTHS: Final[dict[str, Depth]] = {"0": 0, "1": 1, "2": 2, "all": "all"}


@click.command()
@click.argument("ruleset")
@click.argument("actuals", required=False)
@click.option("--indicator", "name", help="Explain this indicator only.")
@click.option(
    "--what-if",
    "supposed",
    multiple=True,
    metavar="NAME=VALUE",
    help="Score again with this value (假如), any number of times.",
)
@click.option(
    "--to",
    "goal",
    metavar="POINTS|GRADE",
    help="What would have reached this total or grade (达到).",
)
@click.option(
    "--cost",
    "costs",
    multiple=True,
    metavar="NAME=COST",
    help="With --to: what NAME costs beside the others (代价), or never (不可).",
)
@click.option(
    "--depth",
    type=click.Choice(["0", "1", "2", "all"]),
    default="2",
    show_default=True,
    help="How much to tell.",
)
@options.FORMAT
@options.LANG
@options.STRICT
def explain(  # noqa: PLR0913 - one for each option
    ruleset: str,
    actuals: str | None,
    *,
    name: str | None,
    supposed: tuple[str, ...],
    goal: str | None,
    costs: tuple[str, ...],
    depth: str,
    layout: str,
    lang: str | None,
    strict: bool,
) -> None:
    """Explain where the points went, and what would have earned them (说明扣分)."""
    spoken = terminal.language(lang)
    _refuse_contradictions(supposed, goal, costs, name, spoken)
    rules, achieved = read_both(ruleset, actuals, spoken)
    card = evaluate(rules, achieved)
    told = explain_card(card)
    if name is not None:
        name = indicator_called(name, [line.line.indicator.name for line in told.lines], spoken)
    if supposed:
        after = show_what_if(
            rules, achieved, supposed, layout=layout, lang=spoken, depth=_DEPTHS[depth]
        )
        leave(after, strict=strict)
    if goal is not None:
        show_reach(
            rules,
            achieved,
            goal,
            costs,
            only=name or "",
            layout=layout,
            lang=spoken,
            depth=_DEPTHS[depth],
        )
        leave(card, strict=strict)
    match layout:
        case "json":
            click.echo(explanation_to_json(told, spoken, indicator=name), nl=False)
        case "markdown":
            shown = explanation_markdown(told, spoken, indicator=name, depth=_DEPTHS[depth])
            click.echo(shown, nl=False)
        case "text":
            click.echo(
                explanation_text(told, spoken, indicator=name, depth=_DEPTHS[depth]), nl=False
            )
        case _:
            terminal.console().print(
                ExplanationView(told, spoken, indicator=name, depth=_DEPTHS[depth])
            )
    leave(card, strict=strict)


def _refuse_contradictions(
    supposed: tuple[str, ...],
    goal: str | None,
    costs: tuple[str, ...],
    name: str | None,
    lang: Lang,
) -> None:
    """Leaves when two options ask for different answers."""
    said: Text | None = None
    if supposed and goal is not None:
        said = Text("--what-if and --to are two questions", "--what-if 与 --to 只能用其一")
    elif supposed and name is not None:
        said = Text("--what-if tells every line that moves", "--what-if 会列出所有变化的指标")
    elif costs and goal is None:
        said = Text("--cost goes with --to", "--cost 须与 --to 同用")
    if said is not None:
        raise click.UsageError(said.in_lang(lang))
