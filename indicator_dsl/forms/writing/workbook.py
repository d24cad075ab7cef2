"""The official form as a workbook: the form as it is printed, and the sheet that works it out."""

import io
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from indicator_dsl.forms.writing.drawing_cells import Look, put_cell
from indicator_dsl.forms.writing.filled import cell_text
from indicator_dsl.forms.writing.held import held_as_written
from indicator_dsl.forms.writing.last_values import with_last_values
from indicator_dsl.forms.writing.layout import Grid, Placed, Role, Slot, grid_of
from indicator_dsl.forms.writing.official import OfficialForm
from indicator_dsl.forms.writing.reckoning import Reckoning, reckon
from indicator_dsl.forms.writing.sheet import SHEET, Formula, SheetCell
from indicator_dsl.forms.writing.widths import lines_needed
from indicator_dsl.quantities import BARE, NotANumber, Quantity, number_from_text
from indicator_dsl.wording import Lang, Text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FORM: Final = "自评表"
_NUMBERS: Final = frozenset({"initial", "budget", "executed", "weight", "score", "recomputed"})
_LINE_HEIGHT: Final = 15  # points
_TALLEST: Final = 400
_MARKED: Final = "FFC00000"
_FOOT: Final = Text(
    "{points} are formulas; how each is worked out stands on the sheet {sheet}. "
    "Change a cell in yellow and they follow.",
    "{points}由公式算出，算法逐项列于“{sheet}”表；修改黄底单元格，得分随之重算。",
)
_POINTS: Final = Text("Points", "得分")
_RECOMPUTED: Final = Text("Recomputed points", "复核得分")
_LOOKS: Final = {
    Role.TITLE: Look(size=16, is_bold=True, is_framed=False),
    Role.SUBTITLE: Look(is_framed=False),
    Role.HEAD: Look(is_bold=True),
    Role.WORDS: Look(is_left=True),
    Role.VALUE: Look(),
}
_SHEET_WIDTHS: Final = (26, 44, 13, 14, 13, 15, 15, 10, 40)
_TEXTS: Final = (1, 2, len(_SHEET_WIDTHS))
_SHEET_LOOKS: Final = {
    "title": Look(size=14, is_bold=True, is_framed=False, is_left=True),
    "words": Look(is_framed=False, is_left=True),
    "head": Look(is_bold=True),
    "line": Look(is_left=True),
    "sum": Look(is_bold=True, is_left=True),
}


@frozen(kw_only=True)
class WrittenWorkbook:
    """The bytes of an .xlsx file, and the lines whose points are no formulas, each with why."""

    content: bytes
    not_live: tuple[tuple[str, Text], ...] = ()


def workbook_of_form(form: OfficialForm, lang: Lang = "zh") -> WrittenWorkbook:
    """The form as an .xlsx file, its points live formulas where they were worked out.

    Args:
        form: Filled in.
        lang: Of remarks and of the sheet of sums; the form itself is Chinese.

    Raises:
        ImportError: when openpyxl is not installed.

    Example:
        >>> workbook_of_form(OfficialForm()).content[:2]
        b'PK'
    """
    import openpyxl  # noqa: PLC0415 - an extra, and slow to load

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = FORM
    grid = grid_of(form)
    reckoned = None
    if form.card is not None:
        reckoned = reckon(form, form.card, lambda slot: _place(grid, slot), lang)
    held = {} if reckoned is None else reckoned.on_form
    for placed in grid.cells:
        _draw(sheet, placed, held, lang)
    _finish_form(sheet, grid)
    _mark_differences(sheet, grid)
    if reckoned is not None:
        _foot(sheet, grid, _RECOMPUTED if form.is_recomputed else _POINTS, lang)
        _draw_sheet(book, reckoned)
    book.calculation.fullCalcOnLoad = True
    stream = io.BytesIO()
    book.save(stream)
    content = with_last_values(stream.getvalue(), _last_values(grid, held))
    not_live = () if reckoned is None else reckoned.not_live
    return WrittenWorkbook(content=content, not_live=not_live)


def _last_values(grid: Grid, held: Mapping[Slot, SheetCell]) -> dict[str, Fraction | str]:
    """What the form's formulas come to: what the form says there."""
    found: dict[str, Fraction | str] = {}
    for placed in grid.cells:
        known = held.get(placed.slot) if placed.slot is not None else None
        if known is not None and isinstance(known.value, Formula):
            text = placed.cell.text
            try:
                is_share = text.endswith("%")
                number = number_from_text(text.removeprefix("≈").removesuffix("%"))
                value = number / 100 if is_share else number
            except NotANumber:
                found[_address(placed.row, placed.column)] = text
            else:
                found[_address(placed.row, placed.column)] = value
    return found


def _address(row: int, column: int) -> str:
    return f"{chr(ord('A') + column)}{row + 1}"


def _place(grid: Grid, slot: Slot) -> str | None:
    placed = grid.placed(slot)
    return None if placed is None else f"'{FORM}'!{_address(placed.row, placed.column)}"


