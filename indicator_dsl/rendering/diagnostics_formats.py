"""Diagnostics in the formats of other programs: annotations of GitHub, and SARIF.

Changes no sentence; only says it in another shape.
"""

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from indicator_dsl.codes import all_codes
from indicator_dsl.diagnostics import Diagnostic, Fix, Severity
from indicator_dsl.source import Place
from indicator_dsl.wording import Lang

_GITHUB: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_NEWLINE: Final = "%0A"


def diagnostics_to_github(diagnostics: Sequence[Diagnostic], lang: Lang = "en") -> str:
    """Diagnostics as workflow commands, one to a line, each shown at its place in a pull request.

    Example:
        >>> from indicator_dsl.codes import FILE_MISSING
        >>> print(diagnostics_to_github([FILE_MISSING.of_file("a.ind")]), end="")
        ::error file=a.ind,title=IND801 file-missing::there is no file `a.ind`%0Alook at the \
spelling of the path
    """
    return "".join(f"{_annotation(diagnostic, lang)}\n" for diagnostic in diagnostics)


def diagnostics_to_sarif(diagnostics: Sequence[Diagnostic], lang: Lang = "en") -> dict[str, object]:
    """Diagnostics as a SARIF 2.1.0 log, with the corrections that are known.

    Columns are counted in code points. A rule is described for each code that occurs.

    Example:
        >>> from indicator_dsl.codes import FILE_MISSING
        >>> log = diagnostics_to_sarif([FILE_MISSING.of_file("a.ind")])
        >>> log["runs"][0]["results"][0]["ruleId"]
        'IND801'
    """
    used = sorted({diagnostic.code for diagnostic in diagnostics})
    rules = [_rule(code, lang) for code in used]
    results = [_result(diagnostic, used.index(diagnostic.code), lang) for diagnostic in diagnostics]
    driver = {"name": "indicator-dsl", "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _annotation(diagnostic: Diagnostic, lang: Lang) -> str:
    properties: dict[str, object] = {}
    if diagnostic.file_name:
        properties["file"] = diagnostic.file_name
    place = diagnostic.place
    if place is not None:
        properties |= {"line": place.start.line, "endLine": place.end.line}
        if place.start.line == place.end.line:  # columns are refused over several lines
            properties |= {"col": place.start.column, "endColumn": place.end.column}
    properties["title"] = f"{diagnostic.code} {diagnostic.name}"
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_GITHUB[diagnostic.severity]} {shown}::{_data(_said(diagnostic, lang))}"


def _said(diagnostic: Diagnostic, lang: Lang) -> str:
    """The message, with the notes and the help below it."""
    lines = [diagnostic.message, *diagnostic.notes]
    if diagnostic.help is not None:
        lines.append(diagnostic.help)
    return "\n".join(line.in_lang(lang) for line in lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", _NEWLINE)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _rule(code: str, lang: Lang) -> dict[str, object]:
    known = next(each for each in all_codes() if each.code == code)
    rule: dict[str, object] = {
        "id": code,
        "name": known.name,
        "shortDescription": {"text": known.name.replace("-", " ")},
        "fullDescription": {"text": known.message.in_lang(lang)},
        "defaultConfiguration": {"level": known.severity.value},
    }
    if known.help.en:
        rule["help"] = {"text": known.help.in_lang(lang)}
    return rule


def _result(diagnostic: Diagnostic, rule: int, lang: Lang) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": {"text": _said(diagnostic, lang)},
    }
    if diagnostic.place is not None:
        result["locations"] = [{"physicalLocation": _physical(diagnostic.place)}]
    elif diagnostic.file_name:
        artifact = {"artifactLocation": {"uri": _uri(diagnostic.file_name)}}
        result["locations"] = [{"physicalLocation": artifact}]
    related = [
        {
            "physicalLocation": _physical(label.place),
            "message": {"text": label.text.in_lang(lang) or label.place.text},
        }
        for label in diagnostic.labels[1:]
    ]
    if related:
        result["relatedLocations"] = related
    if diagnostic.fix is not None:
        result["fixes"] = [_fix(diagnostic.fix)]
    return result


def _physical(place: Place) -> dict[str, object]:
    return {"artifactLocation": {"uri": _uri(place.source.name)}, "region": _region(place)}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    }


def _fix(fix: Fix) -> dict[str, object]:
    change = {
        "artifactLocation": {"uri": _uri(fix.place.source.name)},
        "replacements": [
            {"deletedRegion": _region(fix.place), "insertedContent": {"text": fix.replacement}}
        ],
    }
    return {"artifactChanges": [change]}


def _uri(name: str) -> str:
    """A path as a URI reference; a drive letter makes it absolute."""
    path = name.replace("\\", "/")
    has_drive = path[1:2] == ":" and path[:1].isalpha()
    return f"file:///{quote(path, safe='/:')}" if has_drive else quote(path)
