"""From lines to the total: scaling, bonuses, penalties, limits, vetoes, each a visible step.

Works on bounds, so that an unknown value leaves an interval.
"""

from collections.abc import Callable
from fractions import Fraction

from attrs import frozen

from indicator_dsl.curves import Map, Piece, curve_of
from indicator_dsl.model import Extra, Limit, Ruleset, Veto
from indicator_dsl.quantities import half_up
from indicator_dsl.scoring.facts import Facts
from indicator_dsl.scoring.open_shares import open_shares
from indicator_dsl.scoring.scorecard import Adjustment, Kind, LineScore
from indicator_dsl.scoring.shares import shared_steps

_ZERO = Fraction(0)


@frozen(kw_only=True)
class Totals:
    """The bounds of the total, and every step between the lines and it."""

    low: Fraction
    high: Fraction
    adjustments: tuple[Adjustment, ...]


def totals_of(ruleset: Ruleset, lines: tuple[LineScore, ...], facts: Facts) -> Totals:
    """The total's bounds with all that moved it."""
    low = sum((line.low for line in lines), _ZERO)
    high = sum((line.high for line in lines), _ZERO)
    places = ruleset.rounding.places
    steps = [*shared_steps(ruleset, lines), *open_shares(ruleset, lines)]
    steps += _extras(ruleset, facts, high + sum((step.high for step in steps), _ZERO))
    low += sum((step.low for step in steps), _ZERO)
    high += sum((step.high for step in steps), _ZERO)
    for bend in _bends(ruleset, facts):
        step = bend(low, high)
        if step.low or step.high:
            steps.append(step)
            low, high = low + step.low, high + step.high
    least, most = half_up(low, places), half_up(high, places)
    if (least, most) != (low, high):
        steps.append(Adjustment(kind=Kind.ROUNDING, low=least - low, high=most - high))
    return Totals(low=least, high=most, adjustments=tuple(steps))


# ---- what is added, taken and held down


def _extras(ruleset: Ruleset, facts: Facts, most: Fraction) -> list[Adjustment]:
    """Every bonus and penalty.

    A penalty without a ceiling can take all there is, bonuses included.
    """
    steps: list[Adjustment] = []
    reach = most
    for extra in sorted(ruleset.extras, key=lambda extra: not extra.is_bonus):
        step = _extra(extra, facts.count(extra), reach)
        reach += max(step.high, _ZERO)
        steps.append(step)
    order = [extra.name for extra in ruleset.extras]
    return sorted(steps, key=lambda step: order.index(step.name))


def _extra(extra: Extra, count: Fraction | None, most: Fraction) -> Adjustment:
    sign = 1 if extra.is_bonus else -1
    kind = Kind.BONUS if extra.is_bonus else Kind.PENALTY
    if count is None:
        widest = most if extra.cap is None else extra.cap
        ends = sorted((_ZERO, sign * widest))
        return Adjustment(kind=kind, name=extra.name, low=ends[0], high=ends[1], source=extra)
    points = extra.each * count
    if extra.cap is not None:
        points = min(points, extra.cap)
    moved = sign * points
    return Adjustment(kind=kind, name=extra.name, low=moved, high=moved, source=extra, count=count)


_Bend = Callable[[Fraction, Fraction], Adjustment]


def _bends(ruleset: Ruleset, facts: Facts) -> list[_Bend]:
    """The floor and every ceiling, in the order of the ruleset."""
    bends: list[_Bend] = [_floor] if ruleset.extras else []
    bends += [_ceiling(*each) for each in zip(ruleset.limits, facts.limits, strict=True)]
    bends += [_ceiling(v, facts.holds(v)) for v in ruleset.vetoes if v.points is not None]
    return bends


def _floor(low: Fraction, high: Fraction) -> Adjustment:
    held = curve_of(Piece.of(Map.linear(1, 0), clause="total", reason="met")).clip(
        low=_ZERO, clause="floor", low_reason="floor"
    )
    return Adjustment(kind=Kind.FLOOR, low=held.at(low) - low, high=held.at(high) - high)


def _ceiling(source: Limit | Veto, truth: bool | None) -> _Bend:  # noqa: FBT001 - None is unknown
    kind, name = (Kind.VETO, source.name) if isinstance(source, Veto) else (Kind.LIMIT, "")
    points = source.points if source.points is not None else _ZERO
    held = curve_of(Piece.of(Map.linear(1, 0), clause="total", reason="met")).clip(
        high=points, clause=kind.value, high_reason="cap"
    )

    def bend(low: Fraction, high: Fraction) -> Adjustment:
        if truth is False:
            return Adjustment(kind=kind, name=name, low=_ZERO, high=_ZERO, source=source)
        change = held.at(high) - high if truth else _ZERO
        lost = held.at(low) - low
        return Adjustment(kind=kind, name=name, low=lost, high=change, source=source)

    return bend


def grades_of(ruleset: Ruleset, totals: Totals, facts: Facts) -> tuple[str, ...]:
    """The grades still possible, the best first, vetoes heeded."""
    grades = ruleset.grades
    if grades is None:
        return ()
    labels = [grade.label for grade in grades.bands] + [grades.otherwise]
    possible = {labels.index(label) for label in grades.between(totals.low, totals.high)}
    for veto in ruleset.vetoes:
        if veto.grade is None:
            continue
        ceiling = labels.index(veto.grade)
        truth = facts.holds(veto)
        held = {max(index, ceiling) for index in possible}
        possible = possible if truth is False else (held if truth else possible | held)
    return tuple(labels[index] for index in sorted(possible))
