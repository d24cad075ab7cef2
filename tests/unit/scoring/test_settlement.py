"""Which missing values would settle the grade."""

import pytest

from indicator_dsl.scoring.settlement import open_names, settling
from tests.engine import card_of

GRADED = "grades 优 >= 90, 良 >= 80, else 差\n"


def test_a_settled_grade_needs_nothing() -> None:
    assert settling(card_of(f"{GRADED}甲 >= 1 件 weight 100", {"甲": 1})) is None
    assert settling(card_of("甲 >= 1 件 weight 100", {})) is None


def test_one_value_of_two() -> None:
    found = settling(card_of(f"{GRADED}甲 >= 9 件 weight 95\n乙 >= 9 件 weight 5", {}))
    assert found is not None
    assert (("甲",), "差", "优", False) == (found.names, found.least, found.most, found.is_all)


def test_all_of_many() -> None:
    lines = "".join(f"{name} >= 9 件 weight 20\n" for name in "甲乙丙丁戊")
    found = settling(card_of(GRADED + lines, {}))
    assert found is not None
    # With four at their best the fifth still decides between 良 and 优.
    assert (tuple("甲乙丙丁戊"), True) == (found.names, found.is_all)


@pytest.mark.parametrize(
    ("statement", "name", "least", "most"),
    [
        ('veto "虚报" grade <= 差', "虚报", "差", "优"),
        ('veto "虚报" total <= 60', "虚报", "差", "优"),
        ('penalty "违规" 5 each', "违规", "差", "优"),
        ('penalty "违规" 5 each cap 30', "违规", "差", "优"),
        ("input 执行率 %\nlimit total 59 when 执行率 < 50 %", "执行率", "差", "优"),
    ],
)
def test_what_is_no_line(statement: str, name: str, least: str, most: str) -> None:
    card = card_of(f"{GRADED}{statement}\n甲 >= 1 件 weight 100", {"甲": 1})
    assert (name,) == open_names(card)
    found = settling(card)
    assert found is not None
    assert ((name,), least, most, True) == (found.names, found.least, found.most, found.is_all)


def test_a_bonus_and_a_penalty_together() -> None:
    text = f'{GRADED}bonus "创新" 1 each cap 30\npenalty "违规" 5 each\n甲 >= 1 件 weight 85\n'
    found = settling(card_of(text, {"甲": 1}))
    assert found is not None
    assert ({"创新", "违规"}, "差", "优") == ({*found.names}, found.least, found.most)


def test_a_limit_that_hangs_on_a_line() -> None:
    text = f"{GRADED}limit total 50 when 甲 < 5 件\n甲 >= 10 件 weight 10\n乙 >= 1 件 weight 90"
    card = card_of(text, {"乙": 1})
    assert ("甲",) == open_names(card)
    found = settling(card)
    assert found is not None
    assert (("甲",), "差", "优") == (found.names, found.least, found.most)


def test_what_is_known_already_is_not_asked_for() -> None:
    text = f'{GRADED}bonus "创新" 1 each cap 3\nveto "虚报" grade <= 差\n甲 >= 1 件 weight 97'
    assert ("虚报",) == open_names(card_of(text, {"甲": 1, "创新": 1}))


def test_a_line_that_may_not_apply_is_settled_by_its_value() -> None:
    text = f"{GRADED}甲 >= 1 件 weight 50 cap 120%\n乙 >= 1 件 weight 50 n/a drop"
    found = settling(card_of(text, {"甲": 2}))
    assert found is not None
    assert (("乙",), True) == (found.names, found.is_all)
