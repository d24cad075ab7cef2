"""Forms written as the files offices send. Written for the tests; reads nothing."""

import csv
import html
import io
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import docx
import openpyxl
from attrs import field, frozen

from indicator_dsl.model import Form, FormRow

HEADS: Final = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "三级指标",
    "nature": "绩效指标性质",
    "target": "年度\n指标值",
    "unit": "绩效度量单位",
    "actual": "实际\n完成值",
    "rate": "完成率",
    "weight": "分值",
    "score": "得分",
    "reason": "偏差原因分析及改进措施",
}
COLUMNS: Final = tuple(HEADS)
_MONEY: Final = ("initial", "budget", "executed", "weight", "rate", "score")
_MONEY_HEADS: Final = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
WIDTH: Final = len(COLUMNS) + 1


@frozen
class Laid:
    """A cell of the sheet: its text, its top left corner, how far it reaches."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@frozen
class Layout:
    """A form on squared paper, as the official sheet has it."""

    cells: tuple[Laid, ...]
    height: int
    width: int = WIDTH
    above: tuple[str, ...] = field(default=())
    below: tuple[str, ...] = field(default=())


def layout(form: Form, columns: Sequence[str] = COLUMNS, *, is_merged: bool = True) -> Layout:
    """Where everything stands, the columns of the indicators in the order given."""
    width = len(columns) + 1
    cells = list(_labels(form, width))
    row = 1 + max(cell.row for cell in cells)
    if form.money:
        cells += _money(form, row)
        row += len(form.money) + 1
    if form.expected or form.achieved:
        cells += _goals(form, row, width)
        row += 2
    cells.append(Laid("绩\n效\n指\n标", row, 0, rows=1 + len(form.rows)))
    cells += [Laid(HEADS[column], row, at) for at, column in enumerate(columns, 1)]
    row += 1
    for at, column in enumerate(columns, 1):
        texts = [getattr(each, column).text for each in form.rows]
        is_level = column in ("level1", "level2")
        for begin, end in _runs(form.rows, column) if is_merged and is_level else _singles(texts):
            cells.append(Laid(texts[begin], row + begin, at, rows=end - begin))
    row += len(form.rows)
    if form.total_weight or form.total_score:
        cells.append(Laid("总分", row, 0))
        for column, cell in (("weight", form.total_weight), ("score", form.total_score)):
            cells += [Laid(cell.text, row, columns.index(column) + 1)] if column in columns else []
        row += 1
    return Layout(tuple(cells), row, width, above=tuple(cell.text for cell in form.narrative))


def _labels(form: Form, width: int) -> Iterator[Laid]:
    row = 0
    for text in (form.title.text, form.year.text):
        if text:
            yield Laid(text, row, 0, columns=width)
            row += 1
    for label, text in (
        ("项目名称", form.project.text),
        ("主管部门", form.department.text),
        ("实施单位", form.agency.text),
    ):
        yield Laid(label, row, 0, columns=2)
        yield Laid(text, row, 2, columns=width - 2)
        row += 1


def _goals(form: Form, row: int, width: int) -> Iterator[Laid]:
    half = (width - 1) // 2
    yield Laid("年度总体目标", row, 0, rows=2)
    for label, text, left, wide in (
        ("预期目标", form.expected.text, 1, half),
        ("实际完成情况", form.achieved.text, 1 + half, width - 1 - half),
    ):
        yield Laid(label, row, left, columns=wide)
        yield Laid(text, row + 1, left, columns=wide)


def _money(form: Form, row: int) -> Iterator[Laid]:
    unit = f"\n（{form.money_unit.text}）" if form.money_unit else ""
    yield Laid(f"项目资金{unit}", row, 0, rows=len(form.money) + 1)
    for at, head in enumerate(_MONEY_HEADS, 2):
        yield Laid(head, row, at)
    for line, money in enumerate(form.money, row + 1):
        yield Laid(money.label.text, line, 1)
        for at, name in enumerate(_MONEY, 2):
            yield Laid(getattr(money, name).text, line, at)


def _singles(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    yield from ((at, at + 1) for at in range(len(texts)))


def _runs(rows: Sequence[FormRow], column: str) -> Iterator[tuple[int, int]]:
    """Runs of one text, each within one first level."""
    keys = [
        (getattr(row, column).text, row.level1.text if column == "level2" else "") for row in rows
    ]
    begin = 0
    for at in range(1, len(keys) + 1):
        if at == len(keys) or keys[at] != keys[begin] or not keys[at][0]:
            yield begin, at
            begin = at


def as_docx(laid: Layout) -> bytes:
    document = docx.Document()
    for text in laid.above:
        document.add_paragraph(text)
    table = document.add_table(rows=laid.height, cols=laid.width)
    for cell in laid.cells:
        corner = table.cell(cell.row, cell.column)
        if cell.rows > 1 or cell.columns > 1:
            corner = corner.merge(
                table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1)
            )
        corner.text = cell.text
    for text in laid.below:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_xlsx(laid: Layout) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cell in laid.cells:
        if cell.text:
            sheet.cell(cell.row + 1, cell.column + 1).value = cell.text
            sheet.cell(cell.row + 1, cell.column + 1).data_type = "s"
        if cell.rows > 1 or cell.columns > 1:
            sheet.merge_cells(
                start_row=cell.row + 1,
                start_column=cell.column + 1,
                end_row=cell.row + cell.rows,
                end_column=cell.column + cell.columns,
            )
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_html(laid: Layout) -> bytes:
    lines = ["<html><body>", *(f"<p>{html.escape(text)}</p>" for text in laid.above), "<table>"]
    for row in range(laid.height):
        lines.append("<tr>")
        for cell in sorted((c for c in laid.cells if c.row == row), key=lambda c: c.column):
            text = html.escape(cell.text).replace("\n", "<br>")
            lines.append(f"<td rowspan={cell.rows} colspan={cell.columns}>{text}</td>")
        lines.append("</tr>")
    lines.append("</table></body></html>")
    return "\n".join(_filled(lines, laid)).encode()


def _filled(lines: list[str], laid: Layout) -> list[str]:
    """Pages leave no hole: a row of totals gets its empty cells."""
    squares = {(r, c) for each in laid.cells for r, c in _squares(each)}
    holes = {
        (row, column)
        for row in range(laid.height)
        for column in range(laid.width)
        if (row, column) not in squares
    }
    if not holes:
        return lines
    full = Layout(
        (*laid.cells, *(Laid("", row, column) for row, column in sorted(holes))),
        laid.height,
        laid.width,
        laid.above,
        laid.below,
    )
    return as_html(full).decode().split("\n")


def _squares(cell: Laid) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.rows):
        for column in range(cell.column, cell.column + cell.columns):
            yield row, column


def as_csv(laid: Layout, encoding: str = "utf-8") -> bytes:
    squares = {(each.row, each.column): each.text for each in laid.cells}
    stream = io.StringIO()
    writer = csv.writer(stream)
    for text in laid.above:
        writer.writerow([text])
    for row in range(laid.height):
        writer.writerow([squares.get((row, column), "") for column in range(laid.width)])
    return stream.getvalue().encode(encoding)


def as_cell_lines(laid: Layout) -> bytes:
    """As copying a Word table gives it: merged columns are gone, merged rows leave a blank."""
    lines = [*laid.above, ""]
    squares = {square for each in laid.cells for square in _squares(each)}
    for row in range(laid.height):
        begun = {each.column: each for each in laid.cells if each.row == row}
        covered = {
            each.column: each for each in laid.cells if each.row < row < each.row + each.rows
        }
        for column in range(laid.width):
            if column in begun:
                lines.append("\t" + begun[column].text)
            elif column in covered or (row, column) not in squares:
                lines.append("\t")
        lines.append("")
    return "\n".join((*lines, *laid.below)).encode()


def as_tabbed(laid: Layout) -> bytes:
    """As copying from a spreadsheet gives it: every square, cells of several lines in quotes."""
    squares = {(each.row, each.column): each.text for each in laid.cells}
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter="\t")
    for text in laid.above:
        stream.write(text + "\n")
    for row in range(laid.height):
        writer.writerow([squares.get((row, column), "") for column in range(laid.width)])
    return stream.getvalue().encode()


def as_browser_copy(laid: Layout) -> bytes:
    """As copying from a browser gives it: merged cells are gone without a trace."""
    lines = list(laid.above)
    for row in range(laid.height):
        cells = sorted((c for c in laid.cells if c.row == row), key=lambda c: c.column)
        lines.append("\t".join(each.text.replace("\n", "") for each in cells))
    return "\n".join(lines).encode()


Writer = Callable[[Layout], bytes]
WRITERS: Final[dict[str, Writer]] = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "html": as_html,
    "csv": as_csv,
    "txt": as_cell_lines,
    "tsv": as_tabbed,
}


def as_lines(laid: Layout) -> bytes:
    """As some programs give it: a cell a line, an empty line for an empty cell, no end of a row."""
    return as_cell_lines(laid).replace(b"\n\n", b"\n").replace(b"\t", b"")


def as_words(laid: Layout) -> bytes:
    """As pages are copied at worst: the cells that hold anything, a line each."""
    return b"\n".join(line for line in as_lines(laid).split(b"\n") if line.strip())
