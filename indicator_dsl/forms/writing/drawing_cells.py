"""One cell of a workbook: its value, its look, its remark. Whatever a form says stays text."""

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from indicator_dsl.forms.writing.filled import cell_text
from indicator_dsl.forms.writing.sheet import Formula, SheetCell
from indicator_dsl.forms.writing.widths import lines_needed

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

_AUTHOR: Final = "indicator-dsl"
_FONT: Final = "宋体"
_ENTERED: Final = "FFFFF2CC"
_LOOKS_LIKE_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_REMARK_WIDTH: Final = 320  # pixels
_REMARK_COLUMNS: Final = 44
_REMARK_LINE: Final = 18
_LONGEST_REMARK: Final = 4000


@frozen
class Look:
    """How a cell is set; `is_left` sets it left, else it stands in the middle."""

    size: int = 10
    is_bold: bool = False
    is_framed: bool = True
    is_left: bool = False


def put_cell(
    sheet: "Worksheet", row: int, column: int, held: SheetCell, look: Look, remark: str = ""
) -> None:
    """Writes one cell; row and column count from 1."""
    from openpyxl.cell import Cell  # noqa: PLC0415 - an extra

    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):  # a merged one is written before it is merged
        raise TypeError
    _fill_in(cell, held)
    cell.number_format = held.number_format
    cell.font = _font(look)
    cell.alignment = _alignment(look)
    if look.is_framed:
        cell.border = _border()
    if held.is_entered:
        cell.fill = _fill()
    if held.choices:
        _offer(sheet, cell.coordinate, held.choices)
    if remark:
        _remark(cell, remark)


def _fill_in(cell: "Cell", held: SheetCell) -> None:
    match held.value:
        case None | "":
            pass
        case Formula():
            cell.value = f"={held.value.text}"
        case Fraction():
            number = held.value
            cell.value = number.numerator if number.denominator == 1 else float(number)
        case str():
            # The type is set by hand: a text that begins like a formula must never become one.
            text = cell_text(held.value)
            cell.value = text
            cell.data_type = "s"
            if text.startswith(_LOOKS_LIKE_FORMULA):
                cell.quotePrefix = True


def _remark(cell: "Cell", text: str) -> None:
    from openpyxl.comments import Comment  # noqa: PLC0415 - an extra

    text = text[:_LONGEST_REMARK]
    comment = Comment(text, _AUTHOR)
    comment.width = _REMARK_WIDTH
    comment.height = _REMARK_LINE * (lines_needed(text, _REMARK_COLUMNS) + 1)
    cell.comment = comment


def _offer(sheet: "Worksheet", at: str, choices: tuple[str, ...]) -> None:
    """A list to choose from; what is not on it can be entered all the same, and earns nothing."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - an extra

    wanted = f'"{",".join(choices)}"'
    known = (each for each in sheet.data_validations.dataValidation if each.formula1 == wanted)
    offer = next(known, None)
    if offer is None:
        offer = DataValidation(type="list", formula1=wanted, allow_blank=True)
        offer.showErrorMessage = False
        sheet.add_data_validation(offer)
    offer.add(at)


@cache
def _font(look: Look) -> "Font":
    from openpyxl.styles import Font  # noqa: PLC0415 - an extra

    return Font(name=_FONT, size=look.size, bold=look.is_bold)


@cache
def _alignment(look: Look) -> "Alignment":
    from openpyxl.styles import Alignment  # noqa: PLC0415 - an extra

    horizontal = "left" if look.is_left else "center"
    return Alignment(horizontal=horizontal, vertical="center", wrap_text=True)


@cache
def _border() -> "Border":
    from openpyxl.styles import Border, Side  # noqa: PLC0415 - an extra

    thin = Side(style="thin", color="FF000000")
    return Border(left=thin, right=thin, top=thin, bottom=thin)


@cache
def _fill() -> "PatternFill":
    from openpyxl.styles import PatternFill  # noqa: PLC0415 - an extra

    return PatternFill("solid", fgColor=_ENTERED)
