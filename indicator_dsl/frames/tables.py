"""A CSV as every engine reads it: one rule, held before an engine sees the file.

Cells stand between commas, each record has as many as the head, and a blank line is none. What
engines would read in different ways is written out plainly for them first.
"""

import csv
from pathlib import Path
from typing import Final, TextIO

from attrs import frozen

from indicator_dsl.frames import jobs
from indicator_dsl.frames.framing import check_heads
from indicator_dsl.frames.jobs import unfit
from indicator_dsl.frames.records import Records, Simple, broken, is_blank, simple_part
from indicator_dsl.model import Ruleset
from indicator_dsl.wording import Text

_MARKED: Final = "utf-8-sig"
_OTHER: Final = "gb18030"  # what a spreadsheet saves in China
_NO_TEXT: Final = Text(
    "it is neither UTF-8 nor GB18030 text; save it as “CSV UTF-8”",
    "不是 UTF-8 或 GB18030 文本，请另存为“CSV UTF-8（逗号分隔）”",
)
_EMPTY: Final = Text("it is empty", "文件是空的")
_UTF8_ONLY: Final = Text(
    "Spark reads UTF-8 only; save it as “CSV UTF-8”",
    "Spark 只读 UTF-8，请另存为“CSV UTF-8（逗号分隔）”",
)
_READ: Final = Text(
    "it holds {held} rows, and {read} were read", "文件有 {held} 行，实际读到 {read} 行"
)


@frozen(kw_only=True)
class Table:
    """What is known of a CSV: its columns, without blanks around them, and how many rows it has.

    `is_plain` says whether all engines read it alike as it is.
    """

    head: tuple[str, ...]
    rows: int
    encoding: str
    is_plain: bool


@frozen(kw_only=True)
class Readable:
    """What an engine is given to read; `table` is known of a CSV."""

    path: Path
    table: Table | None = None

    @property
    def head(self) -> tuple[str, ...] | None:
        """The columns of a CSV."""
        return None if self.table is None else self.table.head


def readable(ruleset: Ruleset, source: Path, folder: Path) -> Readable:
    """The file for an engine to read: the source itself, or a plain copy of it in `folder`.

    Raises:
        FrameError: when it is a CSV that cannot be read in one way only.
    """
    if not jobs.is_csv(source.name):
        return Readable(path=source)
    table = looked_at(ruleset, source)
    if table.is_plain:
        return Readable(path=source, table=table)
    copy = folder / "read.csv"
    with copy.open("w", encoding="utf-8", newline="") as out, _text(source, table.encoding) as text:
        writer = csv.writer(out, lineterminator="\n")
        for _, row in Records(text, str(source)):
            if not is_blank(row, len(table.head)):
                writer.writerow(row)
    return Readable(path=copy, table=table)


def check_rows(source: str, table: Table | None, rows: int) -> None:
    """Refuses scores of another number of rows than there are.

    Raises:
        FrameError: when they are.
    """
    if table is not None and rows != table.rows:
        raise unfit(source, _READ.filled(held=table.rows, read=rows))


def looked_at(ruleset: Ruleset, source: Path) -> Table:
    """What a CSV holds; every line of it is looked at.

    Raises:
        FrameError: when it cannot be read in one way only.
    """
    encoding = _encoding_of(source)
    head = _head(ruleset, source, encoding)
    try:
        return _whole(source, head, encoding)
    except UnicodeDecodeError:
        # What is UTF-8 at the top and no more further down would be other signs in GB18030.
        if encoding != _MARKED or not "".join(head).isascii():
            raise unfit(str(source), _NO_TEXT) from None
    try:
        return _whole(source, head, _OTHER)
    except UnicodeDecodeError:
        raise unfit(str(source), _NO_TEXT) from None


def head_of(ruleset: Ruleset, source: Path) -> tuple[str, ...]:
    """The columns of a CSV; no line below them is looked at.

    Raises:
        FrameError: when they cannot all be kept.
    """
    return _head(ruleset, source, _encoding_of(source))


def check_spark(table: Table, source: str) -> None:
    """Refuses what Spark would read as other signs than it holds.

    Raises:
        FrameError: when it is not in UTF-8.
    """
    if table.encoding != _MARKED:
        raise unfit(source, _UTF8_ONLY)


def _text(source: Path, encoding: str) -> TextIO:
    return source.open(encoding=encoding, newline="")


def _encoding_of(source: Path) -> str:
    """How the head is written, as far as it tells."""
    for encoding in (_MARKED, _OTHER):
        try:
            with _text(source, encoding) as text:
                next(iter(Records(text, str(source))), None)
        except UnicodeDecodeError:
            continue
        except OSError as fault:
            raise unfit(str(source), jobs.said_by(fault)) from fault
        return encoding
    raise unfit(str(source), _NO_TEXT)


def _head(ruleset: Ruleset, source: Path, encoding: str) -> tuple[str, ...]:
    with _text(source, encoding) as text:
        records = Records(text, str(source))
        line, first = next(((n, row) for n, row in records if not is_blank(row, 0)), (0, []))
        if not first:
            raise unfit(str(source), _EMPTY)
        check_heads(ruleset, str(source), line, first)
    return tuple(name.strip() for name in first)


def _whole(source: Path, head: tuple[str, ...], encoding: str) -> Table:
    width = len(head)
    simple = Simple()
    if encoding == _MARKED:
        with source.open("rb") as raw:
            simple = simple_part(raw, width)
    # A mark stands at the top only.
    with _text(source, "utf-8" if simple.size else encoding) as text:
        text.seek(simple.size)
        records = Records(text, str(source), simple.rows)
        rows, is_plain = simple.rows, encoding == _MARKED
        for line, row in records:
            if is_blank(row, width):
                is_plain = False
                continue
            if len(row) != width:
                raise broken(str(source), line, len(row), width)
            is_plain = is_plain and '"' not in "".join(row)
            rows += 1
    ends = records.ends | ({simple.end} if simple.end else set())
    is_plain = is_plain and len(ends) <= 1 and "\r" not in ends
    return Table(head=head, rows=rows - 1, encoding=encoding, is_plain=is_plain)
