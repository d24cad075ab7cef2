"""Texts written to files by commands. Every fault is a diagnostic, none an exception."""

from pathlib import Path

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector


def write_text(path: Path, text: str, collector: Collector, *, is_new: bool) -> None:
    r"""Writes UTF-8 with `\n` at the ends of lines; a diagnostic when it cannot be.

    Args:
        path: The file to write.
        text: All of it.
        collector: Takes the diagnostics.
        is_new: Whether a file that exists is left as it is, with a diagnostic.
    """
    try:
        with path.open("x" if is_new else "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        collector.add(codes.FILE_EXISTS.of_file(str(path)))
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        collector.add(codes.FILE_NOT_WRITTEN.of_file(str(path), why=why))
