"""From the lines to the total: the last rows of the sheet 核算, as formulas.

Bonuses, penalties and whether a ceiling holds stay as they were found; the rest follows the lines.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, lcm
from typing import Final

from indicator_dsl.forms.writing.book import Book
from indicator_dsl.forms.writing.layout import Slot
from indicator_dsl.forms.writing.points import points_format
from indicator_dsl.forms.writing.reckoned_lines import Counted
from indicator_dsl.forms.writing.sheet import Formula, SheetCell, address, from_the_form
from indicator_dsl.forms.writing.wholes import (
    BeyondExact,
    FormulaTooLong,
    Whole,
    half_up_text,
    plus,
    times,
    whole,
)
from indicator_dsl.quantities import half_up, text_from_number
from indicator_dsl.scoring import Adjustment, Kind, factors_of
from indicator_dsl.wording import Text

_TOTAL: Final = Text("Total", "总分")
_SUM: Final = Text("Sum of the lines", "各项合计")
_SCALED: Final = Text("scaled: {name}", "折算：{name}")
_AS_IT_STOOD: Final = Text("as it stood when this was written", "按写入时的事实")
_OPEN: Final = Text(
    "not live: a bonus, a penalty or a ceiling is not settled",
    "总分不随表重算：有加分、扣分或上限尚未确定",
)
_NOT_EXACT: Final = Text(
    "not live: its numbers pass what a spreadsheet holds exactly",
    "总分不随表重算：数值超出电子表格的精确范围",
)
_FIXED: Final = (Kind.BONUS, Kind.PENALTY)
_BENDS: Final = (Kind.LIMIT, Kind.VETO)
_SCALES: Final = (Kind.SCALED, Kind.REWEIGHTED)


def add_total(book: Book, counted: Sequence[Counted]) -> None:
    """Adds the rows between the lines and the total, and the total."""
    lines = [each for each in counted if not each.line.is_dropped]
    if not lines:
        return
    points = [address("points", each.row) for each in lines]
    why: Text | None = None
    formula: Formula | None = None
    try:
        if book.card.ruleset.rounding.each:
            formula = _of_rounded(book, lines, counted, points)
        else:
            formula = _of_exact(book, lines, counted)
    except (BeyondExact, FormulaTooLong):
        why = _NOT_EXACT
    if formula is not None and _is_open(book):
        formula, why = None, _OPEN
    value = formula if formula is not None else book.card.total
    if why is not None:
        book.not_live.append((_TOTAL.in_lang(book.lang), why))
    cell = SheetCell(value=value, number_format=points_format(book.places))
    remark = "" if why is None else why.in_lang(book.lang)
    key = "recomputed" if book.form.is_recomputed else "score"
    book.on_form[Slot("form", 0, key)] = SheetCell(
        value=from_the_form("points", book.row), number_format=points_format(book.places)
    )
    _add(book, "sum", _TOTAL.in_lang(book.lang), cell, remark)


def _add(book: Book, kind: str, name: str, points: SheetCell, remark: str = "") -> None:
    book.add(kind, name, *(None,) * 6, points, remark)


def _is_open(book: Book) -> bool:
    """Whether something besides the lines is not settled."""
    facts, ruleset = book.card.facts, book.card.ruleset
    return (
        None in facts.limits
        or any(facts.count(extra) is None for extra in ruleset.extras)
        or any(facts.holds(veto) is None for veto in ruleset.vetoes if veto.points is not None)
    )


def _of_rounded(
    book: Book, lines: Sequence[Counted], counted: Sequence[Counted], points: list[str]
) -> Formula:
    """The total of lines that are rounded one by one."""
    places, steps = book.places, 10**book.places
    first, last = counted[0].row, counted[-1].row
    span = f"{address('points', first)}:{address('points', last)}"
    full = f"COUNT({span})<{len(points)}"
    _add(
        book,
        "line",
        _SUM.in_lang(book.lang),
        SheetCell(
            value=Formula(f'IF({full},"",ROUND(SUM({span}),{places}))'),
            number_format=points_format(places),
        ),
    )
    sum_at = address("points", book.row - 1)
    parts = [sum_at]
    for heading, members in _scaled(book, lines).items():
        name = _SCALED.filled(name=heading).in_lang(book.lang)
        cell = _scaled_cell(book, members, places, steps, sum_at)
        parts.append(address("points", book.row))
        _add(book, "line", name, cell)
    fixed = _fixed(book)
    odd = sum((step.low for step in fixed if steps % step.low.denominator), Fraction(0))
    for step in fixed:
        if not steps % step.low.denominator:
            parts.append(address("points", book.row))
        cell = SheetCell(value=step.low, number_format="General")
        _add(book, "line", step.name, cell, _AS_IT_STOOD.in_lang(book.lang))
    whole_sum = f"ROUND({'+'.join(parts)},{places})" if len(parts) > 1 else sum_at
    if odd:
        rest = odd * steps
        most = ceil(sum(_most(each) for each in lines) + sum(abs(s.low) for s in fixed) + 1)
        counted_steps = Whole(f"ROUND(({'+'.join(parts)})*{steps},0)", most * steps)
        scaled = times(whole(rest.denominator), counted_steps)
        above = plus(scaled, whole(rest.numerator))
        text = half_up_text(above, whole(rest.denominator), 0, may_be_negative=True)
        whole_sum = f"{text}/{steps}"
    return Formula(f'IF({sum_at}="","",{_bent(book, whole_sum)})')


def _of_exact(book: Book, lines: Sequence[Counted], counted: Sequence[Counted]) -> Formula:
    """The total of lines that are summed exactly and rounded once."""
    factors = factors_of(book.card.ruleset, tuple(each.line for each in counted))
    above, below = whole(0), whole(1)
    for each in lines:
        by = factors[each.line.indicator.name].by
        if each.points is None:
            if each.line.earned is None:
                raise BeyondExact
            part = each.line.earned * by
            top, bottom = whole(part.numerator), whole(part.denominator)
        else:
            top = times(whole(by.numerator), each.points.top)
            bottom = times(whole(by.denominator), each.points.bottom)
        above, below = _plus((above, below), (top, bottom))
    for step in _fixed(book):
        part = step.low
        above, below = _plus((above, below), (whole(part.numerator), whole(part.denominator)))
        cell = SheetCell(value=part if _is_plain(part) else None)
        _add(book, "line", step.name, cell, _AS_IT_STOOD.in_lang(book.lang))
    rounded = half_up_text(above, below, book.places, may_be_negative=True)
    span = f"{address('points', counted[0].row)}:{address('points', counted[-1].row)}"
    return Formula(f'IF(COUNT({span})<{len(lines)},"",{_bent(book, rounded)})')


def _plus(one: tuple[Whole, Whole], two: tuple[Whole, Whole]) -> tuple[Whole, Whole]:
    """The sum of two quotients."""
    (a, b), (c, d) = one, two
    if b.constant is not None and d.constant is not None:
        shared = lcm(b.constant, d.constant)
        left = times(whole(shared // b.constant), a)
        right = times(whole(shared // d.constant), c)
        return plus(left, right), whole(shared)
    return plus(times(a, d), times(c, b)), times(b, d)


def _is_plain(number: Fraction) -> bool:
    return not text_from_number(number).startswith("≈")


def _fixed(book: Book) -> list[Adjustment]:
    return [s for s in book.card.adjustments if s.kind in _FIXED and s.low == s.high]


def _bent(book: Book, total: str) -> str:
    """The total held above the floor and below every ceiling that stands."""
    ruleset, facts, places = book.card.ruleset, book.card.facts, book.places
    if ruleset.extras:
        total = f"MAX(0,{total})"
    ceilings = [
        limit.points for limit, truth in zip(ruleset.limits, facts.limits, strict=True) if truth
    ]
    ceilings += [
        veto.points for veto in ruleset.vetoes if veto.points is not None and facts.holds(veto)
    ]
    for points in ceilings:
        total = f"MIN({text_from_number(half_up(points, places), places=places)},{total})"
    return total


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


def _scaled_cell(
    book: Book,
    members: Sequence[tuple[Counted, Fraction]],
    places: int,
    steps: int,
    sum_at: str,
) -> SheetCell:
    """What scaling adds to a group: its points multiplied and rounded once, less what they were."""
    shared = lcm(*(by.denominator for _, by in members))
    above, before = whole(0), whole(0)
    for each, by in members:
        at = address("points", each.row)
        points = Whole(f"ROUND({at}*{steps},0)", ceil(_most(each) * steps) + 1)
        above = plus(above, times(whole(int(by * shared)), points))
        before = plus(before, points)
    after = half_up_text(above, whole(shared), 0, may_be_negative=True)
    text = f"ROUND(({after}-({before.text}))/{steps},{places})"
    return SheetCell(
        value=Formula(f'IF({sum_at}="","",{text})'), number_format=points_format(book.places)
    )


def _most(each: Counted) -> Fraction:
    if each.points is not None:
        return each.points.most
    return abs(each.line.earned or Fraction(0))
