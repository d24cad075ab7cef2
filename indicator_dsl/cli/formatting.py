"""`fmt`: files laid out evenly, in one language."""

import sys
from pathlib import Path

import click

from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.diagnostics import Collector
from indicator_dsl.syntax import (
    language_of,
    parse_actuals,
    parse_ruleset,
    print_actuals,
    print_ruleset,
)
from indicator_dsl.wording import Lang


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--to", type=click.Choice(["zh", "en"]), help="Write all keywords in this language.")
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Change nothing; exit with 1 when a file would change.",
)
@options.LANG
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
            file_node = parse_ruleset(source, collector)
            text = print_ruleset(file_node, words, is_translated=to is not None)
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
