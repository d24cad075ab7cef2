"""Profiles that lie in files beside a ruleset, confined to its folder.

Finds and reads them; judges nothing they say.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PureWindowsPath
from typing import Final

from indicator_dsl import codes
from indicator_dsl.compiler import Desk, Library, ShippedLibrary, unknown_profile
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.reading import read_source
from indicator_dsl.files.shelf import Shipped, is_path, shipped_rulesets
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import UseNode
from indicator_dsl.wording import nearest

_MOST_LOOKED_AT: Final = 500


class FolderLibrary:
    """Finds files relative to the one that uses them, and shipped profiles by their id.

    No file outside the ruleset's folder is ever opened, by whatever path or link.
    """

    def __init__(self, file: Path, source: SourceText) -> None:
        """For the ruleset of that file; `source` is its text."""
        top = _resolved(file)
        self._root = _resolved(file.parent)
        self._shown_root = file.parent
        self._known: dict[Path, SourceText] = {} if top is None else {top: source}
        self._folders = {source: self._root}
        self._shipped = ShippedLibrary()

    def find(self, name: str, collector: Collector, at: UseNode, desk: Desk) -> SourceText | None:
        """The text of a profile; None, with a diagnostic, when there is none."""
        folder = self._folders.get(desk.source)
        if not is_path(name) or folder is None or self._root is None:
            return self._shipped.find(name, collector, at, desk)
        plain = name.replace("\\", "/")  # the same ruleset on every system
        outside = codes.PROFILE_OUTSIDE.at(desk.place(at.profile.span), name=name)
        windows = PureWindowsPath(name)
        if windows.drive or windows.root:
            collector.add(outside)
            return None
        wanted = _resolved(folder / plain)
        if wanted is not None and not wanted.is_relative_to(self._root):
            collector.add(outside)
            return None
        if wanted is None or not _is_regular(wanted):
            known = [*_beside(folder), *(shipped.id for shipped in shipped_rulesets())]
            collector.add(unknown_profile(name, nearest(plain, known), at, desk))
            return None
        return self._read(wanted, collector)

    def _read(self, file: Path, collector: Collector) -> SourceText | None:
        if file not in self._known:
            shown = self._shown_root / file.relative_to(self._root or file)
            source = read_source(file, collector, name=str(shown))
            if source is None:
                return None
            self._known[file] = source
            self._folders[source] = file.parent
        return self._known[file]


def library_for(found: Path | Shipped | None, source: SourceText) -> Library:
    """Where a ruleset's `use` looks.

    Args:
        found: Where the ruleset was found; a shipped one, or a text without a file (None), uses
            shipped profiles only.
        source: The ruleset's text.

    Example:
        >>> type(library_for(None, SourceText("<text>", ""))).__name__
        'ShippedLibrary'
    """
    return FolderLibrary(found, source) if isinstance(found, Path) else ShippedLibrary()


def _resolved(path: Path) -> Path | None:
    """The path without links; None when it cannot be followed."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # a circle of links, a NUL, a name too long
        return None


def _is_regular(path: Path) -> bool:
    """Whether it is an ordinary file: a pipe or a device would never end."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _beside(folder: Path) -> Iterator[str]:
    try:
        entries = islice(folder.iterdir(), _MOST_LOOKED_AT)
        yield from sorted(entry.name for entry in entries if entry.suffix == ".ind")
    except OSError:
        return
