"""The grammars say one thing only: no rule and no word can be read in two ways at one place."""

import re

import pytest
from lark import Lark, Token
from lark.parsers.lalr_analysis import LALR_Analyzer

from indicator_dsl.syntax.grammar import (
    actuals_grammar,
    actuals_parser,
    keywords,
    ruleset_grammar,
    ruleset_parser,
)

GRAMMARS = pytest.mark.parametrize(
    "grammar", [ruleset_grammar(), actuals_grammar()], ids=["ruleset", "actuals"]
)


@GRAMMARS
def test_no_shift_hides_a_reduction(grammar: str) -> None:
    # Lark settles shift/reduce conflicts silently, in favour of shifting; its analyser does not
    # when it is strict. (Reduce/reduce conflicts it never settles.)
    lark = Lark(grammar, parser="lalr", lexer="contextual", maybe_placeholders=False)
    analyzer = LALR_Analyzer(lark.parser.parser_conf, strict=True)
    analyzer.compute_lalr()  # type: ignore[no-untyped-call]
    assert analyzer.parse_table.states


def test_the_analyser_would_find_one() -> None:
    ambiguous = 'start: start "+" start | "a"'
    lark = Lark(ambiguous, parser="lalr", lexer="contextual")
    analyzer = LALR_Analyzer(lark.parser.parser_conf, strict=True)
    with pytest.raises(Exception, match="Shift/Reduce conflict"):
        analyzer.compute_lalr()  # type: ignore[no-untyped-call]


@pytest.mark.external
@GRAMMARS
def test_lark_finds_no_collision_when_it_is_strict(grammar: str) -> None:
    pytest.importorskip("interegular")  # installed, it makes every parser a second slower to build
    Lark(grammar, parser="lalr", lexer="contextual", maybe_placeholders=False, strict=True)


@GRAMMARS
def test_every_word_of_the_grammar_has_a_name(grammar: str) -> None:
    lark = Lark(grammar, parser="lalr", lexer="contextual", maybe_placeholders=False)
    anonymous = [term.name for term in lark.terminals if re.match(r"__|ANON", term.name)]
    assert [] == anonymous


@pytest.mark.parametrize("parser", [ruleset_parser(), actuals_parser()], ids=["ruleset", "actuals"])
def test_no_fragment_is_left_unexpanded(parser: Lark) -> None:
    for term in parser.terminals:
        assert not re.search(r"@\w+@", term.pattern.to_regexp()), term.name


_APART = {
    "total": {"TOTAL_WORD", "SUM_WORD"},  # opens a statement, closes `round`
    "from": {"FROM_WORD", "REACH_WORD"},  # of a line, of a guard
    "zero": {"ZERO_WORD", "ZERO_POINTS_WORD"},  # opens a guard, closes one
    "points": {"POINTS_WORD", "POINTS_UNIT_WORD"},  # behind `by`, behind a number
    "低于": {"BELOW_WORD", "LT_WORD"},  # a guard, a comparison
    "高于": {"ABOVE_WORD", "GT_WORD"},
    "其余": {"ELSE_WORD", "REST_WORD"},  # of bands and grades, of a checklist
    "等级": {"GRADES_WORD", "GRADE_WORD"},  # opens a statement, stands in a veto
}


def test_each_spelling_means_one_thing_where_it_can_stand() -> None:
    # These stand in places that never meet; everything else is said by one keyword only.
    meanings: dict[str, set[str]] = {}
    for keyword, spellings in keywords().items():
        for spelling in spellings:
            meanings.setdefault(spelling, set()).add(keyword)
    several = {word: names for word, names in meanings.items() if len(names) > 1}
    assert _APART == several


def test_every_keyword_has_an_english_and_a_chinese_spelling() -> None:
    words = {name: spellings for name, spellings in keywords().items() if name.endswith("_WORD")}
    # English has the glyphs, and says 完成率 with `of target`.
    operators = {"GE_WORD", "GT_WORD", "LE_WORD", "LT_WORD", "EQ_WORD", "COMPLETION_WORD"}
    for name in words.keys() - operators:
        english, chinese, *_ = words[name]
        assert english.isascii(), name
        assert english == english.lower()
        assert not chinese.isascii(), name


def test_tokens_of_one_line_are_what_they_should_be() -> None:
    tree = ruleset_parser().parse("年办件量 >= 20 万 件 weight 20 by ratio")
    found = [(t.type, str(t)) for t in tree.scan_values(lambda v: isinstance(v, Token))]
    assert [
        ("NAME", "年办件量"),
        ("GE", ">="),
        ("NUMBER", "20"),
        ("UNIT", "万 件"),
        ("WEIGHT", "weight"),
        ("NUMBER", "20"),
        ("BY", "by"),
        ("RATIO", "ratio"),
    ] == found
