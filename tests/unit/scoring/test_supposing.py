"""What a card would come to with other points on some lines."""

from fractions import Fraction

import pytest

from indicator_dsl import parse_ruleset
from indicator_dsl.model import Actuals, Rounding
from indicator_dsl.scoring import evaluate, points_at, supposed

SHEET = """ruleset "窗口服务" 2024
total 30
grades 优 >= 27, else 差
scale 好坏 = 好 100, 坏 0
年办件量 >= 3 件 weight 20
服务水平 is 好坏 weight 10
"""


def test_the_other_lines_stay_as_open_as_they_are() -> None:
    card = evaluate(parse_ruleset(SHEET).model, Actuals())
    outcome = supposed(card, {"年办件量": Fraction(20)})
    assert (Fraction(20), Fraction(20)) == (outcome.exact, outcome.low)
    assert ("优", "差") == outcome.grades


def test_all_lines_supposed_settle_the_grade() -> None:
    card = evaluate(parse_ruleset(SHEET).model, Actuals())
    outcome = supposed(card, {"年办件量": Fraction(20), "服务水平": Fraction(7)})
    assert Fraction(27) == outcome.low
    assert ("优",) == outcome.grades


def test_points_are_rounded_where_lines_are() -> None:
    rule = parse_ruleset(SHEET).model.indicators[0]
    assert Fraction(1333, 100) == points_at(rule, Fraction(2), Rounding())
    assert Fraction(40, 3) == points_at(rule, Fraction(2), Rounding(each=False))


def test_a_line_judged_on_a_scale_has_no_figure() -> None:
    rule = parse_ruleset(SHEET).model.indicators[1]
    with pytest.raises(TypeError, match="服务水平 is not measured in figures"):
        points_at(rule, Fraction(2), Rounding())
