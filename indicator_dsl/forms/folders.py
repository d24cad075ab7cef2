"""Which files of a folder are taken for forms. Opens none of them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms.kinds import FORM_ENDINGS

# What an office also sends, and what reading it then says cannot be read.
_UNREAD: Final = (".doc", ".pdf", ".wps")
_UNLIKELY: Final = (".md", ".markdown")  # in a folder, they are about the forms


def form_files(paths: Iterable[Path], collector: Collector) -> tuple[Path, ...]:
    """The files to read, each once: a file as given, a folder by all in it that may hold a form.

    Hidden files are left out, and so are those an office program keeps beside a file it has open.

    Args:
        paths: Files and folders; what is neither is given back, for reading to judge.
        collector: Takes a diagnostic for a folder that holds no such file.

    Example:
        >>> form_files([Path("自评表.docx")], Collector())[0].name
        '自评表.docx'
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(_files_below(path)) if _is_folder(path) else [path]
        if not inside:
            collector.add(codes.FOLDER_WITHOUT_FORMS.of_file(str(path)))
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _files_below(folder: Path) -> Iterator[Path]:
    wanted = {*FORM_ENDINGS, *_UNREAD}.difference(_UNLIKELY)
    for file in folder.rglob("*"):
        parts = file.relative_to(folder).parts
        is_kept = not any(part.startswith((".", "~$")) for part in parts)
        if is_kept and file.suffix.lower() in wanted and file.is_file():
            yield file


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return False
