"""Characters that nobody sees are shown, and lines break where Chinese and English lines may."""

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len

from indicator_dsl.rendering.diagnostics_characters import shape, visible, wrapped


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("年", "年"),
        ("a", "a"),
        (" ", " "),
        ("\u3000", "\u3000"),
        ("\u00a0", "\u00a0"),
        ("\u2003", "<U+2003>"),
        ("\u200b", "<U+200B>"),
        ("\u202e", "<U+202E>"),
        ("\x1b", "<U+001B>"),
        ("\n", "<U+000A>"),
        ("\ufe0f", "<U+FE0F>"),
        ("\u3164", "<U+3164>"),
        ("\ud800", "<U+D800>"),
        ("\U000e0001", "<U+E0001>"),
    ],
)
def test_shape(character: str, expected: str) -> None:
    assert expected == shape(character)


def test_visible_keeps_what_is_seen() -> None:
    assert "年办件量 >= 5" == visible("年办件量 >= 5")
    assert "a<U+0009>b" == visible("a\tb")


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one", 2, ["on", "e"]),
        ("目标值缺少单位", 6, ["目标值", "缺少单", "位"]),
        ("目标值，缺少", 6, ["目标", "值，缺", "少"]),  # no comma begins a line
        ("目标（缺）", 6, ["目标", "（缺）"]),  # no bracket ends one
        ("目标 缺少", 5, ["目标", "缺少"]),
        ("", 5, [""]),
    ],
)
def test_wrapped(text: str, width: int, expected: list[str]) -> None:
    assert expected == wrapped(text, width)


def test_lines_after_the_first_may_be_shorter() -> None:
    assert ["aa bb", "cc", "dd"] == wrapped("aa bb cc dd", 5, hanging=3)


def test_text_to_be_pasted_breaks_at_blanks_only() -> None:
    assert ["年办件量", ">= 5"] == wrapped("年办件量 >= 5", 6, at_blanks_only=True)


@given(st.text(st.sampled_from("年a ，（"), max_size=80), st.integers(4, 30))
def test_no_line_is_wider_and_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert max(map(cell_len, lines)) <= width
    assert text.replace(" ", "") == "".join(lines).replace(" ", "")
