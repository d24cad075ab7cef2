"""`test`: the examples and cases of rulesets, tried, and what they leave untried."""

import json
import sys

import click

from indicator_dsl.cli import options, terminal
from indicator_dsl.cli.testing_view import ReportView, report_to_dict
from indicator_dsl.testing import run_tests


@click.command("test")
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["rich", "json"]),
    default="rich",
    show_default=True,
    help="How to print the answer (输出形式).",
)
@options.LANG
def trials(paths: tuple[str, ...], layout: str, lang: str | None) -> None:
    """Try the examples and cases of rulesets, and tell what they leave untried (运行示例和用例).

    PATHS are folders, rulesets (.ind), cases (.toml) or ids of shipped rulesets; without any, the
    current folder.
    """
    spoken = terminal.language(lang)
    report = run_tests(*paths)
    if layout == "json":
        click.echo(json.dumps(report_to_dict(report, spoken), ensure_ascii=False, indent=2))
    else:
        asked = report.diagnostics
        broken = [each for outcome in report.failed for each in outcome.diagnostics]
        terminal.show_diagnostics(dict.fromkeys([*asked, *broken]), spoken, quiet=True)
        terminal.console().print(ReportView(report, spoken))
    sys.exit(terminal.COMPUTED if report.is_passed else terminal.IN_ERROR)
