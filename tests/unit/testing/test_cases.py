"""A case's text becomes what was achieved and what is expected; what cannot stand there is said."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.source import SourceText
from indicator_dsl.testing import Case, case_from_source

FULL = """
name = "各种写法"
year = 2024
file = "other.ind"

[actuals]
"年办件量" = "185000 件"
"满意度" = 94.5
"站点数" = 3
"达标" = true
"完成时间" = 2024-12-31

[actuals."制度"]
"健全" = "是"
"执行" = false

[reported]
"年办件量" = "18.5"
"总分" = 98

[excuses]
"年办件量" = "样本不足"

[expect]
score = "18.50"
bounds = ["18.5", 20]
grade = "良"
grades = ["优", "良"]
lines = { "年办件量" = "18.50" }
reasons = { "年办件量" = "shortfall" }
deductions = [{ indicator = "年办件量", points = "1.50", shortfall = "15000 件" }]
findings = []
codes = ["unit-mismatch"]
"""


def read(text: str) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    collector = Collector()
    return case_from_source(SourceText("a.toml", text), collector), collector.sorted()


def case_of(text: str) -> Case:
    case, said = read(text)
    assert () == said
    assert case is not None
    return case


def test_cells_stay_as_written_and_decimals_exact() -> None:
    entries = {entry.name: entry for entry in case_of(FULL).actuals.entries}
    assert ["年办件量", "满意度", "站点数", "达标", "完成时间", "制度"] == list(entries)
    assert "185000 件" == entries["年办件量"].cell
    assert Decimal("94.5") == entries["满意度"].cell
    assert 3 == entries["站点数"].cell
    assert True is entries["达标"].cell
    assert date(2024, 12, 31) == entries["完成时间"].cell
    assert (("健全", "是"), ("执行", False)) == entries["制度"].items


def test_what_the_office_said_comes_along() -> None:
    case = case_of(FULL)
    entry = case.actuals.entry("年办件量")
    assert entry is not None
    assert (Fraction("18.5"), "样本不足") == (entry.reported, entry.reason)
    assert 2024 == case.actuals.year
    assert 98 == case.actuals.reported_total


def test_expectations() -> None:
    expected = case_of(FULL).expected
    assert (Fraction("18.5"), Fraction(20)) == expected.bounds
    assert (Fraction("18.5"), "良", ("优", "良")) == (
        expected.score,
        expected.grade,
        expected.grades,
    )
    assert {"年办件量": Fraction("18.5")} == expected.lines
    assert {"年办件量": "shortfall"} == expected.reasons
    assert expected.deductions is not None
    (deduction,) = expected.deductions
    assert ("年办件量", Fraction("1.5"), "15000 件") == (
        deduction.indicator,
        deduction.points,
        deduction.shortfall,
    )
    assert ((), ("unit-mismatch",)) == (expected.findings, expected.codes)


def test_nothing_expected_of_a_kind_is_not_the_same_as_expecting_none() -> None:
    expected = case_of("[expect]\nscore = 1").expected
    assert (None, None, None) == (expected.findings, expected.codes, expected.deductions)


def test_an_expectation_knows_its_line() -> None:
    case = case_of(FULL)
    lines = FULL.splitlines()
    assert 'score = "18.50"' == lines[case.line_of("score") - 1]
    assert lines[case.line_of("lines", "年办件量") - 1].startswith("lines")
    assert lines[case.line_of("findings") - 1].startswith("findings")


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        ("[expect]\nscore = ", "IND821", ""),
        ('年办件量 = "1"', "IND821", '年办件量 = "1"'),
        ("[expect]\nscroe = 1", "IND822", "scroe"),
        ("[expekt]\nscore = 1", "IND822", "expekt"),
        ("[expect]\nscore = true", "IND822", "score"),
        ('[expect]\nscore = "viel"', "IND822", "score"),
        ("[expect]\nscore = nan", "IND822", "score"),
        ("[expect]\nbounds = 3", "IND822", "bounds"),
        ("[expect]\nbounds = [1, 2, 3]", "IND822", "bounds"),
        ("[expect]\ngrade = 3", "IND822", "grade"),
        ("[expect]\nfindings = [3]", "IND822", "findings"),
        ("[expect]\ndeductions = [{ points = 1 }]", "IND822", "deductions"),
        ('[expect]\ndeductions = [{ indicator = "A", points = 1, x = 2 }]', "IND822", "x"),
        ("[actuals]\nA = [1]\n[expect]\nscore = 1", "IND822", "A"),
        ('year = "2024"\n[expect]\nscore = 1', "IND822", "year"),
        ("actuals = 3\n[expect]\nscore = 1", "IND822", "actuals"),
        ('file = "a.ind"\nruleset = "A"\n[expect]\nscore = 1', "IND822", "file"),
    ],
)
def test_what_cannot_stand_in_a_case(text: str, code: str, marked: str) -> None:
    case, said = read(text)
    assert case is None
    assert code in [each.code for each in said]
    places = [each.place.text for each in said if each.place and each.code == code]
    assert marked in places


@pytest.mark.parametrize("text", ["", "name = 'x'", "[expect]", "[actuals]\nA = 1"])
def test_a_case_has_to_expect_something(text: str) -> None:
    case, said = read(text)
    assert case is None
    assert ["case-malformed"] == [each.name for each in said]


def test_a_misspelt_key_names_the_nearest() -> None:
    _, said = read("[expect]\nscroe = 1")
    assert "score" in said[0].message.en
    assert "score" in said[0].message.zh
