"""Markdown that shows author's text as it is."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import card_markdown
from indicator_dsl.rendering.markdown import escaped

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_SEEN = {"**年**：": "年：", "| 年 | ": "| 年 | "}  # a line with bars is no table by itself
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
        ("[年](http://a)", "\\[年](http://a)"),
        ("<b>&amp;", "\\<b>\\&amp;"),
        ("a\nb", "a\\<U+000A>b"),
        ("满意度 >= 95 %", "满意度 >= 95 %"),
        ("> 95", "\\> 95"),
        ("成本 <= 5 & a_b 表#2 {1} C:\\年", "成本 <= 5 & a_b 表#2 {1} C:\\年"),
        ("# 一", "\\# 一"),
    ],
)
def test_escaping(text: str, safe: str) -> None:
    assert safe == escaped(text)


_SIGNS = "ab年1 _*`~<>&#|[]()!{}$-+.=:;/\\\"'@x"


@pytest.mark.parametrize("before", ["", "- ", "1. ", "**年**：", "## ", "| 年 | "])
@given(text=st.text(_SIGNS, min_size=1, max_size=12).map(str.strip).filter(bool))
def test_another_reader_of_markdown_sees_the_text(before: str, text: str) -> None:
    tokens = MARKDOWN.parse(f"{before}{escaped(text)}")
    kinds = {each.type for token in tokens for each in [token, *(token.children or [])]}
    seen = "".join(each.content for token in tokens for each in token.children or ())
    assert f"{_SEEN.get(before, '')}{text}" == seen, kinds
    assert not kinds & {"em_open", "link_open", "code_inline", "html_inline", "hr", "s_open"}


def test_a_name_cannot_break_its_row(explain: Explain) -> None:
    told = explain('round 2 each\n"甲|<b>乙" >= 9 件 weight 10', "")
    rows = [row for row in card_markdown(told).splitlines() if row.startswith("|")]
    assert {8} == {row.replace("\\|", "").count("|") for row in rows}


def test_the_head_names_title_and_year(explain: Explain) -> None:
    told = explain('ruleset "大厅" 2024\n甲 >= 9 件 weight 10', "甲 = 9件")
    assert card_markdown(told, "zh").startswith("# 大厅 (2024 年度)\n")
    assert card_markdown(explain("甲 >= 9 件 weight 10", ""), "zh").startswith("# 评分表\n")
