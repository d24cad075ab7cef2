"""Rulesets and cases as pytest items: one for each example, one for each case.

Loaded by the plugin when it is switched on; needs pytest.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from indicator_dsl.testing.discovery import CASES, CaseFile, Sheet, home_of
from indicator_dsl.testing.outcomes import Outcome
from indicator_dsl.testing.running import Bench


class NotPassed(Exception):
    """A trial that failed; `outcome` tells why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome

    def __str__(self) -> str:
        return str(self.outcome)


class TrialItem(pytest.Item):
    """One trial as a test."""

    outcome: Outcome

    @classmethod
    def of(cls, parent: pytest.Collector, name: str, outcome: Outcome) -> "TrialItem":
        """The item of an outcome."""
        item: TrialItem = cls.from_parent(parent, name=name)
        item.outcome = outcome
        return item

    def runtest(self) -> None:
        """Passes, or says what does not hold.

        Raises:
            NotPassed: when the trial failed.
        """
        if not self.outcome.is_passed:
            raise NotPassed(self.outcome)

    def repr_failure(
        self,
        excinfo: pytest.ExceptionInfo[BaseException],
        style: object = None,  # noqa: ARG002 - pytest's own signature
    ) -> str:
        """Expected and actual, and where; no traceback of ours."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the trial stands, lines counted from 0 as pytest does."""
        return self.path, self.outcome.line - 1, self.name


class RulesetFile(pytest.File):
    """A ruleset; its items are its examples, or the one failure when it does not compile."""

    def collect(self) -> Iterator[TrialItem]:
        """Every example as an item; the same example twice gets a number."""
        bench = Bench()
        name = _shown(self.path, self.config)
        seen: dict[str, int] = {}
        for outcome in bench.examples_of(Sheet(self.path, name)):
            seen[outcome.name] = seen.get(outcome.name, 0) + 1
            times = f" #{seen[outcome.name]}" if seen[outcome.name] > 1 else ""
            yield TrialItem.of(self, outcome.name + times, outcome)
        failure = bench.failure_of(name)
        if failure is not None:
            yield TrialItem.of(self, "compiles", failure)


class CasesFile(pytest.File):
    """A file with one case."""

    kept: ClassVar[pytest.StashKey[Bench]] = pytest.StashKey()

    def collect(self) -> Iterator[TrialItem]:
        """The case as an item; rulesets are compiled once a session."""
        bench = self.config.stash.setdefault(self.kept, Bench())
        file = CaseFile(self.path, _shown(self.path, self.config), home_of(self.path))
        outcome = bench.case_in(file)
        yield TrialItem.of(self, outcome.name, outcome)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    """Takes rulesets, and cases in a folder `cases` beside a `ruleset.ind`."""
    if file_path.suffix == ".ind":
        return _file(RulesetFile, parent, file_path)
    if file_path.suffix != ".toml" or CASES not in file_path.parts:
        return None
    if not (home_of(file_path) / "ruleset.ind").is_file():
        return None
    return _file(CasesFile, parent, file_path)


def _file(kind: type[pytest.File], parent: pytest.Collector, path: Path) -> pytest.File:
    made: pytest.File = kind.from_parent(parent, path=path)
    return made


def _shown(path: Path, config: pytest.Config) -> str:
    """The path as the session's reader knows it."""
    root = config.rootpath
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
