"""`audit`: reported forms in, what they should have scored and what does not hold out."""

import sys
from pathlib import Path
from typing import Final

import click

from indicator_dsl.audit import Audit, audit_form
from indicator_dsl.cli import long_auditing, options, receiving, terminal
from indicator_dsl.cli.writing import write_text
from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms import WRITTEN_ENDINGS, write_audited_form
from indicator_dsl.model import Form
from indicator_dsl.rendering import (
    AuditTotals,
    AuditView,
    OutlineView,
    audit_markdown,
    audit_text,
    audit_to_json,
    audit_to_json_line,
    audits_outline,
    outline_markdown,
    outline_text,
)
from indicator_dsl.transcription import transcribe
from indicator_dsl.wording import Lang, Text

_HINT: Final = Text("sums, cells and questions: --detail", "算式、单元格与应提的问题：--detail")
_LAYOUTS: Final = ("rich", "text", "markdown", "json", "jsonl")
_ENDINGS: Final = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    **dict.fromkeys(WRITTEN_ENDINGS, "form"),
}
_WHICH: Final = Text(
    "an audit is written as .md, .txt, .json, .jsonl, .xlsx or .docx, else say --format",
    "核查结果可写成 .md、.txt、.json、.jsonl、.xlsx 或 .docx；否则请写 --format",
)
_ONE_EACH: Final = Text(
    "{count} forms were read, and `{file}` holds one: audit one form at a time",
    "读到 {count} 张自评表，而“{file}”只能写一张：请逐张核查",
)


@click.command()
@click.argument("paths", nargs=-1, required=True)
@receiving.PROFILE
@click.option(
    "--format",
    "layout",
    type=click.Choice(_LAYOUTS),
    help="How to print the answer: rich, or by the ending of the file (输出形式).",
)
@click.option(
    "--detail",
    "is_detailed",
    is_flag=True,
    help="Every row, and below each finding its sum, its cells and the question (详细).",
)
@click.option("-o", "--output", help="The file to write; standard output without it.")
@long_auditing.BATCH
@long_auditing.COLUMN
@long_auditing.JOBS
@options.LANG
@options.STRICT
def audit(  # noqa: PLR0913 - an option each
    paths: tuple[str, ...],
    wanted: str,
    layout: str | None,
    output: str | None,
    columns: tuple[str, ...],
    jobs: int,
    lang: str | None,
    *,
    is_long: bool,
    is_detailed: bool,
    strict: bool,
) -> None:
    """Audit self-evaluation forms: what they should have scored, what does not hold (核查自评表).

    PATHS are forms as offices send them, folders with all forms in them, or - for a form on
    standard input. Several forms are told in one table, the worst first; with --detail each of them
    as well.

    With -o x.xlsx or x.docx the form is written back: recomputed points beside the reported ones,
    in the workbook as formulas, the findings as comments; a file that exists is left as it is.

    With --batch there is one PATH, a long table of many forms: CSV, parquet, or a folder of them,
    one row an indicator. -o is then a folder, for the rows and the tables that come out.

    PATHS 为单位报送的自评表，或整个文件夹；--batch 时为一张长表（每行一项指标）。
    """
    spoken = terminal.language(lang)
    profile = receiving.profile_of(wanted, spoken)
    if is_long:
        asked = long_auditing.Asked(paths, output, profile, columns, jobs)
        long_auditing.audit_long_table(asked, spoken, strict=strict)
        return
    if columns or jobs:
        raise click.UsageError(long_auditing.BATCH_ALONE.in_lang(spoken))
    is_form = output is not None and Path(output).suffix.lower() in WRITTEN_ENDINGS
    kind = _layout_of(output, spoken) if is_form or layout is None else layout
    teller = _Teller(kind, spoken, is_detailed=is_detailed, is_kept=output is not None)
    is_printing = output is None and (is_detailed or kind in ("json", "jsonl"))
    mail = receiving.Mail(
        arguments=paths,
        lang=spoken,
        is_bar_in_the_way=is_printing and sys.stdout.isatty(),
    )

    def take(form: Form) -> None:
        teller.take(audit_form(transcribe(form, profile.name, profile.library)))

    mail.each(take)
    terminal.show_diagnostics(mail.diagnostics(), spoken, quiet=True)
    teller.end(mail.unread)
    if output is None:
        is_written = True
    elif kind == "form":
        is_written = _is_form_written(output, teller.audits, spoken)
    else:
        is_written = _is_written(output, teller.kept, spoken)
    is_failed = mail.has_errors or not is_written or (strict and teller.has_findings)
    sys.exit(terminal.IN_ERROR if is_failed else terminal.COMPUTED)


