"""Offsets as lines and columns, counted in characters from 1."""

import pytest

from indicator_dsl.source import NOWHERE, Place, Position, SourceText, Span

TEXT = "一二\n\n三𠮷四\r\nab"


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [
        (0, 1, 1),
        (1, 1, 2),
        (2, 1, 3),  # the line's end is a position on it
        (3, 2, 1),
        (4, 3, 1),
        (6, 3, 3),  # 𠮷 is one character
        (8, 3, 5),
        (9, 4, 1),
        (11, 4, 3),  # the end of the text
    ],
)
def test_a_position(offset: int, line: int, column: int) -> None:
    assert Position(line, column) == SourceText("a", TEXT).position(offset)


@pytest.mark.parametrize(("line", "words"), [(1, "一二"), (2, ""), (3, "三𠮷四"), (4, "ab")])
def test_the_span_of_a_line_leaves_out_its_end(line: int, words: str) -> None:
    source = SourceText("a", TEXT)
    assert words == source.line_span(line).text_of(TEXT)
    assert 4 == source.line_count


def test_a_text_that_ends_in_a_line_end_has_an_empty_last_line() -> None:
    source = SourceText("a", "x\n")
    assert 2 == source.line_count
    assert Span(2, 2) == source.line_span(2)
    assert Position(2, 1) == source.position(2)


def test_an_empty_text_has_one_line() -> None:
    source = SourceText("a", "")
    assert (1, Span(0, 0), Position(1, 1)) == (
        source.line_count,
        source.line_span(1),
        source.position(0),
    )


def test_spans_join() -> None:
    assert Span(1, 9) == Span(3, 9).to(Span(1, 4))
    assert Span(1, 9) == Span(1, 9).to(Span(3, 4))


def test_a_place_tells_its_words_and_where_they_stand() -> None:
    place = Place(SourceText("dir/a.ind", TEXT), Span(5, 7), ("产出", "数量"))
    assert "𠮷四" == place.text
    assert (Position(3, 2), Position(3, 4)) == (place.start, place.end)
    assert "dir/a.ind:3" == str(place)


def test_nowhere_is_a_place_too() -> None:
    assert ("", Position(1, 1)) == (NOWHERE.text, NOWHERE.start)


def test_a_source_shows_its_name_and_not_its_text() -> None:
    assert "SourceText(name='a')" == repr(SourceText("a", "long" * 1000))
