"""Which files of a folder are taken for forms. Opens none of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms.kinds import FORM_ENDINGS
from indicator_dsl.wording import Text

# What an office also sends, and what reading it then says cannot be read.
_UNREAD: Final = (".doc", ".pdf", ".wps", ".et")
_KINDS: Final = Text(" or ".join(FORM_ENDINGS), "、".join(FORM_ENDINGS))


def form_files(path: Path, collector: Collector) -> list[Path]:
    """The files of a folder and of all below it that may hold forms; a file alone is itself.

    Hidden files are left out, and so are those an office program keeps beside a file it has open.

    Args:
        path: A folder, or anything else, which is given back for reading to judge.
        collector: Takes the diagnostic when a folder holds no such file.

    Example:
        >>> form_files(Path("自评表.json"), Collector())[0].name
        '自评表.json'
    """
    if not _is_folder(path):
        return [path]
    found = sorted(_files_below(path))
    if not found:
        collector.add(codes.FOLDER_EMPTY.of_file(str(path), kinds=_KINDS))
    return found


def _files_below(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        parts = file.relative_to(folder).parts
        is_kept = not any(part.startswith((".", "~$")) for part in parts)
        if is_kept and file.suffix.lower() in (*FORM_ENDINGS, *_UNREAD) and file.is_file():
            yield file


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return False