def _layout_of(output: str | None, lang: Lang) -> str:
    if output is None:
        return "rich"
    layout = _ENDINGS.get(Path(output).suffix.lower())
    if layout is None:
        raise click.UsageError(_WHICH.in_lang(lang))
    return layout


def _is_written(output: str, text: str, lang: Lang) -> bool:
    """Whether the file was written; with nothing to write, one that exists is left as it is."""
    if not text:
        return True
    collector = Collector()
    write_text(Path(output), text, collector, is_new=False)
    terminal.show_diagnostics(collector.sorted(), lang, quiet=True)
    if not collector.has_errors:
        click.echo(output)
    return not collector.has_errors


def _is_form_written(output: str, audits: list[Audit], lang: Lang) -> bool:
    """Whether the one form that was read was written back."""
    if len(audits) > 1:
        said = _ONE_EACH.filled(count=len(audits), file=output)
        raise click.UsageError(said.in_lang(lang))
    collector = Collector()
    is_written = bool(audits) and write_audited_form(audits[0], Path(output), collector, lang=lang)
    terminal.show_diagnostics(collector.sorted(), lang, quiet=True)
    if is_written:
        click.echo(output)
    return is_written


class _Teller:
    """Tells of audits as they come; the first one waits, for alone it is told in another way."""

    def __init__(self, layout: str, lang: Lang, *, is_detailed: bool, is_kept: bool) -> None:
        # What goes to a file is not set for a terminal.
        self._layout = "text" if is_kept and layout == "rich" else layout
        self._lang = lang
        self._is_detailed = is_detailed
        self._is_kept = is_kept
        self._parts: list[str] = []
        self._first: Audit | None = None
        self._totals: list[AuditTotals] = []
        self.has_findings = False
        self.audits: list[Audit] = []

    @property
    def kept(self) -> str:
        """All that was told, where it goes to a file."""
        return "".join(self._parts)

    def take(self, audit: Audit) -> None:
        """Tells of one more form."""
        totals = AuditTotals.of(audit)
        self.has_findings = self.has_findings or bool(audit.findings)
        self._totals.append(totals)
        if self._layout == "form":
            self.audits.append(audit)
            return
        if len(self._totals) == 1 and self._layout != "jsonl":
            self._first = audit
            return
        if self._first is not None:
            first, self._first = self._first, None
            self._tell_one_of_many(first)
        self._tell_one_of_many(audit)

    def end(self, unread: int) -> None:
        """Tells what had to wait: the only form, or the table of all."""
        if self._first is not None:
            self._tell_alone(self._first)
        elif self._totals and self._layout not in ("json", "jsonl", "form"):
            self._tell_totals(unread)

    def _say(self, text: str) -> None:
        if self._is_kept:
            self._parts.append(text)
        else:
            click.echo(text, nl=False)

    def _tell_one_of_many(self, audit: Audit) -> None:
        if self._layout in ("json", "jsonl"):
            self._say(audit_to_json_line(audit, self._lang))
        elif self._is_detailed:
            self._tell(audit)
            self._say("\n")

    def _tell_alone(self, audit: Audit) -> None:
        if self._layout == "json":
            self._say(audit_to_json(audit, self._lang))
            return
        self._tell(audit)
        if self._layout == "rich" and audit.findings and not self._is_detailed:
            screen = terminal.console()
            screen.print()
            screen.print(f" {_HINT.in_lang(self._lang)}", style="dim", markup=False)

    def _tell(self, audit: Audit) -> None:
        match self._layout:
            case "markdown":
                self._say(audit_markdown(audit, self._lang))
            case "text":
                self._say(audit_text(audit, self._lang, is_detailed=self._is_detailed))
            case _:
                terminal.console().print(AuditView(audit, self._lang, self._is_detailed))

    def _tell_totals(self, unread: int) -> None:
        outline = audits_outline(self._totals, self._lang, unread=unread)
        match self._layout:
            case "markdown":
                self._say(outline_markdown(outline))
            case "text":
                self._say(outline_text(outline))
            case _:
                terminal.console().print(OutlineView(outline))
