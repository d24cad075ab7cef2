"""Forms from the paragraphs and tables of a file, whatever kind of file they came from."""

from collections.abc import Iterable, Sequence

from attrs import define, field

from indicator_dsl.forms.columns import indicator_columns, money_columns
from indicator_dsl.forms.drafts import Draft
from indicator_dsl.forms.grids import Block, Row, Table
from indicator_dsl.forms.indicators import IndicatorRows, is_total_row, keep_total
from indicator_dsl.forms.labels import goals_of, is_project, keep_labels, keep_paragraph
from indicator_dsl.forms.moneys import MoneyRows
from indicator_dsl.forms.words import is_title
from indicator_dsl.model import Form, FormCell


def forms_from_blocks(blocks: Iterable[Block], name: str) -> tuple[Form, ...]:
    """The forms that paragraphs and tables tell, in their order; none when no head is known.

    Args:
        blocks: From the top.
        name: What the forms are called; with a number where there are several.

    Example:
        >>> from indicator_dsl.forms.grids import GridCell
        >>> rows = [["三级指标", "指标值", "实际完成值"], ["年办件量", "≥200000件", "332344件"]]
        >>> table = Table(tuple(
        ...     tuple(GridCell(FormCell(text=text), at, at + 1) for at, text in enumerate(row))
        ...     for row in rows
        ... ))
        >>> forms_from_blocks([table], "自评表")[0].rows[0].actual.text
        '332344件'
    """
    assembly = _Assembly()
    for block in blocks:
        if isinstance(block, FormCell):
            assembly.paragraph(block)
        else:
            assembly.table(block)
    drafts = assembly.finished()
    if len(drafts) == 1:
        return (drafts[0].form(name),)
    return tuple(draft.form(f"{name}#{number}") for number, draft in enumerate(drafts, 1))


@define
class _Goals:
    """Where the columns of the goals stand: the edges of their heads, and their places."""

    heads: Sequence[tuple[str, int, int, int]]
    length: int


@define
class _Assembly:
    drafts: list[Draft] = field(factory=lambda: [Draft()])
    indicators: IndicatorRows | None = None
    money: MoneyRows | None = None
    goals: _Goals | None = None
    is_aligned: bool = True

    @property
    def draft(self) -> Draft:
        return self.drafts[-1]

    def paragraph(self, cell: FormCell) -> None:
        """Takes in a paragraph of the text around the tables."""
        if is_title(cell.text) and self.draft.has_columns:
            self._next_form()
        keep_paragraph(cell, self.draft)

    def table(self, table: Table) -> None:
        """Takes in a table. One that goes on without heads goes on with the columns before."""
        self.money = self.goals = None
        self.is_aligned = table.is_aligned
        if self.indicators and not self.indicators.columns.fits(table.rows, table.is_aligned):
            self._end_rows()
        at = 0
        while at < len(table.rows):
            below = table.rows[at + 1] if at + 1 < len(table.rows) else None
            at += self._take(table.rows[at], below)

    def finished(self) -> list[Draft]:
        """Every draft that has rows; the text of one without goes to the one before or behind."""
        self._end_rows()
        kept: list[Draft] = []
        before: list[FormCell] = []
        for draft in self.drafts:
            if draft.has_columns:
                draft.narrative[:0] = before
                before = []
                kept.append(draft)
                continue
            said = [*draft.narrative, *draft.beside.values(), *draft.fields.values()]
            if kept:
                kept[-1].narrative += [cell for cell in said if cell]
            else:
                before += [cell for cell in said if cell]
        return kept

    def _take(self, row: Row, below: Row | None) -> int:
        """Takes a row in, and the one below where both are heads; gives how many it took."""
        own = [cell.cell for cell in row if cell.own_text]
        if not own:
            if self.indicators:
                self.indicators.add(row)
            return 1
        columns = indicator_columns(row, below, is_aligned=self.is_aligned)
        if columns:
            if self.draft.is_closed:
                self._next_form()
            self._end_rows()
            self.money = self.goals = None
            self.draft.has_columns = True
            self.indicators = IndicatorRows(columns, self.draft)
            return columns.height
        if self.draft.has_columns and (
            is_project(own) or (len(own) == 1 and is_title(own[0].text))
        ):
            self._next_form()
        if self.indicators:
            self._under_indicators(row, self.indicators)
            return 1
        money = money_columns(row, is_aligned=self.is_aligned)
        if money:
            self.money, self.goals = MoneyRows(money, self.draft), None
            self.money.name_unit(own)
        elif self.money and self.money.is_row(row):
            self.money.add(row)
        else:
            self.money = None
            self._take_words(row, own)
        return 1

    def _under_indicators(self, row: Row, indicators: IndicatorRows) -> None:
        if is_total_row(row):
            keep_total(row, indicators.columns, self.draft)
            self.draft.is_closed = bool(indicators.read or self.draft.rows)
        elif self.draft.is_closed and not indicators.is_row(row):
            self._end_rows()
            self._take_words(row, [cell.cell for cell in row if cell.own_text])
        else:
            indicators.add(row)

    def _take_words(self, row: Row, own: Sequence[FormCell]) -> None:
        """Takes in a row outside the tables: the goals, or labels and values."""
        goals = goals_of([cell.cell if cell.own_text else FormCell() for cell in row])
        if goals:
            heads = [(goals[at], at, row[at].left, row[at].right) for at in goals]
            self.goals = _Goals(heads, len(row))
        elif is_total_row(row):
            keep_total(row, None, self.draft)
        elif self.goals and not is_project(own):
            self._keep_goals(row, self.goals)
        else:
            keep_labels(own, self.draft)

    def _keep_goals(self, row: Row, goals: _Goals) -> None:
        cells = [cell for cell in row if cell.own_text]
        names = [name for name, *_ in goals.heads]
        if self.is_aligned or len(row) == goals.length:
            for cell in cells:
                name = ""
                for each, at, left, right in goals.heads:
                    fits = cell.overlap(left, right) if self.is_aligned else row[at] is cell
                    name = each if fits else name
                if name:
                    self.draft.add_to(name, cell.cell)
                else:
                    keep_labels([cell.cell], self.draft)
            return
        for name, cell in zip(names[-len(cells) :], cells[-len(names) :], strict=False):
            self.draft.add_to(name, cell.cell)
        self.draft.stray(*(cell.cell for cell in cells[: -len(names)]))

    def _next_form(self) -> None:
        self._end_rows()
        self.money = self.goals = None
        self.drafts.append(Draft())

    def _end_rows(self) -> None:
        if self.indicators:
            self.indicators.finish()
            self.indicators = None
