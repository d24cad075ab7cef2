"""The sheet 核算 in the making: its rows so far, and what cells of the form hold because of it."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from attrs import define, evolve, field

from indicator_dsl.forms.writing.held import Held, held_as_written, is_holdable
from indicator_dsl.forms.writing.layout import Slot
from indicator_dsl.forms.writing.official import OPEN, OfficialForm
from indicator_dsl.forms.writing.points import points_format
from indicator_dsl.forms.writing.ratios import Ratio
from indicator_dsl.forms.writing.sheet import (
    Formula,
    SheetCell,
    SheetRow,
    from_the_form,
    points_on_form,
)
from indicator_dsl.model import Checklist, Scale as Levels
from indicator_dsl.quantities import CalendarDay, Quantity
from indicator_dsl.scoring import LineScore, Scorecard
from indicator_dsl.wording import Lang, Text

_LONGEST_LIST: Final = 200  # of choices, joined
_SHARE_FORMAT: Final = "0.00####%"
_AMOUNTS: Final = ("initial", "budget", "executed")


@define
class Book:
    """The sheet being written from the top.

    `place` tells where a value of the form stands, as a formula writes it; None where the form does
    not show it. `known` holds the cells that sums may take, by name. `first_item` is the row of
    the next item of a checklist. `has_lost_figures` says that a figure is in no cell, for it would
    not be exact there. `dropped_while` holds what would bring back a line that does not apply, none
    of it true now.
    """

    form: OfficialForm
    card: Scorecard
    lang: Lang
    place: Callable[[Slot], str | None]
    rows: list[SheetRow] = field(factory=list)
    on_form: dict[Slot, SheetCell] = field(factory=dict)
    known: dict[str, Ratio] = field(factory=dict)
    not_live: list[tuple[str, Text]] = field(factory=list)
    row: int = 1
    first_item: int = 0
    has_lost_figures: bool = False
    dropped_while: list[str] = field(factory=list)
    checklists: list[tuple[LineScore, Checklist]] = field(factory=list)

    @property
    def places(self) -> int:
        """The decimals of points."""
        return self.card.ruleset.rounding.places

    def add(self, kind: str, *cells: SheetCell | str | Fraction | Formula | None) -> None:
        """One more row."""
        held = [each if isinstance(each, SheetCell) else SheetCell(value=each) for each in cells]
        self.rows.append(SheetRow(number=self.row, kind=kind, cells=tuple(held)))
        self.row += 1

    def heads(self, *words: Text) -> None:
        """One more row, of heads."""
        self.add("head", *(each.in_lang(self.lang) for each in words))

    def is_derived(self, line: LineScore) -> bool:
        """Whether a line's figure is worked out from others."""
        return any(line.indicator.name == figure.name for figure in self.card.ruleset.derived)

    def slot_of_figure(self, name: str) -> Slot | None:
        """Where the form shows a figure of the money; None for any other figure."""
        names = self.form.money[0].names if self.form.money else ()
        if not name or name not in names:
            return None
        return Slot("money", 0, _AMOUNTS[names.index(name)])

    def text_at(self, slot: Slot) -> str:
        """What the form says there."""
        rows = self.form.money if slot.part == "money" else self.form.lines
        text: str = getattr(rows[slot.number], slot.field).text
        return text

    def value(
        self, slot: Slot | None, observed: Quantity | CalendarDay | None, held: Held
    ) -> tuple[SheetCell, Held]:
        """The cell 取值 of a figure, and how it is held.

        It follows the form's own cell where that can hold the figure and still read as it was
        written; else it is entered on the sheet itself.

        Args:
            slot: Where the form shows it, None where it does not.
            observed: The figure, None while there is none.
            held: How a cell holds it in full.
        """
        at = None if slot is None else self.place(slot)
        if slot is not None and at is not None:
            text = self.text_at(slot)
            shown = held_as_written(text, observed) if observed is not None else None
            if not text and observed is None:
                shown = held
            if shown is not None:
                self.on_form[slot] = SheetCell(
                    value=shown.number, number_format=shown.number_format, is_entered=True
                )
                follows = Formula(f'IF({at}="","",{at})')
                return SheetCell(value=follows, number_format=_in_full(shown)), shown
        cell = SheetCell(value=held.number, number_format=held.number_format, is_entered=True)
        return cell, held

    def level(self, slot: Slot, line: LineScore, levels: Levels) -> SheetCell:
        """The cell 取值 of a level: its label, or of a scale with ranges the share judged."""
        label = line.observed if isinstance(line.observed, str) else ""
        if any(level.least is not None for level in levels.levels):
            share = line.exact / line.indicator.weight if label and line.exact is not None else None
            if share is not None and not is_holdable(share):
                share = None
            return SheetCell(value=share, number_format=_SHARE_FORMAT, is_entered=True)
        choices = tuple(level.label for level in levels.levels)
        if any(sign in "".join(choices) for sign in ',"') or len(",".join(choices)) > _LONGEST_LIST:
            choices = ()
        entry = SheetCell(value=label or None, is_entered=True, choices=choices)
        at = self.place(slot)
        if at is not None and self.text_at(slot) == label:
            self.on_form[slot] = entry
            return SheetCell(value=Formula(f'IF({at}="","",{at})'))
        return entry

    def items(self, line: LineScore, checklist: Checklist) -> int:
        """The row of a checklist's first item."""
        first = self.first_item
        self.first_item += len(checklist.items)
        self.checklists.append((line, checklist))
        return first

    def show_points(self, slot: Slot) -> None:
        """Lets the form show the points of the row that is added next."""
        is_recomputed = self.form.is_recomputed
        shown = evolve(slot, field="recomputed" if is_recomputed else "score")
        self.on_form[shown] = SheetCell(
            value=points_on_form(self.row, OPEN if is_recomputed else ""),
            number_format=points_format(self.places),
        )

    def follow(self, slot: Slot, row: int, number_format: str = "General") -> None:
        """Lets the form show the cell 取值 of a row."""
        self.on_form[slot] = SheetCell(
            value=from_the_form("value", row), number_format=number_format
        )


def _in_full(held: Held) -> str:
    """The format that shows all digits of what a cell of the form may show rounded."""
    if held.scale.offset:
        return "yyyy-mm-dd"
    return _SHARE_FORMAT if held.number_format.endswith("%") else "General"
