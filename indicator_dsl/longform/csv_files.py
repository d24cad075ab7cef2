"""CSV files as the engine can read them: GB18030 as UTF-8, and what is wrong with a file's rows.

Judges no cell.
"""

import csv
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.frames.framing import refused
from indicator_dsl.frames.jobs import is_csv
from indicator_dsl.wording import Text

_CHUNK: Final = 1 << 20
_MOST_LINES: Final = 20_000_000
_NOT_TEXT: Final = Text(
    "it is neither UTF-8 nor GB18030: in Excel, save it as “CSV UTF-8”",
    "既不是 UTF-8 也不是 GB18030：请在 Excel 中另存为“CSV UTF-8”",
)
_LENGTH: Final = Text(
    "line {line} has {cells} cells, the first line {heads}",
    "第 {line} 行有 {cells} 格，首行有 {heads} 格",
)


@frozen(kw_only=True)
class Readable:
    """The files to read, some of them copies beside, and what there is to say of that."""

    files: tuple[Path, ...]
    notes: tuple[Diagnostic, ...] = ()


def readable(files: Sequence[Path], beside: Path) -> Readable:
    """The files, with a copy in UTF-8 in place of each CSV file that is GB18030.

    Args:
        files: As they came.
        beside: A folder for the copies.

    Raises:
        FrameError: when a file is neither.

    Example:
        >>> readable((), Path()).files
        ()
    """
    found, notes = [], []
    for number, path in enumerate(files):
        if not is_csv(path.name) or _is_text(path, "utf-8"):
            found.append(path)
            continue
        copy = beside / f"utf-8-{number}.csv"
        try:
            with copy.open("w", encoding="utf-8", newline="") as out:
                out.writelines(_texts(path, "gb18030"))
        except UnicodeDecodeError:
            raise refused(codes.BATCH_FILE_UNFIT, str(path), why=_NOT_TEXT) from None
        found.append(copy)
        notes.append(codes.FILE_GB18030.of_file(str(path)))
    return Readable(files=tuple(found), notes=tuple(notes))


def _is_text(path: Path, encoding: str) -> bool:
    try:
        for _ in _texts(path, encoding):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _texts(path: Path, encoding: str) -> Iterator[str]:
    decoder = getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while content := file.read(_CHUNK):
            yield decoder.decode(content)
        yield decoder.decode(b"", final=True)


def odd_row(files: Iterable[Path]) -> Text | None:
    """What is said of the first row that is not as long as its head; None when all are.

    Example:
        >>> odd_row(()) is None
        True
    """
    for path in files:
        if not is_csv(path.name):
            continue
        try:
            with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
                reader = csv.reader(file, strict=True)
                heads = len(next(reader, []))
                for row in islice(reader, _MOST_LINES):
                    if row and len(row) != heads:
                        return _LENGTH.filled(line=reader.line_num, cells=len(row), heads=heads)
        except csv.Error:
            continue
    return None
