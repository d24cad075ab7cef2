"""Reported forms named on the command line: files and folders, read one by one."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

import click
from attrs import define, field
from rich.progress import Progress

from indicator_dsl import codes
from indicator_dsl.cli import inputs, terminal
from indicator_dsl.diagnostics import Collector, Diagnostic, Severity
from indicator_dsl.files import Profile, decoded, profile_called, too_large
from indicator_dsl.forms import (
    MOST_BYTES,
    form_files,
    forms_from_bytes,
    forms_from_text,
    read_forms,
)
from indicator_dsl.model import Form
from indicator_dsl.wording import Lang, Text

_MANY: Final = 20
_UNCOLLECTED: Final = 500_000  # new values between two looks for cycles
_READING: Final = Text("reading forms", "读取自评表")
_SHOWN: Final = "<stdin>"
_NOT_IN_TEXT: Final = b"\0"
_Answer = TypeVar("_Answer")
PROFILE = click.option(
    "--profile",
    "wanted",
    default="mof-2020",
    show_default=True,
    metavar="RULESET",
    help="What supplies methods and scales: a shipped id, or a path (口径).",
)


def profile_of(wanted: str, lang: Lang) -> Profile:
    """The profile an option names; leaves with every diagnostic when there is none."""
    collector = Collector()
    profile = profile_called(wanted, collector)
    if profile is None:
        terminal.show_diagnostics(collector.sorted(), lang, quiet=True)
        sys.exit(terminal.IN_ERROR)
    return profile


@define(kw_only=True)
class Mail:
    """What was sent: files of forms, and what came of reading them.

    `is_bar_in_the_way` says that answers are printed to the same screen meanwhile. `files` counts
    the files, and `unread` those that gave no form.
    """

    arguments: Sequence[str]
    lang: Lang
    is_bar_in_the_way: bool = False
    collector: Collector = field(factory=Collector)
    files: int = 0
    unread: int = 0

    def each(self, do: Callable[[Form], None]) -> None:
        """Does it with every form, in order; what fails for one does not stop the others."""
        files = self._files()
        self.files = len(files)
        bar = Progress(console=terminal.console(sys.stderr), transient=True)
        task = bar.add_task(_READING.in_lang(self.lang), total=len(files))
        is_shown = len(files) > _MANY and sys.stderr.isatty() and not self.is_bar_in_the_way
        with bar if is_shown else nullcontext(), _fewer_collections():
            for file in files:
                forms = self._tried(file, partial(self._forms_in, file)) or ()
                self.unread += not forms
                for form in forms:
                    self._tried(form.name, partial(do, form))
                bar.advance(task)

    def diagnostics(self) -> Iterator[Diagnostic]:
        """What there is to say of the files; notes only where a single one was sent."""
        for diagnostic in self.collector.sorted():
            if self.files == 1 or diagnostic.severity is not Severity.NOTE:
                yield diagnostic

    @property
    def has_errors(self) -> bool:
        """Whether anything could not be read."""
        return self.collector.has_errors

    def _files(self) -> list[str]:
        """Every argument, folders replaced by the forms in them, each file once."""
        found: list[str] = []
        for argument in self.arguments:
            if argument == inputs.STANDARD_INPUT:
                found.append(argument)
            else:
                found += map(str, form_files([Path(argument)], self.collector))
        return list(dict.fromkeys(found))

    def _forms_in(self, file: str) -> tuple[Form, ...]:
        # One collector a file: an error in one must not make the next look broken.
        of_file = Collector()
        forms = (
            _typed(of_file) if file == inputs.STANDARD_INPUT else read_forms(Path(file), of_file)
        )
        self.collector.extend(of_file.sorted())
        return forms

    def _tried(self, name: str, step: Callable[[], _Answer]) -> _Answer | None:
        """What the step gives; None, with a diagnostic, when it meets a defect of ours."""
        try:
            return step()
        except Exception as fault:  # noqa: BLE001 - the other forms are still to be read
            why = f"{type(fault).__name__}: {fault}"
            self.collector.add(codes.DEFECT.of_file(name, why=why))
            return None


@contextmanager
def _fewer_collections() -> Iterator[None]:
    """A form is many values without a cycle: looking for cycles among them takes its time.

    Of the whole process, so only commands may do it.
    """
    usual = gc.get_threshold()
    gc.set_threshold(_UNCOLLECTED, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _typed(collector: Collector) -> tuple[Form, ...]:
    """The forms on standard input: pasted text, or a file sent through a pipe."""
    content = inputs.bytes_of_standard_input(collector, limit=MOST_BYTES)
    if content is None:
        return ()
    if len(content) > MOST_BYTES:
        collector.add(too_large(_SHOWN, MOST_BYTES))
        return ()
    if _NOT_IN_TEXT in content:
        return forms_from_bytes(content, _SHOWN, collector)
    source = decoded(content, _SHOWN, collector)
    return () if source is None else forms_from_text(source.text, _SHOWN, collector)
