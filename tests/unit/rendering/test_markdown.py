"""Markdown that shows author's text as it is."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import card_markdown
from indicator_dsl.rendering.markdown import escaped

Explain: TypeAlias = Callable[[str, str], CardExplanation]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("18.00", "18.00"),
        ("1. 一", "1\\. 一"),
        ("- 一", "\\- 一"),
        ("-5 件", "-5 件"),
        ("a|b", "a\\|b"),
        ("*重*_要_ `x`", "\\*重\\*\\_要\\_ \\`x\\`"),
        ("[年](http://a)", "\\[年\\](http://a)"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("a\nb", "a\\<U+000A\\>b"),
    ],
)
def test_escaping(text: str, safe: str) -> None:
    assert safe == escaped(text)


def test_a_name_cannot_break_its_row(explain: Explain) -> None:
    told = explain('round 2 each\n"甲|<b>乙" >= 9 件 weight 10', "")
    rows = [row for row in card_markdown(told).splitlines() if row.startswith("|")]
    assert {8} == {row.replace("\\|", "").count("|") for row in rows}


def test_the_head_names_title_and_year(explain: Explain) -> None:
    told = explain('ruleset "大厅" 2024\n甲 >= 9 件 weight 10', "甲 = 9件")
    assert card_markdown(told, "zh").startswith("# 大厅 (2024 年度)\n")
    assert card_markdown(explain("甲 >= 9 件 weight 10", ""), "zh").startswith("# 评分表\n")
