"""The terminal as the commands see it: its language, its console, its exit. Knows no ruleset."""

import locale
import os
import sys
from collections.abc import Iterable
from typing import Final, TextIO

from rich.console import Console

from indicator_dsl.diagnostics import Diagnostic, Severity
from indicator_dsl.rendering import DiagnosticView, console_for, diagnostics_summary
from indicator_dsl.wording import Lang, Text

COMPUTED: Final = 0
IN_ERROR: Final = 1


def language(asked: str | None) -> Lang:
    """The language to speak.

    The option, else INDICATOR_DSL_LANG, else the locale; English when none says Chinese.

    Example:
        >>> language("zh")
        'zh'
    """
    wanted = asked or os.environ.get("INDICATOR_DSL_LANG") or _locale_name()
    return "zh" if wanted.lower().startswith(("zh", "chinese")) else "en"


def _locale_name() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return os.environ[variable]
    try:
        return locale.getlocale()[0] or ""
    except ValueError:  # a locale the platform does not know
        return ""


def prepare_streams() -> None:
    """Makes the standard streams print `?` for a character that their encoding does not have."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def console(stream: TextIO | None = None) -> Console:
    """A console on standard output, or on another stream."""
    return console_for(stream or sys.stdout)


def show_diagnostics(diagnostics: Iterable[Diagnostic], lang: Lang, *, quiet: bool = False) -> None:
    """Draws diagnostics on standard error, and counts them unless `quiet`."""
    kept = tuple(diagnostics)
    screen = console(sys.stderr)
    for diagnostic in kept:
        screen.print(DiagnosticView(diagnostic, lang))
        screen.print()
    if kept and not quiet:
        screen.print(diagnostics_summary(kept, lang))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def summary(diagnostics: Iterable[Diagnostic], files: int, lang: Lang) -> str:
    """How many files were checked and what was found, in words."""
    kept = tuple(diagnostics)
    checked = (
        Text("{n} checked: ", "已检查 {n} 个文件：")
        if files != 1
        else Text("checked: ", "已检查：")
    )
    return checked.filled(n=files).in_lang(lang) + diagnostics_summary(kept, lang)
