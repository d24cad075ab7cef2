"""From the lines to the total: the last rows of the sheet 核算, as formulas.

Bonuses and penalties stay as they were found; the rest follows the lines.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, lcm
from typing import Final

from indicator_dsl.forms.writing.bends import AS_IT_STOOD, add_bends, has_bends
from indicator_dsl.forms.writing.book import Book
from indicator_dsl.forms.writing.filled import cell_text
from indicator_dsl.forms.writing.layout import Slot
from indicator_dsl.forms.writing.points import points_format
from indicator_dsl.forms.writing.reckoned_lines import Counted
from indicator_dsl.forms.writing.sheet import Formula, SheetCell, address
from indicator_dsl.forms.writing.wholes import (
    BeyondExact,
    FormulaTooLong,
    Whole,
    half_up_text,
    plus,
    times,
    whole,
)
from indicator_dsl.quantities import text_from_number
from indicator_dsl.scoring import Adjustment, Kind, factors_of
from indicator_dsl.wording import Text

_TOTAL: Final = Text("Total", "总分")
_SUM: Final = Text("Sum of the lines", "各项合计")
_SCALED: Final = Text("scaled: {name}", "折算：{name}")
_SUBTOTAL: Final = Text("Subtotal", "小计")
_NOTHING: Final = Text("", "")
_UNSUPPLIED: Final = Text(
    "not live: some lines are not on this form", "总分不随表重算：有的指标不在表内"
)
_OPEN: Final = Text(
    "not live: how often a bonus or a penalty counts is not known",
    "总分不随表重算：有加分或减分的次数尚不清楚",
)
_NOT_EXACT: Final = Text(
    "not live: its numbers pass what a spreadsheet holds exactly",
    "总分不随表重算：数值超出电子表格的精确范围",
)
_FIXED: Final = (Kind.BONUS, Kind.PENALTY)


def add_total(book: Book, counted: Sequence[Counted]) -> None:
    """Adds the rows between the lines and the total, and the total."""
    lines = [each for each in counted if not each.line.is_dropped]
    if not lines:
        return
    try:
        subtotal, why = _subtotal(book, lines, counted)
    except (BeyondExact, FormulaTooLong):
        subtotal, why = None, _NOT_EXACT
    if subtotal is None:
        book.not_live.append((_TOTAL.in_lang(book.lang), why))
        cell = SheetCell(value=book.card.total, number_format=points_format(book.places))
    else:
        formula = subtotal
        if has_bends(book):
            _add(book, "line", _SUBTOTAL.in_lang(book.lang), _points(book, formula))
            add_bends(book)
            formula = address("points", book.row - 1)
        cell = _points(book, formula)
    book.show_points(Slot("form", 0, "score"))
    _add(book, "sum", _TOTAL.in_lang(book.lang), cell, why.in_lang(book.lang))


def _add(book: Book, kind: str, name: str, points: SheetCell, remark: str = "") -> None:
    book.add(kind, name, *(None,) * 6, points, remark)


def _points(book: Book, formula: str) -> SheetCell:
    return SheetCell(value=Formula(formula), number_format=points_format(book.places))


def _subtotal(
    book: Book, lines: Sequence[Counted], counted: Sequence[Counted]
) -> tuple[str | None, Text]:
    """The formula of all points before anything holds them, else why there is none."""
    facts, ruleset = book.card.facts, book.card.ruleset
    on_card = {line.indicator.name for line in book.card.lines}
    if on_card != {each.line.indicator.name for each in counted}:
        return None, _UNSUPPLIED
    if any(facts.count(extra) is None for extra in ruleset.extras):
        return None, _OPEN
    sum_of = _of_rounded if ruleset.rounding.each else _of_exact
    total = sum_of(book, lines, counted)
    if book.dropped_while:
        total = f'IF(OR({",".join(book.dropped_while)}),"",{total})'
    return total, _NOTHING


def _span(counted: Sequence[Counted]) -> str:
    return f"{address('points', counted[0].row)}:{address('points', counted[-1].row)}"


def _of_rounded(book: Book, lines: Sequence[Counted], counted: Sequence[Counted]) -> str:
    """The sum of lines that are rounded one by one."""
    places, steps, span = book.places, 10**book.places, _span(counted)
    formula = f'IF(COUNT({span})<{len(lines)},"",ROUND(SUM({span}),{places}))'
    groups, fixed = _scaled(book, lines), _fixed(book)
    if not groups and not fixed:
        return formula
    _add(book, "line", _SUM.in_lang(book.lang), _points(book, formula))
    sum_at = address("points", book.row - 1)
    parts = [sum_at]
    for heading, members in groups.items():
        parts.append(address("points", book.row))
        cell = _points(book, f'IF({sum_at}="","",{_scaling(members, places)})')
        _add(book, "line", _SCALED.filled(name=heading).in_lang(book.lang), cell)
    odd = sum((step.low for step in fixed if steps % step.low.denominator), Fraction(0))
    for step in fixed:
        if not steps % step.low.denominator:
            parts.append(address("points", book.row))
        _add_fixed(book, step)
    total = f"ROUND({'+'.join(parts)},{places})"
    if odd:
        rest = odd * steps
        most = ceil(sum(_most(each) for each in lines) + sum(abs(s.low) for s in fixed) + 1)
        counted_steps = Whole(f"ROUND(({'+'.join(parts)})*{steps},0)", most * steps)
        above = plus(times(whole(rest.denominator), counted_steps), whole(rest.numerator))
        text = half_up_text(above, whole(rest.denominator), 0, may_be_negative=True)
        total = f"{text}/{steps}"
    return f'IF({sum_at}="","",{total})'


def _of_exact(book: Book, lines: Sequence[Counted], counted: Sequence[Counted]) -> str:
    """The sum of lines that are summed exactly, rounded once."""
    factors = factors_of(book.card.ruleset, book.card.lines)
    above, below = whole(0), whole(1)
    for each in lines:
        by = factors[each.line.indicator.name].by
        if each.points is not None:
            top = times(whole(by.numerator), each.points.top)
            bottom = times(whole(by.denominator), each.points.bottom)
        elif each.line.earned is not None:
            part = each.line.earned * by
            top, bottom = whole(part.numerator), whole(part.denominator)
        else:
            raise BeyondExact
        above, below = _plus((above, below), (top, bottom))
    for step in _fixed(book):
        fixed = whole(step.low.numerator), whole(step.low.denominator)
        above, below = _plus((above, below), fixed)
        _add_fixed(book, step)
    rounded = half_up_text(above, below, book.places, may_be_negative=True)
    return f'IF(COUNT({_span(counted)})<{len(lines)},"",{rounded})'


def _add_fixed(book: Book, step: Adjustment) -> None:
    is_plain = not text_from_number(step.low).startswith("≈")
    cell = SheetCell(value=step.low if is_plain else None)
    _add(book, "line", cell_text(step.name), cell, AS_IT_STOOD.in_lang(book.lang))


def _plus(one: tuple[Whole, Whole], two: tuple[Whole, Whole]) -> tuple[Whole, Whole]:
    """The sum of two quotients."""
    (a, b), (c, d) = one, two
    if b.constant is not None and d.constant is not None:
        shared = lcm(b.constant, d.constant)
        left = times(whole(shared // b.constant), a)
        right = times(whole(shared // d.constant), c)
        return plus(left, right), whole(shared)
    return plus(times(a, d), times(c, b)), times(b, d)


def _fixed(book: Book) -> list[Adjustment]:
    return [s for s in book.card.adjustments if s.kind in _FIXED and s.low == s.high]


def _scaled(book: Book, lines: Sequence[Counted]) -> dict[str, list[tuple[Counted, Fraction]]]:
    """The lines whose points are multiplied, by the heading that says so."""
    every = tuple(book.card.lines)
    factors = factors_of(book.card.ruleset, every)
    groups: dict[str, list[tuple[Counted, Fraction]]] = {}
    for each in lines:
        factor = factors[each.line.indicator.name]
        if factor.by != 1:
            groups.setdefault(factor.heading, []).append((each, factor.by))
    return groups


def _scaling(members: Sequence[tuple[Counted, Fraction]], places: int) -> str:
    """What scaling adds to a group: its points multiplied and rounded once, less what they were."""
    steps = 10**places
    shared = lcm(*(by.denominator for _, by in members))
    above, before = whole(0), whole(0)
    for each, by in members:
        at = address("points", each.row)
        points = Whole(f"ROUND({at}*{steps},0)", ceil(_most(each) * steps) + 1)
        above = plus(above, times(whole(int(by * shared)), points))
        before = plus(before, points)
    after = half_up_text(above, whole(shared), 0, may_be_negative=True)
    return f"ROUND(({after}-({before.text}))/{steps},{places})"


def _most(each: Counted) -> Fraction:
    if each.points is not None:
        return each.points.most
    return abs(each.line.earned or Fraction(0))
