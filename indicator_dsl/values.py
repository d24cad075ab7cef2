"""What values have in common: how they are compared and shown, said once for all of them.

Knows no room. What attrs would write for every class anew is a third of a start.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final

from attrs import Attribute, fields

_Getter = Callable[[object], Any]


class Value:
    """A base for `attrs.frozen(eq=False, repr=False)`, with the equality, hash and text of attrs.

    Two values of one class are equal when all fields are that take part in comparing.

    Example:
        >>> from attrs import field, frozen
        >>> @frozen(eq=False, repr=False)
        ... class Pair(Value):
        ...     left: int
        ...     right: int = field(eq=False)
        >>> Pair(1, 2), Pair(1, 2) == Pair(1, 3), len({Pair(1, 2), Pair(1, 3)})
        (Pair(left=1, right=2), True, 1)
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        cls = self.__class__
        if other.__class__ is not cls:
            return NotImplemented
        said = _COMPARED.get(cls) or _compared(cls)
        return bool(said(self) == said(other))

    def __hash__(self) -> int:
        cls = self.__class__
        said = _COMPARED.get(cls) or _compared(cls)
        return hash((cls, said(self)))

    def __repr__(self) -> str:
        names = (each.name for each in _fields(type(self)) if each.repr)
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__.rsplit('>.', 1)[-1]}({told})"


def _fields(cls: type) -> "tuple[Attribute[Any], ...]":
    found: tuple[Attribute[Any], ...] = fields(cls)
    return found


_COMPARED: Final[dict[type, _Getter]] = {}


def _compared(cls: type) -> _Getter:
    """What takes the fields that are compared out of a value of a class."""
    names = tuple(each.name for each in _fields(cls) if each.eq)
    found: _Getter = attrgetter(*names) if names else _nothing
    _COMPARED[cls] = found
    return found


def _nothing(_: object) -> tuple[()]:
    return ()
