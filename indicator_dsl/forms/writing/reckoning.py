"""The sheet 核算: every computed point as a formula over the cells it rests on.

What cannot be exact in a spreadsheet is written as a number, and said.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.curves import RefusedEverywhere
from indicator_dsl.forms.writing.book import Book
from indicator_dsl.forms.writing.filled import cell_text
from indicator_dsl.forms.writing.held import Held, empty_of, held_of
from indicator_dsl.forms.writing.layout import Slot
from indicator_dsl.forms.writing.official import OfficialForm
from indicator_dsl.forms.writing.points import sizes_for
from indicator_dsl.forms.writing.ratios import Unsupplied
from indicator_dsl.forms.writing.reckoned_lines import add_lines, derived_points
from indicator_dsl.forms.writing.sheet import TITLE, Formula, SheetCell, SheetRow, address
from indicator_dsl.forms.writing.sources import NO, YES, Digits, known_cell
from indicator_dsl.forms.writing.totals import add_total
from indicator_dsl.forms.writing.wholes import BeyondExact, FormulaTooLong
from indicator_dsl.model import Input
from indicator_dsl.quantities import Quantity
from indicator_dsl.scoring import Scorecard
from indicator_dsl.wording import Lang, Text

_WORDS: Final = Text(
    "Cells in yellow may be changed, here and on the form; all points follow. "
    "Value = whole number / divisor; points = numerator / denominator, rounded half up.",
    "黄底单元格（本表与自评表）可以修改，得分随之重算。"
    "取值 = 整数值 ÷ 除数；得分 = 分子 ÷ 分母，四舍五入。",
)
_FIGURE_HEADS: Final = (
    Text("figure", "数据"),
    Text("unit", "单位"),
    Text("value", "取值"),
    Text("whole number", "整数值"),
    Text("divisor", "除数"),
)
_ITEM_HEADS: Final = (
    Text("item", "要点"),
    Text("points", "分值"),
    Text("met?", "是否做到"),
)


@frozen(kw_only=True)
class Reckoning:
    """The rows of the sheet, what cells of the form hold because of it, and what is not live.

    `not_live` names the lines whose points are numbers, and why.
    """

    rows: tuple[SheetRow, ...]
    on_form: Mapping[Slot, SheetCell]
    not_live: tuple[tuple[str, Text], ...]


def reckon(
    form: OfficialForm, card: Scorecard, place: Callable[[Slot], str | None], lang: Lang
) -> Reckoning:
    """The sheet that works out every point of a form.

    Args:
        form: Made from the card.
        card: What the points were worked out by.
        place: Where a value of the form stands, as a formula writes it; None where it does not.
        lang: Of the remarks.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.forms.writing.filled import official_from_card
        >>> card = parse_ruleset("年办件量 >= 200 件 weight 20").evaluate({"年办件量": 180}).model
        >>> found = reckon(official_from_card(card), card, lambda slot: None, "zh")
        >>> print(found.rows[3].cells[5].value.text)
        IF(D5="","",IF(C5<0,0,IF(C5<200,D5,20)))
    """
    book = Book(form, card, lang, place)
    book.add("title", TITLE.in_lang(lang))
    book.add("words", _WORDS.in_lang(lang))
    book.row += 1
    _add_figures(book)
    counted = add_lines(book)
    _add_items(book)
    add_total(book, counted)
    return Reckoning(rows=tuple(book.rows), on_form=book.on_form, not_live=tuple(book.not_live))


def _add_figures(book: Book) -> None:
    """The rows of the inputs, in the order of the ruleset."""
    ruleset = book.card.ruleset
    lines = {rule.name for rule in ruleset.indicators}
    amounts = {figure.name: figure.quantity for figure in book.card.figures}
    wanted = [figure for figure in ruleset.inputs if figure.name not in lines]
    found: list[tuple[Input, SheetCell, Held]] = []
    for figure in wanted:
        full = _held(figure, amounts[figure.name])
        if full is not None:
            slot = book.slot_of_figure(figure.name)
            found.append((figure, *book.value(slot, amounts[figure.name], full)))
    book.has_lost_figures = len(found) < len(wanted)
    if not found:
        return
    digits = _fitting_all(book, [(figure.name, held) for figure, _, held in found])
    book.heads(*_FIGURE_HEADS)
    for figure, value, held in found:
        try:
            book.known[figure.name] = known_cell(book.row, held, digits)
        except BeyondExact:
            book.has_lost_figures = True
        count = Formula(digits.whole_of(address("value", book.row)))
        steps = Fraction(digits.steps)
        book.add("line", cell_text(figure.name), figure.unit.text, value, count, steps)
    book.row += 1


def _held(figure: Input, quantity: Quantity | None) -> Held | None:
    return empty_of(figure.unit) if quantity is None else held_of(quantity)


def _fitting_all(book: Book, figures: list[tuple[str, Held]]) -> Digits:
    """One size for all figures, so that sums of them stay short.

    The widest with which every line can be worked out, else the narrowest.
    """
    numbers = [held.number for _, held in figures if held.number is not None]
    sizes = sizes_for(numbers, is_share=any(held.unit == "%" for _, held in figures))
    derived = [line for line in book.card.lines if book.is_derived(line)]

    def fits(digits: Digits) -> bool:
        for line in derived:
            try:
                known = {name: known_cell(1, held, digits) for name, held in figures}
                derived_points(book, line, 1, known)
            except BeyondExact:
                return False
            except (Unsupplied, FormulaTooLong, RefusedEverywhere):
                continue  # for another reason, whatever the size
        return True

    return next(filter(fits, sizes), sizes[-1])


def _add_items(book: Book) -> None:
    """The items of every checklist, each with its answer."""
    if not book.checklists:
        return
    book.heads(*_ITEM_HEADS)
    for line, checklist in book.checklists:
        marks = line.marks or (None,) * len(checklist.items)
        for item, mark in zip(checklist.items, marks, strict=True):
            answer = None if mark is None else (YES if mark else NO)
            cell = SheetCell(value=answer, is_entered=True, choices=(YES, NO))
            book.add("line", cell_text(item.name), item.points, cell)
    book.row += 1
