"""What was achieved and what the office gave itself, as handed in.

Reading a cell is left to the one who knows its target.
"""

from fractions import Fraction

from attrs import field, frozen

from indicator_dsl.source import NOWHERE, Place
from indicator_dsl.values import Value


@frozen(kw_only=True, eq=False, repr=False)
class Entry(Value):
    """One name with its cell, and the answers to its checklist (`items`) where it has one.

    `cell` is what was handed in (text, number, date, bool), None when nothing was. `reported` is
    the points the office gave itself,
    None when it gave none. `reason` is its explanation, empty when there is none.
    """

    name: str
    cell: object = None
    items: tuple[tuple[str, object], ...] = ()
    reported: Fraction | None = None
    reason: str = ""
    place: Place = field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True, eq=False, repr=False)
class Actuals(Value):
    """The right half of a form.

    Entries by name, and the total the office reported (None when it reported none).
    """

    title: str = ""
    year: int | None = None
    entries: tuple[Entry, ...] = ()
    reported_total: Fraction | None = None

    def entry(self, name: str) -> Entry | None:
        """The entry with that name, or None."""
        return next((entry for entry in self.entries if entry.name == name), None)
