"""`code` and `rulesets`: what the package itself has to tell."""

import sys

import click

from indicator_dsl import codes
from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import shipped_rulesets
from indicator_dsl.rendering import code_page_markdown
from indicator_dsl.wording import Text, nearest


@click.command()
@click.argument("wanted", metavar="CODE")
@options.LANG
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


@click.command()
@options.LANG
def rulesets(lang: str | None) -> None:
    """List the shipped rulesets (内置规则集)."""
    spoken = terminal.language(lang)
    for shipped in shipped_rulesets():
        ruleset, _ = inputs.ruleset_of(shipped.id, Collector())
        title = ruleset.title if ruleset else ""
        year = f" {ruleset.year}" if ruleset and ruleset.year else ""
        own = Text("with actuals", "附实际值").in_lang(spoken) if shipped.actuals else ""
        click.echo(f"{shipped.id}  {title}{year}  {own}".rstrip())
