"""What the audit of a table comes to: points as whole numbers, findings as codes.

Holds no rule.
"""

from typing import Final, NamedTuple

NINE: Final = 9  # decimals that printed points can have at most


class RowVerdict(NamedTuple):
    """One row: points in whole units of 10^-places, `reported` of 10^-9, None where there are none.

    `earned` is None while the row is open or not scored; `low` and `high` bound it while it is
    open, and are None where it has no points. A row left out of the rules, for it is not
    understood or its weight is not, is open too: from 0 to its weight, to None where that is not
    known. `codes` are in the order of their numbers.
    """

    earned: int | None
    low: int | None
    high: int | None
    reported: int | None
    reason: str
    codes: tuple[str, ...]


class Verdict(NamedTuple):
    """One table with its rows.

    `total` is None while rows are open or left out; `low` and `high` then bound it, and are None
    where nothing has points; `high` alone is None where a weight is not known. `left_out` counts
    the rows with points that no rule stands for. `is_complete` says that all points of the table
    are scored, so that its printed total can be compared. `reported` and `given` are the printed
    total and the sum of the printed points, `weights` the sum of the weights, in units of 10^-9.
    `worst` is the code of the first finding, `errors` counts the grave ones. `is_whole` says that
    the table was audited as a whole form.
    """

    name: str
    rows: tuple[RowVerdict, ...]
    total: int | None
    low: int | None
    high: int | None
    grade: str
    weights: int
    given: int | None
    reported: int | None
    codes: tuple[str, ...]
    worst: str
    errors: int
    left_out: int
    is_complete: bool
    is_whole: bool


def less(printed: int | None, computed: int | None, places: int) -> int | None:
    """Printed points less computed ones, in units of 10^-9; None where one is not there.

    Example:
        >>> less(20 * 10**9, 1850, 2)
        1500000000
    """
    if printed is None or computed is None:
        return None
    scale: int = 10 ** (NINE - places)
    return printed - computed * scale


def difference_of(verdict: Verdict, places: int) -> int | None:
    """The printed total less the computed one, in units of 10^-9.

    None where one is not there, or the rules do not stand for all points of the table.
    """
    return less(verdict.reported, verdict.total, places) if verdict.is_complete else None
