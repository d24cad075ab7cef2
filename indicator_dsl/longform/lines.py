"""What is known of a row: once for all rows that are written alike, and for the row itself.

Holds no rule and no number of its own.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from attrs import frozen


class Notice(NamedTuple):
    """Something that does not hold in how a row is written.

    `gravity` is as the audit ranks it, the worst first; `order` is its place within the row.
    """

    gravity: tuple[int, int]
    order: int
    code: str


@frozen(kw_only=True, eq=False)
class Kind:
    """What all rows written alike have in common.

    `lacks` says that a target or an actual is missing. `sureness` ranks how sure the direction is,
    0 for surely; `is_stated` is False where the scale itself is assumed. `tells` says that its
    points follow from a figure. `idle` says why no rule can stand for it, empty when one can.
    `threshold` is from which share of the target on it owes a reason.
    """

    notices: tuple[Notice, ...] = ()
    lacks: bool = False
    sureness: int = 0
    is_stated: bool = True
    is_scored: bool = False
    is_measured: bool = False
    tells: bool = False
    idle: str = ""
    threshold: Fraction | None = None
    needs_form: bool = False


class Line(NamedTuple):
    """One row with its points before anything is reported.

    `num` / `den` are the exact points in billionths, None while the row is open; `earned`, `low`
    and `high` are whole units of 10^-places. `asked` is what two rows of one measure share,
    None where nothing is measured. `share` is the actual as a share of the target. `others` gives
    what the usual methods not chosen would give to a missed target.
    """

    kind: Kind
    num: int | None
    den: int
    earned: int | None
    low: int
    high: int
    is_met: bool | None
    reason: str
    share: tuple[int, int] | None
    is_silent: bool
    asked: tuple[object, ...] | None
    others: Callable[[], tuple[Fraction, ...]]


def none_other() -> tuple[Fraction, ...]:
    """No other method serves."""
    return ()
