"""`report`: a ruleset and actuals in, one page or its PDF out."""

import sys
from pathlib import Path

import click

from indicator_dsl import codes
from indicator_dsl.cli import options, terminal
from indicator_dsl.cli.scoring import card_of, leave
from indicator_dsl.diagnostics import Collector
from indicator_dsl.explanation import explain_card
from indicator_dsl.files import pdf_from_page
from indicator_dsl.rendering import report_html
from indicator_dsl.wording import Lang, Text


@click.command()
@click.argument("ruleset")
@click.argument("actuals", required=False)
@click.option("-o", "--output", help="The file to write; standard output without it.")
@click.option(
    "--format",
    "layout",
    type=click.Choice(["html", "pdf"]),
    help="By the ending of the file when not given.",
)
@click.option("--browser", help="The browser that makes the PDF; else one is looked for.")
@options.LANG
@options.STRICT
def report(
    ruleset: str,
    actuals: str | None,
    output: str | None,
    layout: str | None,
    browser: str | None,
    lang: str | None,
    *,
    strict: bool,
) -> None:
    """Write the scored sheet as one page to read, print and keep (生成报告).

    The page needs no network. A PDF is printed by a browser found on the machine. RULESET and
    ACTUALS are named as for score.
    """
    spoken = terminal.language(lang)
    kind = layout or _kind_of(output, spoken)
    if kind == "pdf" and output is None:
        words = Text("a PDF needs a file: -o report.pdf", "PDF 须写明文件：-o report.pdf")
        raise click.UsageError(words.in_lang(spoken))
    card = card_of(ruleset, actuals, spoken)
    page = report_html(explain_card(card), spoken)
    if output is None:
        click.echo(page, nl=False)
    else:
        _write(Path(output), page, kind, browser, spoken)
        click.echo(output)
    leave(card, strict=strict)


def _kind_of(output: str | None, lang: Lang) -> str:
    ending = "" if output is None else Path(output).suffix.lower()
    if ending == ".pdf":
        return "pdf"
    if output is None or ending in (".html", ".htm"):
        return "html"
    words = Text(
        "a report is an .html or a .pdf file, else say --format",
        "报告文件以 .html 或 .pdf 结尾；否则请写 --format",
    )
    raise click.UsageError(words.in_lang(lang))


def _write(path: Path, page: str, kind: str, browser: str | None, lang: Lang) -> None:
    collector = Collector()
    content: bytes | None = page.encode()
    if kind == "pdf":
        content = pdf_from_page(page, collector, file=str(path), browser=browser)
    if content is not None:
        try:
            path.write_bytes(content)
        except (OSError, ValueError) as fault:
            why = getattr(fault, "strerror", None) or str(fault)
            collector.add(codes.FILE_NOT_WRITTEN.of_file(str(path), why=why))
    if collector.has_errors:
        terminal.show_diagnostics(collector.sorted(), lang, quiet=True)
        sys.exit(terminal.IN_ERROR)
