"""Actuals from any file that may hold them, told apart by the end of its name.

Reads and reports; the values stay as written.
"""

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from indicator_dsl.compiler import compile_actuals
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.reading import decoded, read_bytes
from indicator_dsl.files.separated import actuals_from_separated
from indicator_dsl.files.structured import actuals_from_json, actuals_from_toml
from indicator_dsl.files.workbooks import actuals_from_workbook
from indicator_dsl.model import Actuals

_TEXTS: Final = {
    ".json": actuals_from_json,
    ".toml": actuals_from_toml,
    ".csv": actuals_from_separated,
    ".tsv": actuals_from_separated,
}
_WORKBOOKS: Final = (".xlsx", ".xlsm", ".xls")
ACTUALS_ENDINGS: Final = (".act", *_TEXTS, *_WORKBOOKS)


def read_actuals(
    file: Path | Traversable, collector: Collector, *, name: str = ""
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
        actuals = actuals_from_workbook(content, shown, collector)
    else:
        source = decoded(content, shown, collector)
        read = _TEXTS.get(ending, compile_actuals)
        actuals = None if source is None else read(source, collector)
    return None if collector.has_errors else actuals
