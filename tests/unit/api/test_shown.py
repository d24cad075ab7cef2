"""What a user sees of the public objects: at the prompt, and printed."""

import pytest

from indicator_dsl import indicator, load_ruleset, parse_ruleset
from indicator_dsl.wording import Lang

RULES = """ruleset "窗口服务" 2024
round 2 each
grades 优 >= 27, 良 >= 24, else 差
scale 等级 = 优 100, 差 0
年办件量 >= 200000 件 weight 20
服务态度 is 等级 weight 7.5
"""


@pytest.mark.parametrize(
    ("text", "shown", "printed"),
    [
        (RULES, "Ruleset('窗口服务', 2024, 2 indicators)", "窗口服务 · 2 indicators"),
        ("甲 >= 5 件 weight 5", "Ruleset(1 indicator)", "ruleset · 1 indicator"),
        (
            'ruleset "it\'s"\n甲 >= 5 件 weight 5',
            'Ruleset("it\'s", 1 indicator)',
            "it's · 1 indicator",
        ),
    ],
)
def test_a_ruleset(text: str, shown: str, printed: str) -> None:
    ruleset = parse_ruleset(text)
    assert (shown, printed) == (repr(ruleset), str(ruleset))


def test_an_indicator_is_its_row_of_the_form() -> None:
    first, second = parse_ruleset(RULES).indicators
    assert "Indicator('年办件量 >= 200000 件 weight 20')" == repr(first)
    assert "Indicator('服务态度 is 等级 weight 7.5')" == repr(second)
    assert "Indicator('甲 <= 8 天 weight 5')" == repr(indicator("甲 <= 8 天 weight 5\n  by pass"))


def test_a_scorecard_and_its_lines() -> None:
    ruleset = parse_ruleset(RULES)
    # 20 × 180000/200000 = 18, and 优 is all of 7.5
    card = ruleset.evaluate({"年办件量": "180000件", "服务态度": "优"})
    assert "Scorecard(25.50 of 27.5, 良)" == repr(card)
    assert ["Line('年办件量', 18.00 of 20)", "Line('服务态度', 7.50 of 7.5)"] == [
        repr(line) for line in card.lines
    ]


def test_what_is_not_known_is_an_interval() -> None:
    card = parse_ruleset(RULES).evaluate({"年办件量": "180000件", "服务态度": "尚可"})
    # between 18 (差 up to 24) and 25.5 (良 from 24)
    assert "Scorecard(18.00..25.50 of 27.5, 良 or 差)" == repr(card)
    assert "Line('服务态度', invalid, 0.00..7.50 of 7.5)" == repr(card.line("服务态度"))
    missing = indicator("甲 >= 5 件 weight 5").evaluate(None)
    assert "Line('甲', missing, 0.00..5.00 of 5)" == repr(missing)


def test_without_grades_none_is_shown() -> None:
    card = parse_ruleset("甲 >= 5 件 weight 5").evaluate({"甲": 5})
    assert "Scorecard(5.00 of 5)" == repr(card)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_printed_texts_do_not_end_their_last_line(lang: Lang) -> None:
    rule = indicator("年办件量 >= 200000 件 weight 20")
    card = load_ruleset("chaoyang-window-2024").evaluate({"年办件量": "180000件"})
    texts = [
        card.to_text(lang),
        str(card),
        card.explain(lang),
        card.explain(lang, indicator="年办件量"),
        card.lines[0].explain(lang),
        str(card.lines[0]),
        rule.explain("180000件", lang),
    ]
    assert all(texts)
    assert [] == [text for text in texts if text != text.strip("\n")]
    assert card.to_markdown(lang).endswith("\n")
