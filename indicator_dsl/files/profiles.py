"""A profile that a reader names for forms: the id of a shipped one, or a file of their own.

Finds and tries it; decides nothing.
"""

from pathlib import Path
from typing import Final

from attrs import frozen

from indicator_dsl.compiler import Desk, Library, compile_ruleset
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.library import library_for
from indicator_dsl.files.reading import read_source
from indicator_dsl.files.shelf import find_ruleset
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import UseNode
from indicator_dsl.wording import name_from_text

_LONGEST: Final = 100
_TRIAL: Final = "x >= 1 件 weight 1 by pass\n"


@frozen(kw_only=True)
class Profile:
    """A profile that compiles: what a ruleset's `use` calls it, and where that name is found.

    One that is not shipped is found only beside the ruleset, once that stands in a file.
    """

    name: str
    library: Library
    is_shipped: bool


def profile_called(wanted: str, collector: Collector) -> Profile | None:
    """The profile a name means; None, with diagnostics, when there is none or it has errors.

    Args:
        wanted: The id of a shipped ruleset, or a path (it has a separator or ends in `.ind`).
        collector: Takes the diagnostics.

    Example:
        >>> profile_called("mof-2020", Collector()).name
        'mof-2020'
    """
    found = find_ruleset(wanted, collector)
    if found is None:
        return None
    name, library = wanted, library_for(None, SourceText("--profile", ""))
    if isinstance(found, Path):
        source = read_source(found, collector)
        if source is None:
            return None
        name = _said_name(found)
        library = _NamedLibrary(name, source, library_for(found, source))
    trial = Collector()
    text = f'use "{name}"\n{_TRIAL}'
    if compile_ruleset(SourceText("--profile", text), trial, library) is None:
        collector.extend(trial.sorted())
        return None
    return Profile(name=name, library=library, is_shipped=not isinstance(found, Path))


def _said_name(file: Path) -> str:
    """The file's name where a ruleset can say it."""
    name = file.name
    is_fit = name.isprintable() and name_from_text(name) == name and not set(name) & set('"“”')
    return name if is_fit and len(name) <= _LONGEST else "profile.ind"


class _NamedLibrary:
    """Knows one profile by its name, whatever ruleset asks, and what lies beside that profile."""

    def __init__(self, name: str, source: SourceText, beside: Library) -> None:
        self._name = name
        self._source = source
        self._beside = beside

    def find(self, name: str, collector: Collector, at: UseNode, desk: Desk) -> SourceText | None:
        """The text of a profile; None, with a diagnostic, when there is none."""
        if name == self._name and desk.source != self._source:
            return self._source
        return self._beside.find(name, collector, at, desk)
