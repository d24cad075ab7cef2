"""Cases against rulesets: what is expected holds or both sides are told, and where."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from indicator_dsl.testing import Report, Trial, run_tests

SHEET = """\
total 30
round 2 each
grades 优 >= 27, 良 >= 20, else 差
年办件量 >= 200000 件 weight 20 by ratio
满意度 >= 95 % weight 10 by ratio
"""
CELLS = """
[actuals]
"年办件量" = "185000 件"
"满意度" = "95 %"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    lay_down({"ruleset.ind": SHEET})
    return tmp_path


def lay_down(files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told(report: Report) -> list[tuple[str, str, str]]:
    return [
        (each.what.en, each.expected.en, each.actual.en)
        for outcome in report.outcomes
        for each in outcome.mismatches
    ]


def codes_of(report: Report) -> list[str]:
    return [d.code for outcome in report.outcomes for d in outcome.diagnostics]


# 185000/200000 of 20 is 18.5; the satisfaction is met: 28.5 of 30.
@pytest.mark.parametrize(
    "expectation",
    [
        'score = "28.50"',
        "score = 28.5",
        'bounds = ["28.5", "28.5"]',
        'grade = "优"',
        'grades = ["优"]',
        'lines = { "年办件量" = "18.5", "满意度" = "10.00" }',
        'reasons = { "年办件量" = "shortfall", "满意度" = "met" }',
        'deductions = [{ indicator = "年办件量", points = "1.50", shortfall = "15000 件" }]',
        'deductions = [{ indicator = "年办件量", points = "1.5", shortfall = "1.5 万件" }]',
        "findings = []",
        "codes = []",
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_holds(expectation: str) -> None:
    lay_down({"cases/one.toml": f"{CELLS}[expect]\n{expectation}"})
    report = run_tests()
    assert [] == told(report)
    assert [] == codes_of(report)
    assert report.is_passed


@pytest.mark.parametrize(
    ("expectation", "mismatch"),
    [
        ('score = "28"', ("score", "28.00", "28.50")),
        ('bounds = ["28", "28.5"]', ("bounds", "28.00..28.50", "28.50..28.50")),
        ('grade = "良"', ("grade", "良", "优")),
        ("grades = []", ("grades still possible", "nothing", "优")),
        ('lines = { "年办件量" = 20 }', ("points of 年办件量", "20.00", "18.50")),
        ('lines = { "办件" = 20 }', ("points of 办件", "20.00", "no such indicator")),
        ('reasons = { "满意度" = "shortfall" }', ("reason of 满意度", "shortfall", "met")),
        ("deductions = []", ("deduction of 年办件量", "0.00", "1.50")),
        (
            'deductions = [{ indicator = "年办件量", points = "1.5", shortfall = "1 件" }]',
            ("shortfall of 年办件量", "1 件", "15000 件"),
        ),
        ('findings = ["actual-missing"]', ("findings", "actual-missing", "nothing")),
        ('findings = ["IND503"]', ("findings", "actual-missing", "nothing")),
        ('codes = ["unit-mismatch"]', ("codes", "unit-mismatch", "nothing")),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_does_not_hold(expectation: str, mismatch: tuple[str, str, str]) -> None:
    lay_down({"cases/one.toml": f"{CELLS}[expect]\n{expectation}"})
    report = run_tests()
    assert mismatch in told(report)
    assert not report.is_passed
    (outcome,) = report.failed
    assert {6} == {e.line for e in outcome.mismatches}


@pytest.mark.usefixtures("folder")
def test_an_open_total_has_bounds_and_no_score() -> None:
    cells = '[actuals]\n"满意度" = "95 %"\n[expect]\n'
    lay_down({"cases/one.toml": cells + 'bounds = [10, 30]\ngrades = ["优", "良", "差"]'})
    assert run_tests().is_passed
    lay_down({"cases/one.toml": cells + "score = 10"})
    assert [("score", "10.00", "open, 10.00..30.00")] == told(run_tests())


@pytest.mark.usefixtures("folder")
def test_findings_count_as_often_as_they_are_there() -> None:
    text = "[expect]\nfindings = {}"
    lay_down({"cases/one.toml": text.format('["actual-missing", "actual-missing"]')})
    assert run_tests().is_passed
    lay_down({"cases/one.toml": text.format('["actual-missing"]')})
    assert not run_tests().is_passed


@pytest.mark.usefixtures("folder")
def test_a_case_may_bring_its_ruleset_along_or_name_another() -> None:
    lay_down(
        {
            "other.ind": "B >= 4 件 weight 8 by ratio",
            "cases/own.toml": "ruleset = 'C >= 4 件 weight 8'\n"
            "[actuals]\nC = '3 件'\n[expect]\nscore = 6",
            "cases/file.toml": 'file = "other.ind"\n[actuals]\nB = "2 件"\n[expect]\nscore = 4',
            "cases/id.toml": 'file = "chaoyang-window-2024"\n[expect]\nbounds = [0, 100]',
        }
    )
    report = run_tests()
    assert [] == told(report)
    assert 3 == len(report.outcomes)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"cases/a.toml": 'file = "../secret.ind"\n[expect]\nscore = 1'}, "IND824"),
        ({"cases/a.toml": 'file = "no-such.ind"\n[expect]\nscore = 1'}, "IND801"),
        ({"cases/a.toml": 'file = "no-such-id"\n[expect]\nscore = 1'}, "IND806"),
        ({"cases/a.toml": "[expect"}, "IND821"),
        ({"deep/cases/a.toml": "[expect]\nscore = 1"}, "IND823"),
        ({"bad.ind": "A => 3 件 weight 5"}, "IND102"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_tried_fails_with_its_diagnostics(files: dict[str, str], code: str) -> None:
    lay_down(files)
    report = run_tests()
    assert code in codes_of(report)
    assert not report.is_passed


@pytest.mark.usefixtures("folder")
def test_a_ruleset_in_error_passes_where_a_case_expects_just_that() -> None:
    lay_down(
        {
            "bad.ind": "A => 3 件 weight 5",
            "cases/bad.toml": 'file = "bad.ind"\n[expect]\ncodes = ["operator-misspelt"]',
        }
    )
    assert run_tests().is_passed
    lay_down({"cases/bad.toml": 'file = "bad.ind"\n[expect]\ncodes = ["unit-mismatch"]'})
    assert [("codes", "unit-mismatch", "operator-misspelt")] == told(run_tests())


@pytest.mark.usefixtures("folder")
def test_points_cannot_be_expected_of_a_ruleset_in_error() -> None:
    own = "ruleset = 'A => 3 件 weight 5'\n[expect]\ncodes = ['IND102']\n"
    lay_down({"cases/own.toml": own})
    assert run_tests().is_passed
    lay_down({"cases/own.toml": own + "score = 5"})
    assert not run_tests().is_passed


@pytest.mark.usefixtures("folder")
def test_a_file_a_folder_and_one_case_can_be_named() -> None:
    lay_down(
        {
            "ruleset.ind": SHEET + "example 满意度 = 95 % -> 10\n",
            "cases/one.toml": f"{CELLS}[expect]\nscore = 28.5",
            "elsewhere/other.ind": "B >= 4 件 weight 8\nexample B = 2 件 -> 5",
        }
    )
    assert [Trial.EXAMPLE, Trial.CASE] == [o.trial for o in run_tests("ruleset.ind").outcomes]
    assert [Trial.CASE] == [o.trial for o in run_tests("cases/one.toml").outcomes]
    assert ["B = 2 件"] == [o.name for o in run_tests("elsewhere").failed]
    assert 3 == len(run_tests(".").outcomes)
    assert 3 == len(run_tests(".", "ruleset.ind").outcomes)


def test_a_folder_without_anything_to_test_is_an_error(tmp_path: Path) -> None:
    report = run_tests(tmp_path)
    assert ["nothing-to-test"] == [each.name for each in report.diagnostics]
    assert not report.is_passed


def test_hidden_folders_and_environments_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lay_down({".git/a.ind": "A =", "env/pyvenv.cfg": "", "env/lib/b.ind": "B ="})
    assert ["nothing-to-test"] == [each.name for each in run_tests().diagnostics]


def test_an_unknown_id_is_an_error() -> None:
    assert ["ruleset-unknown"] == [d.name for d in run_tests("no-such-ruleset").diagnostics]
