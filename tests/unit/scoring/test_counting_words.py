"""A cell that counts in 万 or 亿 without its unit, beside a target that counts too."""

import pytest

from tests.engine import card_of, findings_of


@pytest.mark.parametrize(
    ("unit", "cell", "first", "second"),
    [
        ("万元", "33万", "33 万元", "33 万 × 万元"),
        ("万元", "1,523.36 万", "1,523.36 万元", "1,523.36 万 × 万元"),
        ("亿元", "33万", "33 万元", "33 万 × 亿元"),
        ("千件", "3 万", "3 万件", "3 万 × 千件"),
        ("万元/人", "3千", "3 千元/人", "3 千 × 万元/人"),
        ("万", "33亿", "33 亿", "33 亿 × 万"),
    ],
)
def test_both_meanings_are_named(unit: str, cell: str, first: str, second: str) -> None:
    card = card_of(f"甲 >= 30 {unit} weight 10", {"甲": cell})
    why = card.lines[0].why_unscored
    assert why is not None
    assert f"{cell} could be {first} or {second}: write the unit" == why.en
    assert f"“{cell}”可以是 {first}，也可以是 {second}：请写明单位" == why.zh
    assert ("actual-unreadable", "甲") in findings_of(card)


@pytest.mark.parametrize(("cell", "earned"), [("33万", 10), ("15 万", 5), ("33万元", 10)])
def test_the_unit_of_the_target_is_read(cell: str, earned: int) -> None:
    unit = cell.lstrip("0123456789 ")
    card = card_of(f"甲 >= 30 {unit} weight 10", {"甲": cell})
    assert earned == card.total


def test_another_fault_of_a_unit_is_no_question_of_counting() -> None:
    why = card_of("甲 >= 30 万元 weight 10", {"甲": "33 (件"}).lines[0].why_unscored
    assert why is not None
    assert "its unit cannot be read" == why.en
