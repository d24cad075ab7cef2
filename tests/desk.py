"""A folder with files in it, and commands given there. Holds no expectation of its own."""

import io
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from indicator_dsl.cli.main import commands


def lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files into a folder, and the folders above them."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def lock(names: Iterable[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes files of these names unreadable for everybody, the superuser included."""
    opened = Path.open
    locked = frozenset(names)

    def refuse(self: Path, *args: object, **options: object) -> object:
        if self.name in locked:
            raise PermissionError(13, os.strerror(13), str(self))
        return opened(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)


def typed(words: list[str]) -> tuple[int, str]:
    """The exit status of a command line, and everything it printed; no exception is swallowed."""
    answer = CliRunner().invoke(commands, words)
    if answer.exception is not None and not isinstance(answer.exception, SystemExit):
        raise answer.exception
    return answer.exit_code, answer.output


def workbook(
    *sheets: Sequence[Sequence[object]], formats: Mapping[str, str] | None = None
) -> bytes:
    """A workbook with these rows on its sheets; `formats` are of cells of the first one."""
    made = pytest.importorskip("openpyxl").Workbook()
    made.remove(made.active)
    for rows in sheets:
        sheet = made.create_sheet()
        for row in rows:
            sheet.append(list(row))
    for address, number_format in (formats or {}).items():
        made.worksheets[0][address].number_format = number_format
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()
