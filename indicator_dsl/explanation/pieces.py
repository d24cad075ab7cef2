"""The pieces of a curve in words: where they hold, and the points on them. Changes no curve."""

from indicator_dsl.curves import Analysis, Curve, Cut, Interval, Piece, Refusal, analyse
from indicator_dsl.explanation.figures import number_text, value_at, value_text
from indicator_dsl.model import Measured, Range
from indicator_dsl.quantities import CalendarDay, Quantity, Unit
from indicator_dsl.scoring import LineScore, Status
from indicator_dsl.wording import Text, joined


def piece_text(line: LineScore) -> Text | None:
    """The piece of the curve the line fell on, and from how many to how many points it gives.

    Args:
        line: A line of a scorecard.

    Returns:
        None unless a figure was measured and scored.

    Example:
        >>> from indicator_dsl import indicator
        >>> line = indicator("年办件量 >= 200000 件 weight 20").evaluate("180000件")
        >>> print(piece_text(line.model))
        on the piece ≥ 0 件, < 200000 件 of its curve: 0–20 points
    """
    measure, observed = line.indicator.measure, line.observed
    if not isinstance(measure, Measured) or line.status is not Status.SCORED:
        return None
    if not isinstance(observed, Quantity | CalendarDay):
        return None
    target = measure.target
    unit = target.high.unit if isinstance(target, Range) else target.value.unit
    for interval, piece in measure.curve.intervals():
        if interval.contains(observed.magnitude) and isinstance(piece, Piece):
            where, points = interval_text(interval, unit), points_of_piece(interval, piece)
            return Text(
                f"on the piece {where.en} of its curve: {points.en}",
                f"落在计分曲线的“{where.zh}”一段：{points.zh}",
            )
    return None


def interval_text(interval: Interval, unit: Unit) -> Text:
    """Where a piece holds, its ends counted in the unit.

    Example:
        >>> from indicator_dsl.curves import less_than
        >>> from indicator_dsl.quantities import BARE
        >>> str(interval_text(less_than(60), BARE))
        '< 60'
    """
    low, high = interval.low, interval.high
    if low is not None and high is not None and low.at == high.at:
        return _glyph("=", low, unit)
    ends: list[Text] = []
    if low is not None:
        ends.append(_glyph(">" if low.after else "≥", low, unit))
    if high is not None:
        ends.append(_glyph("≤" if high.after else "<", high, unit))
    return joined(ends, en=", ", zh="，") if ends else Text("any value", "任何值")


def points_of_piece(interval: Interval, piece: Piece) -> Text:
    """The points a piece gives, from the least to the most; "…" where there is no end.

    Example:
        >>> from indicator_dsl.curves import Map, between
        >>> line = Piece.of(Map.linear(1, 0), clause="", reason="")
        >>> str(points_of_piece(between(0, 5), line))
        '0–5 points'
    """
    found = _analysed(interval, piece)
    ends = ["…" if end is None else number_text(end) for end in (found.low, found.high)]
    shown = ends[0] if ends[0] == ends[1] else "–".join(ends)
    return Text(f"{shown} point" if shown == "1" else f"{shown} points", f"{shown} 分")


def _analysed(interval: Interval, piece: Piece) -> Analysis:
    """What holds of the piece on its interval, with nothing anywhere else."""
    pieces: list[Piece | Refusal] = [piece]
    cuts: list[Cut] = []
    if interval.low is not None:
        cuts.append(interval.low)
        pieces.insert(0, Refusal("elsewhere"))
    if interval.high is not None:
        cuts.append(interval.high)
        pieces.append(Refusal("elsewhere"))
    return analyse(Curve(tuple(cuts), tuple(pieces)))


def _glyph(glyph: str, cut: Cut, unit: Unit) -> Text:
    shown = value_text(value_at(cut.at, unit))
    return Text(f"{glyph} {shown.en}", f"{glyph} {shown.zh}")
