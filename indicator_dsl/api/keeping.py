"""Actuals as they can be carried to another process, whatever was handed in. Reads no cell."""

import pickle
from typing import Final

from attrs import evolve

from indicator_dsl.model import Actuals, Entry

_UNREADABLE: Final = float("nan")


def picklable(actuals: Actuals) -> Actuals:
    """The same actuals; a cell that cannot be pickled is no form's cell, and is kept as nan.

    Example:
        >>> from indicator_dsl.model import Entry
        >>> picklable(Actuals(entries=(Entry(name="甲", cell=lambda: 1),))).entries[0].cell
        nan
    """
    return evolve(actuals, entries=tuple(map(_entry, actuals.entries)))


def _entry(entry: Entry) -> Entry:
    items = tuple((name, _cell(cell)) for name, cell in entry.items)
    return evolve(entry, cell=_cell(entry.cell), items=items)


def _cell(cell: object) -> object:
    try:
        pickle.dumps(cell)
    except Exception:  # noqa: BLE001 - a stranger's object may raise anything
        return _UNREADABLE
    return cell
