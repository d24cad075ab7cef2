"""Diagnostics drawn: the layout, the underlines by display cells, the edges of a text."""

from collections.abc import Callable

from hypothesis import example, given, strategies as st
from rich.cells import cell_len
from rich.console import Console

from indicator_dsl import codes
from indicator_dsl.diagnostics import Diagnostic, Label
from indicator_dsl.rendering import DiagnosticView, diagnostic_text, diagnostics_summary
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.wording import Text, same

RULESET = SourceText(
    "rulesets/hall-2024/ruleset.ind",
    'ruleset "综合窗口" 2024\ntotal 100\n\ninput 年办件量 件\n'
    + "\n" * 7
    + "年办件量 >= 200000 天 weight 20\n",
)


def place(source: SourceText, words: str, *, nth: int = 0) -> Place:
    start = -1
    for _ in range(nth + 1):
        start = source.text.index(words, start + 1)
    return Place(source, Span(start, start + len(words)))


def mismatch() -> Diagnostic:
    return codes.UNIT_MISMATCH.at(
        place(RULESET, "天"),
        Label(place(RULESET, "件", nth=1), Text("declared in 件 here", "这里声明为 件")),
        label=Text("counted in 天 here", "这里写成 天"),
        advice=same("年办件量 >= 200000 件 weight 20"),
        citation="《综合窗口考核办法》第七条",
        left="件",
        right="天",
    )


def pointing(source: SourceText, *spans: tuple[int, int, str]) -> Diagnostic:
    first, *others = (Label(Place(source, Span(a, b)), same(words)) for a, b, words in spans)
    return codes.NUMBER_MALFORMED.at(
        first.place, *others, label=first.text, text="x", advice=same("y")
    )


def excerpt_of(diagnostic: Diagnostic, *, width: int = 80, ascii_only: bool = False) -> list[str]:
    """The rows between the header and the remarks."""
    rows = diagnostic_text(diagnostic, "en", width, ascii_only=ascii_only).split("\n")
    start = next(i for i, row in enumerate(rows) if row.lstrip().startswith(("┌─", "-->")))
    return [row for row in rows[start:] if not row.lstrip().startswith("= ")]


def test_the_layout_in_chinese() -> None:
    expected = """\
错误[IND204] unit-mismatch: “件”与“天”不是同一种计量
   ┌─ rulesets/hall-2024/ruleset.ind:12:16
   │
 4 │ input 年办件量 件
   │                ‾‾ 这里声明为 件
   ┆
12 │ 年办件量 >= 200000 天 weight 20
   │                    ‾‾ 这里写成 天
   = 依据: 《综合窗口考核办法》第七条
   = 建议: 年办件量 >= 200000 件 weight 20
   = 说明: indicator-dsl code IND204"""
    assert expected == diagnostic_text(mismatch(), "zh")


def test_the_layout_in_english_with_ascii_strokes() -> None:
    expected = """\
error[IND204] unit-mismatch: `件` and `天` do not measure the same thing
   --> rulesets/hall-2024/ruleset.ind:12:16
   |
 4 | input 年办件量 件
   |                ^^ declared in 件 here
   :
12 | 年办件量 >= 200000 天 weight 20
   |                    ^^ counted in 天 here
   = basis: 《综合窗口考核办法》第七条
   = help: 年办件量 >= 200000 件 weight 20
   = more: indicator-dsl code IND204"""
    assert expected == diagnostic_text(mismatch(), "en", ascii_only=True)


def test_rich_prints_the_same_rows(console: Callable[..., Console]) -> None:
    shown = console()
    with shown.capture() as capture:
        shown.print(DiagnosticView(mismatch(), "zh"))
    rows = [row.rstrip() for row in capture.get().splitlines()]
    assert diagnostic_text(mismatch(), "zh").split("\n") == rows


def test_author_text_is_never_markup(console: Callable[..., Console]) -> None:
    source = SourceText("[red].ind", "[/年] [bold]x[/bold]")
    shown = console()
    with shown.capture() as capture:
        shown.print(DiagnosticView(pointing(source, (0, 4, "[/]"))))
    assert "1 │ [/年] [bold]x[/bold]" in capture.get()
    assert "┌─ [red].ind:1:1" in capture.get()


def test_a_note_stands_between_basis_and_help() -> None:
    diagnostic = codes.NAME_DUPLICATE.at(
        place(RULESET, "年办件量"), name="年办件量", notes=(Text("seen twice", "出现两次"),)
    )
    rows = diagnostic_text(diagnostic, "zh").split("\n")
    assert ["= 备注: 出现两次", "= 建议: 请给其中一个改名"] == [row.strip() for row in rows[-3:-1]]


