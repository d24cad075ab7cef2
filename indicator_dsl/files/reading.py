"""A file's bytes as a source text, whatever editor saved it.

Every fault is a diagnostic, none an exception.
"""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.sizes import too_large
from indicator_dsl.source import SourceText

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


MAX_BYTES: Final = 4 * 1024 * 1024


def path_of(name: str | PathLike[str]) -> Path:
    """A name as a path.

    Example:
        >>> path_of("rules.ind").suffix
        '.ind'
    """
    return Path(name)


def read_source(
    file: "Path | Traversable", collector: Collector, *, name: str = ""
) -> SourceText | None:
    """The text of a file under `name`; None, with a diagnostic, when it cannot be read.

    Args:
        file: What to read; at most 4 MiB.
        collector: Takes the diagnostics.
        name: How the reader knows the file; the path as given when empty.

    Example:
        >>> collector = Collector()
        >>> read_source(Path("no-such-file.ind"), collector) is None
        True
        >>> collector.sorted()[0].name
        'file-missing'
    """
    shown = name or str(file)
    content = read_bytes(file, collector, name=shown)
    return None if content is None else decoded(content, shown, collector)


def read_bytes(
    file: "Path | Traversable", collector: Collector, *, name: str = "", limit: int = MAX_BYTES
) -> bytes | None:
    """The bytes of a file under `name`; None, with a diagnostic, when it cannot be read.

    Args:
        file: What to read.
        collector: Takes the diagnostics.
        name: How the reader knows the file; the path as given when empty.
        limit: The most bytes a file may have.

    Example:
        >>> read_bytes(Path("no-such-file.ind"), Collector()) is None
        True
    """
    shown = name or str(file)
    try:
        if file.is_dir():
            collector.add(codes.FILE_IS_FOLDER.of_file(shown))
            return None
        with file.open("rb") as stream:
            content = stream.read(limit + 1)
    except FileNotFoundError:
        collector.add(codes.FILE_MISSING.of_file(shown))
        return None
    except (OSError, ValueError) as fault:  # ValueError: a path with a NUL in it
        why = getattr(fault, "strerror", None) or str(fault)
        collector.add(codes.FILE_UNREADABLE.of_file(shown, why=why))
        return None
    if len(content) > limit:
        collector.add(too_large(shown, limit, _size(file)))
        return None
    return content


def decoded(content: bytes, name: str, collector: Collector) -> SourceText | None:
    r"""Bytes as a source text.

    UTF-8 with or without a mark, else GB18030 with a note; line ends become `\\n`.

    Example:
        >>> decoded("总分 100".encode("gb18030"), "a.ind", Collector()).text
        '总分 100'
    """
    if len(content) > MAX_BYTES:
        collector.add(too_large(name, MAX_BYTES, len(content)))
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("gb18030")
        except UnicodeDecodeError:
            text = "\0"
        if "\0" in text:
            collector.add(codes.FILE_NOT_TEXT.of_file(name))
            return None
        collector.add(codes.FILE_GB18030.of_file(name))
    if "\0" in text:
        collector.add(codes.FILE_NOT_TEXT.of_file(name))
        return None
    return SourceText(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _size(file: "Path | Traversable") -> int | None:
    return file.stat().st_size if isinstance(file, Path) else None
