"""Files that may hold forms, from the paths a person gives. Reads none of them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms.kinds import is_form_file

_MOST_FILES: Final = 100_000


def form_files(paths: Iterable[Path], collector: Collector) -> tuple[Path, ...]:
    """The files to read, each once: a file as given, a folder by what may hold a form.

    Args:
        paths: Files and folders; folders are looked through, those in them too. Hidden files and
            what office programs lay beside an open document are left out.
        collector: Takes a diagnostic for a folder without any.

    Example:
        >>> [str(path) for path in form_files([Path("自评表.docx")], Collector())]
        ['自评表.docx']
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not _is_folder(path):
            found[path] = None
            continue
        inside = sorted(_inside(path))
        if not inside:
            collector.add(codes.FOLDER_WITHOUT_FORMS.of_file(str(path)))
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return False


def _inside(folder: Path) -> Iterator[Path]:
    count = 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in names:
            count += 1
            if count > _MOST_FILES:
                return
            file = Path(place) / name
            if not name.startswith((".", "~$")) and is_form_file(name) and file.is_file():
                yield file