def test_no_place_no_excerpt() -> None:
    expected = """\
error[IND801] file-missing: there is no file `a.ind`
  = help: look at the spelling of the path
  = more: indicator-dsl code IND801"""
    assert expected == diagnostic_text(codes.FILE_MISSING.of_file("a.ind"))


def test_labels_in_another_file_have_their_own_header() -> None:
    actuals = SourceText("b.act", "年办件量 = 3 天\n")
    diagnostic = codes.UNIT_MISMATCH.at(
        place(actuals, "天"),
        Label(place(RULESET, "input"), same("")),
        left="件",
        right="天",
        advice=same("y"),
    )
    assert [
        "  ┌─ b.act:1:10",
        "  │",
        "1 │ 年办件量 = 3 天",
        "  │              ‾‾",
        "  │",
        "  ┌─ rulesets/hall-2024/ruleset.ind:4:1",
        "  │",
        "4 │ input 年办件量 件",
        "  │ ‾‾‾‾‾",
    ] == excerpt_of(diagnostic)


def test_several_labels_on_one_line_stand_in_order() -> None:
    source = SourceText("a.ind", "甲 >= 5 件 weight 5")
    assert [
        "  ┌─ a.ind:1:8",
        "  │",
        "1 │ 甲 >= 5 件 weight 5",
        "  │ ‾‾ name",
        "  │         ‾‾ unit",
    ] == excerpt_of(pointing(source, (7, 8, "unit"), (0, 1, "name")))


def test_neighbouring_lines_have_no_gap_between_them() -> None:
    source = SourceText("a.ind", "a\nb")
    assert ["1 │ a", "  │ ‾", "2 │ b", "  │ ‾"] == excerpt_of(
        pointing(source, (0, 1, ""), (2, 3, ""))
    )[2:]


def test_the_end_of_a_text_gets_one_caret() -> None:
    source = SourceText("a.ind", "满意度 >=")
    assert ["1 │ 满意度 >=", "  │          ^ a value"] == excerpt_of(
        pointing(source, (6, 6, "a value"))
    )[2:]


def test_the_empty_line_at_the_end_of_a_file_gets_one_caret() -> None:
    source = SourceText("a.ind", "a\n")
    assert ["2 │", "  │ ^"] == excerpt_of(pointing(source, (2, 2, "")))[2:]


def test_an_empty_text_gets_one_caret() -> None:
    assert ["  ┌─ a.ind:1:1", "  │", "1 │", "  │ ^"] == excerpt_of(
        pointing(SourceText("a.ind", ""), (0, 0, ""))
    )


def test_a_span_behind_the_text_points_at_its_end() -> None:
    source = SourceText("a.ind", "a\nbc")
    assert ["2 │ bc", "  │   ^"] == excerpt_of(pointing(source, (90, 99, "")))[2:]


def test_a_line_break_alone_gets_one_caret_behind_its_line() -> None:
    source = SourceText("a.ind", "ab\r\ncd")
    assert ["1 │ ab", "  │   ^"] == excerpt_of(pointing(source, (3, 4, "")))[2:]


def test_two_lines_are_both_underlined_and_the_words_stand_at_the_end() -> None:
    source = SourceText("a.ind", "甲 >= 5 件\n  weight 5  \n")
    start = source.text.index(">=")
    end = source.text.index(" \n")
    assert [
        "1 │ 甲 >= 5 件",
        "  │    ‾‾‾‾‾‾‾",
        "2 │   weight 5",
        "  │   ‾‾‾‾‾‾‾‾ here",
    ] == excerpt_of(pointing(source, (start, end, "here")))[2:]


def test_of_many_lines_the_first_and_the_last_are_shown() -> None:
    source = SourceText("a.ind", "\n".join("abcdef"))
    assert ["1 │ a", "  │ ‾", "  ┆", "6 │ f", "  │ ‾ here"] == excerpt_of(
        pointing(source, (0, 11, "here"))
    )[2:]


def test_tabs_are_expanded_to_stops_of_four_cells() -> None:
    source = SourceText("a.ind", "\t年\t>= 5\n")
    assert ["1 │     年  >= 5", "  │         ‾‾"] == excerpt_of(pointing(source, (3, 5, "")))[2:]


def test_what_cannot_be_seen_is_shown_by_its_number() -> None:
    source = SourceText("a\u202e.ind", "年\u200b办\u202e >= 5\x1b[31m")
    assert [
        "  ┌─ a<U+202E>.ind:1:2",
        "  │",
        "1 │ 年<U+200B>办<U+202E> >= 5<U+001B>[31m",
        "  │   ‾‾‾‾‾‾‾‾",
    ] == excerpt_of(pointing(source, (1, 2, "")))


