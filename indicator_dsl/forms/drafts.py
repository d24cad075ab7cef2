"""A form on its way: what was found so far, each cell at home in one place.

Knows no table and no word.
"""

from typing import Any, Final

from attrs import define, evolve, field

from indicator_dsl.model import NO_CELL, Form, FormCell, FormRow, MoneyRow

_MARKS: Final = "，。；;,"
_SENTENCE: Final = 12  # characters; anything shorter is a note, not a sentence


@define
class Draft:
    """A form that is still being read.

    `fields` are the single cells by the name `Form` gives them; the first one found stays.
    `beside` are those that stand in the text around the table, used where the table has none.
    `pairs` are figures of the money that stand one by one.
    """

    fields: dict[str, FormCell] = field(factory=dict)
    beside: dict[str, FormCell] = field(factory=dict)
    pairs: dict[str, FormCell] = field(factory=dict)
    money: list[MoneyRow] = field(factory=list)
    rows: list[FormRow] = field(factory=list)
    headings: list[FormRow] = field(factory=list)
    narrative: list[FormCell] = field(factory=list)
    others: list[FormCell] = field(factory=list)
    has_columns: bool = False
    is_closed: bool = False

    def keep(self, name: str, cell: FormCell) -> None:
        """Takes a single cell in; one more of the same name is kept among the others."""
        if name not in self.fields or not self.fields[name]:
            self.fields[name] = cell
        elif cell and cell.text != self.fields[name].text:
            self.others.append(cell)

    def add_to(self, name: str, cell: FormCell) -> None:
        """Takes in the next paragraph of a single cell."""
        before = self.fields.get(name, NO_CELL)
        if not before:
            self.fields[name] = cell
        elif cell:
            self.fields[name] = evolve(before, text=before.text + cell.text)

    def stray(self, *cells: FormCell) -> None:
        """Keeps cells that belong nowhere; sentences are part of the text around the table."""
        for cell in cells:
            if cell:
                (self.narrative if _is_sentence(cell.text) else self.others).append(cell)

    def form(self, name: str) -> Form:
        """The form as it is read."""
        money = self.money
        if not money and self.pairs:
            money = [MoneyRow(label=NO_CELL, **self.pairs)]
        singles: dict[str, Any] = {**self.beside, **self.fields}
        return evolve(
            Form(
                name=name,
                money=tuple(money),
                rows=tuple(self.rows),
                headings=tuple(self.headings),
                narrative=tuple(self.narrative),
                others=tuple(self.others),
            ),
            **singles,
        )


def _is_sentence(text: str) -> bool:
    return len(text) > _SENTENCE and any(mark in text for mark in _MARKS)
