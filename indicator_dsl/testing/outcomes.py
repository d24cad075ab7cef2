"""What came of trying one example or case. Values only; tries nothing itself."""

from enum import Enum

from attrs import frozen

from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.wording import Text


class Trial(Enum):
    """What was tried."""

    RULESET = "ruleset"
    EXAMPLE = "example"
    CASE = "case"


@frozen(kw_only=True)
class Mismatch:
    """One expectation that does not hold, both sides as a reader knows them.

    `line` is where the expectation stands in its file, counted from 1.
    """

    what: Text
    expected: Text
    actual: Text
    line: int


@frozen(kw_only=True)
class Outcome:
    """What came of one trial.

    `line` is where it stands in `file`, counted from 1. `diagnostics` are the mistakes for which
    it could not be tried at all.
    """

    trial: Trial
    name: str
    file: str
    line: int
    mismatches: tuple[Mismatch, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_passed(self) -> bool:
        """Whether it was tried and everything expected holds."""
        return not self.mismatches and not self.diagnostics

    def __str__(self) -> str:
        """The outcome as a plain text, one line for each expectation that does not hold."""
        head = f"{self.file}:{self.line}: {self.name}"
        told = [
            f"{self.file}:{each.line}: {each.what}: expected {each.expected}, got {each.actual}"
            for each in self.mismatches
        ]
        told += [f"{each.place or each.file_name}: {each.sentence()}" for each in self.diagnostics]
        return "\n".join([head, *(f"  {line}" for line in told)])
