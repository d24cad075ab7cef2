"""Levels of scales and items of checklists as levers: one at a time, never in between.

A ranged level is judged in whole per cents, finer only where no such share will do.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from math import ceil, floor
from typing import Final

from attrs import define

from indicator_dsl.curves import Curve, Cut, Map, Piece, curve_of
from indicator_dsl.explanation.asked import done_text
from indicator_dsl.explanation.figures import number_text, run_on, share_text
from indicator_dsl.explanation.levers import Enough, least_points
from indicator_dsl.explanation.moves import Move
from indicator_dsl.explanation.suppositions import Supposition
from indicator_dsl.model import Checklist, Level, Rounding, Scale
from indicator_dsl.quantities import text_from_number
from indicator_dsl.scoring import LineScore, as_rounded
from indicator_dsl.wording import Text

_FINEST: Final = Fraction(1, 10**6)
_PER_CENT: Final = Fraction(1, 100)
_TRIED_TOGETHER: Final = 10  # items of a checklist, in all their combinations


@define(slots=False, eq=False)
class LevelLever:
    """A line judged on a scale."""

    line: LineScore
    scale: Scale
    rounding: Rounding
    price: Fraction

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.line.indicator.name

    @cached_property
    def best(self) -> Move | None:
        """The level that earns the most; None when nothing more can be earned."""
        top = self.scale.best
        share = most_of_level(self.scale, top)
        points = self._points(share)
        return None if points <= self.line.low else self._move(top, share, points)

    def least(self, enough: Enough) -> Move | None:
        """The lowest level, and of a ranged one the smallest share, whose points are enough."""
        if self.best is None or self.best.points is None:
            return None
        points = least_points(enough, self.line.low, self.best.points, self.rounding)
        return None if points is None else self._worth(points)

    def corners(self) -> tuple[Move, ...]:
        """Every better level, a ranged one at both its ends."""
        if self.best is None or self.best.points is None:
            return ()
        shares = {
            share: level
            for level in reversed(self.scale.levels)
            for share in (level.least, most_of_level(self.scale, level))
            if share is not None and self.scale.allows(level, share)
        }
        moves = [
            self._move(level, share, self._points(share))
            for share, level in sorted(shares.items(), key=lambda each: each[0])
            if self.line.low < self._points(share) < self.best.points
        ]
        return (*moves, self.best)

    @cached_property
    def _curve(self) -> Curve:
        """Points by the judged share."""
        line = Map.linear(self.line.indicator.weight, 0)
        return curve_of(Piece.of(line, clause="is", reason="grade"))

    def _points(self, share: Fraction) -> Fraction:
        return as_rounded(self._curve.at(share), self.rounding)

    def _worth(self, points: Fraction) -> Move | None:
        """The smallest share of all levels that earns the points."""
        places = self.rounding.places if self.rounding.each else None
        cut = self._curve.earning(points, places)[0].low
        step = _PER_CENT
        while cut is not None and step >= _FINEST:
            found = [
                (share, -index, level)
                for index, level in enumerate(self.scale.levels)
                if (share := _least_allowed(self.scale, level, cut, step)) is not None
            ]
            if found:
                share, _, level = min(found, key=lambda each: each[:2])
                return self._move(level, share, self._points(share))
            step /= 10
        return None

    def _move(self, level: Level, share: Fraction, points: Fraction) -> Move:
        shown = level.label
        if level.least is not None:
            shown = f"{level.label} {text_from_number(share * 100)} %"
        whole = self._points(most_of_level(self.scale, self.scale.best)) - self.line.low
        part = (points - self.line.low) / whole if whole else Fraction(1)
        judged = share_text(share)
        after = Text(f"{level.label} {judged.en}", f"{level.label} {judged.zh}")
        back = _step_down(self.scale, level, share)
        return Move(
            name=self.name,
            changes=(Supposition(name=self.name, cell=shown),),
            before=done_text(self.line),
            after=self.scale.label_text(level.label) if level.least is None else after,
            way=Text("", ""),
            points=points,
            share=part,
            cost=part * self.price,
            nearer=None if back is None else (Supposition(name=self.name, cell=back),),
        )


def most_of_level(scale: Scale, level: Level) -> Fraction:
    """The largest share a level can be judged at, in whole per cents where its top is another's.

    Example:
        >>> ranged = Level("部分达成", Fraction("0.8"), Fraction("0.6"))
        >>> scale = Scale("达", (Level("达成", Fraction(1), Fraction("0.8")), ranged))
        >>> str(most_of_level(scale, ranged))
        '79/100'
    """
    if scale.allows(level, level.share):
        return level.share
    step = _PER_CENT
    while step >= _FINEST:
        share = (ceil(level.share / step) - 1) * step
        if scale.allows(level, share):
            return share
        step /= 10
    return level.least or level.share


def _least_allowed(scale: Scale, level: Level, cut: Cut, step: Fraction) -> Fraction | None:
    """The smallest share of a level behind the cut, a multiple of `step` or the level's least."""
    if level.least is None:
        return level.share if cut.is_left_of(level.share) else None
    if cut.is_left_of(level.least):
        return level.least
    found = (floor(cut.at / step) + 1 if cut.after else ceil(cut.at / step)) * step
    return found if scale.allows(level, found) else None


