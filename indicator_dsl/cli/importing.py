"""`import`: reported forms in, a ruleset and actuals for each out."""

import re
import sys
from pathlib import Path, PurePath
from typing import Final

import click

from indicator_dsl import codes
from indicator_dsl.cli import options, receiving, terminal
from indicator_dsl.cli.writing import write_text
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import Profile
from indicator_dsl.forms import FORM_ENDINGS
from indicator_dsl.model import Form
from indicator_dsl.transcription import Transcript, import_texts, transcribe
from indicator_dsl.wording import Lang, Text

_LONGEST: Final = 60  # characters; of Chinese ones 180 bytes, and file systems take 255
_UNFIT: Final = re.compile(r"[^\w（）〔〕()·.+-]+")
_UNNAMED: Final = "form"
_WRITTEN: Final = Text(
    "{rules} and {actuals}: {read} of {rows} rows understood, {assumed} assumed",
    "{rules}、{actuals}：共 {rows} 行，读懂 {read} 行，{assumed} 处假定",
)
_NEXT: Final = Text("Next: indicator-dsl score {rules}", "下一步：indicator-dsl score {rules}")
_BESIDE: Final = Text(
    "The ruleset uses {profile}: put that file beside it.",
    "规则集引用了 {profile}，请将该文件放在同一文件夹。",
)


@click.command("import")
@click.argument("paths", metavar="FORM...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    "folder",
    default=".",
    help="The folder to write into, made where there is none; the current one without it.",
)
@click.option(
    "--overwrite", is_flag=True, help="Replace files of a form where they exist already (覆盖)."
)
@receiving.PROFILE
@options.LANG
def import_form(
    paths: tuple[str, ...], folder: str, wanted: str, lang: str | None, *, overwrite: bool
) -> None:
    """Write what a form says as a ruleset and actuals, NAME.ind and NAME.act (转写自评表).

    Every assumption stands as a comment above its line, and so does every row that is not
    understood. FORM is named as for audit.
    """
    spoken = terminal.language(lang)
    profile = receiving.profile_of(wanted, spoken)
    mail = receiving.Mail(arguments=paths, lang=spoken)
    writer = _Writer(Path(folder), profile, mail.collector, spoken, is_overwriting=overwrite)
    mail.each(writer.take)
    terminal.show_diagnostics(mail.diagnostics(), spoken, quiet=True)
    writer.end()
    sys.exit(terminal.IN_ERROR if mail.has_errors else terminal.COMPUTED)


class _Writer:
    """Writes two files a form, each form under a name of its own."""

    def __init__(
        self,
        folder: Path,
        profile: Profile,
        collector: Collector,
        lang: Lang,
        *,
        is_overwriting: bool,
    ) -> None:
        self._folder = folder
        self._profile = profile
        self._collector = collector
        self._lang = lang
        self._is_overwriting = is_overwriting
        self._names: set[str] = set()
        self._written: list[Path] = []

    def take(self, form: Form) -> None:
        """Writes one form, neither file where one of them is there already."""
        transcript = transcribe(form, self._profile.name, self._profile.library)
        name = self._name_for(form)
        rules, actuals = (self._folder / f"{name}.{ending}" for ending in ("ind", "act"))
        collector = Collector()
        self._write_both(rules, actuals, transcript, collector)
        self._collector.extend(collector.sorted())
        if not collector.has_errors:
            self._written.append(rules)
            click.echo(self._told(rules, actuals, transcript))

    def end(self) -> None:
        """Says what to do next."""
        if not self._written:
            return
        if not self._profile.is_shipped and not (self._folder / self._profile.name).exists():
            click.echo(_BESIDE.filled(profile=self._profile.name).in_lang(self._lang))
        elif len(self._written) == 1:
            click.echo(_NEXT.filled(rules=self._written[0]).in_lang(self._lang))

    def _name_for(self, form: Form) -> str:
        """The form's name as a file can have it, and no other form of the run has."""
        name = _file_name(form.name)
        number = 1
        while (unique := f"{name}-{number}" if number > 1 else name).casefold() in self._names:
            number += 1
        self._names.add(unique.casefold())
        return unique

    def _write_both(
        self, rules: Path, actuals: Path, transcript: Transcript, collector: Collector
    ) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as fault:
            why = getattr(fault, "strerror", None) or str(fault)
            collector.add(codes.FILE_NOT_WRITTEN.of_file(str(self._folder), why=why))
            return
        there = [] if self._is_overwriting else [file for file in (rules, actuals) if file.exists()]
        for file in there:
            collector.add(codes.FILE_EXISTS.of_file(str(file)))
        if not there:
            for file, text in zip((rules, actuals), import_texts(transcript), strict=True):
                write_text(file, text, collector, is_new=not self._is_overwriting)

    def _told(self, rules: Path, actuals: Path, transcript: Transcript) -> str:
        assumed = len(transcript.assumptions) + sum(len(row.assumed) for row in transcript.rows)
        return _WRITTEN.filled(
            rules=rules,
            actuals=actuals.name,
            read=transcript.understood,
            rows=len(transcript.rows),
            assumed=assumed,
        ).in_lang(self._lang)


def _file_name(name: str) -> str:
    """What a form is called, without its folder and its ending, in characters every system takes.

    Example:
        >>> _file_name("2024/自评表 (一).json#2")
        '自评表-(一)-2'
    """
    last = PurePath(name.replace("\\", "/")).name
    for ending in FORM_ENDINGS:
        last = re.sub(rf"{re.escape(ending)}(?!\w)", "", last, flags=re.IGNORECASE)
    return _UNFIT.sub("-", last).strip("-. ")[:_LONGEST].rstrip("-. ") or _UNNAMED
