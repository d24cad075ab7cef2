"""The official form as a document to print, sign and send; remarks are comments in its margin."""

import io
from typing import TYPE_CHECKING, Final

from indicator_dsl.forms.writing.filled import cell_text
from indicator_dsl.forms.writing.layout import Grid, Placed, Role, grid_of
from indicator_dsl.forms.writing.official import OfficialForm
from indicator_dsl.wording import Lang

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_AUTHOR: Final = "indicator-dsl"
_INITIALS: Final = "IND"
_FONT: Final = "宋体"
_TITLE_SIZE: Final = 16
_SIZE: Final = 9
_ROOM: Final = 2
_PAGE: Final = (29.7, 21.0)  # centimetres, A4 lying
_MARGIN: Final = 1.5
_LONGEST_REMARK: Final = 4000
_MARKED: Final = (0xC0, 0, 0)


def document_of_form(form: OfficialForm, lang: Lang = "zh") -> bytes:
    """The form as a .docx file.

    Args:
        form: Filled in.
        lang: Of the remarks; the form itself is Chinese.

    Raises:
        ImportError: when python-docx is not installed.

    Example:
        >>> document_of_form(OfficialForm())[:2]
        b'PK'
    """
    import docx  # noqa: PLC0415 - an extra, and slow to load

    grid = grid_of(form)
    document = docx.Document()
    _set_page(document)
    for placed in grid.cells:
        if placed.row < grid.frame:
            _write(document, document.add_paragraph(), placed, lang)
    table = document.add_table(grid.rows - grid.frame, len(grid.widths))
    cells = [row.cells for row in table.rows]
    _set_widths(table, cells, grid)
    for placed in grid.cells:
        if placed.row >= grid.frame:
            row = placed.row - grid.frame
            cell = _merged(cells[row : row + placed.rows], placed)
            _set_middle(cell)
            _write(document, cell.paragraphs[0], placed, lang)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_page(document: "Document") -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - an extra
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Cm, Pt  # noqa: PLC0415
    from docx.styles.style import ParagraphStyle  # noqa: PLC0415

    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = (Cm(side) for side in _PAGE)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN)
    style = document.styles["Normal"]
    if isinstance(style, ParagraphStyle):
        style.font.size = Pt(_SIZE)
        style.font.name = _FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(_ROOM)


def _set_widths(table: "Table", rows: "list[tuple[_Cell, ...]]", grid: Grid) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT  # noqa: PLC0415 - an extra
    from docx.shared import Cm  # noqa: PLC0415

    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    room = _PAGE[0] - 2 * _MARGIN
    widths = [Cm(room * width / sum(grid.widths)) for width in grid.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in rows:
        for cell, width in zip(row, widths, strict=True):
            cell.width = width


def _merged(rows: "list[tuple[_Cell, ...]]", placed: Placed) -> "_Cell":
    """One cell of all that a placed one covers."""
    wide: list[_Cell] = [row[placed.column] for row in rows]
    if placed.columns > 1:
        last = placed.column + placed.columns - 1
        wide = [cell.merge(row[last]) for cell, row in zip(wide, rows, strict=True)]
    if len(wide) > 1:  # python-docx merges rows by recursion, and a form may have many
        for number, cell in enumerate(wide):
            cell._tc.vMerge = "continue" if number else "restart"  # noqa: SLF001
    return wide[0]


def _set_middle(cell: "_Cell") -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT  # noqa: PLC0415 - an extra

    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _write(document: "Document", paragraph: "Paragraph", placed: Placed, lang: Lang) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - an extra
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    is_words = placed.role is Role.WORDS
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if is_words else WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(cell_text(placed.cell.text))
    run.bold = placed.role in (Role.TITLE, Role.HEAD)
    if placed.cell.is_marked:
        run.bold, run.font.color.rgb = True, RGBColor(*_MARKED)
    if placed.role is Role.TITLE:
        run.font.size = Pt(_TITLE_SIZE)
    for note in placed.cell.notes:
        text = cell_text(note.in_lang(lang))[:_LONGEST_REMARK]
        document.add_comment(run, text=text, author=_AUTHOR, initials=_INITIALS)
