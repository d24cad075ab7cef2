"""Actuals held against the ruleset they are checked with: names, cells, year and title.

Asks the card, and has no question of its own.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.cli import inputs
from indicator_dsl.diagnostics import Diagnostic, Finding, Label
from indicator_dsl.files import ACTUALS_ENDINGS
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.scoring import evaluate
from indicator_dsl.source import NOWHERE
from indicator_dsl.wording import Text

# What is asked of a file; what was achieved, and what is still missing, is asked by `score`.
_OF_A_FILE: Final = frozenset(
    code.code
    for code in (
        codes.ACTUAL_UNKNOWN,
        codes.ACTUAL_UNREADABLE,
        codes.LET_SUPPLIED,
        codes.YEAR_DIFFERS,
        codes.TITLE_DIFFERS,
        codes.ITEM_UNKNOWN,
        codes.PERCENT_UNCLEAR,
    )
)


@frozen(kw_only=True)
class Checked:
    """One file: what it holds, as far as it can be read, and what is to be said of it."""

    file: str
    ruleset: Ruleset | None = None
    actuals: Actuals | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def holds_actuals(file: str) -> bool:
    """Whether an argument names actuals, by its ending."""
    return file.lower().endswith(ACTUALS_ENDINGS)


def names_a_pair(arguments: Sequence[str]) -> bool:
    """Whether one ruleset is named, and actuals besides."""
    rulesets = [each for each in dict.fromkeys(arguments) if not holds_actuals(each)]
    is_ruleset = len(rulesets) == 1 and not inputs.is_folder(rulesets[0])
    return is_ruleset and any(map(holds_actuals, arguments))


def held_together(files: Sequence[Checked]) -> Iterator[Diagnostic]:
    """What does not fit between the ruleset and each of the actuals."""
    ruleset = next((each.ruleset for each in files if each.ruleset is not None), None)
    for each in files:
        if ruleset is not None and each.actuals is not None:
            for finding in evaluate(ruleset, each.actuals).findings:
                if finding.code in _OF_A_FILE:
                    yield _as_diagnostic(finding, each.actuals, each.file)


def _as_diagnostic(finding: Finding, actuals: Actuals, file: str) -> Diagnostic:
    """The finding at the entry it speaks of, where that is a place in a text."""
    entry = actuals.entry(finding.indicator)
    is_placed = entry is not None and entry.place is not NOWHERE
    return Diagnostic(
        code=finding.code,
        name=finding.name,
        severity=finding.severity,
        message=finding.message,
        labels=(Label(entry.place, Text("", "")),) if entry is not None and is_placed else (),
        help=finding.ask,
        file=file,
    )
