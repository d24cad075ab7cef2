"""Which rulesets and cases the arguments of a test run mean. Finds files and opens none."""

import os
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path, PurePosixPath

from attrs import field, frozen

from indicator_dsl import codes
from indicator_dsl.assets import rulesets
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import Shipped, find_ruleset
from indicator_dsl.source import Place

CASES = "cases"


@frozen
class Sheet:
    """Where a ruleset lies; `name` is how its reader knows it."""

    found: Path | Shipped
    name: str

    @property
    def file(self) -> Path | Traversable:
        """The file itself."""
        return self.found.ruleset if isinstance(self.found, Shipped) else self.found


@frozen
class CaseFile:
    """A file with a case; `home` is the folder its ruleset lies in, or the shipped one it is of."""

    file: Path | Traversable
    name: str
    home: Path | Shipped


@frozen
class Found:
    """What there is to test, and what was asked for and is not there."""

    sheets: tuple[Sheet, ...] = field(factory=tuple)
    cases: tuple[CaseFile, ...] = field(factory=tuple)


def find_tests(arguments: Iterable[str | PathLike[str]], collector: Collector) -> Found:
    """Every ruleset and case that folders, files and ids of shipped rulesets hold, each once.

    Of a folder these are all `*.ind` and `cases/**/*.toml` below it, hidden folders left out; of
    a ruleset the file and the cases beside it.

    Example:
        >>> collector = Collector()
        >>> [sheet.name for sheet in find_tests(["chaoyang-window-2024"], collector).sheets]
        ['chaoyang-window-2024/ruleset.ind']
    """
    sheets: dict[str, Sheet] = {}
    cases: dict[str, CaseFile] = {}
    for argument in arguments:
        found = _found_of(argument, collector)
        sheets |= {sheet.name: sheet for sheet in found.sheets}
        cases |= {case.name: case for case in found.cases}
    return Found(tuple(sheets.values()), tuple(cases.values()))


def sheet_of_case(
    home: Path | Shipped, file: str, place: Place, collector: Collector
) -> Sheet | None:
    """The ruleset a case is about; None, with a diagnostic, when there is none.

    Args:
        home: The folder the case belongs to, or the shipped ruleset.
        file: What the case names: a path inside `home` or an id; empty for the folder's ruleset.
        place: Where the case says so.
        collector: Takes the diagnostics.
    """
    if isinstance(home, Shipped):
        return _shipped(file, collector) if file else _sheet(home)
    if not file:
        return _only_sheet_in(home, place, collector)
    if not _is_path(file):
        return _shipped(file, collector)
    wanted = home / PurePosixPath(file.replace("\\", "/"))
    if wanted.resolve().is_relative_to(home.resolve()):
        return _sheet(wanted)
    collector.add(codes.CASE_FILE_OUTSIDE.at(place, file=file))
    return None


def _only_sheet_in(home: Path, place: Place, collector: Collector) -> Sheet | None:
    if (home / "ruleset.ind").is_file():
        return _sheet(home / "ruleset.ind")
    beside = sorted(home.glob("*.ind"))
    if len(beside) == 1:
        return _sheet(beside[0])
    collector.add(codes.CASE_WITHOUT_RULESET.at(place, home=home, count=len(beside)))
    return None


def _found_of(argument: str | PathLike[str], collector: Collector) -> Found:
    path = Path(argument)
    if path.is_dir():
        found = _found_in(path)
        if not found.sheets and not found.cases:
            collector.add(codes.NOTHING_TO_TEST.of_file(str(path)))
        return found
    if path.suffix == ".toml":
        return Found(cases=(CaseFile(path, str(path), home_of(path)),))
    if path.suffix == ".ind" or (isinstance(argument, str) and _is_path(argument)):
        beside = path.parent / CASES
        return Found((_sheet(path),), tuple(_cases_below(beside)) if beside.is_dir() else ())
    shipped = find_ruleset(str(argument), collector)
    if not isinstance(shipped, Shipped):
        return Found()
    return Found((_sheet(shipped),), tuple(_cases_of(shipped)))


def _found_in(folder: Path) -> Found:
    files = sorted(_files_below(folder))
    sheets = [_sheet(file) for file in files if file.suffix == ".ind"]
    cases = [
        CaseFile(file, str(file), home_of(file))
        for file in files
        if file.suffix == ".toml" and CASES in file.resolve().parent.parts
    ]
    return Found(tuple(sheets), tuple(cases))


def _files_below(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        if "pyvenv.cfg" in files:  # an environment full of other people's files
            folders.clear()
            continue
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (Path(here) / file for file in files)


def _cases_below(folder: Path) -> Iterator[CaseFile]:
    for file in sorted(_files_below(folder)):
        if file.suffix == ".toml":
            yield CaseFile(file, str(file), home_of(file))


def _cases_of(shipped: Shipped) -> Iterator[CaseFile]:
    folder = rulesets().joinpath(shipped.id).joinpath(CASES)
    if not folder.is_dir():
        return
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            yield CaseFile(file, f"{shipped.id}/{CASES}/{file.name}", shipped)


def home_of(file: Path) -> Path:
    """The folder a case belongs to: the one that holds its folder `cases`, else its own.

    Example:
        >>> home_of(Path("sheet/cases/good/one.toml")).as_posix()
        'sheet'
    """
    for folder in (file.parent, *file.parent.parents):
        if folder.name == CASES:
            return folder.parent
    return file.parent


def _sheet(found: Path | Shipped) -> Sheet:
    return Sheet(found, f"{found.id}/ruleset.ind" if isinstance(found, Shipped) else str(found))


def _shipped(name: str, collector: Collector) -> Sheet | None:
    found = find_ruleset(name, collector)
    return _sheet(found) if isinstance(found, Shipped) else None


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or name.endswith(".ind")
