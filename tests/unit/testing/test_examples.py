"""An example is tried on its own indicator alone, and says both sides when it does not hold."""

import pytest

from indicator_dsl.testing import Outcome, try_example
from tests.engine import ruleset_of


def tried(text: str) -> Outcome:
    ruleset = ruleset_of(text)
    (example,) = ruleset.examples
    return try_example(ruleset, example)[0]


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        ("A >= 10 件 weight 20 by ratio", "A = 9 件 -> 18"),
        ("A >= 9 件 weight 10 by ratio", "A = 8 件 -> 8.89"),
        ("A >= 9 件 weight 10 by ratio\nround 2 total", "A = 8 件 -> 8.89"),
        ("A >= 9 件 weight 10 by ratio\nround 2 total", "A = 8 件 -> 8.8889"),
        ("A <= 2024-12-31 weight 5 by less 0.5 per 1 天", "A = 2025-01-03 -> 3.5"),
        ("scale 优差 = 优 100, 差 20\nA is 优差 weight 30", "A = 差 -> 6"),
        ("scale 达成 = 达成 100..80, 未达成 80..0\nA is 达成 weight 10", "A = 未达成 75 % -> 7.5"),
        ("A = 否 weight 5", "A = 是 -> 0"),
        ("A >= 5 件 weight 5 missing zero", "A = missing -> 0"),
        ("A >= 5 件 weight 5 n/a full", "A = n/a -> 5"),
    ],
)
def test_examples_that_hold(rule: str, example: str) -> None:
    assert tried(f"{rule}\nexample {example}").is_passed


@pytest.mark.parametrize(
    ("cell", "points"),
    [("健全", "2"), ("健全、执行", "4"), ("执行, 监督", "3"), ("是", "5"), ("否", "0")],
)
def test_an_example_of_a_checklist_names_the_items_met(cell: str, points: str) -> None:
    rule = "A weight 5\n  by points\n  - 健全: 2\n  - 执行: 2\n  - 监督: 1"
    assert tried(f"{rule}\nexample A = {cell} -> {points}").is_passed


def test_an_item_that_is_not_on_the_list_cannot_be_scored() -> None:
    outcome = tried("A weight 5\n  by points\n  - 健全: 5\nexample A = 完善 -> 5")
    (mismatch,) = outcome.mismatches
    assert mismatch.actual.en.startswith("invalid")


def test_what_a_line_is_worked_out_from_does_not_count() -> None:
    text = "input a 元\ninput b 元\nlet 率 = a / b\n率 >= 100 % weight 10 by ratio\n"
    assert tried(f"{text}example 率 = 95 % -> 9.5").is_passed


def test_when_does_not_count() -> None:
    text = "input 预算 元\nA >= 10 件 weight 10\n  by ratio\n  when 预算 > 5 元\n  n/a full\n"
    assert tried(f"{text}example A = 5 件 -> 5").is_passed


def test_both_sides_of_an_example_that_does_not_hold() -> None:
    outcome = tried("A >= 10 件 weight 20 by ratio\n\nexample A = 9 件 -> 17")
    assert not outcome.is_passed
    (mismatch,) = outcome.mismatches
    assert ("17.00", "18.00") == (mismatch.expected.en, mismatch.actual.en)
    assert ("a.ind", 3, "A = 9 件") == (outcome.file, outcome.line, outcome.name)
    assert "a.ind:3" in str(outcome)


def test_an_example_that_earns_nothing_says_why() -> None:
    (mismatch,) = tried("A >= 10 件 weight 20\nexample A = 9 天 -> 17").mismatches
    assert mismatch.actual.en.startswith("invalid (it is counted in 天")
    assert "17.00" == mismatch.expected.zh