def _step_down(scale: Scale, level: Level, share: Fraction) -> str | None:
    """The next worse thing that can be said, as a cell; None below the worst."""
    if level.least is not None and share > level.least:
        step = _PER_CENT
        while step >= _FINEST and share % step:
            step /= 10
        if scale.allows(level, share - step):
            return f"{level.label} {text_from_number((share - step) * 100)} %"
    lower = [
        (most_of_level(scale, each), each)
        for each in scale.levels
        if most_of_level(scale, each) < share
    ]
    if not lower:
        return None
    below, worse = max(lower, key=lambda each: each[0])
    return (
        worse.label if worse.least is None else f"{worse.label} {text_from_number(below * 100)} %"
    )


@define(slots=False, eq=False)
class ItemsLever:
    """A checklist with items that are not met."""

    line: LineScore
    checklist: Checklist
    rounding: Rounding
    price: Fraction

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.line.indicator.name

    @cached_property
    def best(self) -> Move | None:
        """All items met; None when they are."""
        move = self._move(tuple(self._open))
        return None if move.points is None or move.points <= self.line.low else move

    def least(self, enough: Enough) -> Move | None:
        """The items of the fewest points that are enough, of equals the fewest and the first."""
        return next((move for move in self.corners() if enough(move.points or Fraction(0))), None)

    def corners(self) -> tuple[Move, ...]:
        """Every set of items, of too many the largest first, one more each time."""
        if self.best is None:
            return ()
        moves = [move for chosen in self._sets() if (move := self._move(chosen)).share > 0]
        return tuple(sorted(moves, key=lambda move: (move.share, len(move.changes))))

    @cached_property
    def _open(self) -> tuple[int, ...]:
        """The items not met, by number."""
        marks = self.line.marks or (None,) * len(self.checklist.items)
        return tuple(number for number, mark in enumerate(marks) if not mark)

    def _sets(self) -> Iterator[tuple[int, ...]]:
        if len(self._open) <= _TRIED_TOGETHER:
            for size in range(1, len(self._open) + 1):
                yield from combinations(self._open, size)
            return
        items = self.checklist.items
        largest = sorted(self._open, key=lambda number: items[number].points, reverse=True)
        for size in range(1, len(largest) + 1):
            yield tuple(sorted(largest[:size]))

    def _worth(self, chosen: tuple[int, ...]) -> Fraction:
        items = self.checklist.items
        met = [n for n in range(len(items)) if n not in self._open or n in chosen]
        return as_rounded(sum((items[n].points for n in met), Fraction(0)), self.rounding)

    def _move(self, chosen: tuple[int, ...]) -> Move:
        items = self.checklist.items
        names = [items[number].name for number in chosen]
        points, whole = self._worth(chosen), self._worth(self._open) - self.line.low
        share = (points - self.line.low) / whole if whole else Fraction(1)
        unsaid = tuple(number for number in self._open if number not in chosen)
        is_open = self.line.earned is None
        denied = [
            Supposition(name=self.name, item=items[n].name, cell="否") for n in unsaid if is_open
        ]
        made = tuple(Supposition(name=self.name, item=name, cell="是") for name in names)
        count = number_text(Fraction(len(items) - len(unsaid)))
        return Move(
            name=self.name,
            changes=(*made, *denied),
            before=done_text(self.line),
            after=Text(
                f"{count}/{len(items)}: {', '.join(names)}",
                run_on(f"{count}/{len(items)}：", "、".join(names)),
            ),
            way=Text("", ""),
            points=points,
            share=share,
            cost=share * self.price,
            nearer=(*made[:-1], Supposition(name=self.name, item=names[-1], cell="否"), *denied)
            if made
            else None,
        )
