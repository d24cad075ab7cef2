"""A ruleset's values as plain JSON data and back, each field by the type it is declared with.

Nothing but the classes a ruleset is made of can come out, and no number beyond all use.
"""

import types
from collections.abc import Callable
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache, partial
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, Attribute, Factory, fields, has

from indicator_dsl.methods import drawn
from indicator_dsl.model import Measured, Ruleset
from indicator_dsl.source import Place, SourceText, Span

_MOST_DIGITS: Final = 10**121  # of a unit's factor; figures have far fewer
_MOST_PLACES: Final = 9
_TAG: Final = "is"


class Unfit(ValueError):
    """Data that is no ruleset: `where` is the field at fault."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


def data_from_ruleset(ruleset: Ruleset) -> dict[str, Any]:
    """A ruleset as JSON data: its texts, and its values without what is as it is by default.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> data = data_from_ruleset(parse_ruleset("满意度 >= 95 % weight 10").model)
        >>> data["ruleset"]["indicators"][0]["weight"]
        '10'
    """
    sources: dict[SourceText, int] = {}
    told = _told(ruleset, sources)
    return {"texts": [[each.name, each.text] for each in sources], "ruleset": told}


def _told(value: object, sources: dict[SourceText, int]) -> Any:  # noqa: ANN401, PLR0911 - JSON data
    match value:
        case None | bool() | str() | int():
            return value
        case Fraction():
            return str(value)
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple():
            return [_told(each, sources) for each in value]
        case Place():
            source = sources.setdefault(value.source, len(sources))
            return [source, value.span.start, value.span.end, *value.headings]
    found = {_TAG: type(value).__name__}
    for field in _kept(type(value)):
        inner = getattr(value, field.name)
        if not _is_default(field, inner):
            found[field.name] = _told(inner, sources)
    return found


def _kept(cls: type) -> tuple["Attribute[Any]", ...]:
    return tuple(field for field in fields(cls) if field.init and field.name != "draw")


def _is_default(field: "Attribute[Any]", value: object) -> bool:
    default = field.default
    if default is NOTHING or isinstance(default, Factory):  # type: ignore[arg-type]
        return False
    return value is default or (not isinstance(value, Place) and value == default)


def ruleset_from_data(data: object) -> Ruleset:
    """The ruleset of such data.

    Raises:
        Unfit: when it is not such data.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("满意度 >= 95 % weight 10").model
        >>> ruleset_from_data(data_from_ruleset(ruleset)) == ruleset
        True
    """
    if not isinstance(data, dict) or not isinstance(data.get("texts"), list):
        raise Unfit("texts")
    texts = []
    for each in data["texts"]:
        match each:
            case [str() as name, str() as text]:
                texts.append(SourceText(name, text))
            case _:
                raise Unfit("texts")
    found = _Reader(tuple(texts)).value(data.get("ruleset"), Ruleset, "ruleset")
    if not isinstance(found, Ruleset) or found.rounding.places not in range(_MOST_PLACES + 1):
        raise Unfit("rounding")
    return found


class _Reader:
    def __init__(self, texts: tuple[SourceText, ...]) -> None:
        self._texts = texts

    def value(self, data: object, kind: Any, where: str) -> object:  # noqa: ANN401 - any type
        """The value of a type; each branch refuses what is no such value."""
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return self._one_of(data, get_args(kind), where)
        if origin is tuple:
            return self._tuple(data, get_args(kind), where)
        plain = _PLAIN.get(kind)
        try:
            if plain is not None:
                return plain(data)
            if kind is Place:
                return self._place(data)
            if isinstance(kind, type) and issubclass(kind, Enum):
                return kind(data)
        except (ValueError, TypeError, ZeroDivisionError, IndexError, OverflowError) as fault:
            raise Unfit(where) from fault
        if isinstance(kind, type) and has(kind):
            return self._object(data, kind, where)
        raise Unfit(where)

    def _one_of(self, data: object, kinds: tuple[Any, ...], where: str) -> object:
        if data is None and type(None) in kinds:
            return None
        tag = data.get(_TAG) if isinstance(data, dict) else None
        for kind in kinds:
            is_tagged = isinstance(kind, type) and has(kind) and kind is not Place
            if is_tagged and kind.__name__ == tag:
                return self._object(data, kind, where)
            if not is_tagged and tag is None and kind is not type(None):
                return self.value(data, kind, where)
        raise Unfit(where)

    def _tuple(self, data: object, kinds: tuple[Any, ...], where: str) -> tuple[object, ...]:
        if not isinstance(data, list):
            raise Unfit(where)
        if len(kinds) == 2 and kinds[1] is ...:  # noqa: PLR2004 - tuple[X, ...]
            return tuple(self.value(each, kinds[0], where) for each in data)
        if len(kinds) != len(data):
            raise Unfit(where)
        return tuple(self.value(each, kind, where) for each, kind in zip(data, kinds, strict=True))

    def _place(self, data: object) -> Place:
        match data:
            case [int() as source, int() as start, int() as end, *headings] if all(
                isinstance(each, str) for each in headings
            ):
                if not 0 <= start <= end <= len(self._texts[source].text):
                    raise ValueError(start)
                return Place(self._texts[source], Span(start, end), tuple(map(str, headings)))
        raise TypeError(data)

    def _object(self, data: object, cls: type, where: str) -> object:
        if not isinstance(data, dict) or data.get(_TAG) != cls.__name__:
            raise Unfit(where)
        kinds = _types_of(cls)
        if not data.keys() <= {_TAG, *kinds}:
            raise Unfit(where)
        given = {
            name: self.value(inner, kinds[name], f"{where}.{name}")
            for name, inner in data.items()
            if name != _TAG
        }
        measure, weight = given.get("measure"), given.get("weight")
        if isinstance(measure, _Undrawn) and isinstance(weight, Fraction):
            given["measure"] = measure.drawn(weight)
        try:
            return _Undrawn(given) if cls is Measured else cls(**given)
        except (ValueError, TypeError) as fault:
            raise Unfit(where) from fault


class _Undrawn:
    """A measure whose curve waits for the weight."""

    def __init__(self, given: dict[str, Any]) -> None:
        self._given = given

    def drawn(self, weight: Fraction) -> Measured:
        given = self._given
        plain = Measured(**given, draw=_nothing)
        draw = partial(drawn, plain.method, plain.target, weight, plain.scheme, plain.guards)
        return Measured(**given, draw=draw)


def _nothing() -> Any:  # noqa: ANN401 - never called
    raise NotImplementedError


@cache
def _types_of(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in _kept(cls)}


def _is(kind: type) -> Callable[[object], object]:
    def read(data: object) -> object:
        if type(data) is not kind:
            raise TypeError(data)
        return data

    return read


def _whole(data: object) -> int:
    if type(data) is not int or abs(data) >= _MOST_DIGITS:
        raise TypeError(data)
    return data


def _fraction(data: object) -> Fraction:
    above, slash, below = str(_is(str)(data)).partition("/")
    found = Fraction(int(above), int(below) if slash else 1)
    if max(abs(found.numerator), found.denominator) >= _MOST_DIGITS:
        raise ValueError(data)
    return found


_PLAIN: Final[dict[Any, Callable[[object], object]]] = {
    str: _is(str),
    bool: _is(bool),
    int: _whole,
    Fraction: _fraction,
    date: lambda data: date.fromisoformat(str(_is(str)(data))),
}
