"""The value a JSON text holds, its numbers read as the caller says. Knows no key."""

import json
from collections.abc import Callable

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.parser_faults import fault_text, words_text
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.wording import Text

_Number = Callable[[str], object]


@frozen
class JsonValue:
    """What was found; `value` is None for `null`."""

    value: object


class _Repeated(ValueError):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def json_value(
    source: SourceText,
    collector: Collector,
    *,
    whole: _Number,
    decimal: _Number,
    span: Span | None = None,
) -> JsonValue | None:
    """The value of a JSON text; None, with a diagnostic, when it is none or repeats a key.

    Args:
        source: The text.
        collector: Takes the diagnostics.
        whole: Reads a number without point and exponent.
        decimal: Reads any other number; nan and the infinities are refused.
        span: The part of the text to read; all of it when None.

    Example:
        >>> json_value(SourceText("a.json", '{"a": 94.50}'), Collector(), whole=str, decimal=str)
        JsonValue(value={'a': '94.50'})
    """
    part = source.text if span is None else span.text_of(source.text)
    try:
        found = json.loads(
            part,
            parse_float=decimal,
            parse_int=whole,
            parse_constant=_refused,
            object_pairs_hook=_unrepeated,
        )
    except _Repeated as fault:
        collector.add(codes.KEY_REPEATED.of_file(source.name, key=fault.key))
        return None
    except json.JSONDecodeError as fault:
        at = fault.pos + (span.start if span else 0)
        refuse_data(source, at, "JSON", words_text(fault.msg), collector)
        return None
    except (ValueError, RecursionError) as fault:
        refuse_data(source, None, "JSON", fault_text(fault), collector)
        return None
    return JsonValue(found)


def refuse_data(
    source: SourceText, at: int | None, kind: str, why: Text, collector: Collector
) -> None:
    """Says that a text is not what it should be, at an offset where one is known."""
    if at is None:
        collector.add(codes.DATA_MALFORMED.of_file(source.name, kind=kind, why=why))
        return
    place = Place(source, Span(at, min(at + 1, len(source.text))))
    collector.add(codes.DATA_MALFORMED.at(place, file=source.name, kind=kind, why=why))


def _refused(constant: str) -> object:
    raise ValueError(constant)


def _unrepeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _Repeated(key)
        found[key] = value
    return found
