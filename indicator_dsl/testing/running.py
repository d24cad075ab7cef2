"""A whole test run: everything found is tried, and what nothing reached is told.

Reads files through the files room; prints nothing.
"""

from collections.abc import Iterator
from os import PathLike

from attrs import define, field, frozen

from indicator_dsl.compiler import compile_ruleset
from indicator_dsl.diagnostics import Collector, Diagnostic, Severity
from indicator_dsl.files import Shipped, library_for, read_source
from indicator_dsl.model import Ruleset
from indicator_dsl.scoring import evaluate
from indicator_dsl.source import SourceText
from indicator_dsl.testing.cases import Case, case_from_source
from indicator_dsl.testing.coverage import Reached, SheetCoverage
from indicator_dsl.testing.discovery import CaseFile, Sheet, find_tests, sheet_of_case
from indicator_dsl.testing.examples import try_example
from indicator_dsl.testing.expecting import mismatches_of_card, mismatches_of_codes
from indicator_dsl.testing.outcomes import Mismatch, Outcome, Trial


@frozen(kw_only=True)
class Report:
    """What came of a run: every trial in order, and what each ruleset left untried.

    `diagnostics` tell what was asked for and is not there.
    """

    outcomes: tuple[Outcome, ...] = ()
    coverage: tuple[SheetCoverage, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The trials that did not pass."""
        return tuple(outcome for outcome in self.outcomes if not outcome.is_passed)

    @property
    def is_passed(self) -> bool:
        """Whether everything asked for was there, and passed."""
        return not self.failed and not self.diagnostics


def run_tests(*paths: str | PathLike[str]) -> Report:
    """The report of testing folders, rulesets, files of cases, or shipped rulesets by their id.

    Args:
        paths: The current folder when none is given.

    Example:
        >>> report = run_tests("chaoyang-window-2024")
        >>> report.is_passed
        True
    """
    collector = Collector()
    found = find_tests(paths or (".",), collector)
    desk = Bench()
    outcomes: list[Outcome] = []
    for sheet in found.sheets:
        outcomes.extend(desk.examples_of(sheet))
    outcomes.extend(desk.case_in(file) for file in found.cases)
    broken = [outcome for name in desk.opened if (outcome := desk.failure_of(name)) is not None]
    return Report(
        outcomes=(*broken, *outcomes),
        coverage=tuple(desk.coverage()),
        diagnostics=collector.sorted(),
    )


@define
class Opened:
    """A ruleset that was compiled: None when it has errors, which `diagnostics` then holds."""

    ruleset: Ruleset | None
    diagnostics: tuple[Diagnostic, ...]
    reached: Reached = field(factory=Reached)
    is_judged: bool = False


@define
class Bench:
    """Where trials are made; each ruleset is compiled once."""

    opened: dict[str, Opened] = field(factory=dict)

    def open(self, sheet: Sheet) -> Opened:
        """The compiled ruleset of a file."""
        if sheet.name not in self.opened:
            collector = Collector()
            source = read_source(sheet.file, collector, name=sheet.name)
            ruleset = (
                None
                if source is None
                else compile_ruleset(source, collector, library_for(sheet.found, source))
            )
            self.opened[sheet.name] = Opened(ruleset, collector.sorted())
        return self.opened[sheet.name]

    def examples_of(self, sheet: Sheet) -> Iterator[Outcome]:
        """Every example a ruleset carries, tried; none when it does not compile."""
        opened = self.open(sheet)
        if opened.ruleset is None:
            return
        for example in opened.ruleset.examples:
            outcome, card = try_example(opened.ruleset, example)
            opened.reached.add(card)
            yield outcome

    def case_in(self, file: CaseFile) -> Outcome:
        """The case of a file, tried."""
        collector = Collector()
        source = read_source(file.file, collector, name=file.name)
        case = None if source is None else case_from_source(source, collector)
        opened = None if case is None else self._opened_for(case, file, collector)
        if case is None or opened is None:
            return Outcome(
                trial=Trial.CASE,
                name=case.name if case else file.name,
                file=file.name,
                line=1,
                diagnostics=collector.sorted(),
            )
        return _tried(case, opened)

    def failure_of(self, name: str) -> Outcome | None:
        """The failure of a ruleset that does not compile, unless a case expects just that."""
        opened = self.opened[name]
        if opened.ruleset is not None or opened.is_judged:
            return None
        errors = tuple(each for each in opened.diagnostics if each.severity is Severity.ERROR)
        place = errors[0].place
        line = place.start.line if place else 1
        return Outcome(trial=Trial.RULESET, name=name, file=name, line=line, diagnostics=errors)

    def coverage(self) -> Iterator[SheetCoverage]:
        """What was reached of every ruleset opened, as far as it compiles."""
        for name, opened in self.opened.items():
            if opened.ruleset is not None and opened.ruleset.indicators:
                yield opened.reached.of(opened.ruleset, name)

    def _opened_for(self, case: Case, file: CaseFile, collector: Collector) -> Opened | None:
        if case.ruleset is None:
            place = case.place("file") if case.file else case.place()
            sheet = sheet_of_case(file.home, case.file, place, collector)
            return None if sheet is None else self.open(sheet)
        own = Collector()
        source = SourceText(f"{file.name}#ruleset", case.ruleset)
        # As if it were a file in that folder.
        home = file.home if isinstance(file.home, Shipped) else file.home / f"{file.file.name}.ind"
        ruleset = compile_ruleset(source, own, library_for(home, source))
        return Opened(ruleset, own.sorted())


def _tried(case: Case, opened: Opened) -> Outcome:
    mismatches: list[Mismatch] = []
    diagnostics: tuple[Diagnostic, ...] = ()
    wanted = case.expected.codes
    if wanted is not None:
        opened.is_judged = True
        mismatches += mismatches_of_codes(wanted, opened.diagnostics, case.line_of)
    if opened.ruleset is not None:
        card = evaluate(opened.ruleset, case.actuals)
        opened.reached.add(card)
        mismatches += mismatches_of_card(case.expected, card, case.line_of)
    elif wanted is None or case.expected.is_of_card:
        diagnostics = tuple(d for d in opened.diagnostics if d.severity is Severity.ERROR)
    return Outcome(
        trial=Trial.CASE,
        name=case.name,
        file=case.source.name,
        line=1,
        mismatches=tuple(mismatches),
        diagnostics=diagnostics,
    )
