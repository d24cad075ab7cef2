"""`indicator-dsl test` tells what failed, counts, and shows what nothing reached."""

import json
from pathlib import Path

import pytest

from indicator_dsl.files import shipped_rulesets
from indicator_dsl.testing import run_tests
from tests.desk import lay_out, typed

SHEET = """\
A >= 10 件 weight 20 by ratio
example A = 9 件 -> 18
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    lay_out(tmp_path, {"ruleset.ind": SHEET.encode()})


def test_all_is_well() -> None:
    status, told = typed(["test", "--lang", "en"])
    assert 0 == status
    assert "1 passed, 0 failed (1 in examples, 0 in cases)" in told
    assert "1 of 2 reached" in told
    assert "≥ 10 件" in told
    assert "20 points" in told


def test_a_failure_shows_both_sides_and_where() -> None:
    Path("ruleset.ind").write_text(SHEET.replace("18", "17"), encoding="utf-8")
    status, told = typed(["test", "ruleset.ind", "--lang", "zh"])
    assert 1 == status
    assert "ruleset.ind:2" in told
    assert "17.00" in told
    assert "18.00" in told
    assert "通过 0，未通过 1（示例 1，用例 0）" in told


def test_everything_reached_is_said() -> None:
    Path("ruleset.ind").write_text(SHEET + "example A = 10 件 -> 20\n", encoding="utf-8")
    _, told = typed(["test", "--lang", "zh"])
    assert "全部到达" in told


def test_as_data() -> None:
    status, told = typed(["test", "--format", "json"])
    assert 0 == status
    answer = json.loads(told)
    assert (1, 0, []) == (answer["passed"], answer["failed"], answer["diagnostics"])
    (trial,) = answer["trials"]
    assert ("example", "A = 9 件", 2, True) == (
        trial["kind"],
        trial["name"],
        trial["line"],
        trial["passed"],
    )
    (sheet,) = answer["coverage"]
    assert [{"kind": "piece", "what": "≥ 10 件", "gives": "20 points", "try": "10 件"}] == sheet[
        "indicators"
    ][0]["unreached"]


def test_a_ruleset_in_error_fails() -> None:
    Path("ruleset.ind").write_text("A => 10 件 weight 20", encoding="utf-8")
    status, told = typed(["test", "--lang", "en"])
    assert 1 == status
    assert "cannot be tried: IND102 operator-misspelt" in told


def test_nothing_to_test_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    status, told = typed(["test", "empty", "--lang", "en"])
    assert 1 == status
    assert "nothing-to-test" in told


@pytest.mark.parametrize("name", [shipped.id for shipped in shipped_rulesets()])
def test_shipped_rulesets_pass_their_own_cases(name: str) -> None:
    report = run_tests(name)
    assert [] == [str(outcome) for outcome in report.failed]
    assert report.is_passed


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [
        (
            "en",
            "1 passed, 1 failed (1 in examples, 0 in cases, 1 ruleset that has errors)",
            "1 passed, 2 failed (1 in examples, 0 in cases, 2 rulesets that have errors)",
        ),
        (
            "zh",
            "通过 1，未通过 1（示例 1，用例 0，有错误的规则集 1）",
            "通过 1，未通过 2（示例 1，用例 0，有错误的规则集 2）",
        ),
    ],
)
def test_rulesets_with_errors_are_counted_by_name(lang: str, one: str, two: str) -> None:
    Path("bad.ind").write_text("A => 10 件 weight 20", encoding="utf-8")
    assert one in typed(["test", "--lang", lang])[1]
    Path("bytes.ind").write_bytes(b"\xff\xfe\x00")
    status, told = typed(["test", "--lang", lang])
    assert 1 == status
    assert two in told
    assert "bad.ind:1" in told
    assert "bytes.ind:1" in told
