"""The files a command is to look at: arguments as given, folders with all they hold."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from rich.progress import track

from indicator_dsl import codes
from indicator_dsl.cli import inputs, terminal
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import shipped_rulesets
from indicator_dsl.wording import Lang, Text

_ENDINGS: Final = (".ind", ".act")
_MANY: Final = 20


def files_in(arguments: Sequence[str], collector: Collector) -> list[str]:
    """Every argument, folders replaced by the rulesets and actuals in them, each file once."""
    shipped = {each.id for each in shipped_rulesets()}
    found: list[str] = []
    for argument in arguments:
        folder = Path(argument)
        if argument in shipped or not argument or not inputs.is_folder(argument):
            found.append(argument)
            continue
        inside = sorted(
            str(file)
            for ending in _ENDINGS
            for file in folder.rglob(f"*{ending}")
            if file.is_file() and not _is_hidden(file.relative_to(folder))
        )
        if not inside:
            collector.add(codes.FOLDER_EMPTY.of_file(argument))
        found.extend(inside)
    return list(dict.fromkeys(found))


def with_progress(files: Sequence[str], lang: Lang) -> Iterator[str]:
    """The files one by one, with a bar on standard error when they are many."""
    is_shown = len(files) > _MANY and sys.stderr.isatty()
    if not is_shown:
        yield from files
        return
    words = Text("checking", "检查中").in_lang(lang)
    steps: Iterable[str] = track(
        files, description=words, console=terminal.console(sys.stderr), transient=True
    )
    yield from steps


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
