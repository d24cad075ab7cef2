"""What many verdicts come to: how many tables differ, which findings, which tables first.

Adds up; judges nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from heapq import nsmallest
from typing import Any, Final, NamedTuple

from attrs import evolve, frozen

from indicator_dsl.longform.cells import shown
from indicator_dsl.longform.verdicts import NINE, Verdict, difference_of

_WORST: Final = 10


class Worst(NamedTuple):
    """A table to look at first; points are None where they are open, not told or not comparable."""

    errors: int
    difference: Decimal | None
    name: str
    reported: Decimal | None
    total: Decimal | None
    worst: str


@frozen(kw_only=True)
class Tally:
    """Counts of tables and rows.

    `differing` counts the tables whose printed total is not the computed one, `open_tables` those
    that cannot be scored in full. `row_by_row` counts the rows audited in whole forms.
    `rows_left_out` counts the rows with points that are not understood or whose weight is not,
    `partial_tables` the tables they stand in. `codes` counts findings, `worst` are the tables with
    most grave findings, then with the largest difference.
    """

    tables: int = 0
    rows: int = 0
    differing: int = 0
    open_tables: int = 0
    row_by_row: int = 0
    rows_left_out: int = 0
    partial_tables: int = 0
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
            rows_left_out=self.rows_left_out + other.rows_left_out,
            partial_tables=self.partial_tables + other.partial_tables,
            codes=Counter(self.codes) + Counter(other.codes),
            worst=_first((*self.worst, *other.worst)),
        )

    def to_json(self) -> dict[str, object]:
        """The tally as data of JSON."""
        return {
            **{key: getattr(self, key) for key in _COUNTS},
            "codes": dict(self.codes),
            "worst": [
                [f"{cell:f}" if isinstance(cell, Decimal) else cell for cell in each]
                for each in self.worst
            ],
        }


_COUNTS: Final = (
    *("tables", "rows", "differing", "open_tables", "row_by_row"),
    *("rows_left_out", "partial_tables"),
)


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
    return evolve(tally, worst=tuple(map(_worst_from_json, worst)))


def tally_of(verdicts: Iterable[Verdict], places: int) -> Tally:
    """The tally of some tables."""
    kept = list(verdicts)
    worst = [_worst(each, places) for each in kept if each.codes]
    return Tally(
        tables=len(kept),
        rows=sum(len(each.rows) for each in kept),
        differing=sum(bool(difference_of(each, places)) for each in kept),
        open_tables=sum(each.total is None for each in kept),
        row_by_row=sum(len(each.rows) for each in kept if each.is_whole),
        rows_left_out=sum(each.left_out for each in kept),
        partial_tables=sum(bool(each.left_out) for each in kept),
        codes=Counter(code for each in kept for code in each.codes),
        worst=_first(worst),
    )


def _worst_from_json(told: Sequence[object]) -> Worst:
    errors, difference, name, reported, total, worst = told
    return Worst(
        errors=int(str(errors)),
        difference=_decimal(difference),
        name=str(name),
        reported=_decimal(reported),
        total=_decimal(total),
        worst=str(worst),
    )


def _decimal(told: object) -> Decimal | None:
    return None if told is None else Decimal(str(told))


def _points(billionths: int | None) -> Decimal | None:
    """Points without closing zeros, and without an exponent."""
    if billionths is None:
        return None
    whole, part = divmod(abs(billionths), 10**NINE)
    sign = "-" if billionths < 0 else ""
    return Decimal(f"{sign}{whole}.{part:0{NINE}d}".rstrip("0").rstrip("."))


def _gravity(table: Worst) -> tuple[int, Decimal]:
    return -table.errors, -abs(table.difference or Decimal(0))


def _first(tables: Iterable[Worst]) -> tuple[Worst, ...]:
    return tuple(nsmallest(_WORST, tables, key=_gravity))


def _worst(verdict: Verdict, places: int) -> Worst:
    total = None if verdict.total is None else verdict.total * 10 ** (NINE - places)
    return Worst(
        errors=verdict.errors,
        difference=_points(difference_of(verdict, places)),
        name=shown(verdict.name),
        reported=_points(verdict.reported),
        total=_points(total),
        worst=verdict.worst,
    )
