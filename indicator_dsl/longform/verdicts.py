"""What the audit of a table comes to: points as whole numbers, findings as codes.

Holds no rule.
"""

from typing import Final, NamedTuple

NINE: Final = 9  # decimals that printed points can have at most


class RowVerdict(NamedTuple):
    """One row: points in whole units of 10^-places, `reported` of 10^-9, None where there are none.

    `earned` is None while the row is open or not scored; `low` and `high` bound it while it is
    open, and are None where it is not scored. `codes` are in the order of their numbers.
    """

    earned: int | None
    low: int | None
    high: int | None
    reported: int | None
    reason: str
    codes: tuple[str, ...]


class Verdict(NamedTuple):
    """One table with its rows.

    `total` is None while rows are open; `low` and `high` then bound it, and are None where nothing
    could be scored. `reported` and `given` are the printed total and the sum of the printed points,
    `weights` the sum of the weights, in units of 10^-9. `worst` is the code of the first finding,
    `errors` counts the grave ones. `is_whole` says that the table was audited as a whole form.
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
    is_whole: bool
