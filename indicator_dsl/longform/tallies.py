"""What many verdicts come to: how many tables differ, which findings, which tables first.

Adds up; judges nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from typing import Any, Final, NamedTuple

from attrs import evolve, frozen

from indicator_dsl.longform.cells import shown
from indicator_dsl.longform.verdicts import NINE, Verdict

_WORST: Final = 10


class Worst(NamedTuple):
    """A table to look at first; points in units of 10^-9, None where they are open or not told."""

    errors: int
    difference: int
    name: str
    reported: int | None
    total: int | None
    worst: str


@frozen(kw_only=True)
class Tally:
    """Counts of tables and rows.

    `differing` counts the tables whose printed total is not the computed one, `open_tables` those
    that cannot be scored in full. `row_by_row` counts the rows audited in whole forms. `codes`
    counts findings, `worst` are the tables with most grave findings, then with the largest
    difference.
    """

    tables: int = 0
    rows: int = 0
    differing: int = 0
    open_tables: int = 0
    row_by_row: int = 0
    codes: Mapping[str, int] = {}
    worst: tuple[Worst, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            tables=self.tables + other.tables,
            rows=self.rows + other.rows,
            differing=self.differing + other.differing,
            open_tables=self.open_tables + other.open_tables,
            row_by_row=self.row_by_row + other.row_by_row,
            codes=Counter(self.codes) + Counter(other.codes),
            worst=_first((*self.worst, *other.worst)),
        )

    def to_json(self) -> dict[str, object]:
        """The tally as data of JSON."""
        return {
            **{key: getattr(self, key) for key in _COUNTS},
            "codes": dict(self.codes),
            "worst": [list(each) for each in self.worst],
        }


_COUNTS: Final = ("tables", "rows", "differing", "open_tables", "row_by_row")


def tally_from_json(told: Mapping[str, object]) -> Tally:
    """The tally that was written so.

    Raises:
        (KeyError, TypeError, ValueError): when it was not.

    Example:
        >>> tally_from_json(Tally(tables=2).to_json()).tables
        2
    """
    counts: dict[str, int] = {key: int(str(told[key])) for key in _COUNTS}
    codes, worst = told["codes"], told["worst"]
    if not isinstance(codes, dict) or not isinstance(worst, list):
        raise TypeError
    kept: dict[str, Any] = {**counts}
    tally = Tally(**kept, codes={str(code): int(count) for code, count in codes.items()})
    return evolve(tally, worst=tuple(Worst(*each) for each in worst))


def tally_of(verdicts: Iterable[Verdict], places: int) -> Tally:
    """The tally of some tables."""
    kept = list(verdicts)
    worst = [_worst(each, places) for each in kept if each.codes]
    return Tally(
        tables=len(kept),
        rows=sum(len(each.rows) for each in kept),
        differing=sum(bool(_difference(each, places)) for each in kept),
        open_tables=sum(each.total is None for each in kept),
        row_by_row=sum(len(each.rows) for each in kept if each.is_whole),
        codes=Counter(code for each in kept for code in each.codes),
        worst=_first(worst),
    )


def _first(tables: Iterable[Worst]) -> tuple[Worst, ...]:
    return tuple(nsmallest(_WORST, tables, key=lambda each: (-each.errors, -abs(each.difference))))


def _difference(verdict: Verdict, places: int) -> int:
    if verdict.reported is None or verdict.total is None:
        return 0
    scale: int = 10 ** (NINE - places)
    return verdict.reported - verdict.total * scale


def _worst(verdict: Verdict, places: int) -> Worst:
    total = None if verdict.total is None else verdict.total * 10 ** (NINE - places)
    return Worst(
        errors=verdict.errors,
        difference=_difference(verdict, places),
        name=shown(verdict.name),
        reported=verdict.reported,
        total=total,
        worst=verdict.worst,
    )
