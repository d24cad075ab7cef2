"""The commands and their options.

Each reads its input, lets a room do the work and prints the answer.
"""

import json
import sys
from pathlib import Path
from typing import Final

import click

from indicator_dsl import codes
from indicator_dsl.cli import inputs, terminal
from indicator_dsl.compiler import compile_ruleset
from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.explanation import explain_card
from indicator_dsl.files import shipped_rulesets
from indicator_dsl.rendering import (
    Depth,
    ExplanationView,
    ScorecardView,
    card_markdown,
    card_text,
    card_to_json,
    code_page_markdown,
    diagnostics_to_dict,
    explanation_markdown,
    explanation_text,
)
from indicator_dsl.scoring import Scorecard, evaluate
from indicator_dsl.syntax import (
    language_of,
    parse_actuals,
    parse_ruleset,
    print_actuals,
    print_ruleset,
)
from indicator_dsl.wording import Lang, Text, nearest

_LANG = click.option(
    "--lang", type=click.Choice(["zh", "en"]), help="Language of the output: 中文 or English."
)
_FORMAT = click.option(
    "--format",
    "layout",
    type=click.Choice(["rich", "json", "markdown", "text"]),
    default="rich",
    show_default=True,
    help="How to print the answer.",
)
_DEPTHS: Final[dict[str, Depth]] = {"1": 1, "2": 2, "all": "all"}
_STRICT = click.option("--strict", is_flag=True, help="Exit with 1 when there are findings.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="indicator-dsl")
def commands() -> None:
    """Score sheets as readable rules: check them, score actuals, explain every lost point.

    评分表即规则：检查规则、计算得分、说明每一分扣在哪里。
    """


@commands.command()
@click.argument("ruleset")
@click.argument("actuals", required=False)
@_FORMAT
@_LANG
@_STRICT
def score(
    ruleset: str, actuals: str | None, layout: str, lang: str | None, *, strict: bool
) -> None:
    """Score ACTUALS by RULESET and print the sheet (计算得分).

    RULESET is a path (with a / or ending in .ind), the id of a shipped ruleset, or - for standard
    input.
    Without ACTUALS, those lying with the ruleset are used.
    """
    spoken = terminal.language(lang)
    card = _card(ruleset, actuals, spoken)
    told = explain_card(card)
    match layout:
        case "json":
            click.echo(card_to_json(card, spoken), nl=False)
        case "markdown":
            click.echo(card_markdown(told, spoken), nl=False)
        case "text":
            click.echo(card_text(told, spoken), nl=False)
        case _:
            terminal.console().print(ScorecardView(told, spoken))
    _leave(card, strict=strict)


@commands.command()
@click.argument("ruleset")
@click.argument("actuals", required=False)
@click.option("--indicator", "name", help="Explain this indicator only.")
@click.option(
    "--depth",
    type=click.Choice(["1", "2", "all"]),
    default="2",
    show_default=True,
    help="How much to tell.",
)
@_FORMAT
@_LANG
@_STRICT
def explain(
    ruleset: str,
    actuals: str | None,
    name: str | None,
    depth: str,
    layout: str,
    lang: str | None,
    *,
    strict: bool,
) -> None:
    """Explain where the points went, and what would have earned them (说明扣分)."""
    spoken = terminal.language(lang)
    card = _card(ruleset, actuals, spoken)
    told = explain_card(card)
    if name is not None and told.line(name) is None:
        near = nearest(name, [line.line.indicator.name for line in told.lines])
        said = Text("; did you mean {en}?", "；是否为 {zh}？").filled(
            en=", ".join(near), zh="、".join(near)
        )
        found = codes.NO_SUCH_INDICATOR.of_file(name, nearest=said if near else Text("", ""))
        terminal.show_diagnostics([found], spoken, quiet=True)
        sys.exit(terminal.IN_ERROR)
    match layout:
        case "json":
            click.echo(card_to_json(card, spoken), nl=False)
        case "markdown":
            shown = explanation_markdown(told, spoken, indicator=name, depth=_DEPTHS[depth])
            click.echo(shown, nl=False)
        case "text":
            shown = explanation_text(told, spoken, indicator=name, depth=_DEPTHS[depth])
            click.echo(shown, nl=False)
        case _:
            terminal.console().print(
                ExplanationView(told, spoken, indicator=name, depth=_DEPTHS[depth])
            )
    _leave(card, strict=strict)


@commands.command()
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["rich", "json"]),
    default="rich",
    show_default=True,
    help="How to print the answer.",
)
@_LANG
def check(files: tuple[str, ...], layout: str, lang: str | None) -> None:
    """Check rulesets (.ind) and actuals (.act) for mistakes (检查文件)."""
    spoken = terminal.language(lang)
    found: list[Diagnostic] = []
    for file in files:
        collector = Collector()
        if file.endswith(".act"):
            inputs.actuals_of(file, None, file, collector)
        elif inputs.is_file_argument(file):
            source = inputs.source_of_path(file, collector)
            if source is not None:
                compile_ruleset(source, collector)
        else:
            inputs.ruleset_of(file, collector)
        found.extend(collector.sorted())
    if layout == "json":
        _print_json(diagnostics_to_dict(found, spoken))
    else:
        terminal.show_diagnostics(found, spoken, quiet=True)
        terminal.console().print(terminal.summary(found, len(files), spoken))
    sys.exit(terminal.IN_ERROR if terminal.has_errors(found) else terminal.COMPUTED)


