"""The frame of the sheet: empty sections, scales out of order, rounding that matters."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil

from indicator_dsl import codes
from indicator_dsl.checks.noticed import Noticed, figure, first_of
from indicator_dsl.checks.words import check_groups
from indicator_dsl.curves import Map, Piece
from indicator_dsl.diagnostics import Label
from indicator_dsl.model import (
    CardShares,
    Indicator,
    Judged,
    Level,
    Measured,
    Ruleset,
    Scale,
    Treatment,
)
from indicator_dsl.wording import Text


def empty_section(ruleset: Ruleset) -> Iterator[Noticed]:
    """Headings with no line under them, unless they only receive points of other lines."""
    filled = {rule.section[:depth] for rule in ruleset.indicators for depth in _depths(rule)}
    filled |= {
        rule.not_applicable.section
        for rule in ruleset.indicators
        if rule.not_applicable and rule.not_applicable.treatment is Treatment.MOVE
    }
    for section in ruleset.sections if ruleset.indicators else ():
        if section.path not in filled:
            name = " / ".join(section.path)
            yield Noticed(codes.SECTION_EMPTY.at(section.place, section=name), ())


def _depths(rule: Indicator) -> range:
    return range(1, len(rule.section) + 1)


def levels_out_of_order(ruleset: Ruleset) -> Iterator[Noticed]:
    """Scales that are neither from the best down nor up, or pay a known worse label more."""
    users: dict[str, list[Indicator]] = {}
    scales: dict[str, Scale] = {}
    for rule in ruleset.indicators:
        if isinstance(rule.measure, Judged) and not rule.measure.scale.is_answer:
            scale = rule.measure.scale
            scales.setdefault(scale.name, scale)
            users.setdefault(scale.name, []).append(rule)
    for name, scale in scales.items():
        rules = users[name]
        wrong = _worse_paid_more(scale)
        if wrong is None:
            continue
        before, level = wrong
        found = codes.LEVELS_OUT_OF_ORDER.at(
            first_of(scale.place, rules[0].place),
            *(
                Label(first_of(r.marks.target, r.place), Text("used here", "用于此处"))
                for r in rules
            ),
            scale=name,
            level=level.label,
            before=before.label,
            share=f"{figure(level.share * 100)} %",
            least=f"{figure(before.share * 100)} %",
        )
        yield Noticed(found, tuple(rules))


def _worse_paid_more(scale: Scale) -> tuple[Level, Level] | None:
    """A better level and a worse one that gives more; None when the scale is in order."""
    for order in check_groups("levels", "orders"):
        known = [level for label in order if (level := scale.level(label))]
        if len(known) == len(scale.levels):
            return _rise(known)
    rise, fall = _rise(scale.levels), _rise(scale.levels[::-1])
    return rise if fall is not None else None


def _rise(levels: "tuple[Level, ...] | list[Level]") -> tuple[Level, Level] | None:
    neighbours = pairwise(levels)
    return next(((a, b) for a, b in neighbours if b.share > a.share), None)


def rounding_matters(ruleset: Ruleset) -> Iterator[Noticed]:
    """Sheets whose total can depend on where points are rounded, with the largest difference.

    Rounding half-up moves a line by half a step at most. With n such lines the two ways differ by
    whole steps, and by less than n + 1 halves of one.
    """
    rounding = ruleset.rounding
    steps = 10**rounding.places
    ragged = Counter(rule.section for rule in ruleset.indicators if _is_ragged(rule, steps))
    shares = CardShares.of(ruleset.sections)
    halves = sum((count * shares.under(path) for path, count in ragged.items()), Fraction(0))
    halves += sum(1 for section in ruleset.sections if section.inner and section.points)
    most = Fraction(ceil((halves + 1) / 2) - 1, steps)
    if most <= 0:
        return
    each, whole = Text("line by line", "逐项"), Text("once at the total", "汇总")
    place = first_of(rounding.place, ruleset.indicators[0].place)
    found = codes.ROUNDING_MATTERS.at(
        place,
        here=each if rounding.each else whole,
        there=whole if rounding.each else each,
        most=figure(most, places=rounding.places),
    )
    yield Noticed(found, ruleset.indicators)


def _is_ragged(rule: Indicator, steps: int) -> bool:
    """Whether some actual earns points between two steps of the rounding, of so many a point."""
    measure = rule.measure
    match measure:
        case Measured():
            pieces = (p for p in measure.curve.pieces if isinstance(p, Piece))
            return any(_is_ragged_map(piece.value, steps) for piece in pieces)
        case Judged(scale=scale):
            return any(
                level.least is not None or (rule.weight * level.share * steps).denominator > 1
                for level in scale.levels
            )
        case _:
            return any((item.points * steps).denominator > 1 for item in measure.items)


def _is_ragged_map(value: Map, steps: int) -> bool:
    if value.is_constant or (value.count is not None and not value.r):
        start, slope = value.q * steps, value.p * steps
        return bool(start % value.s or slope % value.s)
    return True
