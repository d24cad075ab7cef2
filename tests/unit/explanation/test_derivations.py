"""How a figure was worked out, in names and in figures."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from indicator_dsl.explanation import CardExplanation

Explain: TypeAlias = Callable[[str, dict[str, object]], CardExplanation]

INPUTS = "input 甲 元\ninput 乙 元\ninput 丙 元\n"


@pytest.mark.parametrize(
    ("sum_", "told"),
    [
        ("甲 + 乙 - 丙", "得数 = 甲 + 乙 − 丙 = 9 元 + 6 元 − 3 元 = 12 元"),
        ("甲 - (乙 + 丙)", "得数 = 甲 − (乙 + 丙) = 9 元 − (6 元 + 3 元) = 0 元"),
        ("甲 - (乙 - 丙)", "得数 = 甲 − (乙 − 丙) = 9 元 − (6 元 − 3 元) = 6 元"),
        ("-丙 + 甲", "得数 = −丙 + 甲 = −3 元 + 9 元 = 6 元"),
        ("甲 * 2", "得数 = 甲 × 2 = 9 元 × 2 = 18 元"),
    ],
)
def test_a_sum_is_told_twice(explain: Explain, sum_: str, told: str) -> None:
    rules = f"{INPUTS}let 得数 = {sum_}\n得数 >= 100 元 weight 10"
    (line,) = explain(rules, {"甲": "9 元", "乙": "6 元", "丙": "3 元"}).lines
    assert line.derivation is not None
    assert told == line.derivation.en


def test_a_result_that_is_rounded_is_not_called_equal(explain: Explain) -> None:
    rules = f"{INPUTS}let 得数 = 甲 / 乙 * 100 %\n得数 >= 100 % weight 10"
    (line,) = explain(rules, {"甲": "2 元", "乙": "3 元"}).lines
    assert line.derivation is not None
    assert line.derivation.en.endswith(" ≈ 66.67 %")


def test_an_unknown_figure_leaves_the_names(explain: Explain) -> None:
    rules = f"{INPUTS}let 得数 = 甲 / 乙\n得数 >= 1 weight 10"
    (line,) = explain(rules, {"甲": "2 元"}).lines
    assert line.derivation is not None
    assert "得数 = 甲 / 乙" == line.derivation.en


def test_a_figure_handed_in_has_none(explain: Explain) -> None:
    (line,) = explain("得数 >= 1 件 weight 10", {"得数": "2件"}).lines
    assert line.derivation is None
