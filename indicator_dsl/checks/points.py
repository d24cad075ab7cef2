"""What the points of a line allow: who can miss it, who can reach it, which way it goes.

Reads curves and changes none.
"""

from collections.abc import Iterator
from fractions import Fraction

from indicator_dsl import codes
from indicator_dsl.checks.noticed import Noticed, figure, first_of, is_day, unit_of
from indicator_dsl.checks.words import check_words
from indicator_dsl.curves import (
    Bound,
    Curve,
    Direction,
    Interval,
    Refused,
    analyse,
    at_least,
    everything,
)
from indicator_dsl.diagnostics import Label
from indicator_dsl.methods import curve_of_scheme
from indicator_dsl.model import (
    Bands,
    Bound as TargetBound,
    Indicator,
    Judged,
    Level,
    Measured,
    Operator,
    Scale,
)
from indicator_dsl.quantities import CalendarDay, Quantity
from indicator_dsl.wording import Text


def never_missed(rule: Indicator) -> Iterator[Noticed]:
    """A line that every actual earns in full; an amount that is counted is never below 0."""
    match rule.measure:
        case Measured(curve=curve) as measure:
            less = curve.where(None, Bound(rule.weight, included=False))
            if not curve.is_refused_everywhere and not _possible(less, rule, measure):
                yield _never_missed(rule)
        case Judged(scale=scale) if all(_least(level) == 1 for level in scale.levels):
            yield _never_missed(rule)
        case _:
            pass


def _least(level: Level) -> Fraction:
    return level.share if level.least is None else level.least


def _never_missed(rule: Indicator) -> Noticed:
    place = first_of(rule.marks.method, rule.marks.target, rule.place)
    found = codes.LINE_NEVER_MISSED.at(place, name=rule.name, weight=figure(rule.weight))
    return Noticed(found, (rule,))


def out_of_reach(rule: Indicator) -> Iterator[Noticed]:
    """A line nobody can earn in full: bands that stop short, and all others."""
    measure = rule.measure
    if isinstance(measure, Judged):
        yield from _scale_out_of_reach(rule, measure.scale)
    if not isinstance(measure, Measured) or _can_be_full(rule, measure):
        return
    code = codes.LINE_OUT_OF_REACH
    if isinstance(measure.scheme, Bands) and max(_band_points(measure.scheme)) < rule.weight:
        code = codes.BANDS_SHORT
    place = first_of(rule.marks.method, rule.marks.target, rule.place)
    weight = Label(rule.marks.weight, Text("of this weight", "分值在此"))
    most = _most(rule, measure)
    yield Noticed(
        code.at(place, weight, name=rule.name, weight=figure(rule.weight), most=most), (rule,)
    )


def _scale_out_of_reach(rule: Indicator, scale: Scale) -> Iterator[Noticed]:
    best = scale.best.share if scale.levels else Fraction(1)
    if best < 1:
        place = first_of(rule.marks.target, rule.place)
        label = Label(first_of(scale.place, place), Text("its levels", "等次在此"))
        found = codes.LINE_OUT_OF_REACH.at(
            place,
            label,
            name=rule.name,
            weight=figure(rule.weight),
            most=figure(rule.weight * best),
        )
        yield Noticed(found, (rule,))


def _can_be_full(rule: Indicator, measure: Measured) -> bool:
    for x in _just_met(measure):  # mostly there, and told at once
        points = _value_at(measure.curve, x) if x >= 0 else None
        if points is not None and points >= rule.weight:
            return True
    return bool(_possible(measure.curve.where(Bound(rule.weight), None), rule, measure))


def _band_points(bands: Bands) -> tuple[Fraction, ...]:
    return (*(band.points for band in bands.bands), bands.otherwise)


def _most(rule: Indicator, measure: Measured) -> str:
    """The best that can be earned, as far as it can be told in a number."""
    if measure.curve.is_refused_everywhere:
        return "0"
    high = analyse(measure.curve).high
    if high is None or high >= rule.weight:
        high = _value_at(measure.curve, Fraction(0))
    return "0" if high is None else figure(high)


def _possible(reaches: tuple[Interval, ...], rule: Indicator, measure: Measured) -> list[Interval]:
    """The parts of some intervals that an actual can lie in."""
    whole = at_least(0) if _is_counted(rule, measure) else everything()
    return [part for reach in reaches if not (part := reach.intersection(whole)).is_empty]


def _is_counted(rule: Indicator, measure: Measured) -> bool:
    """Whether an amount below 0 makes no sense: 件, 人, 天, but not 元, ℃ or a share."""
    unit, signed = unit_of(measure), check_words("counts", "signed_units").words
    is_signed = any(word.lower() in signed for word, _ in unit.dimension)
    is_plain = bool(unit.dimension) and not is_day(measure) and not is_signed
    return is_plain and not check_words("counts", "signed_names").within(rule.name.lower())


def target_not_full(rule: Indicator) -> Iterator[Noticed]:
    """A line whose full points lie beyond the target, so that meeting it is not enough."""
    measure = rule.measure
    if not isinstance(measure, Measured):
        return
    for x in _just_met(measure):
        points = _value_at(measure.curve, x)
        if points is not None and points < rule.weight and _can_be_full(rule, measure):
            method = Label(first_of(rule.marks.method, rule.place), Text("by this", "按此计分"))
            found = codes.TARGET_NOT_FULL.at(
                first_of(rule.marks.target, rule.place),
                method,
                name=rule.name,
                points=figure(points),
                weight=figure(rule.weight),
                at=_shown(x, measure),
                target=measure.target,
            )
            yield Noticed(found, (rule,))
            return


def _just_met(measure: Measured) -> tuple[Fraction, ...]:
    """The actuals that only just meet a target; beside it where the target itself is left out."""
    target = measure.target
    if not isinstance(target, TargetBound):
        return (target.low.magnitude, target.high.magnitude)
    x = target.value.magnitude
    later = [cut.at for cut in measure.curve.cuts if cut.at > x]
    earlier = [cut.at for cut in measure.curve.cuts if cut.at < x]
    match target.operator:
        case Operator.MORE_THAN:
            return ((x + min(later, default=x + 1)) / 2,)
        case Operator.LESS_THAN:
            return ((x + max(earlier, default=x - 1)) / 2,)
        case _:
            return (x,)


def _shown(x: Fraction, measure: Measured) -> str:
    target = measure.target
    if isinstance(target, TargetBound) and isinstance(target.value, CalendarDay):
        return str(target.value)
    unit = unit_of(measure)
    number = Quantity(x / unit.factor, unit).number
    return f"{figure(number)} {unit.text}".strip()


def _value_at(curve: Curve, x: Fraction) -> Fraction | None:
    try:
        return curve.at(x)
    except Refused:
        return None


def against_direction(rule: Indicator) -> Iterator[Noticed]:
    """A line whose method, before its guards, pays a better actual less."""
    measure = rule.measure
    if not isinstance(measure, Measured) or measure.scheme is None:
        return  # pass, ratio, excess and inverse go one way by construction
    way = analyse(curve_of_scheme(measure.scheme, measure.target, rule.weight)).direction
    operator = measure.target.operator
    is_against = (operator.wants_more and way in (Direction.FALLING, Direction.MIXED)) or (
        operator.wants_less and way in (Direction.RISING, Direction.MIXED)
    )
    if is_against:
        target = Label(first_of(rule.marks.target, rule.place), Text("the target", "目标"))
        place = first_of(rule.marks.method, rule.place)
        found = codes.POINTS_AGAINST_DIRECTION.at(
            place, target, name=rule.name, target=measure.target
        )
        yield Noticed(found, (rule,))
