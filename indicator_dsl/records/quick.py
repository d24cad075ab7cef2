"""Cards that hold a record's whole numbers, and work out the rest when it is asked for.

A card that a program could decide; every other one is scoring's own.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from operator import sub
from typing import Any, Final

from indicator_dsl.model import Ruleset
from indicator_dsl.quantities import decimal_from_number
from indicator_dsl.records.amounts import PLACES, Undecided
from indicator_dsl.records.handed import actuals_from
from indicator_dsl.records.programs import Points, program_of
from indicator_dsl.records.readers import Cells, reader_of
from indicator_dsl.scoring import Scorecard, evaluate

_MOST_KEPT: Final = 2**16


class Quick:
    """One record's card: its points as whole numbers, everything else when it is asked for."""

    __slots__ = ("_cells", "_figures", "_maker", "_model", "points")

    def __init__(
        self, maker: "Maker", cells: Cells, figures: tuple[object, ...], points: tuple[int, ...]
    ) -> None:
        self._maker = maker
        self._cells = cells
        self._figures = figures
        self.points = points  # each line's, then the total
        self._model: Scorecard | None = None

    @property
    def ruleset(self) -> Ruleset:
        """What it was scored by."""
        return self._maker.ruleset

    @property
    def total(self) -> Decimal:
        """The total."""
        return self._maker.decimals[self.points[-1]]

    @property
    def grade(self) -> str | None:
        """The grade; None when the ruleset has none."""
        found: str | None = self._maker.grade(self.points[-1], *self._figures)
        return found

    def earned(self) -> Iterator[Decimal]:
        """The points of each line."""
        return map(self._maker.decimals.__getitem__, self.points[:-1])

    def lost(self) -> Iterator[Decimal]:
        """What each line lost."""
        maker = self._maker
        return map(maker.decimals.__getitem__, map(sub, maker.weights, self.points))

    def reasons(self) -> tuple[str, ...]:
        """Why each line lost points."""
        found: tuple[str, ...] = self._maker.reasons(*self._figures)
        return found

    @property
    def model(self) -> Scorecard:
        """The whole card, every step kept: what scoring says of the same cells."""
        if self._model is None:
            self._model = evaluate(self._maker.ruleset, actuals_from(self._cells))
        return self._model

    def __reduce__(self) -> tuple[Any, ...]:
        return _itself, (self.model,)


def _itself(card: Scorecard) -> Scorecard:
    return card


class _Decimals(dict[int, Decimal]):
    """Whole steps as decimals, made once: a sheet has only so many points to give."""

    def __init__(self, places: int) -> None:
        super().__init__()
        self._places = places

    def __missing__(self, steps: int) -> Decimal:
        found = decimal_from_number(Fraction(steps, 10**self._places), self._places)
        if len(self) < _MOST_KEPT:
            self[steps] = found
        return found


class Maker:
    """Makes quick cards of one ruleset, from mappings that hold the figures it needs."""

    def __init__(self, ruleset: Ruleset) -> None:
        program = program_of(ruleset, lambda _: PLACES)
        self.ruleset = ruleset
        self.weights = program.weights
        self.decimals: dict[int, Decimal] = _Decimals(ruleset.rounding.places)
        self._read = None
        if program.text:
            functions = program.functions(_undecided)
            self._points = functions["points"]
            self.reasons, self.grade = functions["reasons"], functions["grade"]
            self._read = reader_of(ruleset, program.figures)

    def points(self, cells: object) -> Points | None:
        """Each line's points and the total of a record; None where it goes the exact way."""
        if self._read is None or type(cells) is not dict:
            return None
        try:
            found: Points = self._points(*self._read(cells))
        except (Undecided, KeyError, TypeError):
            return None
        return found

    def card(self, cells: object) -> Quick | None:
        """The card of a record; None where it goes the exact way."""
        if self._read is None or type(cells) is not dict:
            return None
        try:
            figures = self._read(cells)
            points = self._points(*figures)
        except (Undecided, KeyError, TypeError):
            return None
        return Quick(self, dict(cells), figures, points)


def _undecided(*_: object) -> Points:
    raise Undecided