def test_a_long_line_is_cut_around_its_label() -> None:
    source = SourceText("a.ind", "前" * 100 + "名称" + "后" * 100)
    # 36 cells of source: 1 for each cut, 4 for the label, 15 on either side (7 characters fit).
    assert [
        "1 │ …" + "前" * 7 + "名称" + "后" * 8 + "…",
        "  │  " + " " * 14 + "‾‾‾‾",
    ] == excerpt_of(pointing(source, (100, 102, "")), width=40)[2:]


def test_labels_far_apart_on_one_line_are_shown_one_by_one() -> None:
    source = SourceText("a.ind", "ab" + "-" * 500 + "yz")
    rows = excerpt_of(pointing(source, (0, 2, "start"), (502, 504, "end")), width=40)[2:]
    assert ["1 │ ab" + "-" * 33 + "…", "  │ ‾‾ start"] == rows[:2]
    assert ["1 │ …" + "-" * 33 + "yz", "  │ " + " " * 34 + "‾‾", "  │ " + " " * 33 + "end"] == rows[
        2:
    ]


def test_a_long_line_is_cut_with_three_dots_in_ascii() -> None:
    source = SourceText("a.ind", "-" * 100)
    assert ["1 | " + "-" * 33 + "...", "  | ^"] == excerpt_of(
        pointing(source, (0, 1, "")), width=40, ascii_only=True
    )[2:]


def test_long_words_of_a_label_go_below_it() -> None:
    source = SourceText("a.ind", "-" * 30)
    words = "a" * 20
    assert ["  │ " + " " * 28 + "‾", "  │ " + " " * 16 + words] == excerpt_of(
        pointing(source, (28, 29, words)), width=40
    )[3:]


def test_help_to_be_pasted_is_not_broken_in_plain_text() -> None:
    line = "政务服务中心" * 12 + " >= 200000 件 weight 20"
    diagnostic = codes.OPERATOR_MISSPELT.at(place(RULESET, "天"), text="天", advice=same(line))
    assert f"   = help: {line}" in diagnostic_text(diagnostic).split("\n")


def test_an_ascii_console_gets_ascii_strokes() -> None:
    shown = Console(width=80, color_system=None, legacy_windows=True, file=None, _environ={})
    with shown.capture() as capture:
        shown.print(DiagnosticView(mismatch(), "en"))
    assert "┌" not in capture.get()
    assert "   --> rulesets/hall-2024" in capture.get()


def test_summary_counts_each_severity() -> None:
    error, note = codes.FILE_MISSING.of_file("a"), codes.FILE_GB18030.of_file("b")
    warning = codes.WEIGHTS_NOT_TOTAL.at(place(RULESET, "total"), sum=90, total=100)
    assert "2 个错误，1 个警告" == diagnostics_summary([error, warning, error], "zh")
    assert "2 errors, 1 warning" == diagnostics_summary([error, warning, error], "en")
    assert "1 error, 2 notes" == diagnostics_summary([note, error, note], "en")
    assert "nothing to report" == diagnostics_summary([], "en")
    assert "没有发现问题" == diagnostics_summary([], "zh")


@given(
    text=st.text(st.sampled_from("年a \t\n\r\u200b\u0301…（#"), max_size=300),
    spans=st.lists(
        st.tuples(
            st.integers(0, 310), st.integers(0, 310), st.sampled_from(["", "这里", "x" * 50])
        ),
        min_size=1,
        max_size=4,
    ),
    width=st.integers(40, 90),
)
@example(text="aaa\r\r\r\ra", spans=[(8, 0, "")], width=40)  # a caret behind a full row
def test_any_text_is_drawn_within_the_width(
    text: str, spans: list[tuple[int, int, str]], width: int
) -> None:
    rows = excerpt_of(pointing(SourceText("a.ind", text), *spans), width=width)
    assert max(map(cell_len, rows)) <= width
    assert any("‾" in row or "^" in row for row in rows)


@given(
    before=st.text(st.sampled_from("年a（1"), max_size=60),
    label=st.text(st.sampled_from("年a（1"), min_size=1, max_size=12),
    after=st.text(st.sampled_from("年a（1"), max_size=60),
)
@example(before="1" * 17 + "年" * 19, label="1", after="")  # the last cell of a full row
def test_what_is_underlined_is_what_the_span_covers(before: str, label: str, after: str) -> None:
    source = SourceText("a.ind", before + label + after)
    span = (len(before), len(before) + len(label), "")
    *_, line, marks = excerpt_of(pointing(source, span), width=60)
    start = marks.index("‾")
    shown, cells = "", 0
    for character in line:
        if cells >= start and cells < len(marks):
            shown += character
        cells += cell_len(character)
    assert label == shown
