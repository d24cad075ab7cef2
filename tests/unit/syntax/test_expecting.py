"""What the grammar would take at a place, and the one table of words behind it."""

import re

import pytest

from indicator_dsl.assets import grammars
from indicator_dsl.syntax import expected_after, keyword_groups, keywords, words_of_terminals


def terminals(line: str, *, of_actuals: bool = False) -> set[str]:
    return {t for each in expected_after(line, of_actuals=of_actuals) for t in each.terminals}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", {"RULESET", "SCALE", "NAME"}),
        ("年办件量 ", {"GE", "IN", "IS"}),
        ("年办件量 >= ", {"NUMBER", "DATE", "YES"}),
        ("年办件量 >= 5 ", {"UNIT", "WEIGHT"}),
        ("年办件量 >= 5 件 ", {"WEIGHT", "BY", "WHEN"}),
        ("  ", {"WEIGHT", "BY", "INPUT"}),
        ("  by ", {"RATIO", "BANDS"}),
        ("  按 ", {"RATIO", "BANDS"}),
        ("  by line from 60 ", {"TO"}),
        ("  by bands >= 90: 10, ", {"ELSE", "GE"}),
        ("  when 收入 >= 5 万元 ", {"AND", "OR", "PLUS"}),
        ("  n/a ", {"FULL", "DROP", "MOVE"}),
        ("  缺失 ", {"ZERO_POINTS", "ERROR"}),
        ("use ", {"PROFILE"}),
        ("let 甲 = ", {"TERM", "NUMBER"}),
        ("let 甲 = 乙 / ", {"TERM"}),
        ("limit ", {"TOTAL"}),
        ('veto "x" ', {"GRADE_AT", "TOTAL_AT"}),
        ("服务 is ", {"LABEL"}),
        ("服务 定性 ", {"LABEL"}),
        ("  allow ", {"CODE"}),
        ("input 收入 ", {"UNIT"}),
    ],
)
def test_places_of_a_ruleset(line: str, wanted: set[str]) -> None:
    assert wanted <= terminals(line)


def test_places_of_actuals() -> None:
    assert terminals("年办件量 = 3 件 ", of_actuals=True) >= {"REPORTED", "REASON"}
    assert {"ENTRY_NAME", "TOTAL"} <= terminals("", of_actuals=True)


def test_a_unit_is_not_offered_for_the_rule_that_stands_in() -> None:
    assert "UNIT" not in terminals("  ")


def test_the_middle_of_a_string_takes_nothing_of_the_language() -> None:
    assert not terminals('  note "很 ') & set(words_of_terminals())


def test_every_word_of_the_table_is_a_word_of_the_grammar_and_back() -> None:
    # Read from the files themselves: the table, and what the grammars refer to.
    table = grammars().joinpath("keywords.lark").read_text(encoding="utf-8")
    named = set(re.findall(r"^(\w+): ", table, re.MULTILINE))
    lexical = "".join(
        grammars().joinpath(name).read_text(encoding="utf-8")
        for name in ("lexical.lark", "actuals_lexical.lark")
    )
    referred = set(re.findall(r"@(\w+_(?:WORD|GLYPH))@", lexical))
    fragments = set(re.findall(r"@define (\w+)", lexical))
    assert named == referred - fragments == set(keywords()) == set(keyword_groups())
    assert named == {word for words in words_of_terminals().values() for word in words}
