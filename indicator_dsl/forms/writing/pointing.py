"""An audited form laid out as on paper, each cell with the findings that point at it.

Decides no points, and no place of a remark.
"""

from attrs import frozen

from indicator_dsl.audit import Audit
from indicator_dsl.forms.writing.audited import (
    cells_elsewhere,
    cells_of_findings,
    official_from_audit,
    title_of,
)
from indicator_dsl.forms.writing.layout import Role, grid_of
from indicator_dsl.wording import Text


@frozen(kw_only=True)
class PointedCell:
    """A cell of the official form: its place from 0, how far it reaches, and its text.

    `is_head` says that it is a printed word of the form, `is_words` that it is set left.
    `is_marked` is for recomputed points that are not those reported. `findings` are the numbers of
    the findings that point at it, from 0, in the order of the audit.
    """

    row: int
    column: int
    rows: int
    columns: int
    text: str
    is_title: bool
    is_head: bool
    is_words: bool
    is_marked: bool
    findings: tuple[int, ...]


@frozen(kw_only=True)
class PointedText:
    """What findings rest on and the official form does not show: a sentence, a column of its own.

    `findings` as of a cell.
    """

    where: Text
    text: str
    findings: tuple[int, ...]


@frozen(kw_only=True)
class PointedForm:
    """The whole form; `widths` are those of the columns, in half-width characters."""

    widths: tuple[int, ...]
    rows: int
    cells: tuple[PointedCell, ...]
    beside: tuple[PointedText, ...]


def pointed_form(audit: Audit) -> PointedForm:
    r"""The audited form with what points where; every finding points somewhere.

    Args:
        audit: Any audit.

    Example:
        >>> from indicator_dsl import audit_form, read_forms
        >>> table = "三级指标,年度指标值,实际完成值,分值,得分\n项目开展进度,≤80%,100%,10,10"
        >>> (form,) = read_forms(table.encode(), name="自评表.csv")
        >>> pointed = pointed_form(audit_form(form).model)
        >>> [cell.text for cell in pointed.cells if 0 in cell.findings][-1]
        '10'
    """
    title = title_of(audit.form)
    pointing: dict[int, dict[int, None]] = {}
    for number, cells in enumerate(cells_of_findings(audit, title)):
        for cell in cells:
            pointing.setdefault(id(cell), {})[number] = None
    official = official_from_audit(audit)
    grid = grid_of(official)
    return PointedForm(
        widths=grid.widths,
        rows=grid.rows,
        cells=tuple(
            PointedCell(
                row=each.row,
                column=each.column,
                rows=each.rows,
                columns=each.columns,
                text=each.cell.text,
                is_title=each.role in (Role.TITLE, Role.SUBTITLE),
                is_head=each.role is Role.HEAD,
                is_words=each.role is Role.WORDS,
                is_marked=each.cell.is_marked,
                findings=tuple(
                    pointing.get(id(title if each.role is Role.TITLE else each.cell.origin), ())
                ),
            )
            for each in grid.cells
        ),
        beside=_beside(audit),
    )


def _beside(audit: Audit) -> tuple[PointedText, ...]:
    pointing: dict[tuple[Text, str], dict[int, None]] = {}
    for number, cells in enumerate(cells_elsewhere(audit)):
        for cell in cells:
            pointing.setdefault((cell.where, cell.text), {})[number] = None
    return tuple(
        PointedText(where=where, text=text, findings=tuple(numbers))
        for (where, text), numbers in pointing.items()
    )
