"""`check`: the mistakes of rulesets and actuals."""

import json
import sys

import click

from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.compiler import compile_ruleset
from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.rendering import diagnostics_to_dict


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["rich", "json"]),
    default="rich",
    show_default=True,
    help="How to print the answer.",
)
@options.LANG
def check(files: tuple[str, ...], layout: str, lang: str | None) -> None:
    """Check rulesets (.ind) and actuals (.act) for mistakes (检查文件)."""
    spoken = terminal.language(lang)
    found: list[Diagnostic] = []
    for file in files:
        collector = Collector()
        if file.endswith(".act"):
            inputs.actuals_of(file, None, file, collector)
        elif _is_file_argument(file):
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


def _is_file_argument(argument: str) -> bool:
    return (
        argument == inputs.STANDARD_INPUT or "/" in argument or "\\" in argument or "." in argument
    )


def _print_json(answer: dict[str, object]) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
