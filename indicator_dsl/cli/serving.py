"""`lsp` and `mcp`: servers for other programs, on standard input and output."""

import sys
from importlib.metadata import version

import click

from indicator_dsl import codes
from indicator_dsl.cli import options, terminal
from indicator_dsl.servers import ServerMissing, serve_assistant, serve_editor


@click.command()
@click.option("--stdio", is_flag=True, help="Speak over standard input and output; the only way.")
@options.LANG
def lsp(lang: str | None, *, stdio: bool) -> None:  # noqa: ARG001 - editors like to say --stdio
    """Serve an editor over the language server protocol (编辑器语言服务).

    Started by the editor, not by hand. Needs: pip install "indicator-dsl[lsp]"
    """
    try:
        serve_editor(version("indicator-dsl"), terminal.language(lang))
    except ServerMissing as missing:
        _refuse(missing, lang)


@click.command()
@options.LANG
def mcp(lang: str | None) -> None:
    """Serve an assistant with three tools that only read: check, score, explain (智能助手服务).

    Speaks the model context protocol over standard input and output. Needs: pip install
    "indicator-dsl[mcp]"
    """
    try:
        serve_assistant(version("indicator-dsl"), terminal.language(lang))
    except ServerMissing as missing:
        _refuse(missing, lang)


def _refuse(missing: ServerMissing, lang: str | None) -> None:
    said = codes.SERVER_MISSING.of_file("", extra=missing.extra)
    terminal.show_diagnostics([said], terminal.language(lang), quiet=True)
    sys.exit(terminal.IN_ERROR)
