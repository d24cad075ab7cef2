"""Rows in columns of display cells."""

from indicator_dsl.rendering.columns import (
    Cell,
    Column,
    natural_width,
    paragraph,
    set_in_columns,
)


def test_wide_characters_count_two_cells() -> None:
    columns = (Column(6), Column(5, is_right=True))
    (line,) = set_in_columns(columns, (Cell("年办"), Cell("8.00")))
    assert " 年办     8.00" == line.plain  # a margin, 4 cells and 2 blanks, a gap of 2, 1 + 4 cells
    assert 4 == natural_width(["年办", "abc"])
    assert 0 == natural_width([])


def test_a_cell_that_is_too_wide_goes_on_below() -> None:
    lines = set_in_columns((Column(6), Column(2)), (Cell("年办件量", indent=2), Cell("ab")))
    assert ["   年办  ab", "   件量"] == [line.plain for line in lines]


def test_styles_cover_the_text() -> None:
    (line,) = set_in_columns((Column(4), Column(4)), (Cell("a", "bold"), Cell("b", "red")))
    assert ["bold", "red"] == [str(span.style) for span in line.spans]


def test_a_paragraph_hangs() -> None:
    lines = paragraph("aa bb cc", 7, indent=2, hanging=1)
    assert ["  aa bb", "   cc"] == [line.plain for line in lines]
