"""Rows of the block of the money, brought under its columns. Knows no file."""

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import define, evolve

from indicator_dsl.forms.columns import Columns
from indicator_dsl.forms.drafts import Draft
from indicator_dsl.forms.grids import GridCell, Row
from indicator_dsl.forms.words import (
    field_of,
    goal_heads,
    is_block,
    is_money_total,
    is_title,
    is_total,
    is_year,
    money_unit_of,
)
from indicator_dsl.model import FormCell, MoneyRow

_FIGURES: Final = ("initial", "budget", "executed", "weight", "rate", "score")


@define
class MoneyRows:
    """The rows under the heads of the money, put into a draft."""

    columns: Columns
    draft: Draft

    def is_row(self, row: Row) -> bool:
        """Whether a row still belongs to the block."""
        own = [cell.own_text for cell in row if cell.own_text]
        if not own or is_year(own[0]) or is_title(own[0]):
            return False
        return not any(field_of(text) or goal_heads().meaning_of(text) for text in own[:2])

    def name_unit(self, cells: Iterable[FormCell]) -> None:
        """Takes in the unit that the first of some labels names, `项目资金（万元）`."""
        found = next((cell for cell in cells if money_unit_of(cell.text)), None)
        if found and "money_unit" not in self.draft.fields:
            self.draft.keep("money_unit", unit_cell(found))

    def add(self, row: Row) -> None:
        """Takes one more row in; the total comes first, wherever it stands."""
        found, others = self.columns.assigned(row)
        labels = [*found.get("label", ()), *others]
        self.name_unit(cell.cell for cell in labels if cell.own_text)
        said = [cell.cell for cell in labels if cell.own_text and not is_block(cell.text)]
        figures = {name: _one(found.get(name, ())) for name in _FIGURES}
        if not said and not any(figures.values()):
            return
        label, *more = said or [FormCell()]
        self.draft.stray(*more)
        read = MoneyRow(label=label, **figures)
        if is_money_total(label.text) or is_total(label.text):
            first = 1 if self.draft.money and is_money_total(self.draft.money[0].label.text) else 0
            self.draft.money.insert(first, read)
        else:
            self.draft.money.append(read)


def unit_cell(cell: FormCell) -> FormCell:
    """The unit of money that a label names, as a cell of its own."""
    return evolve(cell, text=money_unit_of(cell.text))


def _one(cells: Sequence[GridCell]) -> FormCell:
    own = [cell.cell for cell in cells if cell.own_text]
    if not own:
        return FormCell(is_given=bool(cells))
    return evolve(own[0], text="".join(cell.text for cell in own))
