"""`fill`: a ruleset and actuals in, the official form out."""

import sys
from pathlib import Path

import click

from indicator_dsl.cli import options, terminal
from indicator_dsl.cli.scoring import card_of, leave
from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms import is_writable, write_filled_form


@click.command()
@click.argument("ruleset")
@click.argument("actuals", required=False)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FORM",
    help="The file to write: .xlsx with live formulas, or .docx (自评表).",
)
@click.option("--overwrite", is_flag=True, help="Replace FORM where it exists already (覆盖).")
@options.LANG
@options.STRICT
def fill(
    ruleset: str,
    actuals: str | None,
    output: str,
    lang: str | None,
    *,
    overwrite: bool,
    strict: bool,
) -> None:
    """Write the official form 项目支出绩效自评表, filled in (填写自评表).

    In an .xlsx every point is a formula: change an actual, and the points follow. RULESET and
    ACTUALS are named as for score. A file that exists is left as it is without --overwrite.
    """
    spoken = terminal.language(lang)
    collector = Collector()
    path = Path(output)
    is_written = False
    if is_writable(path, collector, is_overwriting=overwrite):
        card = card_of(ruleset, actuals, spoken)
        is_written = write_filled_form(card, path, collector, lang=spoken, is_overwriting=overwrite)
    terminal.show_diagnostics(collector.sorted(), spoken, quiet=True)
    if not is_written:
        sys.exit(terminal.IN_ERROR)
    click.echo(output)
    leave(card, strict=strict)
