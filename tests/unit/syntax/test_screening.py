"""What is refused before any grammar sees a text, and that offsets stay where they were."""

import pytest

from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.source import SourceText
from indicator_dsl.syntax.screening import MAX_CHARACTERS, MAX_DEPTH, MAX_LINE, screened


def screen(text: str) -> tuple[str, list[Diagnostic]]:
    collector = Collector()
    return screened(SourceText("a.ind", text), collector), list(collector.sorted())


def names(said: list[Diagnostic]) -> list[tuple[str, int, int]]:
    return [(d.name, d.place.span.start, d.place.span.end) for d in said if d.place]


def test_an_ordinary_text_stays_as_it_is() -> None:
    text = "年办件量 ≥ ２０ 万件\tweight 20\u3000# “说明” (x)\r\n\n℃ ㎡ ① \u00a0"
    assert (text, []) == screen(text)


@pytest.mark.parametrize(
    "character",
    [
        "\u200b",
        "\u202e",
        "\ufeff",
        "\x00",
        "\x1b",
        "\ue000",
        "\ud800",
        "\u2028",
        "\u2029",
        "\u00ad",
    ],
)
def test_a_hidden_character_becomes_a_blank(character: str) -> None:
    text, said = screen(f"指{character}标\n正常")
    assert "指 标\n正常" == text
    assert [("character-forbidden", 1, 2)] == names(said)
    assert f"U+{ord(character):04X}" in said[0].message.en


def test_a_line_of_hidden_characters_is_not_reported_for_ever() -> None:
    text, said = screen("\u200b" * 900 + "\n" + ("\u200b" * 900 + "\n") * 100)
    assert set(text) == {" ", "\n"}
    assert 50 <= len(said) <= 150


def test_a_line_that_is_too_long_is_left_out() -> None:
    long = "长" * (MAX_LINE + 1)
    text, said = screen(f"a\n{long}\nb")
    assert "a\n" + " " * len(long) + "\nb" == text
    assert [("line-too-long", 2 + MAX_LINE, 2 + len(long))] == names(said)


def test_the_longest_line_stays() -> None:
    assert [] == screen("长" * MAX_LINE)[1]


@pytest.mark.parametrize(("opening", "closing"), ["()", "（）"])
def test_brackets_nested_too_deep_are_left_out(opening: str, closing: str) -> None:
    deep = opening * (MAX_DEPTH + 1) + closing * (MAX_DEPTH + 1)
    text, said = screen(f"let a = {deep}")
    assert " " * (8 + len(deep)) == text
    assert [("too-deep", 8 + MAX_DEPTH, 9 + MAX_DEPTH)] == names(said)


def test_brackets_side_by_side_are_not_nested() -> None:
    assert [] == screen("()" * 300)[1]
    assert [] == screen("(" * MAX_DEPTH + ")" * MAX_DEPTH)[1]


@pytest.mark.parametrize("sign", ["-", "－", "−", "- "])
def test_signs_nested_too_deep_are_left_out(sign: str) -> None:
    text, said = screen(f"let a = {sign * (MAX_DEPTH + 1)}x")
    assert "" == text.strip()
    assert ["too-deep"] == [each.name for each in said]


@pytest.mark.parametrize(
    "line", ["# {}", "年办件量 >= 5 件 weight 3  # {}", 'note "{}"', "note “{}”"]
)
@pytest.mark.parametrize("ornament", ["-" * 80, "（" * 80])
def test_comments_and_quoted_words_are_not_nested(line: str, ornament: str) -> None:
    text = line.format(ornament)
    assert (text, []) == screen(text)


def test_a_text_that_is_too_large_is_not_read() -> None:
    text, said = screen("\n" * (MAX_CHARACTERS + 1))
    assert "" == text
    assert [("text-too-large", 0, 0)] == names(said)
