"""The group of commands. Each stands in a module of its own, loaded when it is asked for."""

import sys
from importlib import import_module
from typing import Final

import click

from indicator_dsl import codes
from indicator_dsl.cli import terminal

# Each command by its name: the module it stands in, and what it is called there.
_HOMES: Final = {
    "new": ("beginning", "new"),
    "score": ("scoring", "score"),
    "explain": ("explaining", "explain"),
    "sensitivity": ("sensing", "sense"),
    "report": ("reporting", "report"),
    "chart": ("drawing", "chart"),
    "plot": ("drawing", "plot"),
    "diff": ("comparing", "diff"),
    "check": ("checking", "check"),
    "describe": ("describing", "describe"),
    "fmt": ("formatting", "fmt"),
    "code": ("shelf", "code"),
    "rulesets": ("shelf", "rulesets"),
    "test": ("testing", "trials"),
    "batch": ("batching", "batch"),
    "audit": ("auditing", "audit"),
    "import": ("importing", "import_form"),
    "fill": ("filling", "fill"),
    "lsp": ("serving", "lsp"),
    "mcp": ("serving", "mcp"),
    "page": ("paging", "page"),
    "compile": ("compiling", "compile_"),
}


class Commands(click.Group):
    """A group that loads a command when it is asked for: few starts need more than one."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """The names of all commands."""
        return sorted(_HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in self.commands and cmd_name in _HOMES:
            home, name = _HOMES[cmd_name]
            self.add_command(getattr(import_module(f"indicator_dsl.cli.{home}"), name), cmd_name)
        return super().get_command(ctx, cmd_name)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="indicator-dsl")
def commands() -> None:
    """Score sheets as readable rules: check them, score actuals, explain every lost point.

    评分表即规则：检查规则、计算得分、说明每一分扣在哪里。
    """


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
