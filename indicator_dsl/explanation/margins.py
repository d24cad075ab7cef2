"""What one more or one less of each actual is worth, and where the next threshold lies.

All from the pieces of the curve at the actual, before rounding; decides no points.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Literal

from attrs import frozen

from indicator_dsl.curves import Curve, Cut, Map, Piece, Refusal, just_after, just_before
from indicator_dsl.explanation.figures import gap_text, is_day, number_text, value_at, value_text
from indicator_dsl.explanation.reasons import reason_text
from indicator_dsl.methods import unit_of_target
from indicator_dsl.model import Bound, Comparison, Constant, Measured, Name, Range, Ruleset
from indicator_dsl.quantities import CalendarDay, Quantity, Unit
from indicator_dsl.scoring import LineScore
from indicator_dsl.wording import Text

PER_CENT: Final = Unit("%", Fraction(1, 100), ())


@frozen(kw_only=True)
class Threshold:
    """The next value at which something happens.

    `kind` is `curve` where another piece or step of the curve begins, `explain` where a reason must
    be given, `limit` where a limit of the total begins or ends. `at` is the value, `glyph` how it
    is crossed (`>=` it takes effect at the value itself, `>` just beyond), `away` how far it is.
    `points` is what the line earns there, None where that is no matter of points.
    """

    kind: Literal["curve", "explain", "limit"]
    at: Text
    glyph: str
    away: Text
    points: Fraction | None
    what: Text


@frozen(kw_only=True)
class Side:
    """What more (`is_up`) or less of the actual does.

    `per_unit` is the points gained for one unit that way, below 0 for a loss, None where the curve
    refuses to say. `jump` is gained at once by any move that way. `thresholds` come nearest first.
    """

    is_up: bool
    per_unit: Fraction | None
    jump: Fraction
    thresholds: tuple[Threshold, ...]


def side_of(line: LineScore, ruleset: Ruleset, *, is_up: bool) -> Side | None:
    """One side of a line measured in figures; None when it has no figure.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> card = parse_ruleset("年办件量 >= 200 件 weight 20").evaluate({"年办件量": 180}).model
        >>> side = side_of(card.lines[0], card.ruleset, is_up=True)
        >>> side.per_unit, str(side.thresholds[0].at)
        (Fraction(1, 10), '200 件')
    """
    measure, observed = line.indicator.measure, line.observed
    if not isinstance(measure, Measured) or not isinstance(observed, Quantity | CalendarDay):
        return None
    unit, at = unit_of_target(measure.target), observed.magnitude
    beside = _beside(measure.curve, just_after(at) if is_up else just_before(at), is_up=is_up)
    here = measure.curve.at(at)
    target = measure.target
    low = (target.low if isinstance(target, Range) else target.value).magnitude
    found = sorted(
        [
            *_of_curve(measure.curve, at, unit, is_up=is_up, may_be_negative=low < 0 or at < 0),
            *_of_duties(line, at, unit, is_up=is_up),
            *_of_limits(line.indicator.name, ruleset, at, unit, is_up=is_up),
        ],
        key=lambda each: each[0],
    )
    thresholds = tuple(threshold for _, threshold in found)
    if isinstance(beside, Refusal):
        return Side(is_up=is_up, per_unit=None, jump=Fraction(0), thresholds=thresholds)
    slope = beside.value.slope_at(at) * unit.factor
    limit = _limit(beside, just_after(at) if is_up else just_before(at), is_up=is_up)
    return Side(
        is_up=is_up,
        per_unit=slope if is_up else -slope,
        jump=limit - here,
        thresholds=thresholds,
    )


def judged_side(line: LineScore, *, is_up: bool) -> Side:
    """One side of a line judged within a range: what a percentage point of the share is worth."""
    slope = Map.linear(line.indicator.weight, 0).slope_at(0) * PER_CENT.factor
    return Side(is_up=is_up, per_unit=slope if is_up else -slope, jump=Fraction(0), thresholds=())


def _beside(curve: Curve, cut: Cut, *, is_up: bool) -> Piece | Refusal:
    """The piece on that side of a cut."""
    for interval, piece in curve.intervals():
        if is_up and (interval.high is None or interval.high > cut):
            return piece
        if not is_up and (interval.high is None or interval.high >= cut):
            return piece
    return curve.pieces[-1]


def _limit(piece: Piece, cut: Cut, *, is_up: bool) -> Fraction:
    """What the piece tends to beside a cut."""
    count = piece.value.count
    if count is None:
        return piece.value.at(cut.at)
    return piece.value.of(count.beside(cut, right=is_up))


def _of_curve(
    curve: Curve, at: Fraction, unit: Unit, *, is_up: bool, may_be_negative: bool
) -> Iterator[tuple[Fraction, Threshold]]:
    """The nearest cut or step that lies strictly that way; nobody counts below 0 from above it."""
    cuts = [cut for cut in curve.cuts if (cut.at > at if is_up else cut.at < at)]
    if not may_be_negative:
        cuts = [cut for cut in cuts if cut > just_before(0)]
    own = _beside(curve, just_after(at) if is_up else just_before(at), is_up=is_up)
    if isinstance(own, Piece) and own.value.count is not None:
        count = own.value.count
        start = just_after(at) if is_up else just_before(at)
        step = count.where(count.beside(start, right=is_up))
        edge = step.high if is_up else step.low
        cuts += [] if edge is None or edge.at == at else [edge]
    if not cuts:
        return
    cut = min(cuts) if is_up else max(cuts)
    beyond = _beside(curve, cut, is_up=is_up)
    points = None if isinstance(beyond, Refusal) else _limit(beyond, cut, is_up=is_up)
    is_beyond = cut.after if is_up else not cut.after
    glyph = (">" if is_up else "<") + ("" if is_beyond else "=")
    what = reason_text(beyond.reason) if isinstance(beyond, Piece) else Text("refused", "不予计分")
    yield (
        abs(cut.at - at),
        Threshold(
            kind="curve",
            at=value_text(value_at(cut.at, unit)),
            glyph=glyph,
            away=_away(cut.at - at, unit),
            points=points,
            what=what,
        ),
    )


def _of_duties(
    line: LineScore, at: Fraction, unit: Unit, *, is_up: bool
) -> Iterator[tuple[Fraction, Threshold]]:
    target = line.indicator.target
    if not is_up or not isinstance(target, Bound):
        return
    for duty in line.indicator.duties:
        bound = duty.share * target.value.magnitude
        if bound > at:
            yield (
                bound - at,
                Threshold(
                    kind="explain",
                    at=value_text(value_at(bound, unit)),
                    glyph=">=",
                    away=_away(bound - at, unit),
                    points=None,
                    what=Text("a reason must be given", "须说明原因"),
                ),
            )


def _of_limits(
    name: str, ruleset: Ruleset, at: Fraction, unit: Unit, *, is_up: bool
) -> Iterator[tuple[Fraction, Threshold]]:
    """Limits of the total that look at this line alone, held against a figure written out."""
    for limit in ruleset.limits:
        condition = limit.condition
        match condition:
            case Comparison(left=Name(name=named), right=Constant(value=value)) if named == name:
                pass
            case _:
                continue
        bound = value.magnitude
        if bound == at or (bound > at) != is_up:
            continue
        points, holds = number_text(limit.points), condition.operator.holds
        is_held = holds(at, bound)
        at_bound = holds(bound, bound)
        glyph = (">" if is_up else "<") + ("=" if at_bound != is_held else "")
        what = (
            Text(f"the limit of {points} ends", f"总分 {points} 分的封顶解除")
            if is_held
            else Text(f"the total is at most {points}", f"总分最高 {points} 分")
        )
        yield (
            abs(bound - at),
            Threshold(
                kind="limit",
                at=value_text(value_at(bound, unit)),
                glyph=glyph,
                away=_away(bound - at, unit),
                points=None,
                what=what,
            ),
        )


def _away(distance: Fraction, unit: Unit) -> Text:
    if is_day(unit):
        return gap_text(Quantity(abs(distance), unit))
    return gap_text(Quantity(abs(distance) / unit.factor, unit))
