"""Curves: the one normal form of every scoring method, evaluated, inverted and analysed exactly.

They are pure mathematics and may not touch rulesets, units, texts or languages.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.curves.analysis import Analysis, Direction, RefusedEverywhere, analyse
    from indicator_dsl.curves.curve import Curve, curve_of
    from indicator_dsl.curves.cuts import (
        Cut,
        Interval,
        at_least,
        at_most,
        between,
        everything,
        just_after,
        just_before,
        less_than,
        more_than,
    )
    from indicator_dsl.curves.differing import Difference, Sense, differences, number_within
    from indicator_dsl.curves.faults import (
        CutsOutOfOrder,
        LimitsCrossed,
        PieceCountMismatch,
        PoleInside,
        Refused,
    )
    from indicator_dsl.curves.inverse import Bound
    from indicator_dsl.curves.maps import Count, Map, ZeroDenominator, ZeroWidth
    from indicator_dsl.curves.pieces import NoStages, Piece, Refusal, Stage
    from indicator_dsl.curves.strokes import End, Point, Stroke, strokes_of

__all__ = [
    "Analysis",
    "Bound",
    "Count",
    "Curve",
    "Cut",
    "CutsOutOfOrder",
    "Difference",
    "Direction",
    "End",
    "Interval",
    "LimitsCrossed",
    "Map",
    "NoStages",
    "Piece",
    "PieceCountMismatch",
    "Point",
    "PoleInside",
    "Refusal",
    "Refused",
    "RefusedEverywhere",
    "Sense",
    "Stage",
    "Stroke",
    "ZeroDenominator",
    "ZeroWidth",
    "analyse",
    "at_least",
    "at_most",
    "between",
    "curve_of",
    "differences",
    "everything",
    "just_after",
    "just_before",
    "less_than",
    "more_than",
    "number_within",
    "strokes_of",
]

_HOMES = {
    "analysis": ("Analysis", "Direction", "RefusedEverywhere", "analyse"),
    "curve": ("Curve", "curve_of"),
    "cuts": (
        "Cut",
        "Interval",
        "at_least",
        "at_most",
        "between",
        "everything",
        "just_after",
        "just_before",
        "less_than",
        "more_than",
    ),
    "differing": ("Difference", "Sense", "differences", "number_within"),
    "faults": ("CutsOutOfOrder", "LimitsCrossed", "PieceCountMismatch", "PoleInside", "Refused"),
    "inverse": ("Bound",),
    "maps": ("Count", "Map", "ZeroDenominator", "ZeroWidth"),
    "pieces": ("NoStages", "Piece", "Refusal", "Stage"),
    "strokes": ("End", "Point", "Stroke", "strokes_of"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
