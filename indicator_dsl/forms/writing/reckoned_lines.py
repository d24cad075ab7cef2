"""The rows of the sheet 核算, one for each line that is scored."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.curves import RefusedEverywhere
from indicator_dsl.explanation import method_text
from indicator_dsl.forms.writing.book import Book
from indicator_dsl.forms.writing.branches import NOTHING
from indicator_dsl.forms.writing.conditions import TRUTHS, truth_text
from indicator_dsl.forms.writing.filled import cell_text
from indicator_dsl.forms.writing.held import empty_of, held_of
from indicator_dsl.forms.writing.layout import Slot
from indicator_dsl.forms.writing.points import (
    Points,
    first_fitting,
    numbers_on,
    points_format,
    points_of,
    sizes_for,
)
from indicator_dsl.forms.writing.ratios import Ratio, Unsupplied
from indicator_dsl.forms.writing.sheet import COLUMNS, Formula, SheetCell
from indicator_dsl.forms.writing.sources import Digits, entered, items, known_cell, level, summed
from indicator_dsl.forms.writing.wholes import BeyondExact, FormulaTooLong
from indicator_dsl.methods import unit_of_target
from indicator_dsl.model import Checklist, Judged, Measured
from indicator_dsl.quantities import CalendarDay, Quantity, half_up, text_from_number
from indicator_dsl.scoring import LineScore, Status, holds
from indicator_dsl.wording import Text

NOT_EXACT: Final = Text(
    "not live: its numbers pass what a spreadsheet holds exactly",
    "得分不随表重算：数值超出电子表格的精确范围",
)
_TOO_LONG: Final = Text(
    "not live: its formula is longer than a spreadsheet takes",
    "得分不随表重算：公式过长",
)
_NOT_APPLICABLE: Final = Text(
    "not live: does not apply, and scores what the ruleset says of that",
    "得分不随表重算：不适用，按规则集的规定处理",
)
_UNSUPPLIED: Final = Text(
    "not live: it is worked out from what is not on this sheet",
    "得分不随表重算：所依据的数据不在表内",
)
_NO_POINTS: Final = Text("its rule names no points", "规则没有给出得分")
_WHEN: Final = Text(
    "its condition is not part of the formula: taken as it stood", "适用条件未写入公式，按原样处理"
)
_WHILE: Final = Text(
    "empty once its condition changes: score again then", "适用条件改变后留空，须重新计分"
)
_HEADS: Final = (
    Text("indicator", "指标"),
    Text("how it is scored", "评分办法"),
    Text("value", "取值"),
    Text("whole number", "整数值"),
    Text("divisor", "除数"),
    Text("numerator", "分子"),
    Text("denominator", "分母"),
    Text("points", "得分"),
    Text("remark", "说明"),
)
_DAYS: Final = Digits(3_000_000, 0)
_LONGEST: Final = 8000  # characters of a formula
_TOP, _POINTS = COLUMNS.index("top"), COLUMNS.index("points")
_Cells = tuple[SheetCell, ...]


@frozen(kw_only=True)
class Counted:
    """A line with its row; `points` is None where its points are a number."""

    line: LineScore
    row: int
    points: Points | None = None


def add_lines(book: Book) -> list[Counted]:
    """Adds a row for every line of the form that is scored, in its order."""
    lines = [
        (Slot("money", number, "rate"), row.line)
        for number, row in enumerate(book.form.money)
        if row.line is not None
    ]
    lines += [
        (Slot("line", number, "actual"), row.line)
        for number, row in enumerate(book.form.lines)
        if row.line is not None
    ]
    book.heads(*_HEADS)
    book.first_item = book.row + len(lines) + 2
    rows = {slot: book.row + number for number, (slot, _) in enumerate(lines)}
    # Lines that others are worked out from are looked at first, wherever they stand.
    order = sorted(lines, key=lambda each: book.is_derived(each[1]))
    found = {slot: _row(book, slot, line, rows[slot]) for slot, line in order}
    for slot, _ in lines:
        book.show_points(slot)
        book.add("line", *_as_it_applies(book, *found[slot]))
    book.row += 1
    return [found[slot][1] for slot, _ in lines]


def _row(book: Book, slot: Slot, line: LineScore, row: int) -> tuple[_Cells, Counted]:
    rule = line.indicator
    name = SheetCell(value=cell_text(rule.name))
    method = SheetCell(value=cell_text(method_text(rule).in_lang(book.lang)))
    why: Text | None = None
    try:
        points = _points(book, slot, line, row)
    except BeyondExact:
        why = NOT_EXACT
    except FormulaTooLong:
        why = _TOO_LONG
    except Unsupplied:
        why = NOT_EXACT if book.has_lost_figures else _UNSUPPLIED
    except RefusedEverywhere:
        why = _NO_POINTS
    else:
        if points is not None:
            source = points.source
            cells = (name, method, source.value, source.above, source.below, *points.cells)
            return (*cells, SheetCell()), Counted(line=line, row=row, points=points)
        why = _NOT_APPLICABLE
    if why not in (_NOT_APPLICABLE, _NO_POINTS):
        book.not_live.append((rule.name, why))
    text, empty = SheetCell(value=cell_text(line.written)), SheetCell()
    shown = None if line.earned is None else half_up(line.earned, book.places)
    earned = SheetCell(value=shown, number_format=points_format(book.places))
    cells = (name, method, text, empty, empty, empty, empty, earned)
    return (*cells, SheetCell(value=why.in_lang(book.lang))), Counted(line=line, row=row)


def _as_it_applies(book: Book, cells: _Cells, counted: Counted) -> _Cells:
    """The cells of a line that applies under a condition, its points there only while it stands."""
    condition = counted.line.indicator.when
    if condition is None:
        return cells
    sums = {figure.name: figure.value for figure in book.card.ruleset.derived}
    try:
        truth = truth_text(condition, book.known, sums)
    except (Unsupplied, BeyondExact, FormulaTooLong):
        return (*cells[:-1], SheetCell(value=_WHEN.in_lang(book.lang)))
    at = _TOP if counted.points is not None else _POINTS
    held = cells[at].value
    stands = "1" if counted.points is not None else TRUTHS[holds(condition, _known(book))]
    if counted.line.is_dropped:
        book.dropped_while.append(f"{truth}<>{stands}")
    elif isinstance(held, Formula) and len(held.text) + len(truth) < _LONGEST:
        guarded = Formula(f"IF({truth}={stands},{held.text},{NOTHING})")
        cells = (*cells[:at], evolve(cells[at], value=guarded), *cells[at + 1 :])
    elif isinstance(held, Fraction):
        shown = text_from_number(held, places=book.places)
        guarded = Formula(f"IF({truth}={stands},{shown},{NOTHING})")
        cells = (*cells[:at], evolve(cells[at], value=guarded), *cells[at + 1 :])
    return (*cells[:-1], SheetCell(value=_WHILE.in_lang(book.lang)))


def _known(book: Book) -> dict[str, Quantity]:
    """Every figure of the card, scored lines included."""
    found = {each.name: each.quantity for each in book.card.figures if each.quantity is not None}
    for line in book.card.lines:
        if isinstance(line.observed, Quantity):
            found.setdefault(line.indicator.name, line.observed)
    return found


def _points(book: Book, slot: Slot, line: LineScore, row: int) -> Points | None:
    """The points of a line as formulas; None for one that does not apply."""
    if line.status is Status.NOT_APPLICABLE:
        return None
    measure, weight = line.indicator.measure, line.indicator.weight
    is_zero = line.indicator.missing_is_zero
    match measure:
        case Measured() if book.is_derived(line):
            points = derived_points(book, line, row, book.known)
            if slot.part == "line" or book.form.money[slot.number].is_rate_live:
                book.follow(slot, row, points.source.value.number_format)
            return points
        case Measured():
            return _measured(book, slot, line, measure, row)
        case Judged():
            source = level(row, book.level(slot, line, measure.scale), measure.scale, weight)
        case Checklist():
            source = items(row, book.first_item, measure)
            book.items(line, measure)
            book.follow(slot, row)
    return points_of(source, row, book.places, blank_earns_zero=is_zero)


def _measured(book: Book, slot: Slot, line: LineScore, measure: Measured, row: int) -> Points:
    """A figure that somebody enters."""
    observed = line.observed if isinstance(line.observed, Quantity | CalendarDay) else None
    full = empty_of(unit_of_target(measure.target)) if observed is None else held_of(observed)
    if full is None:
        raise BeyondExact
    value, held = book.value(slot, observed, full)

    def attempt(digits: Digits) -> Points:
        source = entered(row, value, held, measure.curve, digits=digits)
        is_zero = line.indicator.missing_is_zero
        points = points_of(source, row, book.places, blank_earns_zero=is_zero)
        book.known[line.indicator.name] = known_cell(row, held, digits)
        return points

    if held.scale.offset:
        return attempt(_DAYS)
    sizes = sizes_for(numbers_on(measure, held), is_share=held.number_format.endswith("%"))
    return first_fitting(sizes, attempt)


def derived_points(book: Book, line: LineScore, row: int, known: Mapping[str, Ratio]) -> Points:
    """A figure worked out from others.

    Raises:
        Unsupplied: when one of them is on no cell, or none was needed for the points it has.
        BeyondExact: when a number on the way can pass what a spreadsheet holds exactly.
        FormulaTooLong: when a formula does not fit into a cell.
        RefusedEverywhere: when its curve names no points at all.
    """
    measure = line.indicator.measure
    if not isinstance(measure, Measured) or (line.earned is not None and line.observed is None):
        raise Unsupplied(line.indicator.name)
    shown = empty_of(unit_of_target(measure.target))
    sums = {figure.name: figure.value for figure in book.card.ruleset.derived}
    expression = sums[line.indicator.name]
    source = summed(row, expression, known, sums, measure.curve, shown)
    return points_of(source, row, book.places, blank_earns_zero=False)