def _draw(sheet: "Worksheet", placed: Placed, held: Mapping[Slot, SheetCell], lang: Lang) -> None:
    slot = placed.slot
    known = None if slot is None else held.get(slot)
    cell = known if known is not None else _plain(placed)
    notes = [cell_text(note.in_lang(lang)) for note in placed.cell.notes]
    put_cell(
        sheet, placed.row + 1, placed.column + 1, cell, _LOOKS[placed.role], "\n\n".join(notes)
    )
    if placed.rows == placed.columns == 1:
        return
    last_row, last_column = placed.row + placed.rows, placed.column + placed.columns
    for row in range(placed.row + 1, last_row + 1):
        for column in range(placed.column + 1, last_column + 1):
            if (row, column) != (placed.row + 1, placed.column + 1):
                put_cell(sheet, row, column, SheetCell(), _LOOKS[placed.role])
    sheet.merge_cells(
        start_row=placed.row + 1,
        start_column=placed.column + 1,
        end_row=last_row,
        end_column=last_column,
    )


def _plain(placed: Placed) -> SheetCell:
    """A cell as the form says it; a plain number where one stands in a column of numbers."""
    text = placed.cell.text
    if placed.slot is None or placed.slot.field not in _NUMBERS:
        return SheetCell(value=text)
    try:
        number = number_from_text(text.replace(",", ""))
    except NotANumber:
        return SheetCell(value=text)
    shown = held_as_written(text, Quantity(number, BARE))
    if shown is None:
        return SheetCell(value=text)
    return SheetCell(value=shown.number, number_format=shown.number_format)


def _finish_form(sheet: "Worksheet", grid: Grid) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - an extra

    for number, width in enumerate(grid.widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row, lines in enumerate(_row_lines(grid), 1):
        height = min(_LINE_HEIGHT * lines + 6, _TALLEST)
        sheet.row_dimensions[row].height = 30 if row == 1 else height
    _page(sheet)


def _row_lines(grid: Grid) -> list[int]:
    """How many lines of text each row must hold."""
    lines = [1] * grid.rows
    for placed in grid.cells:
        width = sum(grid.widths[placed.column : placed.column + placed.columns])
        needed = lines_needed(placed.cell.text, width)
        if placed.rows == 1:
            lines[placed.row] = max(lines[placed.row], needed)
    for placed in grid.cells:
        width = sum(grid.widths[placed.column : placed.column + placed.columns])
        span = range(placed.row, placed.row + placed.rows)
        missing = lines_needed(placed.cell.text, width) - sum(lines[row] for row in span)
        if missing > 0:
            lines[span[-1]] += missing
    return lines


def _mark_differences(sheet: "Worksheet", grid: Grid) -> None:
    """Lets recomputed points stand out while they are not those reported."""
    from openpyxl.formatting.rule import Rule  # noqa: PLC0415 - an extra
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.styles.differential import DifferentialStyle  # noqa: PLC0415

    for placed in grid.cells:
        slot = placed.slot
        if slot is None or slot.field != "recomputed":
            continue
        beside = grid.placed(evolve(slot, field="score"))
        if beside is not None:
            at, other = (_address(each.row, each.column) for each in (placed, beside))
            differs = f"AND(ISNUMBER({at}),ISNUMBER({other}),{at}<>{other})"
            style = DifferentialStyle(font=Font(bold=True, color=_MARKED))
            rule = Rule(type="expression", dxf=style, formula=[differs])
            sheet.conditional_formatting.add(at, rule)


def _page(sheet: "Worksheet") -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = 0.5


def _foot(sheet: "Worksheet", grid: Grid, points: Text, lang: Lang) -> None:
    text = _FOOT.filled(points=points, sheet=SHEET).in_lang(lang)
    row, last = grid.rows + 1, len(grid.widths)
    put_cell(sheet, row, 1, SheetCell(value=text), Look(is_framed=False, is_left=True, size=9))
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)


def _draw_sheet(book: "Workbook", reckoned: Reckoning) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - an extra

    sheet = book.create_sheet(SHEET)
    for number, width in enumerate(_SHEET_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in reckoned.rows:
        look = _SHEET_LOOKS[row.kind]
        for column, cell in enumerate(row.cells, 1):
            is_text = column in _TEXTS or row.kind == "title"
            put_cell(
                sheet, row.number, column, cell, evolve(look, is_left=is_text and look.is_left)
            )
        if row.kind == "words":
            last = len(_SHEET_WIDTHS)
            sheet.merge_cells(
                start_row=row.number, start_column=1, end_row=row.number, end_column=last
            )
        else:
            texts = [cell.value if isinstance(cell.value, str) else "" for cell in row.cells]
            widths = zip(texts, _SHEET_WIDTHS, strict=False)
            lines = max(lines_needed(text, width) for text, width in widths)
            if row.kind != "title":
                height = min(_LINE_HEIGHT * lines + 3, _TALLEST)
                sheet.row_dimensions[row.number].height = height
    _page(sheet)
