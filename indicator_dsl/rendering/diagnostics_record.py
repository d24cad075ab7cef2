"""Diagnostics as plain data for JSON, and the schema that data keeps to. Draws nothing."""

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import cast

from indicator_dsl.diagnostics import Diagnostic, Label
from indicator_dsl.source import Place
from indicator_dsl.wording import Lang


def diagnostics_to_dict(diagnostics: Sequence[Diagnostic], lang: Lang = "en") -> dict[str, object]:
    """Diagnostics as dictionaries, lists, strings, numbers and null; sentences in one language.

    Lines and columns are counted from 1, columns in characters; the end is the position just
    behind the last character. All four are null when there is no text to point into.

    Example:
        >>> from indicator_dsl.codes import FILE_MISSING
        >>> diagnostics_to_dict([FILE_MISSING.of_file("a.ind")])["diagnostics"][0]["message"]
        'there is no file `a.ind`'
    """
    return {"diagnostics": [_record(diagnostic, lang) for diagnostic in diagnostics]}


def diagnostics_schema() -> dict[str, object]:
    """The JSON Schema of `diagnostics_to_dict`.

    Example:
        >>> diagnostics_schema()["title"]
        'Diagnostics'
    """
    text = files(__package__).joinpath("diagnostics.schema.json").read_text(encoding="utf-8")
    return cast("dict[str, object]", json.loads(text))


def _record(diagnostic: Diagnostic, lang: Lang) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message.in_lang(lang),
        "file": diagnostic.file_name or None,
        **_position(diagnostic.place),
        "help": None if diagnostic.help is None else diagnostic.help.in_lang(lang),
        "basis": diagnostic.citation or None,
        "notes": [note.in_lang(lang) for note in diagnostic.notes],
        "related": [_related(label, lang) for label in diagnostic.labels[1:]],
    }


def _position(place: Place | None) -> dict[str, int | None]:
    if place is None:
        return dict.fromkeys(("line", "column", "end_line", "end_column"))
    return {
        "line": place.start.line,
        "column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
    }


def _related(label: Label, lang: Lang) -> dict[str, object]:
    return {
        "file": label.place.source.name,
        **_position(label.place),
        "text": label.text.in_lang(lang),
    }
