"""Grades over a total, and look-ups by name."""

from fractions import Fraction

import pytest

from indicator_dsl.model import Grade, Grades
from tests.engine import ruleset_of

GRADES = Grades(
    bands=(Grade(label="优", points=Fraction(90)), Grade(label="良", points=Fraction("80.5"))),
    otherwise="差",
)


@pytest.mark.parametrize(
    ("total", "grade"),
    [("100", "优"), ("90", "优"), ("89.99", "良"), ("80.5", "良"), ("80.49", "差"), ("-1", "差")],
)
def test_no_total_is_without_a_grade(total: str, grade: str) -> None:
    assert grade == GRADES.grade_of(Fraction(total))


@pytest.mark.parametrize(
    ("low", "high", "grades"),
    [
        ("0", "100", ("优", "良", "差")),
        ("85", "90", ("优", "良")),
        ("85", "89", ("良",)),
        ("90", "90", ("优",)),
        ("0", "1", ("差",)),
    ],
)
def test_the_grades_between(low: str, high: str, grades: tuple[str, ...]) -> None:
    assert grades == GRADES.between(Fraction(low), Fraction(high))


def test_an_indicator_by_its_name() -> None:
    ruleset = ruleset_of("甲 >= 1 件 weight 1\n乙 >= 1 件 weight 2\n")
    assert ruleset.indicators[1] == ruleset.indicator("乙")
    assert ruleset.indicator("丙") is None
