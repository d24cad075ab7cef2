"""Arguments as sources and actuals.

Paths, shipped ids and `-` for standard input. Reports through a collector.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from indicator_dsl import codes
from indicator_dsl.compiler import compile_actuals, compile_ruleset
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import (
    COMPILED_SUFFIX,
    MAX_BYTES,
    Shipped,
    actuals_beside,
    decoded,
    find_ruleset,
    library_for,
    read_actuals,
    read_compiled,
    read_source,
    shipped_rulesets,
)
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.source import SourceText
from indicator_dsl.wording import Text

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


STANDARD_INPUT = "-"


def source_of_path(argument: str, collector: Collector) -> SourceText | None:
    """The text of a path, or of standard input for `-`."""
    if argument == STANDARD_INPUT:
        return _source_of_standard_input(collector)
    return read_source(Path(argument), collector)


def is_file_argument(argument: str) -> bool:
    """Whether an argument of `check` means a file: it looks like one, or one lies there."""
    if argument == STANDARD_INPUT or any(sign in argument for sign in "/\\."):
        return True
    try:
        is_there = bool(argument) and Path(argument).exists()
    except OSError:  # too long for a name
        is_there = False
    return is_there and argument not in {shipped.id for shipped in shipped_rulesets()}


def is_folder(argument: str) -> bool:
    """Whether a folder lies there; a name too long, or with a NUL in it, is none."""
    try:
        return Path(argument).is_dir()
    except (OSError, ValueError):
        return False


def bytes_of_standard_input(collector: Collector, *, limit: int = MAX_BYTES) -> bytes | None:
    """At most one byte more than a file may have; None, with a diagnostic, when it is closed."""
    if sys.stdin is None:  # closed by the shell: `<&-`
        why = Text("it is closed", "已关闭")
        collector.add(codes.FILE_UNREADABLE.of_file("<stdin>", why=why))
        return None
    return sys.stdin.buffer.read(limit + 1)


def _source_of_standard_input(collector: Collector) -> SourceText | None:
    content = bytes_of_standard_input(collector)
    return None if content is None else decoded(content, "<stdin>", collector)


def ruleset_of(argument: str, collector: Collector) -> tuple[Ruleset | None, Path | Shipped | None]:
    """The ruleset an argument names, and where it was found (None for standard input)."""
    if argument.endswith(COMPILED_SUFFIX):
        return read_compiled(Path(argument), collector), Path(argument)
    source, found = ruleset_source_of(argument, collector)
    if source is None:
        return None, found
    return compile_ruleset(source, collector, library_for(found, source)), found


def ruleset_source_of(
    argument: str, collector: Collector
) -> tuple[SourceText | None, Path | Shipped | None]:
    """The text of the ruleset an argument names, and where it was found."""
    if argument == STANDARD_INPUT:
        return source_of_path(argument, collector), None
    found = find_ruleset(argument, collector)
    if found is None:
        return None, None
    if isinstance(found, Shipped):
        return read_source(found.ruleset, collector, name=f"{found.id}/ruleset.ind"), found
    return read_source(found, collector), found


def has_actuals(found: Path | Shipped | None) -> bool:
    """Whether actuals lie with a ruleset, so that they can be read though it is in error."""
    return found is not None and actuals_beside(found) is not None


def actuals_of(
    argument: str | None, found: Path | Shipped | None, shown: str, collector: Collector
) -> Actuals | None:
    """The actuals an argument names; when none is named, those that lie with the ruleset."""
    if argument == STANDARD_INPUT:
        source = source_of_path(argument, collector)
        return None if source is None else compile_actuals(source, collector)
    if argument is not None:
        return read_actuals(Path(argument), collector)
    beside = actuals_beside(found) if found is not None else None
    if beside is None:
        collector.add(codes.ACTUALS_NOT_NAMED.of_file(shown))
        return None
    return read_actuals(beside, collector, name=_name(beside, found))


def _name(beside: "Path | Traversable", found: Path | Shipped | None) -> str:
    return f"{found.id}/{beside.name}" if isinstance(found, Shipped) else str(beside)
