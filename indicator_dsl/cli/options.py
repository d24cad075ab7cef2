"""Options that several commands share."""

import click

LANG = click.option(
    "--lang", type=click.Choice(["zh", "en"]), help="Language of the output: 中文 or English."
)
FORMAT = click.option(
    "--format",
    "layout",
    type=click.Choice(["rich", "json", "markdown", "text"]),
    default="rich",
    show_default=True,
    help="How to print the answer (输出形式).",
)
STRICT = click.option("--strict", is_flag=True, help="Exit with 1 when there are findings.")
