"""Where two rules pay the same actual differently, in words: from their curves, never by trying.

Decides no points.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Final

from attrs import frozen

from indicator_dsl.curves import (
    Curve,
    Interval,
    Refusal,
    Sense,
    differences,
    just_after,
    just_before,
    number_within,
)
from indicator_dsl.explanation.figures import is_day, run_on, value_at, value_text
from indicator_dsl.methods import ends_of, unit_of_target
from indicator_dsl.model import Checklist, Indicator, Judged, Level, Measured
from indicator_dsl.quantities import Unit
from indicator_dsl.wording import Text, same

_EXPONENTS: Final = range(18, -10, -1)


@frozen(kw_only=True)
class Reach:
    """Actuals that earn other points by the new rule, and one of them as a sample.

    `where` tells the actuals in words, `interval` in base units (None for a level or an item).
    `sample` is one of them, with the points before and after it, not rounded; None where a rule
    gives none. `is_everywhere` is false where the points differ in places only.
    """

    where: Text
    interval: Interval | None = None
    unit: Unit | None = None
    sense: Sense
    is_everywhere: bool = True
    sample: Text
    before: Fraction | None
    after: Fraction | None


def reaches_of(before: Indicator, after: Indicator) -> tuple[Reach, ...] | None:
    """All actuals that earn other points, ascending; None where the two cannot be compared.

    Example:
        >>> from indicator_dsl import indicator
        >>> old, new = (indicator(f"量 >= {n} 件 weight 20").model for n in (100, 200))
        >>> for reach in reaches_of(old, new):
        ...     print(f"{reach.where}: e.g. {reach.sample} {reach.before} -> {reach.after}")
        above 0 件 and below 200 件: e.g. 100 件 20 -> 10
    """
    match before.measure, after.measure:
        case Measured() as old, Measured() as new:
            unit = unit_of_target(new.target)
            if not unit_of_target(old.target).is_same_measure(unit):
                return None
            return tuple(_of_curves(old, new, unit))
        case Judged() as judged, Judged() as rejudged:
            labels = {each.label: each for each in judged.scale.levels}
            relabels = {each.label: each for each in rejudged.scale.levels}
            points = {
                name: (_level(labels.get(name), before), _level(relabels.get(name), after))
                for name in {**labels, **relabels}
            }
        case Checklist() as checklist, Checklist() as relist:
            items = {each.name: each.points for each in checklist.items}
            reitems = {each.name: each.points for each in relist.items}
            points = {
                name: ((items.get(name),) * 2, (reitems.get(name),) * 2)
                for name in {**items, **reitems}
            }
        case _:
            return None
    return tuple(_told(name, *pair) for name, pair in points.items() if pair[0] != pair[1])


_Ends = tuple[Fraction | None, Fraction | None]


def _level(level: Level | None, rule: Indicator) -> _Ends:
    if level is None:
        return None, None
    least = level.share if level.least is None else level.least
    return rule.weight * least, rule.weight * level.share


def _told(name: str, old: _Ends, new: _Ends) -> Reach:
    before, after = old[1], new[1]
    if before == after:
        before, after = old[0], new[0]
    sense = Sense.MIXED
    if before is not None and after is not None:
        sense = Sense.MORE if after > before else Sense.LESS
    return Reach(where=same(name), sense=sense, sample=same(name), before=before, after=after)


def _of_curves(was: Measured, now: Measured, unit: Unit) -> Iterator[Reach]:
    old, new = was.curve, now.curve
    targets = tuple(end for each in (was, now) for end in ends_of(each.target))
    for each in differences(old, new):
        interval = _days(each.interval) if is_day(unit) else each.interval
        if interval.is_empty:
            continue
        tries = [_first_day(interval) if is_day(unit) else _sample(interval, unit)]
        tries += [end for end in targets if interval.contains(end)]
        if not each.is_everywhere:
            tries += _numbers_across(interval, are_days=is_day(unit))
        # The sample that shows the most; the first of equals.
        x = max(tries, key=lambda x: _gap(old, new, x))
        yield Reach(
            where=interval_text(interval, unit),
            interval=interval,
            unit=unit,
            sense=each.sense,
            is_everywhere=each.is_everywhere,
            sample=value_text(value_at(x, unit)),
            before=_points(old, x),
            after=_points(new, x),
        )


def _points(curve: Curve, x: Fraction) -> Fraction | None:
    return None if isinstance(curve.piece_at(x), Refusal) else curve.at(x)


def _gap(old: Curve, new: Curve, x: Fraction) -> Fraction:
    before, after = _points(old, x), _points(new, x)
    return Fraction(0) if before is None or after is None else abs(after - before)


def _numbers_across(interval: Interval, *, are_days: bool) -> list[Fraction]:
    """Some numbers of an interval, or days of it, for curves that differ in places only."""
    middle = number_within(interval)
    ends = [cut.at for cut in (interval.low, interval.high) if cut is not None]
    across = [end + (middle - end) * Fraction(part, 17) for end in ends for part in range(1, 17)]
    some = (Fraction(floor(x)) if are_days else x for x in (middle, *across))
    return [x for x in some if interval.contains(x)]


def _days(interval: Interval) -> Interval:
    """The same days, from one to another, both included."""
    low, high = interval.low, interval.high
    first = None if low is None else (floor(low.at) + 1 if low.after else ceil(low.at))
    last = None if high is None else (floor(high.at) if high.after else ceil(high.at) - 1)
    return Interval(
        None if first is None else just_before(first), None if last is None else just_after(last)
    )


def _first_day(interval: Interval) -> Fraction:
    ends = [cut.at for cut in (interval.low, interval.high) if cut is not None]
    return ends[0] if ends else Fraction(1)


def _sample(interval: Interval, unit: Unit) -> Fraction:
    """The roundest number well within an interval, in the unit it is told in."""
    low, high = (
        None if cut is None else cut.at / unit.factor for cut in (interval.low, interval.high)
    )
    if low is not None and high is not None:
        margin = (high - low) / 4
        ends = low + margin, high - margin
    elif low is not None:
        margin = max(abs(low) / 10, Fraction(1))
        ends = low + margin, low + 5 * margin
    elif high is not None and high > 0:
        ends = high / 4, high * 3 / 4
    elif high is not None:
        margin = max(abs(high) / 10, Fraction(1))
        ends = high - 5 * margin, high - margin
    else:
        ends = Fraction(0), Fraction(0)
    for exponent in _EXPONENTS:
        step = Fraction(10) ** exponent
        x = ceil(ends[0] / step) * step
        if x <= ends[1]:
            return x * unit.factor
    return number_within(interval)


def interval_text(interval: Interval, unit: Unit) -> Text:
    """An interval of actuals in words.

    Example:
        >>> from indicator_dsl.curves import at_least
        >>> from indicator_dsl.quantities import BARE
        >>> print(interval_text(at_least(5), BARE).zh)
        不低于 5
    """
    low, high = interval.low, interval.high
    told = [None if cut is None else value_text(value_at(cut.at, unit)) for cut in (low, high)]
    first, last = told
    if first is not None and last is not None and low is not None and high is not None:
        if low.at == high.at:
            return Text(f"exactly {first.en}", f"等于 {first.zh}")
        parts = _from(first, is_included=not low.after), _to(last, is_included=high.after)
        return Text(f"{parts[0].en} and {parts[1].en}", run_on(parts[0].zh, "且", parts[1].zh))
    if first is not None and low is not None:
        return _from(first, is_included=not low.after)
    if last is not None and high is not None:
        return _to(last, is_included=high.after)
    return Text("every actual", "任何实际值")


def _from(end: Text, *, is_included: bool) -> Text:
    if is_included:
        return Text(f"at least {end.en}", f"不低于 {end.zh}")
    return Text(f"above {end.en}", f"高于 {end.zh}")


def _to(end: Text, *, is_included: bool) -> Text:
    if is_included:
        return Text(f"at most {end.en}", f"不高于 {end.zh}")
    return Text(f"below {end.en}", f"低于 {end.zh}")
