"""The official form as a document to print, sign and send; remarks are comments in its margin.

Written as the markup itself: a document needs no library where this one runs.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from attrs import define, field

from indicator_dsl.forms.writing.document_parts import PARTS, comments_part, document_part
from indicator_dsl.forms.writing.document_words import paragraph, remark, run
from indicator_dsl.forms.writing.filled import cell_text
from indicator_dsl.forms.writing.layout import Grid, Placed, Role, grid_of
from indicator_dsl.forms.writing.official import OfficialForm
from indicator_dsl.wording import Lang

_TITLE_SIZE: Final = 16
_SIZE: Final = 9
_WIDTH: Final = 26.7  # centimetres: A4 lying, between its margins
_TWIPS: Final = 567  # of one centimetre
_LONGEST_REMARK: Final = 4000
_MADE: Final = (1980, 1, 1, 0, 0, 0)  # the same form is the same file


def document_of_form(form: OfficialForm, lang: Lang = "zh") -> bytes:
    """The form as a .docx file.

    Args:
        form: Filled in.
        lang: Of the remarks; the form itself is Chinese.

    Example:
        >>> document_of_form(OfficialForm())[:2]
        b'PK'
    """
    grid = grid_of(form)
    drawing = _Drawing(grid, lang)
    body = "".join(drawing.body())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            *PARTS.items(),
            ("word/document.xml", document_part(body)),
            ("word/comments.xml", comments_part("".join(drawing.remarks))),
        ):
            archive.writestr(zipfile.ZipInfo(name, _MADE), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@define
class _Drawing:
    """A grid on its way to paper; remarks are numbered as they come."""

    grid: Grid
    lang: Lang
    remarks: list[str] = field(factory=list)

    def body(self) -> Iterator[str]:
        """The lines above the table, then the table."""
        for placed in self.grid.cells:
            if placed.row < self.grid.frame:
                yield self._words(placed)
        widths = [
            round(_WIDTH * _TWIPS * each / sum(self.grid.widths)) for each in self.grid.widths
        ]
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
            '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        )
        yield "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield "</w:tblGrid>"
        for row in self._rows():
            yield "<w:tr>"
            for placed, is_first in row:
                end = placed.column + placed.columns
                yield self._cell(placed, sum(widths[placed.column : end]), is_first=is_first)
            yield "</w:tr>"
        yield "</w:tbl>"
        # A document may not end in a table.
        yield '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        yield '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'

    def _rows(self) -> Iterator[list[tuple[Placed, bool]]]:
        """The cells of each row from the left; one that covers several rows comes in each."""
        rows: list[list[tuple[Placed, bool]]] = [[] for _ in range(self.grid.rows)]
        for placed in self.grid.cells:
            for number in range(placed.row, placed.row + placed.rows):
                rows[number].append((placed, number == placed.row))
        for row in rows[self.grid.frame :]:
            yield sorted(row, key=lambda each: each[0].column)

    def _cell(self, placed: Placed, width: int, *, is_first: bool) -> str:
        span = f'<w:gridSpan w:val="{placed.columns}"/>' if placed.columns > 1 else ""
        merged = ""
        if placed.rows > 1:
            merged = '<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>"
        words = self._words(placed) if is_first else "<w:p/>"
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}'
            f'<w:vAlign w:val="center"/></w:tcPr>{words}</w:tc>'
        )

    def _words(self, placed: Placed) -> str:
        """A cell's text as one paragraph, its remarks hung on it."""
        first = len(self.remarks)
        for note in placed.cell.notes:
            text = cell_text(note.in_lang(self.lang))[:_LONGEST_REMARK]
            self.remarks.append(remark(len(self.remarks), text))
        written = run(
            cell_text(placed.cell.text),
            size=_TITLE_SIZE if placed.role is Role.TITLE else _SIZE,
            is_bold=placed.cell.is_marked or placed.role in (Role.TITLE, Role.HEAD),
            is_marked=placed.cell.is_marked,
        )
        return paragraph(
            written,
            is_left=placed.role is Role.WORDS,
            remarks=range(first, len(self.remarks)),
        )
