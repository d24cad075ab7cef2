"""The group of commands. Each stands in a module of its own; this one only names them."""

import sys

import click

from indicator_dsl import codes
from indicator_dsl.cli import terminal
from indicator_dsl.cli.batching import batch
from indicator_dsl.cli.beginning import new
from indicator_dsl.cli.checking import check
from indicator_dsl.cli.comparing import diff
from indicator_dsl.cli.compiling import compile_
from indicator_dsl.cli.describing import describe
from indicator_dsl.cli.drawing import chart, plot
from indicator_dsl.cli.formatting import fmt
from indicator_dsl.cli.reporting import report
from indicator_dsl.cli.scoring import explain, score
from indicator_dsl.cli.sensing import sense
from indicator_dsl.cli.shelf import code, rulesets
from indicator_dsl.cli.testing import trials


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="indicator-dsl")
def commands() -> None:
    """Score sheets as readable rules: check them, score actuals, explain every lost point.

    评分表即规则：检查规则、计算得分、说明每一分扣在哪里。
    """


commands.add_command(new)
commands.add_command(score)
commands.add_command(explain)
commands.add_command(sense)
commands.add_command(report)
commands.add_command(chart)
commands.add_command(plot)
commands.add_command(diff)
commands.add_command(check)
commands.add_command(describe)
commands.add_command(fmt)
commands.add_command(code)
commands.add_command(rulesets)
commands.add_command(trials)
commands.add_command(batch)
commands.add_command(compile_)


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
