"""The colours are those of what the parser reads, on every ruleset and case at hand."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from lark import Token
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename

from indicator_dsl.highlighting import (
    ActualsLexer,
    Kind,
    RulesetLexer,
    browser_grammar,
    kind_of_terminal,
)
from indicator_dsl.highlighting.lexers import _TOKENS
from indicator_dsl.highlighting.patterns import actuals_patterns, ruleset_patterns
from indicator_dsl.syntax.grammar import keywords, ruleset_parser, words_of_terminals

ROOT = Path(__file__).parents[3]
NAMES = {"NAME", "QUOTED_NAME", "LIST_NAME", "ITEM_NAME"}
EITHER = {Kind.VARIABLE, Kind.LABEL, Kind.UNIT}
OTHERS: dict[str, set[Kind | None]] = {
    "STRING": {Kind.STRING},
    "SECTION": {Kind.HEADING},
    "HEADING": {Kind.HEADING},
    "NUMBER": {Kind.NUMBER},
    "YEAR": {Kind.NUMBER},
    "DATE": {Kind.DATE},
    "PERCENT": {Kind.UNIT},
    "CODE": {Kind.CODE},
    "COMMA": {Kind.PUNCTUATION},
    "COLON": {Kind.PUNCTUATION},
    "OPEN": {Kind.PUNCTUATION},
    "CLOSE": {Kind.PUNCTUATION},
    "DASH": {Kind.PUNCTUATION, Kind.OPERATOR},
}
KINDS = {token: kind for kind, token in _TOKENS.items()}


def texts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "rulesets").rglob("*.ind")):
        yield path.parent.name, path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "tests/cases/good").rglob("*.toml")):
        case = tomllib.loads(path.read_text(encoding="utf-8"))
        if "ruleset" in case:
            yield path.stem, case["ruleset"]


def expected(token: Token, statement: str) -> set[Kind | None]:
    if token.type == "QUOTED_NAME" and statement in ("let", "example"):
        return {Kind.VARIABLE}
    if token.type in NAMES:
        return {Kind.NAME}
    if token.type in OTHERS:
        return OTHERS[token.type]
    if token.type in words_of_terminals():
        return homonyms(str(token))
    return {*EITHER, *KINDS.values(), None} - {Kind.NAME, Kind.COMMENT}  # the author's word


def homonyms(written: str) -> set[Kind | None]:
    """The kinds of every terminal with that spelling: 其余 is `else` and `rest`."""
    plain = " ".join(written.split())
    return {
        kind_of_terminal(terminal)
        for terminal, words in words_of_terminals().items()
        if any(plain in keywords()[word] for word in words)
    }


def coloured(text: str) -> list[Kind | None]:
    """The kind of every character."""
    kinds: list[Kind | None] = [None] * len(text)
    for start, token, written in RulesetLexer().get_tokens_unprocessed(text):
        kinds[start : start + len(written)] = [KINDS.get(token)] * len(written)
    return kinds


@pytest.mark.parametrize(("name", "text"), list(texts()))
def test_every_token_has_its_colour(name: str, text: str) -> None:
    kinds = coloured(text)
    wrong = []
    for statement in ruleset_parser().parse(text).iter_subtrees():
        for token in statement.children:
            if not isinstance(token, Token) or token.start_pos is None:
                continue
            span = slice(token.start_pos, token.start_pos + len(token))
            found = set(kinds[span])
            if not found <= expected(token, str(statement.data)):
                wrong.append(
                    (name, token.type, str(token), found, text[span.start - 9 : span.stop + 9])
                )
    assert wrong == []


def test_nothing_is_lost_of_any_text() -> None:
    for lexer in (RulesetLexer(), ActualsLexer()):
        for text in (
            '"“',
            "[甲",
            "- ：",
            "＝＝",
            "年 >= 年 >=",
            "\x00\u2028x",
            "🀄 >= 1 🀄 weight 5\r\n",
        ):
            assert "".join(part for _, _, part in lexer.get_tokens_unprocessed(text)) == text


def test_pygments_finds_the_lexers() -> None:
    assert isinstance(get_lexer_by_name("ind"), RulesetLexer)
    assert isinstance(get_lexer_for_filename("a.act"), ActualsLexer)


@pytest.mark.parametrize("of_actuals", [False, True])
def test_the_patterns_of_a_browser_are_those_of_pygments(*, of_actuals: bool) -> None:
    told = json.loads(browser_grammar(of_actuals=of_actuals))
    patterns = actuals_patterns() if of_actuals else ruleset_patterns()
    assert len(patterns) == len(told)
    for each, record in zip(patterns, told, strict=True):
        kinds = [None if kind is None else kind.name.lower() for kind in each.kinds]
        assert kinds == record["kinds"]
        assert len(kinds) == len(record["groups"])
        # What a browser cannot read: possessive repetition, and escapes it does not know.
        assert not re.search(r"[+*?]\+|\\[AZwWd\"]", re.sub(r"\\\\", "", record["regex"]))
