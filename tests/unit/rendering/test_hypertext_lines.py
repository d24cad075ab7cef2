"""Lines, rules and rulesets in a notebook: whole pieces of HTML, the same digits, safe words."""

import pytest

from indicator_dsl import indicator, load_ruleset, parse_ruleset
from tests.pages import Page


def test_a_line_shows_its_explanation_and_its_curve() -> None:
    line = indicator("年办件量 >= 200000 件 weight 20").evaluate("180000件")
    page = Page(line._repr_html_())
    words = page.root.words
    for said in ("18.00 of 20", "lost 2.00", "20 × 180000 / 200000 = 18.00", "20000 件 more"):
        assert said in words
    assert 1 == len(page.tags("svg"))


def test_a_rule_without_a_curve() -> None:
    rule = indicator("scale 等 = 优 100, 差 0\n服务 is 等 weight 10")
    page = Page(rule._repr_html_())
    assert [] == page.tags("svg")
    assert "the level gives its share of the weight" in page.root.words


def test_a_ruleset_is_a_table_of_its_rules() -> None:
    ruleset = load_ruleset("chaoyang-window-2024")
    page = Page(ruleset._repr_html_())
    names = [e.words for e in page.tags("th") if e.attributes["scope"] == "row"]
    assert {rule.name for rule in ruleset.indicators} <= set(names)


def test_pictures_on_one_page_have_ids_of_their_own() -> None:
    rules = parse_ruleset("甲 >= 1 件 weight 1\n乙 >= 1 件 weight 1").indicators
    text = "".join(rule._repr_html_() for rule in rules)
    text += rules[0].evaluate("1")._repr_html_()
    ids = [element.attributes["id"] for element in Page(text).having("id")]
    assert 6 == len(set(ids))


@pytest.mark.parametrize("name", ["<b>甲</b>", "a' onload='x", "甲&lt;"])
def test_names_stay_words(name: str) -> None:
    ruleset = parse_ruleset(f'"{name}" >= 1 件 weight 1')
    rule = ruleset.indicators[0]
    for piece in (ruleset, rule, rule.evaluate("1")):
        page = Page(piece._repr_html_())
        assert name in page.root.words
        assert [] == page.tags("b")
        assert [] == page.having("onload")
