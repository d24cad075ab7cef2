"""What a curve says on one interval: a value with its stages, or a refusal.

A piece does not know where it holds, and may not touch cuts or curves.
"""

from attrs import field, frozen

from indicator_dsl.curves.maps import Map


class NoStages(ValueError):
    """A piece was given no stage, and so no value."""

    def __str__(self) -> str:
        """The fault in one sentence."""
        return "a piece needs at least one stage"


@frozen(kw_only=True)
class Stage:
    """One clause applied: which, why, and the map that held after it.

    `clause` and `reason` are labels that this room carries and never reads.
    """

    clause: str
    reason: str
    value: Map


@frozen
class Piece:
    """The stages by which a value came about, in the order they were applied; never none.

    Example:
        >>> piece = Piece.of(Map.linear(2, 0), clause="ratio", reason="shortfall")
        >>> piece.reason
        'shortfall'
    """

    stages: tuple[Stage, ...] = field()

    @stages.validator
    def _refuse_none(self, _field: object, stages: tuple[Stage, ...]) -> None:
        if not stages:
            raise NoStages

    @classmethod
    def of(cls, value: Map, *, clause: str, reason: str) -> "Piece":
        """The piece that one clause makes by itself."""
        return cls((Stage(clause=clause, reason=reason, value=value),))

    @property
    def value(self) -> Map:
        """The map that holds after the last stage."""
        return self.stages[-1].value

    @property
    def reason(self) -> str:
        """The reason the last stage gives."""
        return self.stages[-1].reason

    def then(self, value: Map, *, clause: str, reason: str) -> "Piece":
        """This piece with one more clause applied."""
        return Piece((*self.stages, Stage(clause=clause, reason=reason, value=value)))


@frozen
class Refusal:
    """No value may be named here; `reason` is a label that this room carries and never reads.

    Example:
        >>> Refusal("zero-target").reason
        'zero-target'
    """

    reason: str
