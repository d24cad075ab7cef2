"""From lines to the total in columns: scaling, bonuses, penalties, limits, vetoes, grades.

Mirrors the steps of scoring's totals; a step that is not sound in whole numbers sets rows apart.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, lcm

from attrs import frozen

from indicator_dsl.frames.cases import picked, worded
from indicator_dsl.frames.lines import Scored, rounded
from indicator_dsl.frames.ratios import ALWAYS, NEVER, Truth, every, some
from indicator_dsl.frames.terms import (
    Compared,
    Condition,
    Held,
    Number,
    TooWide,
    Whole,
    Words,
    over,
    plus,
    times,
)
from indicator_dsl.model import Extra, Ruleset
from indicator_dsl.quantities import Missing
from indicator_dsl.scoring import factors_of, score_line


@frozen(kw_only=True)
class Count:
    """How often a bonus, a penalty or a veto came about, in units of 10^-`scale`."""

    number: Whole
    scale: int
    apart: Condition


@frozen(kw_only=True)
class Overall:
    """The bounds of the total in units of 10^-places, and where it is settled."""

    low: Whole
    high: Whole
    is_settled: Condition
    ceilings: tuple[tuple[Condition, int], ...] = ()
    apart: Condition = NEVER


def overall(
    ruleset: Ruleset, lines: tuple[Scored, ...], counts: Mapping[str, Count],
    limits: tuple[Truth, ...],
) -> Overall:  # fmt: skip
    """The total of a ruleset whose lines, counts and limits are terms."""
    apart = some(*(count.apart for count in counts.values()), *(each.is_open for each in limits))
    try:
        ends = [_end(ruleset, lines, counts, limits, is_high=is_high) for is_high in (False, True)]
    except TooWide:
        ends, apart = [Number(0), Number(0)], ALWAYS
    return Overall(
        low=ends[0],
        high=ends[1],
        is_settled=every(*(line.is_settled for line in lines)),
        ceilings=_grade_ceilings(ruleset, counts),
        apart=apart,
    )


def _end(
    ruleset: Ruleset, lines: tuple[Scored, ...], counts: Mapping[str, Count],
    limits: tuple[Truth, ...], *, is_high: bool,
) -> Whole:  # fmt: skip
    """One end of the total."""
    scale = 10**ruleset.rounding.places
    ends = [line.high if is_high else line.low for line in lines]
    grain, points_of_lines = _scaled(ruleset, lines, ends)
    held = _held_down(ruleset, counts, limits)
    finer = lcm(
        grain,
        *(_finer(extra, counts[extra.name], scale) for extra in ruleset.extras),
        *((points * scale).denominator for points, _ in held),
    )
    whole = times(plus(*points_of_lines), finer // grain)
    for extra in ruleset.extras:
        whole = plus(whole, _moved(extra, counts[extra.name], scale * finer))
    if ruleset.extras:
        whole = _limited("<", whole, 0)
    for points, truth in held:
        most = int(points * scale * finer)
        is_over = every(truth, Compared("<", Number(most), whole))
        whole = picked([(is_over, Number(most))], whole)
    return rounded(whole, finer)


def _limited(sign: str, whole: Whole, end: int) -> Whole:
    is_beyond = Compared(sign, whole, Number(end))
    kept = picked([(is_beyond, Number(end))], whole)
    return Held(kept, max(whole.low, end), max(whole.high, end))


def _scaled(
    ruleset: Ruleset, lines: tuple[Scored, ...], ends: list[Whole]
) -> tuple[int, list[Whole]]:
    """The points of the lines, and how much finer than 10^-places they are counted.

    Where lines are rounded, the points of a scaled section are multiplied and rounded once.
    """
    open_lines = tuple(score_line(line.rule, Missing(), ruleset.rounding) for line in lines)
    factors = factors_of(ruleset, open_lines)
    if not ruleset.rounding.each:
        by = [factors[line.rule.name].by / line.finer for line in lines]
        grain = lcm(*(each.denominator for each in by))
        return grain, [times(end, int(each * grain)) for end, each in zip(ends, by, strict=True)]
    # A line that does not apply may have points that are not rounded: full ones, of a finer weight.
    grain = lcm(*(line.finer for line in lines))
    kept: list[Whole] = []
    groups: dict[str, list[tuple[Whole, Fraction]]] = {}
    for line, end in zip(lines, ends, strict=True):
        factor = factors[line.rule.name]
        if factor.by == 1:
            kept.append(times(end, grain // line.finer))
        else:
            groups.setdefault(factor.heading, []).append((end, factor.by / line.finer))
    for members in groups.values():
        shared = lcm(*(by.denominator for _, by in members))
        whole = plus(*(times(end, int(2 * by * shared)) for end, by in members), Number(shared))
        kept.append(times(over(whole, Number(2 * shared)), grain))
    return grain, kept


def _held_down(
    ruleset: Ruleset, counts: Mapping[str, Count], limits: tuple[Truth, ...]
) -> list[tuple[Fraction, Condition]]:
    """The most the total can be, and where that holds."""
    held = [
        (limit.points, truth.holds) for limit, truth in zip(ruleset.limits, limits, strict=True)
    ]
    held += [
        (veto.points, _is_vetoed(counts[veto.name]))
        for veto in ruleset.vetoes
        if veto.points is not None
    ]
    return held


def _is_vetoed(count: Count) -> Condition:
    return Compared("<", Number(0), count.number)


def _finer(extra: Extra, count: Count, scale: int) -> int:
    cap = Fraction(0) if extra.cap is None else extra.cap
    each = extra.each * scale / 10**count.scale
    return lcm(each.denominator, (cap * scale).denominator)


def _moved(extra: Extra, count: Count, unit: int) -> Whole:
    """The points a bonus adds or a penalty takes, in that unit."""
    points = times(count.number, int(extra.each * unit / 10**count.scale))
    points = Held(points, max(points.low, 0), max(points.high, 0))
    if extra.cap is not None:
        most = int(extra.cap * unit)
        is_over = Compared("<", Number(most), points)
        points = Held(picked([(is_over, Number(most))], points), 0, most)
    return times(points, 1 if extra.is_bonus else -1)


def _grade_ceilings(
    ruleset: Ruleset, counts: Mapping[str, Count]
) -> tuple[tuple[Condition, int], ...]:
    """Which grade, by its place from the best, a veto holds the sheet to."""
    if ruleset.grades is None:
        return ()
    labels = [grade.label for grade in ruleset.grades.bands] + [ruleset.grades.otherwise]
    return tuple(
        (_is_vetoed(counts[veto.name]), labels.index(veto.grade))
        for veto in ruleset.vetoes
        if veto.grade is not None
    )


def grade_places(ruleset: Ruleset, found: Overall) -> tuple[Whole, Whole]:
    """The place, from the best, of the grade at either end of the total, vetoes heeded."""
    return _place_of(ruleset, found, found.low), _place_of(ruleset, found, found.high)


def _place_of(ruleset: Ruleset, found: Overall, end: Whole) -> Whole:
    if ruleset.grades is None:
        return Number(0)
    scale = 10**ruleset.rounding.places
    bands = ruleset.grades.bands
    reached = [
        (Compared("<=", Number(ceil(band.points * scale)), end), Number(place))
        for place, band in enumerate(bands)
    ]
    place = picked(reached, Number(len(bands))) if reached else Number(0)
    for is_held, ceiling in found.ceilings:
        is_better = every(is_held, Compared("<", place, Number(ceiling)))
        place = picked([(is_better, Number(ceiling))], place)
    return place


def grade_words(ruleset: Ruleset, low: Whole, high: Whole) -> Words:
    """The grade where both ends of the total have the same one; null elsewhere."""
    if ruleset.grades is None:
        return Words((), None)
    labels = [grade.label for grade in ruleset.grades.bands] + [ruleset.grades.otherwise]
    return worded(
        [
            (every(Compared("=", low, Number(place)), Compared("=", high, Number(place))), label)
            for place, label in enumerate(labels)
        ],
        None,
    )
