"""The records of a CSV with the lines they begin in, read in bounded memory.

Knows no ruleset and no engine.
"""

import csv
from collections.abc import Iterator
from typing import BinaryIO, Final, TextIO

from attrs import frozen

from indicator_dsl.diagnostics import FrameError
from indicator_dsl.frames.jobs import unfit
from indicator_dsl.wording import Text

_BLOCK: Final = 1 << 22  # bytes
_LONGEST: Final = 1 << 20  # signs of a line, or bytes; DuckDB takes lines of two million
_LONG_LINE: Final = Text("line {n} is too long for a row of cells", "第 {n} 行过长，不像一行单元格")
_NUL: Final = Text("line {n} holds signs that no text has", "第 {n} 行含有文本中不应有的字符")
_QUOTES: Final = Text(
    "from line {n} on a quotation mark is not closed, or stands where none can: a cell that holds "
    'one is written "a ""b"""',
    '第 {n} 行起引号没有成对，或位置不对；含引号的单元格应写作 "a ""b"""',
)
_WIDTH: Final = Text(
    "line {n} has {found} where the head has {wanted}: the first line must hold the names of all "
    "columns, with no title above it, and every row as many cells",
    "第 {n} 行有 {found} 个单元格，表头有 {wanted} 列：第一行必须是全部列名，"
    "上方不能有标题，各行单元格数须与之相同",
)


def broken(source: str, line: int, found: int, wanted: int) -> FrameError:
    """The error that says that a record has not as many cells as the head."""
    cells = Text("1 cell" if found == 1 else f"{found} cells", f"{found}")
    return unfit(source, _WIDTH.filled(n=line, found=cells, wanted=wanted))


def is_blank(row: list[str], width: int) -> bool:
    """Whether a record of a table that wide is a blank line; a `""` alone in its column is a row.

    Example:
        >>> is_blank([], 1), is_blank(["  "], 2), is_blank([""], 1)
        (True, True, False)
    """
    return not row or (len(row) == 1 and width != 1 and not row[0].strip())


@frozen(kw_only=True)
class Simple:
    """The part of a file from its top that holds no quotation mark and no surprise."""

    rows: int = 0
    size: int = 0
    end: str = ""


def simple_part(raw: BinaryIO, width: int) -> Simple:
    """How far a file is lines of as many cells as the head, and nothing that needs more care.

    Raises:
        UnicodeDecodeError: when that part is not UTF-8.
    """
    part, rest = Simple(), b""
    while True:
        block = raw.read(_BLOCK)
        held = rest + block
        cut = held.rfind(b"\n") + 1 if block else len(held)
        whole, rest = held[:cut], held[cut:]
        if not whole:
            return part
        lines = whole.removesuffix(b"\n").split(b"\n")
        returns = whole.count(b"\r")
        end = "\r\n" if returns else "\n"
        is_simple = (
            b'"' not in whole
            and b"\0" not in whole
            and returns in {0, whole.count(b"\r\n")}
            and (not returns or returns == whole.count(b"\n"))
            and part.end in {"", end}
            and {line.count(b",") for line in lines} == {width - 1}
            and not (width == 1 and ({b"", b"\r"} & set(lines)))
            and max(map(len, lines)) < _LONGEST
        )
        if not is_simple:
            return part
        whole.decode("utf-8")
        part = Simple(rows=part.rows + len(lines), size=part.size + len(whole), end=end)
        if not block:
            return part


class Records:
    """The records from where a text stands, each with the number of its first line.

    The text was opened to keep its line ends; `ends` gathers them, those inside cells too.

    Raises, while it is read:
        FrameError: when quotation marks or lines are not those of a CSV.
        UnicodeDecodeError: when it is not in that encoding.
    """

    def __init__(self, text: TextIO, source: str, lines_before: int = 0) -> None:
        self.ends: set[str] = set()
        self._text = text
        self._source = source
        self._line = lines_before

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        reader = csv.reader(self._lines(), strict=True)
        before = self._line
        try:
            for row in reader:
                yield before + 1, row
                before = self._line
        except csv.Error as fault:
            raise unfit(self._source, _QUOTES.filled(n=before + 1)) from fault

    def _lines(self) -> Iterator[str]:
        while line := self._text.readline(_LONGEST):
            self._line += 1
            if len(line) >= _LONGEST:
                raise unfit(self._source, _LONG_LINE.filled(n=self._line))
            if "\0" in line:
                raise unfit(self._source, _NUL.filled(n=self._line))
            if line.endswith("\n"):
                self.ends.add("\r\n" if line.endswith("\r\n") else "\n")
            elif line.endswith("\r"):
                self.ends.add("\r")
            yield line
