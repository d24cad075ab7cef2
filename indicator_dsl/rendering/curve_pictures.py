"""What is seen of a scoring curve: the window, the strokes and the labels, before any layout.

Draws what the curve says, and scores nothing.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from attrs import frozen

from indicator_dsl.curves import Curve, End, Piece, Stroke, strokes_of
from indicator_dsl.explanation import (
    LineExplanation,
    asked_text,
    is_day,
    method_text,
    number_text,
    points_text,
    quantity_text,
    value_at,
)
from indicator_dsl.model import Bound, Indicator, Measured, Range
from indicator_dsl.quantities import CalendarDay, Quantity, Unit
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.marks import Marks
from indicator_dsl.wording import Lang, Text, same

Side: TypeAlias = Literal["below", "inside", "above"]

_MARGIN: Final = Fraction(12, 100)
_HEADROOM: Final = Fraction(8, 100)
# An actual further away than this many widths is only pointed at, else it flattens the curve.
_FAR: Final = 2
_DAYS_AROUND: Final = 30
# One piece of a curve is rarely longer than half a picture's width.
_SAMPLES: Final = 96
_LEVELS: Final = 6


@frozen
class Mark:
    """A place on an axis with its words."""

    at: Fraction
    words: Text


@frozen(kw_only=True)
class ActualMark:
    """What was achieved: where, what it is worth, and in words.

    `side` tells whether it is in sight, `is_short` that it lost points.
    """

    x: Fraction
    y: Fraction
    words: Text
    side: Side
    is_short: bool


@frozen(kw_only=True)
class CurvePicture:
    """A curve in its window, which is at least 0 points high and holds target and thresholds.

    `asked` is the target as a rule writes it. `targets` are its ends, `thresholds` every other
    place where the rule changes; `heights` are the points worth a label, the most telling first.
    `unit` is empty where each mark carries its own.
    `actual` is None where nothing was measured. `title` and `description` say in words what is
    seen.
    """

    strokes: tuple[Stroke, ...]
    left: Fraction
    right: Fraction
    top: Fraction
    asked: Text
    targets: tuple[Mark, ...]
    thresholds: tuple[Mark, ...]
    heights: tuple[Mark, ...]
    actual: ActualMark | None
    unit: Text
    title: Text
    description: Text


def picture_of(rule: Indicator, told: LineExplanation | None = None) -> CurvePicture | None:
    """The picture of a rule's curve, with what was achieved where a line is given.

    Args:
        rule: Any rule.
        told: Its line, explained; None to draw the rule alone.

    Returns:
        None for a rule that is not measured in figures: scales and checklists have no curve.

    Example:
        >>> from indicator_dsl import indicator
        >>> picture = picture_of(indicator("年办件量 >= 200000 件 weight 20").model)
        >>> [str(mark.words) for mark in picture.targets + picture.heights]
        ['200000', '0', '20']
    """
    measure = rule.measure
    if not isinstance(measure, Measured):
        return None
    ends, unit = _target_ends(measure.target)
    actual = _observed(told)
    low, high = _reach(measure.curve, ends, unit)
    left, right = _window(low, high, actual)
    if _is_never_negative(measure.target, ends, actual):
        left = max(left, Fraction(0))
    strokes = strokes_of(measure.curve, left, right, samples=_SAMPLES)
    peak = max([rule.weight, *(point.y for stroke in strokes for point in stroke.points)])
    cuts = dict.fromkeys(cut.at for cut in measure.curve.cuts if left <= cut.at <= right)
    return CurvePicture(
        strokes=strokes,
        left=left,
        right=right,
        top=peak * (1 + _HEADROOM),
        asked=asked_text(rule.target),
        targets=tuple(_mark(end, unit) for end in ends),
        thresholds=tuple(_mark(at, unit) for at in cuts if at not in ends),
        heights=tuple(Mark(y, same(number_text(y))) for y in _heights(rule, strokes)),
        actual=None if told is None or actual is None else _actual_mark(told, actual, left, right),
        unit=_unit(ends[0], unit),
        title=labels.CURVE_OF.filled(name=rule.name),
        description=_description(rule, told),
    )


def _target_ends(target: Bound | Range) -> tuple[tuple[Fraction, ...], Unit]:
    if isinstance(target, Range):
        return (target.low.magnitude, target.high.magnitude), target.high.unit
    return (target.value.magnitude,), target.value.unit


def _observed(told: LineExplanation | None) -> Fraction | None:
    if told is None or not isinstance(told.line.observed, Quantity | CalendarDay):
        return None
    return None if told.line.exact is None else told.line.observed.magnitude


def _reach(curve: Curve, ends: tuple[Fraction, ...], unit: Unit) -> tuple[Fraction, Fraction]:
    """From the first place that matters to the last, further where the curve still bends."""
    places = [*ends, *(cut.at for cut in curve.cuts)]
    low, high = min(places), max(places)
    goal = max(abs(end) for end in ends)
    around = Fraction(_DAYS_AROUND) if is_day(unit) else (goal / 2 or unit.factor)
    width = (high - low) or around
    far = width if is_day(unit) else max(width, goal)
    if _is_bent(curve.pieces[0]):
        low -= far
    if _is_bent(curve.pieces[-1]):
        high += far
    if high == low:
        low, high = low - width, high + width
    return low, high


def _is_never_negative(
    target: Bound | Range, ends: tuple[Fraction, ...], actual: Fraction | None
) -> bool:
    """Whether nothing below 0 is worth looking at."""
    least = min(ends)
    is_above = least > 0 or (least == 0 and not target.operator.wants_more)
    return is_above and (actual is None or actual >= 0)


def _is_bent(piece: object) -> bool:
    return isinstance(piece, Piece) and not piece.value.is_constant


def _window(low: Fraction, high: Fraction, actual: Fraction | None) -> tuple[Fraction, Fraction]:
    width = high - low
    if actual is not None and low - _FAR * width <= actual <= high + _FAR * width:
        low, high = min(low, actual), max(high, actual)
    margin = (high - low) * _MARGIN
    return low - margin, high + margin


def _mark(at: Fraction, unit: Unit) -> Mark:
    value = value_at(at, unit)
    if isinstance(value, CalendarDay):
        return Mark(at, same(str(value)))
    return Mark(at, quantity_text(value) if _is_sign(value) else same(number_text(value.number)))


def _is_sign(value: Quantity) -> bool:
    """Whether the unit is a sign that stands with its number, such as a per cent sign."""
    words = quantity_text(value)
    return words.zh != words.en


def _unit(at: Fraction, unit: Unit) -> Text:
    value = value_at(at, unit)
    is_written = isinstance(value, CalendarDay) or _is_sign(value)
    return same("" if is_written else unit.text)


def _heights(rule: Indicator, strokes: tuple[Stroke, ...]) -> Iterator[Fraction]:
    """Nothing, full points, then the most, and the levels at jumps where they are few."""
    ends = {
        point.y
        for stroke in strokes
        for point, end in ((stroke.points[0], stroke.start), (stroke.points[-1], stroke.end))
        if end is not End.EDGE
    }
    peak = max((point.y for stroke in strokes for point in stroke.points), default=Fraction(0))
    levels = sorted(ends, reverse=True) if len(ends) <= _LEVELS else []
    yield from dict.fromkeys((Fraction(0), rule.weight, peak, *levels))


def _actual_mark(
    told: LineExplanation, x: Fraction, left: Fraction, right: Fraction
) -> ActualMark | None:
    line = told.line
    if line.exact is None or line.earned is None:
        return None
    side: Side = "below" if x < left else "above" if x > right else "inside"
    earned = points_text(line.earned, told.rounding)
    words = labels.ACTUAL_EARNS.filled(done=told.done, earned=earned)
    return ActualMark(
        x=x, y=line.exact, words=words, side=side, is_short=bool(line.lost and line.lost > 0)
    )


def shown_target(asked: Text, lang: Lang, marks: Marks) -> str:
    """The target behind the word for it, with one sign for its operator."""
    return labels.TARGET_OF.filled(asked=marks.target(asked.in_lang(lang))).in_lang(lang)


def _description(rule: Indicator, told: LineExplanation | None) -> Text:
    parts = Text("{asked}, {weight} points: {method}.", "{asked}，{weight} 分：{method}。").filled(
        asked=labels.TARGET_OF.filled(asked=asked_text(rule.target)),
        weight=number_text(rule.weight),
        method=method_text(rule),
    )
    if told is None or _observed(told) is None or told.line.earned is None:
        return parts
    actual = labels.ACTUAL_EARNS.filled(
        done=told.done, earned=points_text(told.line.earned, told.rounding)
    )
    return Text(f"{parts.en} {actual.en}.", f"{parts.zh}{actual.zh}。")