@commands.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--to", type=click.Choice(["zh", "en"]), help="Write all keywords in this language.")
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Change nothing; exit with 1 when a file would change.",
)
@_LANG
def fmt(files: tuple[str, ...], to: Lang | None, lang: str | None, *, only_check: bool) -> None:
    """Lay files out evenly, and turn their keywords into one language (统一格式).

    Files are rewritten in place; - reads standard input and writes standard output. A file with
    mistakes is left alone.
    """
    spoken = terminal.language(lang)
    changed = failed = False
    for file in files:
        collector = Collector()
        source = inputs.source_of_path(file, collector)
        if source is None:
            terminal.show_diagnostics(collector.sorted(), spoken, quiet=True)
            failed = True
            continue
        words = to or language_of(source.text)
        if file.endswith(".act"):
            text = print_actuals(parse_actuals(source, collector), words)
        else:
            text = print_ruleset(parse_ruleset(source, collector), words)
        if collector.has_errors:
            terminal.show_diagnostics(collector.sorted(), spoken)
            failed = True
        elif file == inputs.STANDARD_INPUT:
            click.echo(text, nl=False)
        elif text != source.text:
            changed = True
            click.echo(file)
            if not only_check:
                Path(file).write_bytes(text.encode())
    sys.exit(terminal.IN_ERROR if failed or (only_check and changed) else terminal.COMPUTED)


@commands.command()
@click.argument("wanted", metavar="CODE")
@_LANG
def code(wanted: str, lang: str | None) -> None:
    """Print what a code means: IND204 or unit-mismatch (代码说明)."""
    spoken = terminal.language(lang)
    known = codes.code_called(wanted)
    if known is None:
        near = nearest(wanted, [c.name for c in codes.all_codes()])
        said = Text("; did you mean {en}?", "；是否为 {zh}？").filled(
            en=", ".join(near), zh="、".join(near)
        )
        missing = codes.CODE_UNKNOWN.of_file(wanted, nearest=said if near else Text("", ""))
        terminal.show_diagnostics([missing], spoken, quiet=True)
        sys.exit(terminal.IN_ERROR)
    click.echo(code_page_markdown(known, spoken), nl=False)


@commands.command()
@_LANG
def rulesets(lang: str | None) -> None:
    """List the shipped rulesets (内置规则集)."""
    spoken = terminal.language(lang)
    for shipped in shipped_rulesets():
        ruleset, _ = inputs.ruleset_of(shipped.id, Collector())
        title = ruleset.title if ruleset else ""
        year = f" {ruleset.year}" if ruleset and ruleset.year else ""
        own = Text("with actuals", "附实际值").in_lang(spoken) if shipped.actuals else ""
        click.echo(f"{shipped.id}  {title}{year}  {own}".rstrip())


def _card(ruleset: str, actuals: str | None, lang: Lang) -> Scorecard:
    """The card two arguments ask for; leaves with every diagnostic shown when one is in error."""
    if ruleset == actuals == inputs.STANDARD_INPUT:
        message = Text("only one of the two can be -", "规则集与实际值只能有一个是 -").in_lang(lang)
        raise click.UsageError(message)
    collector, others = Collector(), Collector()
    rules, found = inputs.ruleset_of(ruleset, collector)
    achieved = None
    if rules is not None or actuals is not None or inputs.has_actuals(found):
        achieved = inputs.actuals_of(actuals, found, ruleset, others)
    collector.extend(others.sorted())
    terminal.show_diagnostics(collector.sorted(), lang, quiet=not collector.has_errors)
    if rules is None or achieved is None:
        sys.exit(terminal.IN_ERROR)
    return evaluate(rules, achieved)


def _print_json(answer: dict[str, object]) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def _leave(card: Scorecard, *, strict: bool) -> None:
    sys.exit(terminal.IN_ERROR if strict and card.findings else terminal.COMPUTED)


def main() -> None:
    """Runs the command line; a defect of ours is said as one, never as a traceback."""
    terminal.prepare_streams()
    try:
        commands()
    except Exception as fault:  # noqa: BLE001 - the last place a defect can be caught
        lang = terminal.language(None)
        why = f"{type(fault).__name__}: {fault}"
        terminal.show_diagnostics([codes.DEFECT.of_file("", why=why)], lang, quiet=True)
        sys.exit(terminal.IN_ERROR)
