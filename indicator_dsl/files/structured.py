"""Actuals from JSON and TOML: names with values, alone or beside what was reported.

Numbers keep the digits they were written with; no binary number comes in between.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final, TypeVar

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.json_values import json_value, refuse_data
from indicator_dsl.files.parser_faults import fault_text, words_text
from indicator_dsl.model import Actuals, Entry
from indicator_dsl.quantities import NotANumber, number_from_python, number_from_text
from indicator_dsl.source import SourceText
from indicator_dsl.wording import Text, name_from_text, nearest

_KEYS: Final = ("title", "year", "actuals", "reported", "reasons", "total_reported")
_TOML_PLACE: Final = re.compile(r"\(at line (\d+), column (\d+)\)")
_LONGEST: Final = 40
_A_VALUE: Final = Text("a text, a number, a day, true or false", "文本、数字、日期或 true/false")
_MAPPING: Final = Text("names with values", "名称与值的对照")
_TEXT: Final = Text("a text", "文本")
_NUMBER: Final = Text("a number", "数字")
_T = TypeVar("_T", str, int)


def actuals_from_json(source: SourceText, collector: Collector) -> Actuals | None:
    """The actuals of a JSON text; None when the collector then holds an error.

    Example:
        >>> source = SourceText("a.json", '{"满意度": 94.50}')
        >>> actuals_from_json(source, Collector()).entries[0].cell
        Decimal('94.50')
    """
    found = json_value(source, collector, whole=_whole, decimal=_decimal)
    return None if found is None else _actuals(found.value, source.name, collector)


def actuals_from_toml(source: SourceText, collector: Collector) -> Actuals | None:
    """The actuals of a TOML text; None when the collector then holds an error.

    Example:
        >>> source = SourceText("a.toml", '"年办件量" = "33 万件"')
        >>> actuals_from_toml(source, Collector()).entries[0].cell
        '33 万件'
    """
    try:
        found = tomllib.loads(source.text, parse_float=_decimal)
    except tomllib.TOMLDecodeError as fault:
        where = _TOML_PLACE.search(str(fault))
        why = _TOML_PLACE.sub("", str(fault)).strip()
        at = None if where is None else _offset(source, int(where[1]), int(where[2]))
        refuse_data(source, at, "TOML", words_text(why), collector)
        return None
    except (ValueError, RecursionError) as fault:
        refuse_data(source, None, "TOML", fault_text(fault), collector)
        return None
    return _actuals(found, source.name, collector)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text.replace("_", ""))
    except InvalidOperation:
        return Decimal("NaN")  # an exponent beyond all bounds: unreadable, as any nan


def _whole(text: str) -> int | Decimal:
    return int(text) if len(text) < _LONGEST else _decimal(text)


def _offset(source: SourceText, line: int, column: int) -> int:
    if not 1 <= line <= source.line_count:
        return len(source.text)
    return min(source.line_span(line).start + column - 1, len(source.text))


def _actuals(found: object, name: str, collector: Collector) -> Actuals | None:
    if not isinstance(found, Mapping):
        _unfit(name, name, _MAPPING, collector)
        return None
    if not isinstance(found.get("actuals"), Mapping) and not (found and set(found) <= set(_KEYS)):
        found = {"actuals": found}  # names with values and nothing else
    _refuse_unknown_keys(found, name, collector)
    read = _Reader(found, name, collector)
    title, year = read.one("title", str, _TEXT), read.one("year", int, _NUMBER)
    cells, reported = read.mapping("actuals"), read.mapping("reported")
    reasons = read.mapping("reasons")
    entries: dict[str, Entry] = {}
    for key in dict.fromkeys((*cells, *reported, *reasons)):
        said = name_from_text(key)
        if said in entries:
            collector.add(codes.KEY_REPEATED.of_file(name, key=key))
            continue
        cell, items = read.cell(key, cells.get(key))
        entries[said] = Entry(
            name=said,
            cell=cell,
            items=items,
            reported=read.points(f"reported.{key}", reported.get(key)),
            reason=read.reason(key, reasons.get(key)),
        )
    total = read.points("total_reported", found.get("total_reported"))
    if collector.has_errors:
        return None
    return Actuals(
        title=title or "", year=year, entries=tuple(entries.values()), reported_total=total
    )


def _refuse_unknown_keys(found: Mapping[str, object], name: str, collector: Collector) -> None:
    for key in found:
        if key in _KEYS:
            continue
        near = nearest(key, _KEYS)
        said = Text("; did you mean {en}?", "；是否为 {zh}？").filled(
            en=", ".join(near), zh="、".join(near)
        )
        collector.add(
            codes.KEY_UNKNOWN.of_file(name, key=key, nearest=said if near else Text("", ""))
        )


def _unfit(name: str, key: str, wanted: Text, collector: Collector) -> None:
    collector.add(codes.VALUE_UNFIT.of_file(name, key=key, wanted=wanted))


class _Reader:
    """The parts of the data, each checked for its kind."""

    def __init__(self, found: Mapping[str, object], name: str, collector: Collector) -> None:
        self._found = found
        self._unfit: Callable[[str, Text], None] = lambda key, wanted: _unfit(
            name, key, wanted, collector
        )

    def one(self, key: str, kind: type[_T], wanted: Text) -> _T | None:
        """The value of a key."""
        value = self._found.get(key)
        if value is None:
            return None
        if not isinstance(value, kind) or isinstance(value, bool):
            self._unfit(key, wanted)
            return None
        return value

    def mapping(self, key: str) -> Mapping[str, object]:
        """The names below a key."""
        value = self._found.get(key, {})
        if isinstance(value, Mapping):
            return value
        self._unfit(key, _MAPPING)
        return {}

    def cell(self, key: str, value: object) -> tuple[object, tuple[tuple[str, object], ...]]:
        """A cell, or the answers to a checklist."""
        if not isinstance(value, Mapping):
            return self._plain(f"actuals.{key}", value), ()
        items = [
            (name_from_text(item), self._plain(f"actuals.{key}.{item}", answer))
            for item, answer in value.items()
        ]
        return None, tuple(items)

    def _plain(self, key: str, value: object) -> object:
        if value is None or isinstance(value, str | bool | int | Decimal | date):
            return value
        self._unfit(key, _A_VALUE)
        return None

    def points(self, key: str, value: object) -> Fraction | None:
        """A number of points."""
        try:
            match value:
                case None:
                    return None
                case bool():
                    pass
                case str():
                    return number_from_text(value)
                case int() | Decimal():
                    return number_from_python(value)
                case _:
                    pass
        except NotANumber:
            pass
        self._unfit(key, _NUMBER)
        return None

    def reason(self, key: str, value: object) -> str:
        """Why an office fell short."""
        if value is None or isinstance(value, str):
            return value or ""
        self._unfit(f"reasons.{key}", _TEXT)
        return ""
