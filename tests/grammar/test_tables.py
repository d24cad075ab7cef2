"""The shipped tables are what Lark makes of the grammar, and read what Lark reads."""

import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from lark import Lark, Token, Tree, UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from indicator_dsl.assets import grammars
from indicator_dsl.syntax import tables, trees
from indicator_dsl.syntax.driving import (
    Parser,
    Unreadable,
    actuals_reader,
    ruleset_reader,
)
from indicator_dsl.syntax.grammar import actuals_parser, keywords, ruleset_parser

ROOT = Path(__file__).parents[2]
BOTH = pytest.mark.parametrize("name", [tables.RULESET, tables.ACTUALS])
LARK = {tables.RULESET: ruleset_parser, tables.ACTUALS: actuals_parser}
OURS = {tables.RULESET: ruleset_reader, tables.ACTUALS: actuals_reader}
TEXTS = [
    path.read_text(encoding="utf-8")
    for folder in ("rulesets", "tests/cases", "docs")
    for path in sorted((ROOT / folder).rglob("*.*"))
    if path.suffix in (".ind", ".act", ".toml", ".md") and path.parent.name != "codes"
]
# Words and signs of the language, and what stands between and around them.
_PIECES = [
    *(word for spellings in keywords().values() for word in spellings if "\\" not in word),
    *(
        "\n",
        "\n  ",
        "\n- ",
        " ",
        "　",
        "\t",
        "#",
        "# 注",
        '"',
        "“质量”",
        '"甲"',
        "(",
        ")",
        "（",
        "）",
    ),
    *(
        "年办件量",
        "甲",
        "a",
        "件",
        "万元",
        "%",
        "％",
        "20",
        "２０",
        "95.5",
        "1,000",
        "-1",
        "2024-12-31",
    ),
    *(
        ">=",
        "<=",
        "=",
        "<",
        ">",
        "≥",
        "..",
        ",",
        "，",
        ":",
        "：",
        "[产出指标]",
        "/",
        "+",
        "->",
        "→",
        "*",
    ),
]
PIECES = st.lists(st.sampled_from(_PIECES), max_size=24).map("".join)
LINES = st.lists(st.sampled_from(sorted({line for text in TEXTS for line in text.splitlines()})))


@BOTH
def test_shipped_tables_are_up_to_date(name: str, request: pytest.FixtureRequest) -> None:
    shipped = ROOT / "grammars" / f"{name}_tables.json"
    made = tables.as_text(tables.made(name))
    if request.config.getoption("--update-golden"):
        shipped.write_text(made, encoding="utf-8", newline="\n")
    assert shipped.read_text(encoding="utf-8") == made, "pytest --update-golden tests/grammar"


@BOTH
def test_shipped_tables_are_used(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        pytest.fail("Lark was asked")

    monkeypatch.setattr(tables, "made", refuse)
    assert tables.tables_of(name)["terminals"]


@BOTH
def test_tables_of_another_grammar_are_not(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "fingerprint", lambda: -1)
    assert tables.tables_of(name)["grammar"] == -1


def test_the_fingerprint_covers_every_grammar_file() -> None:
    from indicator_dsl.syntax.grammar import FILES  # noqa: PLC0415

    there = {path.name for path in (ROOT / "grammars").glob("*.lark")}
    assert there == set(FILES)
    assert grammars().joinpath(FILES[0]).is_file()


def as_lark_reads(parser: Lark, text: str) -> object:
    """Lark's tree in plain tuples, or where it stops; None for the end of the text."""
    try:
        return _plain(parser.parse(text))
    except UnexpectedToken as slip:
        return None if slip.token.type == "$END" else slip.pos_in_stream
    except UnexpectedCharacters as slip:
        return slip.pos_in_stream
    except UnexpectedInput as slip:  # pragma: no cover - Lark has no others
        pytest.fail(repr(slip))


def _plain(part: Tree[Token] | Token) -> object:
    if isinstance(part, Token):
        return part.type, str(part), part.start_pos
    return str(part.data), [_plain(child) for child in part.children]


def as_we_read(parser: Parser, text: str) -> object:
    try:
        return _ours(parser.parse(text))
    except Unreadable as slip:
        return slip.at


def _ours(part: trees.Tree | trees.Token) -> object:
    if isinstance(part, trees.Token):
        return part.type, part.text, part.start
    return part.data, [_ours(child) for child in part.children]


def assert_alike(name: str, text: str) -> None:
    assert as_lark_reads(LARK[name](), text) == as_we_read(OURS[name](), text)


@BOTH
def test_every_text_of_the_project_is_read_as_lark_reads_it(name: str) -> None:
    for text in TEXTS:
        assert_alike(name, text)
        for line in re.split(r"\n(?=\S)", text):
            assert_alike(name, line)


@BOTH
@given(text=PIECES)
def test_any_words_are_read_as_lark_reads_them(name: str, text: str) -> None:
    assert_alike(name, text)


@BOTH
@given(lines=LINES)
def test_any_lines_are_read_as_lark_reads_them(name: str, lines: list[str]) -> None:
    assert_alike(name, "\n".join(lines))


@BOTH
@given(text=st.text(max_size=40))
def test_anything_is_read_as_lark_reads_it(name: str, text: str) -> None:
    assert_alike(name, text)


@BOTH
@given(letter=st.characters(), rest=PIECES)
def test_no_terminal_begins_with_a_letter_it_is_not_tried_with(
    name: str, letter: str, rest: str
) -> None:
    for _, pattern, first in tables.tables_of(name)["terminals"]:
        if re.match(pattern, letter + rest):
            assert first is None or letter in first
