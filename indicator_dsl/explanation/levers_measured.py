"""A line measured in figures as a lever: the inverse of its curve says what earns how much.

Decides no points.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from typing import Final

from attrs import define

from indicator_dsl.curves import (
    Curve,
    Interval,
    Piece,
    RefusedEverywhere,
    analyse,
    less_than,
)
from indicator_dsl.explanation.asked import done_text
from indicator_dsl.explanation.figures import is_day, value_at, value_text
from indicator_dsl.explanation.levers import Enough, least_points
from indicator_dsl.explanation.moves import Move, nearest_in, written_step
from indicator_dsl.explanation.remedies import way_text
from indicator_dsl.explanation.suppositions import Supposition
from indicator_dsl.model import Bound, Measured, Range, Rounding
from indicator_dsl.quantities import CalendarDay, Quantity, Unit
from indicator_dsl.scoring import LineScore, as_rounded, points_at
from indicator_dsl.wording import Text, same

_MOST_STEPS: Final = 60
_MOST_CORNERS: Final = 60
_FAR: Final = 1000


@define(slots=False, eq=False)
class MeasuredLever:
    """A line measured in figures.

    What a cell cannot sensibly hold is left out: nothing below 0 where neither the target nor the
    actual is.
    """

    line: LineScore
    measure: Measured
    rounding: Rounding
    price: Fraction

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.line.indicator.name

    @cached_property
    def curve(self) -> Curve:
        """The rule's curve, refusing what no cell should hold."""
        ends = [end.magnitude for end in _ends(self.measure.target)]
        if is_day(self.unit) or min(ends) < 0 or (self.start is not None and self.start < 0):
            return self.measure.curve
        return self.measure.curve.refuse(less_than(0), "below-zero")

    @property
    def unit(self) -> Unit:
        """What the line is counted in."""
        return _ends(self.measure.target)[-1].unit

    @property
    def start(self) -> Fraction | None:
        """The actual in base units; None when there is none."""
        observed = self.line.observed
        return observed.magnitude if isinstance(observed, Quantity | CalendarDay) else None

    @cached_property
    def step(self) -> Fraction:
        """The smallest difference considered, counted in the unit."""
        if is_day(self.unit):
            return Fraction(1)
        numbers = [end.magnitude / self.unit.factor for end in _ends(self.measure.target)]
        if self.start is not None:
            numbers.append(self.start / self.unit.factor)
        return written_step(self.unit, *numbers)

    @cached_property
    def most(self) -> Fraction | None:
        """The most the line can earn; None when nothing can be said."""
        try:
            high = analyse(self.curve).high
        except RefusedEverywhere:
            return None
        return None if high is None else as_rounded(high, self.rounding)

    @cached_property
    def best(self) -> Move | None:
        """The nearest change that earns the most; None when nothing more can be earned."""
        if self.most is None or self.most <= self.line.low:
            return None
        found = self._nearest(self.most)
        if found is None:  # a value that is come near to, and never reached
            nearly = self.most - Fraction(1, 10 ** (self.rounding.places + 1))
            found = self._nearest(nearly) if nearly > self.line.low else None
        return None if found is None else self._move(*found, whole=found[0])

    def least(self, enough: Enough) -> Move | None:
        """The nearest change whose points are enough; None when none are."""
        if self.best is None or self.best.points is None:
            return None
        low, high = self.line.low, self.best.points
        points = least_points(enough, low, high, self.rounding)
        found = None if points is None else self._nearest(points)
        move = None if found is None else self._move(*found, whole=self._whole)
        # The best may be reached by a finer step, and then lie nearer.
        return self.best if move is not None and move.share > 1 else move

    def corners(self) -> tuple[Move, ...]:
        """The changes at which a piece of the curve ends, and each of its steps."""
        if self.best is None or self.best.points is None:
            return ()
        worth = {
            as_rounded(points, self.rounding)
            for points in self._ends_of_pieces()
            if self.line.low < as_rounded(points, self.rounding) < self.best.points
        }
        found = [self._nearest(points) for points in sorted(worth)[-_MOST_CORNERS:]]
        moves = [self._move(*each, whole=self._whole) for each in found if each is not None]
        return (*(move for move in moves if move.share < 1), self.best)

    @property
    def _whole(self) -> Fraction:
        best = self.best
        assert best is not None  # noqa: S101 - asked only where there is one
        found = self._nearest(best.points or Fraction(0))
        return found[0] if found is not None else Fraction(0)

    def _ends_of_pieces(self) -> Iterator[Fraction]:
        for interval, piece in self.curve.intervals():
            if not isinstance(piece, Piece):
                continue
            for cut in (interval.low, interval.high):
                if cut is not None and (
                    piece.value.count is not None or cut.at != piece.value.pole
                ):
                    yield piece.value.at(cut.at)
            yield from self._steps(interval, piece)

    def _steps(self, interval: Interval, piece: Piece) -> Iterator[Fraction]:
        count = piece.value.count
        if count is None or self.start is None:
            return
        here = count.at(self.start)
        for steps in range(here - _MOST_STEPS, here + _MOST_STEPS):
            if not count.where(steps).intersection(interval).is_empty:
                yield piece.value.of(steps)

    def _nearest(self, points: Fraction) -> tuple[Fraction, Fraction, Interval] | None:
        """The nearest number that earns the points, counted in the unit, and the step used."""
        places = self.rounding.places if self.rounding.each else None
        start = self._origin
        enough = [self._in_unit(each) for each in self.curve.earning(points, places)]
        anywhere = next((each for each in enough if each.contains(start)), None)
        if self.start is None and anywhere is not None:
            return self._somewhere(anywhere)
        found = [
            (abs(near[0] - start), near[0], near[1], each)
            for each in enough
            if not each.contains(start) and (near := nearest_in(each, start, self.step)) is not None
        ]
        if not found:
            return None
        _, number, step, interval = min(found, key=lambda each: each[:2])
        return number, step, interval

    def _somewhere(self, interval: Interval) -> tuple[Fraction, Fraction, Interval] | None:
        """A number in an interval that reaches to the worst: the target's, else one close to it."""
        for end in _ends(self.measure.target):
            number = end.magnitude / self.unit.factor
            if interval.contains(number):
                return number, self.step, interval
            near = nearest_in(interval, number, self.step)
            if near is not None:
                return *near, interval
        return None

    @property
    def _origin(self) -> Fraction:
        """Where changes are counted from: the actual, else the worse side of the target."""
        if self.start is not None:
            return self.start / self.unit.factor
        ends = [end.magnitude / self.unit.factor for end in _ends(self.measure.target)]
        if self.measure.target.operator.wants_less:
            return ends[-1] + abs(ends[-1]) * _FAR + _FAR
        return ends[0] - abs(ends[0]) * _FAR - _FAR

    def _in_unit(self, interval: Interval) -> Interval:
        cuts = (interval.low, interval.high)
        low, high = (None if c is None else type(c)(c.at / self.unit.factor, c.after) for c in cuts)
        return Interval(low, high)

    def _move(self, number: Fraction, step: Fraction, interval: Interval, whole: Fraction) -> Move:
        factor, start = self.unit.factor, self._origin
        rule = self.line.indicator
        points = points_at(rule, number * factor, self.rounding)
        share = Fraction(1)
        if self.start is not None and whole != start:
            share = abs(number - start) / abs(whole - start)
        elif self.start is None and self.most is not None and self.most > self.line.low:
            share = (points - self.line.low) / (self.most - self.line.low)
        is_up = number > start
        back = number - step if is_up else number + step
        is_change = self.start is None or (back - start) * (number - start) > 0
        cut = interval.low if is_up else interval.high
        gap = Quantity(abs(number - start), self.unit)
        return Move(
            name=rule.name,
            changes=(self._change(number),),
            before=done_text(self.line),
            after=value_text(value_at(number * factor, self.unit)),
            way=Text("", "") if self.start is None else way_text(gap, is_up=is_up),
            points=points,
            share=share,
            cost=share * self.price,
            step=value_step(step, self.unit),
            nearer=(self._change(back),) if is_change else None,
            bound=None
            if cut is None or cut.at == number or is_day(self.unit)  # only whole days can be
            else bound_text(interval, self.unit, is_up=is_up),
        )

    def _change(self, number: Fraction) -> Supposition:
        value = value_at(number * self.unit.factor, self.unit)
        return Supposition(name=self.name, cell=str(value))


def value_step(step: Fraction, unit: Unit) -> Text:
    """A step with its unit; a day for days of the calendar.

    Example:
        >>> from indicator_dsl.quantities import UnitTable
        >>> str(value_step(Fraction(1, 10), UnitTable().unit_from_text("%")))
        '0.1 %'
    """
    if is_day(unit):
        return Text("1 day", "1 天")
    return value_text(Quantity(step, unit))


def bound_text(interval: Interval, unit: Unit, *, is_up: bool) -> Text:
    """The exact end of what would do, nearest to where one comes from, counted in the unit.

    Example:
        >>> from indicator_dsl.curves import more_than
        >>> from indicator_dsl.quantities import BARE
        >>> str(bound_text(more_than(95), BARE, is_up=True))
        '> 95'
    """
    cut = interval.low if is_up else interval.high
    if cut is None:
        return same("")
    is_open = cut.after == is_up
    glyph = (">" if is_open else ">=") if is_up else ("<" if is_open else "<=")
    value = value_text(Quantity(cut.at, unit))
    return Text(f"{glyph} {value.en}", f"{glyph} {value.zh}")


def _ends(target: Bound | Range) -> list[Quantity | CalendarDay]:
    return [target.low, target.high] if isinstance(target, Range) else [target.value]
