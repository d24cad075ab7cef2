"""The curve: the one form every scoring method takes, with the operations of the clauses.

It is built from pieces and maps alone, and may not touch rulesets, units or text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import lcm

from attrs import field, frozen

from indicator_dsl.curves.cuts import Cut, Interval, at_least, at_most, everything, joined
from indicator_dsl.curves.faults import (
    CutsOutOfOrder,
    LimitsCrossed,
    PieceCountMismatch,
    PoleInside,
    Refused,
)
from indicator_dsl.curves.inverse import Bound, bound_to_earn, range_of, where_map
from indicator_dsl.curves.maps import Map
from indicator_dsl.curves.operations import Segment, limited, mapped, overridden, replaced
from indicator_dsl.curves.pieces import Piece, Refusal, Stage


@frozen(init=False)
class Curve:
    """A value, with the clauses that made it, or a refusal for every number on the line.

    Between each two neighbouring cuts stands one piece, so that nothing is left out and nothing
    is told twice. Neighbours that say the same are kept as one.
    """

    cuts: tuple[Cut, ...]
    pieces: tuple[Piece | Refusal, ...]
    _scale: int = field(init=False, eq=False, repr=False)
    _keys: tuple[int, ...] = field(init=False, eq=False, repr=False)

    def __init__(self, cuts: tuple[Cut, ...], pieces: tuple[Piece | Refusal, ...]) -> None:
        """Check the form and join equal neighbours.

        Raises:
            PieceCountMismatch: when there is not one piece more than there are cuts.
            CutsOutOfOrder: when the cuts do not ascend strictly.
            PoleInside: when a map has its pole inside the interval it is used on.
        """
        if len(pieces) != len(cuts) + 1:
            raise PieceCountMismatch(len(cuts), len(pieces))
        for first, second in pairwise(cuts):
            if first >= second:
                raise CutsOutOfOrder(first, second)
        real = [n for n, (left, right) in enumerate(pairwise(pieces)) if left != right]
        kept = (pieces[0], *(pieces[n + 1] for n in real))
        self.__attrs_init__(tuple(cuts[n] for n in real), kept)
        for interval, piece in self.intervals():
            _refuse_poles(interval, piece)

    @_scale.default
    def _common_denominator(self) -> int:
        return lcm(*(cut.at.denominator for cut in self.cuts))

    @_keys.default
    def _whole_keys(self) -> tuple[int, ...]:
        # In units of 1/scale every cut is a whole number: twice that, plus one for "after".
        return tuple(2 * int(cut.at * self._scale) + cut.after for cut in self.cuts)

    def piece_at(self, x: Fraction | int) -> Piece | Refusal:
        """What the curve says at `x`."""
        whole, rest = divmod(x.numerator * self._scale, x.denominator)
        return self.pieces[bisect_right(self._keys, 2 * whole + (rest > 0))]

    def _valued_at(self, x: Fraction | int) -> Piece:
        piece = self.piece_at(x)
        if isinstance(piece, Refusal):
            raise Refused(piece.reason, x)
        return piece

    def at(self, x: Fraction | int) -> Fraction:
        """The value at `x`.

        Raises:
            Refused: where the curve refuses one.

        Example:
            >>> line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
            >>> line.scale(2, clause="weight", reason="weighted").at(Fraction(7))
            Fraction(14, 1)
        """
        return self._valued_at(x).value.at(x)

    def steps_at(self, x: Fraction | int) -> tuple[tuple[Stage, Fraction], ...]:
        """Each clause applied at `x` with the value after it, in the order applied.

        Raises:
            Refused: where the curve refuses a value.

        Example:
            >>> line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
            >>> capped = line.clip(high=24, clause="cap", high_reason="capped")
            >>> [(stage.reason, str(value)) for stage, value in capped.steps_at(32)]
            [('line', '32'), ('capped', '24')]
        """
        return tuple((stage, stage.value.at(x)) for stage in self._valued_at(x).stages)

    def intervals(self) -> Iterator[tuple[Interval, Piece | Refusal]]:
        """Each piece with the interval it holds on, ascending."""
        ends = (None, *self.cuts, None)
        return zip((Interval(*pair) for pair in pairwise(ends)), self.pieces, strict=True)

    @property
    def is_refused_everywhere(self) -> bool:
        """Whether no number has a value."""
        return all(isinstance(piece, Refusal) for piece in self.pieces)

    def override(self, on: Interval, value: Map, *, clause: str, reason: str) -> "Curve":
        """This curve with `value` on `on`, also where it refused one before.

        Raises:
            PoleInside: when the map has its pole on `on`.

        Example:
            >>> line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
            >>> from indicator_dsl.curves import less_than
            >>> guarded = line.override(
            ...     less_than(60), Map.constant(0), clause="zero below 60", reason="too low"
            ... )
            >>> [str(guarded.at(x)) for x in (59, 60)]
            ['0', '60']
        """
        segments = overridden(self.intervals(), on, value, clause=clause, reason=reason)
        return _curve_from(segments)

    def clip(
        self,
        *,
        low: Fraction | int | None = None,
        high: Fraction | int | None = None,
        clause: str,
        low_reason: str = "low",
        high_reason: str = "high",
    ) -> "Curve":
        """This curve with no value below `low` and none above `high`; refusals stay.

        Only where a value changes does the clause appear among the stages.

        Raises:
            LimitsCrossed: when `low` lies above `high`.

        Example:
            >>> line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
            >>> clipped = line.clip(low=0, high=20, clause="limits")
            >>> [str(interval) for interval, _ in clipped.intervals()]
            ['(-∞, 0)', '[0, 20]', '(20, ∞)']
        """
        if low is not None and high is not None and low > high:
            raise LimitsCrossed(low, high)
        segments = self.intervals()
        if low is not None:
            segments = limited(segments, at_least(low), low, clause=clause, reason=low_reason)
        if high is not None:
            segments = limited(segments, at_most(high), high, clause=clause, reason=high_reason)
        return _curve_from(segments)

    def shift(self, by: Fraction | int, *, on: Interval, clause: str, reason: str) -> "Curve":
        """This curve with `by` added to every value on `on`; refusals stay.

        Example:
            >>> line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
            >>> from indicator_dsl.curves import more_than
            >>> fined = line.shift(-2, on=more_than(15), clause="over", reason="overrun")
            >>> [str(fined.at(x)) for x in (15, 16)]
            ['15', '14']
        """
        segments = self.intervals()
        return _curve_from(
            mapped(segments, on, lambda value: value.shifted(by), clause=clause, reason=reason)
        )

    def scale(
        self, by: Fraction | int, *, on: Interval | None = None, clause: str, reason: str
    ) -> "Curve":
        """This curve with every value on `on` times `by`; refusals stay.

        Args:
            on: Absent, the whole line.

        Example:
            >>> line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
            >>> line.scale(Fraction(1, 2), clause="half", reason="halved").at(7)
            Fraction(7, 2)
        """
        on = everything() if on is None else on
        segments = self.intervals()
        return _curve_from(
            mapped(segments, on, lambda value: value.scaled(by), clause=clause, reason=reason)
        )

    def refuse(self, on: Interval, refusal: str) -> "Curve":
        """This curve refusing any value on `on`, for the reason labelled `refusal`.

        Example:
            >>> line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
            >>> from indicator_dsl.curves import less_than
            >>> line.refuse(less_than(0), "negative").piece_at(-1)
            Refusal(reason='negative')
        """
        return _curve_from(replaced(self.intervals(), on, lambda _: Refusal(refusal)))

    def where(self, low: Bound | None, high: Bound | None) -> tuple[Interval, ...]:
        """All x whose value lies between the bounds: ascending, disjoint, as few as possible.

        Args:
            low: Absent, values may be as small as they like.
            high: Absent, values may be as large as they like.

        Returns:
            Never an x at which the curve refuses a value.

        Example:
            >>> line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
            >>> [str(interval) for interval in line.where(Bound(5), Bound(8, included=False))]
            ['[5, 8)']
        """
        wanted = range_of(low, high)
        return joined(
            part
            for interval, piece in self.intervals()
            if isinstance(piece, Piece)
            for part in (one.intersection(interval) for one in where_map(piece.value, wanted))
            if not part.is_empty
        )

    def earning(self, points: Fraction | int, places: int | None) -> tuple[Interval, ...]:
        """All x that earn at least `points` once their value is rounded half-up.

        Args:
            points: May lie between two roundable values.
            places: Decimals kept by the rounding; None when nothing is rounded.

        Example:
            >>> line = curve_of(Piece.of(Map.linear(1, 0), clause="by", reason="line"))
            >>> [str(interval) for interval in line.earning(18, 2)]
            ['[3599/200, ∞)']
        """
        return self.where(bound_to_earn(points, places), None)


def curve_of(first: Piece | Refusal, *rest: tuple[Cut, Piece | Refusal]) -> Curve:
    """The curve that starts with `first` and goes on, after each cut, with the piece beside it.

    Raises:
        CutsOutOfOrder: when the cuts do not ascend strictly.
        PoleInside: when a map has its pole inside the interval it is used on.

    Example:
        >>> from indicator_dsl.curves import just_before
        >>> missed = Piece.of(Map.constant(0), clause="by", reason="missed")
        >>> met = Piece.of(Map.constant(20), clause="by", reason="met")
        >>> [str(curve_of(missed, (just_before(95), met)).at(x)) for x in (94, 95)]
        ['0', '20']
    """
    return Curve(tuple(cut for cut, _ in rest), (first, *(piece for _, piece in rest)))


def _curve_from(segments: Iterable[Segment]) -> Curve:
    (_, first), *rest = segments
    return curve_of(
        first, *((interval.low, piece) for interval, piece in rest if interval.low is not None)
    )


def _refuse_poles(interval: Interval, piece: Piece | Refusal) -> None:
    if isinstance(piece, Refusal):
        return
    for stage in piece.stages:
        if stage.value.has_pole_on(interval):
            raise PoleInside(stage.value, interval)
