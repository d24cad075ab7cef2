"""Actuals from any file that may hold them, told apart by the end of its name.

Reads and reports; the values stay as written.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from indicator_dsl import files
from indicator_dsl.compiler import compile_actuals
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.reading import decoded, read_bytes
from indicator_dsl.model import Actuals
from indicator_dsl.source import SourceText

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


_TEXTS: Final = (".json", ".toml", ".csv", ".tsv")
_WORKBOOKS: Final = (".xlsx", ".xlsm", ".xls")
ACTUALS_ENDINGS: Final = (".act", *_TEXTS, *_WORKBOOKS)


def read_actuals(
    file: "Path | Traversable", collector: Collector, *, name: str = ""
) -> Actuals | None:
    """The actuals of a file; None, with a diagnostic, when it cannot be read or has an error.

    Args:
        file: .json, .toml, .csv, .tsv or .xlsx; anything else is read as the language of .act.
        collector: Takes the diagnostics.
        name: How the reader knows the file; the path as given when empty.

    Example:
        >>> collector = Collector()
        >>> read_actuals(Path("no-such-file.csv"), collector) is None
        True
    """
    shown = name or str(file)
    content = read_bytes(file, collector, name=shown)
    if content is None:
        return None
    ending = Path(file.name).suffix.lower()
    if ending in _WORKBOOKS:
        actuals = files.actuals_from_workbook(content, shown, collector)
    else:
        source = decoded(content, shown, collector)
        actuals = None if source is None else _read(ending, source, collector)
    return None if collector.has_errors else actuals


def _read(ending: str, source: SourceText, collector: Collector) -> Actuals | None:
    """By the reader of that ending, each loaded when a file of it comes."""
    match ending:
        case ".json":
            return files.actuals_from_json(source, collector)
        case ".toml":
            return files.actuals_from_toml(source, collector)
        case ".csv" | ".tsv":
            return files.actuals_from_separated(source, collector)
        case _:
            return compile_actuals(source, collector)
