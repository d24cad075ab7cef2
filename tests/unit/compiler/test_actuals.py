"""Actuals files as actuals: cells as written, points as numbers, and what is refused."""

from fractions import Fraction

import pytest

from indicator_dsl.model import Actuals, Entry
from tests.engine import compiled_actuals


def actuals_of(text: str) -> Actuals:
    actuals, said = compiled_actuals(text)
    assert [] == [each.sentence() for each in said]
    assert actuals is not None
    return actuals


def test_all_that_a_file_says() -> None:
    actuals = actuals_of(
        'actuals for "自评" 2024\n年办件量 = 33 万件 reported 20\n'
        "满意度 = 94 % 自评 9.5 原因 “样本不足”\n预算执行率 reported 10\n服务 =\n"
        "total reported 100\n"
    )
    assert ("自评", 2024, Fraction(100)) == (actuals.title, actuals.year, actuals.reported_total)
    assert (
        Entry(name="年办件量", cell="33 万件", reported=Fraction(20)),
        Entry(name="满意度", cell="94 %", reported=Fraction("9.5"), reason="样本不足"),
        Entry(name="预算执行率", reported=Fraction(10)),
        Entry(name="服务"),
    ) == actuals.entries


def test_an_empty_file_holds_nothing() -> None:
    assert Actuals() == actuals_of("")
    assert ("自评", None) == (actuals_of('actuals for "自评"').title, actuals_of("").year)


def test_a_name_is_found_as_it_is_compared() -> None:
    actuals = actuals_of("  time   in queue = 5 min\n")
    assert Entry(name="time in queue", cell="5 min") == actuals.entry("time in queue")
    assert actuals.entry("别的") is None


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("甲 = 1\n甲 = 2", "actual-duplicate", "甲 = 2"),
        ("甲  乙 = 1\n甲 乙 reported 2", "actual-duplicate", "甲 乙 reported 2"),
        ("甲 = 1 reported 1234567890123456789", "number-too-long", "1234567890123456789"),
        ("total reported 0.1234567890", "number-too-long", "0.1234567890"),
        ("total reported 1\ntotal reported 2", "statement-repeated", "total reported 2"),
        ('actuals for "甲"\nactuals for "乙"', "statement-repeated", 'actuals for "乙"'),
    ],
)
def test_what_is_refused(text: str, name: str, words: str) -> None:
    actuals, said = compiled_actuals(text)
    assert actuals is None
    assert [(name, words)] == [(each.name, each.place.text) for each in said if each.place]
