"""Words for every reason and every clause."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from indicator_dsl.explanation import CardExplanation
from indicator_dsl.explanation.reasons import reason_text

Explain: TypeAlias = Callable[[str, dict[str, object]], CardExplanation]

# The closed list of docs/language.md.
REASONS = [
    "met",
    "shortfall",
    "overrun",
    "deviation",
    "band",
    "step",
    "floor",
    "cap",
    "knock-out",
    "grade",
    "points",
    "missing",
    "not-applicable",
    "invalid",
]


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_words(reason: str) -> None:
    words = reason_text(reason)
    assert not words.zh.isascii()
    assert words.en != words.zh


def test_an_unlisted_reason_is_shown_as_it_is() -> None:
    assert "bonus" == reason_text("bonus").zh


@pytest.mark.parametrize(
    ("rules", "en", "zh"),
    [
        ("甲 <= 9 件 weight 10 by pass", "by pass", "按达标"),
        ("甲 >= 9 件 weight 10", "by ratio", "按比例"),
        ("甲 <= 9 件 weight 10 by excess", "by excess", "按超幅"),
        ("甲 <= 9 件 weight 10 by inverse", "by inverse", "按反比"),
        (
            "default <= by inverse\n甲 <= 9 件 weight 10",
            "by inverse (the ruleset's default)",
            "按反比（规则集默认）",
        ),
        ("scale 两级 = 优 100, 差 0\n甲 is 两级 weight 10", "by the scale 两级", "按等次“两级”"),
    ],
)
def test_the_clause_in_words(explain: Explain, rules: str, en: str, zh: str) -> None:
    (line,) = explain(rules, {}).lines
    assert (en, zh) == (line.clause.en, line.clause.zh)
