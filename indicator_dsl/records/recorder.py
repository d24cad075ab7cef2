"""Who scores the records of one ruleset: scoring, and once there are several, a program too."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from indicator_dsl import records
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.quantities import scaled_half_up
from indicator_dsl.records.handed import actuals_from
from indicator_dsl.scoring import Scorecard, evaluate

if TYPE_CHECKING:
    from indicator_dsl.records.quick import Maker, Quick

_FEW: Final = 3  # records that cost less to score than a program costs to write


class Recorder:
    """Scores records. What it keeps changes how long a card takes, never what is on it."""

    __slots__ = ("_maker", "_ruleset", "_seen")

    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset = ruleset
        self._seen = 0
        self._maker: Maker | None = None

    def card(self, actuals: Actuals | Mapping[str, object]) -> "Scorecard | Quick":
        """The card of a record.

        Raises:
            TypeError: when `actuals` are no mapping.
        """
        if self._maker is not None:
            quick = self._maker.card(actuals)
            if quick is not None:
                return quick
        elif self._seen < _FEW:
            self._seen += 1
        else:
            self._maker = records.Maker(self._ruleset)
        return evaluate(self._ruleset, actuals_from(actuals))

    def points(self, actuals: Actuals | Mapping[str, object]) -> tuple[int | None, ...]:
        """Each line's points and the total, in steps of the last place kept; None: not scored.

        Raises:
            TypeError: when `actuals` are no mapping.
        """
        if self._maker is None:
            self._maker = records.Maker(self._ruleset)
        found = self._maker.points(actuals)
        if found is not None:
            return found
        card = evaluate(self._ruleset, actuals_from(actuals))
        places = self._ruleset.rounding.places
        exact = (*(line.earned for line in card.lines), card.total)
        return tuple(None if each is None else scaled_half_up(each, places) for each in exact)

    def __reduce__(self) -> tuple[type["Recorder"], tuple[Ruleset]]:
        return Recorder, (self._ruleset,)
