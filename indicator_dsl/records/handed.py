"""What a program's user hands in, as actuals. Reads no cell."""

from collections.abc import Mapping

from indicator_dsl.model import Actuals, Entry
from indicator_dsl.wording import name_from_text


def actuals_from(given: Actuals | Mapping[str, object]) -> Actuals:
    """The actuals a mapping of names to values states; actuals are returned as they are.

    Raises:
        TypeError: for anything else.

    Example:
        >>> actuals_from({" 年办件量 ": 180_000}).entries[0].name
        '年办件量'
    """
    if isinstance(given, Actuals):
        return given
    if not isinstance(given, Mapping):
        message = f"actuals are a mapping of names to values, not {type(given).__name__}"
        raise TypeError(message)
    cells = {name_from_text(str(name)): cell for name, cell in given.items()}
    return Actuals(entries=tuple(_entry(name, cell) for name, cell in cells.items()))


def _entry(name: str, cell: object) -> Entry:
    """An entry from a mapping's value; a mapping inside it answers a checklist."""
    if isinstance(cell, Mapping):
        return Entry(name=name, items=tuple((str(item), mark) for item, mark in cell.items()))
    return Entry(name=name, cell=cell)
