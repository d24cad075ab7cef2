"""The pytest plugin collects rulesets and cases when it is asked to, and never otherwise."""

import tomllib
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
# Where the package is installed, pytest has loaded the plugin by itself.
IS_INSTALLED = any(each.name == "indicator_dsl" for each in entry_points(group="pytest11"))
PLUGIN = [] if IS_INSTALLED else ["-p", "indicator_dsl.testing.plugin"]
SHEET = """\
A >= 10 件 weight 20 by ratio
example A = 9 件 -> 18
example A = 9 件 -> 17
"""
CASE = 'name = "差一件"\n[actuals]\nA = "9 件"\n[expect]\nscore = {}\n'


@pytest.fixture
def sheet(pytester: pytest.Pytester) -> pytest.Pytester:
    (pytester.path / "ruleset.ind").write_text(SHEET, encoding="utf-8")
    cases = pytester.mkdir("cases")
    (cases / "good.toml").write_text(CASE.format(18), encoding="utf-8")
    (cases / "bad.toml").write_text(CASE.format(20), encoding="utf-8")
    return pytester


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess(*PLUGIN, "-p", "no:cacheprovider", *arguments)


def test_nothing_is_collected_by_surprise(sheet: pytest.Pytester) -> None:
    done = run(sheet)
    done.assert_outcomes()
    assert pytest.ExitCode.NO_TESTS_COLLECTED == done.ret


def test_with_the_option_each_example_and_case_is_a_test(sheet: pytest.Pytester) -> None:
    done = run(sheet, "--indicator-dsl")
    done.assert_outcomes(passed=2, failed=2)
    told = done.stdout.str()
    assert "ruleset.ind:3: points: expected 17.00, got 18.00" in told
    assert "cases/bad.toml:5: score: expected 20.00, got 18.00" in told
    assert "Traceback" not in told


def test_with_the_setting_too(sheet: pytest.Pytester) -> None:
    sheet.makeini("[pytest]\nindicator_dsl = true\n")
    run(sheet).assert_outcomes(passed=2, failed=2)


def test_names_of_the_items(sheet: pytest.Pytester) -> None:
    told = run(sheet, "--indicator-dsl", "--collect-only", "-q").stdout.str()
    for name in (
        "ruleset.ind::A = 9 件",
        "ruleset.ind::A = 9 件 #2",
        "cases/good.toml::差一件",
    ):
        assert name in told


def test_a_ruleset_in_error_is_one_failure(pytester: pytest.Pytester) -> None:
    (pytester.path / "a.ind").write_text("A => 3 件 weight 5", encoding="utf-8")
    done = run(pytester, "--indicator-dsl")
    done.assert_outcomes(failed=1)
    assert "IND102 operator-misspelt" in done.stdout.str()


def test_other_toml_files_are_left_alone(pytester: pytest.Pytester) -> None:
    (pytester.path / "ruleset.ind").write_text("A >= 3 件 weight 5", encoding="utf-8")
    pytester.mkdir("cases")
    (pytester.path / "settings.toml").write_text("x = 1", encoding="utf-8")
    elsewhere = pytester.mkdir("other")
    (elsewhere / "cases").mkdir()
    (elsewhere / "cases" / "a.toml").write_text("x = 1", encoding="utf-8")
    run(pytester, "--indicator-dsl").assert_outcomes()


def test_the_entry_point_leads_to_the_plugin() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    module = project["project"]["entry-points"]["pytest11"]["indicator_dsl"]
    assert hasattr(import_module(module), "pytest_configure")
