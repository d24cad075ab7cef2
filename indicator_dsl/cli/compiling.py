"""`compile`: a ruleset in, its compiled form or its program out."""

import sys
from pathlib import Path

import click

from indicator_dsl import codes
from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import COMPILED_SUFFIX, compiled_text
from indicator_dsl.records import scorer_of
from indicator_dsl.rendering import program_text
from indicator_dsl.wording import Lang, Text


@click.command(name="compile")
@click.argument("ruleset")
@click.option("-o", "target", metavar="FILE.indc", help="Write the compiled ruleset here (编译).")
@click.option("--show", is_flag=True, help="Print the program that scores one record (程序).")
@options.LANG
def compile_(ruleset: str, target: str | None, lang: str | None, *, show: bool) -> None:
    """Compile RULESET, so that it loads without being read again (编译规则集).

    FILE.indc is taken by every command wherever a ruleset is. RULESET is named as for score.
    """
    spoken = terminal.language(lang)
    if target is None and not show:
        said = Text("nothing to do: give -o FILE.indc or --show", "请给出 -o FILE.indc 或 --show")
        raise click.UsageError(said.in_lang(spoken))
    if target is not None and not target.endswith(COMPILED_SUFFIX):
        said = Text("the file of -o ends in .indc", "-o 的文件名须以 .indc 结尾")
        raise click.UsageError(said.in_lang(spoken))
    collector = Collector()
    rules, _ = inputs.ruleset_of(ruleset, collector)
    terminal.show_diagnostics(collector.sorted(), spoken, quiet=not collector.has_errors)
    if rules is None:
        sys.exit(terminal.IN_ERROR)
    if target is not None:
        _write(compiled_text(rules), Path(target), spoken)
    if show:
        click.echo(program_text(scorer_of(rules, {}), spoken), nl=False)


def _write(text: str, target: Path, lang: Lang) -> None:
    try:
        target.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        terminal.show_diagnostics(
            [codes.FILE_NOT_WRITTEN.of_file(str(target), why=why)], lang, quiet=True
        )
        sys.exit(terminal.IN_ERROR)
