"""`check`: the mistakes of rulesets and actuals, in any format, and their safe corrections."""

import json
import sys
from pathlib import Path

import click

from indicator_dsl.checks import check_sheet
from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.cli.fixing import Checker, fix_file
from indicator_dsl.cli.gathering import files_in, with_progress
from indicator_dsl.cli.holding import Checked, held_together, holds_actuals, names_a_pair
from indicator_dsl.compiler import compile_actuals, compile_ruleset, expanded_text
from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.files import library_for
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.rendering import (
    diagnostics_to_dict,
    diagnostics_to_github,
    diagnostics_to_sarif,
)
from indicator_dsl.source import SourceText
from indicator_dsl.wording import Lang, Text


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["rich", "json", "github", "sarif"]),
    default="rich",
    show_default=True,
    help="How to print the answer (输出形式).",
)
@click.option(
    "--fix",
    "is_fixing",
    is_flag=True,
    help="Make the corrections that have one meaning (自动改正).",
)
@click.option(
    "--dry-run", "only_show", is_flag=True, help="With --fix: show them, write nothing (只看不改)."
)
@click.option(
    "--expanded",
    "is_expanded",
    is_flag=True,
    help="Print rulesets with all they take over from profiles, and from where (展开引用).",
)
@options.LANG
def check(
    files: tuple[str, ...],
    layout: str,
    lang: str | None,
    *,
    is_fixing: bool,
    only_show: bool,
    is_expanded: bool,
) -> None:
    """Check rulesets and actuals for mistakes (检查文件).

    FILES are rulesets (.ind), actuals (.act .json .toml .csv .xlsx), ids of shipped rulesets,
    - for standard input, or folders: all .ind and .act files in them. Where one ruleset is named
    with actuals, their names and cells are compared.

    FILES 可为规则集、实际值、内置规则集名，或整个文件夹；规则集与实际值同给出时，核对名称与单元格。
    """
    if only_show and not is_fixing:
        message = "--dry-run goes with --fix (--dry-run 须与 --fix 同用)"
        raise click.UsageError(message)
    if is_expanded and layout != "rich":
        message = "--expanded prints rulesets, not a --format (--expanded 不能与 --format 同用)"
        raise click.UsageError(message)
    spoken = terminal.language(lang)
    gathered = Collector()
    named = files_in(files, gathered)
    fixed = 0
    read: list[Checked] = []
    for file in with_progress(named, spoken):
        if is_fixing:
            fixed += fix_file(file, _checker(file), gathered, only_show=only_show)
        read.append(_checked(file))
    found = [*gathered.sorted(), *(said for each in read for said in each.diagnostics)]
    if names_a_pair(files):
        found.extend(held_together(read))
    if is_expanded:
        terminal.show_diagnostics(found, spoken)
        _print_expanded(named, spoken)
    else:
        _print(found, layout, len(named), spoken)
    if fixed and layout == "rich" and not only_show:
        click.echo(Text("corrected: {n}", "已改正文件：{n}").filled(n=fixed).in_lang(spoken))
    sys.exit(terminal.IN_ERROR if terminal.has_errors(found) else terminal.COMPUTED)


def _checked(file: str) -> Checked:
    """Everything that is to be said of one file by itself."""
    collector = Collector()
    ruleset: Ruleset | None = None
    actuals: Actuals | None = None
    if holds_actuals(file):
        actuals = inputs.actuals_of(file, None, file, collector)
    elif inputs.is_file_argument(file):
        source = inputs.source_of_path(file, collector)
        if source is not None:
            ruleset = _compiled(file, source, collector)
    else:
        ruleset, _ = inputs.ruleset_of(file, collector)
    sheet = check_sheet(ruleset) if ruleset is not None else ()
    said = (*collector.sorted(), *sheet)
    return Checked(file=file, ruleset=ruleset, actuals=actuals, diagnostics=said)


def _checker(file: str) -> Checker:
    def said_of(source: SourceText) -> tuple[Diagnostic, ...]:
        collector = Collector()
        if file.endswith(".act"):
            compile_actuals(source, collector)
        elif not holds_actuals(file):
            _compiled(file, source, collector)
        return collector.sorted()

    return said_of


def _compiled(file: str, source: SourceText, collector: Collector) -> Ruleset | None:
    found = None if file == inputs.STANDARD_INPUT else Path(file)
    return compile_ruleset(source, collector, library_for(found, source))


def _print(found: list[Diagnostic], layout: str, count: int, lang: Lang) -> None:
    match layout:
        case "json":
            _print_json(diagnostics_to_dict(found, lang))
        case "github":
            click.echo(diagnostics_to_github(found, lang), nl=False)
        case "sarif":
            _print_json(diagnostics_to_sarif(found, lang))
        case _:
            terminal.show_diagnostics(found, lang, quiet=True)
            terminal.console().print(terminal.summary(found, count, lang))


def _print_expanded(files: list[str], lang: Lang) -> None:
    """The rulesets that compile, written out."""
    for file in files:
        collector = Collector()
        if holds_actuals(file) or file == inputs.STANDARD_INPUT:
            continue
        source, found = inputs.ruleset_source_of(file, collector)
        if source is None:
            continue
        library = library_for(found, source)
        if compile_ruleset(source, collector, library) is not None:
            click.echo(expanded_text(source, library_for(found, source), lang), nl=False)


def _print_json(answer: dict[str, object]) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
