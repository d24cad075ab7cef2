"""What no example and no case reached: pieces of curves, levels of scales, items of checklists.

Reads scorecards and curves; scores nothing.
"""

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction

from attrs import define, field, frozen

from indicator_dsl.curves import Curve, Cut, Interval, Piece
from indicator_dsl.explanation import (
    interval_text,
    number_text,
    points_of_piece,
    share_text,
)
from indicator_dsl.model import Bound, Checklist, Indicator, Judged, Level, Measured, Ruleset
from indicator_dsl.quantities import CalendarDay, Quantity
from indicator_dsl.scoring import Scorecard
from indicator_dsl.testing.witnesses import day_in, ends_of, number_in
from indicator_dsl.wording import Text, same


class GapKind(Enum):
    """What was not reached."""

    PIECE = "piece"
    LEVEL = "level"
    ITEM = "item"


@frozen(kw_only=True)
class Gap:
    """A piece, level or item that nothing reached.

    `what` is the interval, the label or the item; `gives` the points there. `attempt` is a cell
    that would reach it, empty when none can be named.
    """

    kind: GapKind
    what: Text
    gives: Text
    attempt: str = ""


@frozen(kw_only=True)
class LineCoverage:
    """How many of an indicator's pieces, levels or items were reached, and those that were not."""

    indicator: str
    reached: int
    of: int
    gaps: tuple[Gap, ...] = ()


@frozen(kw_only=True)
class SheetCoverage:
    """What was reached of a ruleset, indicator by indicator."""

    file: str
    lines: tuple[LineCoverage, ...] = ()

    @property
    def reached(self) -> int:
        """How many pieces, levels and items were reached."""
        return sum(line.reached for line in self.lines)

    @property
    def of(self) -> int:
        """How many there are."""
        return sum(line.of for line in self.lines)


@define
class Reached:
    """What scorecards have reached so far: numbers of pieces, labels of levels, names of items."""

    _kept: dict[str, set[int | str]] = field(factory=dict)

    def add(self, card: Scorecard) -> None:
        """Keep what the lines of a card reached."""
        for line in card.lines:
            kept = self._kept.setdefault(line.indicator.name, set())
            match line.indicator.measure:
                case Measured() as measure:
                    if isinstance(line.observed, Quantity | CalendarDay):
                        kept.add(_number_of_piece(measure.curve, line.observed.magnitude))
                case Judged():
                    if isinstance(line.observed, str):
                        kept.add(line.observed)
                case Checklist() as checklist:
                    marks = zip(checklist.items, line.marks, strict=False)
                    kept.update(item.name for item, mark in marks if mark)

    def of(self, ruleset: Ruleset, file: str) -> SheetCoverage:
        """What was reached of a ruleset."""
        lines = tuple(self._of_line(rule) for rule in ruleset.indicators)
        return SheetCoverage(file=file, lines=lines)

    def _of_line(self, rule: Indicator) -> LineCoverage:
        kept = self._kept.get(rule.name, set())
        parts = dict(_parts(rule))
        gaps = tuple(gap for key, gap in parts.items() if key not in kept)
        return LineCoverage(
            indicator=rule.name, reached=len(parts) - len(gaps), of=len(parts), gaps=gaps
        )


def _number_of_piece(curve: Curve, magnitude: Fraction) -> int:
    return next(
        number
        for number, (interval, _) in enumerate(curve.intervals())
        if interval.contains(magnitude)
    )


def _parts(rule: Indicator) -> Iterator[tuple[int | str, Gap]]:
    """Everything of an indicator that can be reached, as the gap it would leave."""
    match rule.measure:
        case Judged(scale=scale):
            for level in scale.levels:
                yield level.label, _level(level, rule)
        case Checklist(items=items):
            for item in items:
                gives = _points(item.points, item.points)
                yield (
                    item.name,
                    Gap(kind=GapKind.ITEM, what=same(item.name), gives=gives, attempt=item.name),
                )
        case Measured() as measure:
            for number, (interval, piece) in enumerate(measure.curve.intervals()):
                if isinstance(piece, Piece) and not _is_out_of_reach(interval, measure):
                    yield number, _piece(interval, piece, measure)


def _is_out_of_reach(interval: Interval, measure: Measured) -> bool:
    """Whether a piece lies wholly below 0 while the target does not: nobody counts so."""
    low, _ = ends_of(measure.target)
    return interval.high is not None and interval.high <= Cut(Fraction(0), after=False) and low >= 0


def _level(level: Level, rule: Indicator) -> Gap:
    least = level.share if level.least is None else level.least
    attempt = level.label
    if level.least is not None:
        attempt = f"{level.label} {share_text((level.least + level.share) / 2).en}"
    return Gap(
        kind=GapKind.LEVEL,
        what=same(level.label),
        gives=_points(rule.weight * least, rule.weight * level.share),
        attempt=attempt,
    )


def _piece(interval: Interval, piece: Piece, measure: Measured) -> Gap:
    target = measure.target
    value = target.value if isinstance(target, Bound) else target.high
    if isinstance(value, CalendarDay):
        day = day_in(interval)
        attempt = "" if day is None else day.isoformat()
    else:
        number = number_in(interval, value.unit)
        attempt = "" if number is None else str(Quantity(number, value.unit))
    return Gap(
        kind=GapKind.PIECE,
        what=interval_text(interval, value.unit),
        gives=points_of_piece(interval, piece),
        attempt=attempt,
    )


def _points(low: Fraction | None, high: Fraction | None) -> Text:
    ends = ["…" if end is None else number_text(end) for end in (low, high)]
    shown = ends[0] if ends[0] == ends[1] else "–".join(ends)
    return Text(f"{shown} point" if shown == "1" else f"{shown} points", f"{shown} 分")
