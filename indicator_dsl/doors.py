"""Rooms whose doors open on first use, so that nobody pays for what is never asked.

Knows no room; a door must not be called like a module beside it, which would stand in its way.
"""

import sys
from importlib import import_module

TYPE_CHECKING = False  # not from typing, which costs more than all the rest here
if TYPE_CHECKING:
    from collections.abc import Mapping


def opened(room: str, name: str, homes: "Mapping[str, tuple[str, ...]]") -> object:
    """What a room's door leads to; the room then has it, and is not asked again.

    Args:
        room: The room's `__name__`.
        name: What is asked of it.
        homes: The names each of its modules is home to.

    Raises:
        AttributeError: when the room has no such door.

    Example:
        >>> opened("indicator_dsl.quantities", "half_up", {"rounding": ("half_up",)}).__name__
        'half_up'
    """
    for home, names in homes.items():
        if name in names:
            found: object = getattr(import_module(f"{room}.{home}"), name)
            setattr(sys.modules[room], name, found)
            return found
    message = f"module {room!r} has no attribute {name!r}"
    raise AttributeError(message)
