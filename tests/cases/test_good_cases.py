"""Cases of scoring, one file each: a ruleset, what was achieved, and what that earns.

A case holds `ruleset` (or `shipped`, the id of a shipped one with its own actuals) and `actuals`, a
table of cells or a text. `[expect]` states the `score`, or the `bounds` where it stays open, and
every deduction and finding; `grade`, `grades`, `met` and `reasons` where the case is about them.
A comment at the top works the points out.
"""

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import frozen

from indicator_dsl.assets import rulesets
from indicator_dsl.diagnostics import Severity
from indicator_dsl.explanation import explain_card
from indicator_dsl.model import Actuals
from indicator_dsl.scoring import LineScore, Scorecard, evaluate
from indicator_dsl.testing import run_tests
from tests.engine import actuals_of, compiled_actuals, ruleset_of

FOLDER = Path(__file__).parent / "good"
CASES = sorted(FOLDER.rglob("*.toml"))
KNOWN = {"score", "bounds", "grade", "grades", "met", "reasons", "deductions", "findings"}


@frozen
class Case:
    """A case as written, and the card its actuals earn."""

    written: Mapping[str, object]
    expect: Mapping[str, object]
    card: Scorecard

    def line(self, name: str) -> LineScore:
        found = self.card.line(name)
        assert found is not None, f"the sheet has no line {name}"
        return found


def case_of(path: Path) -> Case:
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    expect = written["expect"]
    assert set() == set(expect) - KNOWN
    text, achieved = written.get("ruleset", ""), written.get("actuals", {})
    if "shipped" in written:
        folder = rulesets() / str(written["shipped"])
        text = folder.joinpath("ruleset.ind").read_text(encoding="utf-8")
        achieved = folder.joinpath("actuals.act").read_text(encoding="utf-8")
    return Case(written, expect, evaluate(ruleset_of(text), actuals_from(achieved)))


def actuals_from(achieved: object) -> Actuals:
    if isinstance(achieved, dict):
        return actuals_of(achieved)
    actuals, said = compiled_actuals(str(achieved))
    assert [] == [one.sentence() for one in said if one.severity is Severity.ERROR]
    assert actuals is not None
    return actuals


@pytest.fixture(params=CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def case(request: pytest.FixtureRequest) -> Case:
    return case_of(request.param)


def points(value: object) -> Fraction | None:
    return None if value is None else Fraction(str(value))


def test_the_score(case: Case) -> None:
    assert points(case.expect.get("score")) == case.card.total
    bounds = case.expect.get("bounds", [case.expect.get("score")] * 2)
    assert isinstance(bounds, list)
    assert [points(bound) for bound in bounds] == [case.card.low, case.card.high]


def test_every_deduction_and_no_other(case: Case) -> None:
    wanted = case.expect["deductions"]
    assert isinstance(wanted, list)
    lost = {line.indicator.name: line.lost for line in case.card.lines if line.lost}
    assert {one["indicator"]: points(one["points"]) for one in wanted} == lost
    told = {line.line.indicator.name: line for line in explain_card(case.card).lines}
    for one in wanted:
        line = told[one["indicator"]]
        if "reason" in one:
            assert one["reason"] == line.line.reason
        if "shortfall" in one:
            assert line.difference is not None
            assert one["shortfall"] == line.difference.en.split(" (")[0]


def test_every_finding_and_no_other(case: Case) -> None:
    wanted = case.expect.get("findings", [])
    assert isinstance(wanted, list)
    assert sorted(wanted) == sorted(finding.name for finding in case.card.findings)


def test_the_grade(case: Case) -> None:
    if "grade" in case.expect:
        assert case.expect["grade"] == case.card.grade
    if "grades" in case.expect:
        assert case.expect["grades"] == list(case.card.grades)


def test_why_and_whether_met(case: Case) -> None:
    reasons, met = case.expect.get("reasons", {}), case.expect.get("met", {})
    assert isinstance(reasons, dict)
    assert isinstance(met, dict)
    assert reasons == {name: case.line(name).reason for name in reasons}
    assert met == {name: case.line(name).is_met for name in met}


def test_every_case_says_what_it_is_about() -> None:
    names = [str(case_of(path).written["name"]) for path in CASES]
    assert len(names) == len(set(names))


def test_the_cases_of_the_shipped_rulesets() -> None:
    report = run_tests(Path(__file__).parents[2] / "rulesets")
    assert len(report.outcomes) > 0
    assert [] == [(outcome.file, outcome.name) for outcome in report.failed]
    assert () == report.diagnostics
