"""Actuals from the sheets of a workbook (.xlsx).

Needs openpyxl, which is loaded when the first workbook is read. Guards against archives made to
fill a machine.
"""

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.grid import MOST_COLUMNS, MOST_ROWS, Grid
from indicator_dsl.files.shown import shown_day, shown_number
from indicator_dsl.files.tables import Head, actuals_from_grid, head_of
from indicator_dsl.model import Actuals
from indicator_dsl.quantities import NotANumber
from indicator_dsl.wording import Text

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

    _Cell = Cell | MergedCell

MOST_UNPACKED: Final = 32 * 1024 * 1024
_MOST_PARTS: Final = 1_000
_MOST_ADDRESSED: Final = 1_048_576  # rows a sheet can have; gaps between rows count
_OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class _Refused(Exception):
    """A workbook that is not read further, with the code that says why."""

    def __init__(self, code: codes.Code, **fields: object) -> None:
        super().__init__(code.name)
        self.code = code
        self.fields = fields


@frozen
class _Remark:
    """Something to be said of a cell if it matters, and what the sentence speaks of."""

    code: codes.Code
    text: str = ""
    held: str = ""


@define
class _Sheet:
    """A sheet's rows as shown, and what is to be said of single cells if they matter."""

    title: str
    rows: list[list[str]] = field(factory=list)
    remarks: "dict[tuple[int, int], _Remark]" = field(factory=dict)


def actuals_from_workbook(content: bytes, name: str, collector: Collector) -> Actuals | None:
    """The actuals of the first sheet with a head row; None, with a diagnostic, when there is none.

    Args:
        content: The bytes of an .xlsx file.
        name: How the reader knows the file.
        collector: Takes the diagnostics.

    Example:
        >>> collector = Collector()
        >>> actuals_from_workbook(b"no archive", "a.xlsx", collector) is None
        True
    """
    try:
        _refuse_bombs(content)
        sheets = list(_sheets(content))
    except _Refused as refusal:
        collector.add(refusal.code.of_file(name, **refusal.fields))
        return None
    tables = [table for sheet in sheets if (table := _table(sheet, name))]
    if not tables:
        collector.add(codes.TABLE_WITHOUT_HEAD.of_file(name))
        return None
    sheet, grid, head, said = tables[0]
    collector.extend(said.sorted())
    if len(tables) > 1:
        collector.add(codes.TABLES_SEVERAL.of_file(name, sheet=sheet.title))
    for (row, column), remark in sheet.remarks.items():
        if row > head.row and column in head.columns.values():
            cell = grid.cell(row, column)
            collector.add(
                remark.code.at(cell.place, where=cell.where, text=remark.text, held=remark.held)
            )
    return actuals_from_grid(grid, head, collector)


def _table(sheet: _Sheet, name: str) -> tuple[_Sheet, Grid, Head, Collector] | None:
    grid, said = Grid.of(name, sheet.rows, sheet.title), Collector()
    head = head_of(grid, said)
    return None if head is None else (sheet, grid, head, said)


def _refuse_bombs(content: bytes) -> None:
    """Refuses archives that would unpack to too much, and parts that declare entities."""
    if content.startswith(_OLD_OR_LOCKED):
        raise _Refused(codes.WORKBOOK_LOCKED)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _examine(archive)
    except _Refused:
        raise
    except Exception as fault:
        raise _malformed(fault) from fault


def _examine(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise _Refused(codes.WORKBOOK_LOCKED)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED or len(parts) > _MOST_PARTS:
        why = Text("it unpacks to {n} bytes", "解压后有 {n} 字节").filled(n=unpacked)
        raise _Refused(codes.TABLE_TOO_LARGE, why=why)
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            plain = archive.read(part).replace(b"<!--", b"").replace(b"<![CDATA[", b"")
            if b"<!" in plain:
                why = Text("it declares entities of its own", "其中声明了 XML 实体")
                raise _Refused(codes.DATA_MALFORMED, kind="XLSX", why=why)


def _malformed(fault: Exception) -> _Refused:
    why = " ".join(str(fault).split())[:200] or type(fault).__name__
    return _Refused(codes.DATA_MALFORMED, kind="XLSX", why=why)


def _sheets(content: bytes) -> Iterator[_Sheet]:
    try:
        import openpyxl  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as fault:
        raise _Refused(codes.EXTRA_MISSING) from fault
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of features that have no part in cells' values
        try:
            values, formulas = (
                openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=is_value)
                for is_value in (True, False)
            )
            for sheet, other in zip(values.worksheets, formulas.worksheets, strict=True):
                if sheet.sheet_state == "visible":
                    sheet.reset_dimensions()  # what a file says of its size may be wrong
                    other.reset_dimensions()
                    rows, written = (
                        each.iter_rows(max_row=_MOST_ADDRESSED, max_col=MOST_COLUMNS)
                        for each in (sheet, other)
                    )
                    yield _read(sheet.title, rows, written)
        except _Refused:
            raise
        except Exception as fault:  # whatever a damaged file makes the library do
            raise _malformed(fault) from fault


def _read(
    title: str,
    rows: "Iterable[tuple[_Cell, ...]]",
    formulas: "Iterable[tuple[_Cell, ...]]",
) -> _Sheet:
    sheet = _Sheet(title)
    for number, (cells, written) in enumerate(zip(rows, formulas, strict=False)):
        if all(cell.value is None for cell in written):
            continue
        if number >= MOST_ROWS:
            why = Text("more than {n} rows", "超过 {n} 行").filled(n=MOST_ROWS)
            raise _Refused(codes.TABLE_TOO_LARGE, why=why)
        while len(sheet.rows) < number:
            sheet.rows.append([])
        row: list[str] = []
        for cell, formula in zip(cells, written, strict=False):
            is_lost = cell.value is None and formula.data_type == "f"
            text, remark = ("", _Remark(codes.FORMULA_WITHOUT_VALUE)) if is_lost else _shown(cell)
            if remark is not None:
                sheet.remarks[number, len(row)] = remark
            row.append(text)
        sheet.rows.append(row)
    return sheet


def _shown(cell: "_Cell") -> tuple[str, _Remark | None]:
    """A cell as text, and what is to be said of it."""
    value = cell.value
    if cell.data_type == "e":
        return "", _Remark(codes.CELL_IN_ERROR, text=str(value))
    match value:
        case None:
            return "", None
        case bool():
            return "是" if value else "否", None
        case int() | float():
            return _shown_number(value, str(cell.number_format))
        case date():
            return shown_day(value, str(cell.number_format)), None
        case _:
            return str(value), None


def _shown_number(value: float, number_format: str) -> tuple[str, _Remark | None]:
    try:
        shown = shown_number(value, number_format)
    except NotANumber:
        return "", _Remark(codes.CELL_IN_ERROR, text=str(value)[:40])
    if not shown.text:
        return shown.held, _Remark(codes.FORMAT_NOT_READ, text=number_format, held=shown.held)
    if _is_rounded(shown.text, shown.held):
        return shown.held, _Remark(codes.CELL_SHOWN_ROUNDED, text=shown.text, held=shown.held)
    return shown.held, None


def _is_rounded(shown: str, held: str) -> bool:
    """Whether more than zeros at the end tells the two apart."""
    number, _, unit = shown.partition(" ")
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    return f"{number} {unit}".strip() != held
