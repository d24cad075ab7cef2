"""Options that several commands share."""

import click

LANG = click.option(
    "--lang", type=click.Choice(["zh", "en"]), help="Language of the output: 中文 or English."
)
_FORMATS = ("rich", "json", "markdown", "text")
FORMAT = click.option(
    "--format",
    "layout",
    type=click.Choice(_FORMATS),
    default="rich",
    show_default=True,
    help="How to print the answer (输出形式).",
)
SCORE_FORMAT = click.option(
    "--format",
    "layout",
    type=click.Choice([*_FORMATS, "log"]),
    default="rich",
    show_default=True,
    help="How to print the answer; log is one line a fact (输出形式).",
)
STRICT = click.option("--strict", is_flag=True, help="Exit with 1 when there are findings.")
