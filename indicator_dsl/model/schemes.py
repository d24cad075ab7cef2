"""What a method says besides its name, and the guards around it, as frozen values.

Knows no curve: turning these into one is the methods room's.
"""

from enum import Enum
from fractions import Fraction

from attrs import frozen

from indicator_dsl.model.targets import Operator
from indicator_dsl.quantities import CalendarDay, Quantity
from indicator_dsl.values import Value


class Method(Enum):
    """How a missed target is paid; the value is the English keyword."""

    PASS = "pass"  # noqa: S105 - a method, no password
    RATIO = "ratio"
    INVERSE = "inverse"
    EXCESS = "excess"
    LINE = "line"
    BANDS = "bands"
    STEPS = "less"


class Reading(Enum):
    """How a step that is only begun counts."""

    PROPORTIONAL = "proportional"
    FULL = "full"
    PART = "part"


@frozen(kw_only=True, eq=False, repr=False)
class Line(Value):
    """No points at `start`, all at `end`, straight between.

    `of_target` says that they were written as shares of the target.
    """

    start: Quantity
    end: Quantity
    of_target: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class Band(Value):
    """Points for an actual that holds against a bound."""

    operator: Operator
    bound: Quantity
    points: Fraction


@frozen(kw_only=True, eq=False, repr=False)
class Bands(Value):
    """Bands in the order written, the first that holds counts; `otherwise` for all the rest."""

    bands: tuple[Band, ...]
    otherwise: Fraction


@frozen(kw_only=True, eq=False, repr=False)
class Steps(Value):
    """Points lost for each step away from the target, at most `most` (None: down to nothing).

    `of_target` is the share of the target a step was written as, None for a step in figures.
    """

    points: Fraction
    width: Quantity
    reading: Reading = Reading.PROPORTIONAL
    most: Fraction | None = None
    of_target: Fraction | None = None


@frozen(kw_only=True, eq=False, repr=False)
class TwoSided(Value):
    """A deduction for each side of the target; a side that is None loses nothing."""

    below: Steps | None = None
    above: Steps | None = None


Scheme = Line | Bands | TwoSided


@frozen(kw_only=True, eq=False, repr=False)
class OverLess(Value):
    """From `share` of the target on, points are taken off.

    `of` is `weight`, `earned` or `points`: what `amount` is a share of, or points as they are.
    """

    share: Fraction
    amount: Fraction
    of: str


@frozen(kw_only=True, eq=False, repr=False)
class NoPoints(Value):
    """No points `below`, `above` or `from` a bound; `of_target` is the share it was written as."""

    side: str
    bound: Quantity | CalendarDay
    of_target: Fraction | None = None


@frozen(kw_only=True, eq=False, repr=False)
class Guards(Value):
    """What bends a method's curve: always applied in the order cap, over, floor, no points."""

    cap: Fraction | None = None
    overs: tuple[OverLess, ...] = ()
    zeros: tuple[NoPoints, ...] = ()
