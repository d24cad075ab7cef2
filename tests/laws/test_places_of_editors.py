"""Every offset has one place in an editor's units, and that place leads back to it."""

from hypothesis import given, strategies as st

from indicator_dsl.editor import Encoding, offset_at, place_at, text_named
from indicator_dsl.source import SourceText

WIDTHS: dict[Encoding, tuple[str, int]] = {
    "utf-8": ("utf-8", 1),
    "utf-16": ("utf-16-le", 2),
    "utf-32": ("utf-32-le", 4),
}
TEXTS = st.text(st.sampled_from("a件𠮷🀄é\n\u2028\x0c \t")).map(lambda text: text_named("a", text))


@given(TEXTS, st.integers(0, 200), st.sampled_from(list(WIDTHS)))
def test_there_and_back(source: SourceText, at: int, encoding: Encoding) -> None:
    offset = min(at, len(source.text))
    line, unit = place_at(source, offset, encoding)
    codec, width = WIDTHS[encoding]
    before = source.text[:offset].split("\n")
    assert line == len(before) - 1
    assert unit == len(before[-1].encode(codec)) // width
    assert offset_at(source, line, unit, encoding) == offset


@given(TEXTS, st.integers(-3, 60), st.integers(-3, 300), st.sampled_from(list(WIDTHS)))
def test_any_place_is_somewhere_in_the_text(
    source: SourceText, line: int, unit: int, encoding: Encoding
) -> None:
    assert 0 <= offset_at(source, line, unit, encoding) <= len(source.text)
