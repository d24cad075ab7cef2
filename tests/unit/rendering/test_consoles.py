"""The console: text untouched, 80 columns without a terminal, no failure on any encoding."""

from io import BytesIO, StringIO, TextIOWrapper

import pytest

from indicator_dsl.rendering import console_for


def test_author_s_text_is_no_markup() -> None:
    stream = StringIO()
    console_for(stream).print("[red]年[/年] :smile: 1 'a'")
    assert "[red]年[/年] :smile: 1 'a'\n" == stream.getvalue()


def test_without_a_terminal_it_is_80_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert 80 == console_for(StringIO()).width
    assert 132 == console_for(StringIO(), width=132).width


def test_columns_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert 100 == console_for(StringIO()).width


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert console_for(StringIO()).no_color


def test_a_stream_without_a_character_replaces_it() -> None:
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding="cp936", write_through=True)
    console_for(stream).print("年 ᠀ 办")
    assert "年 ? 办" == raw.getvalue().decode("cp936").strip()


def test_a_unicode_stream_is_left_as_it_is() -> None:
    stream = TextIOWrapper(BytesIO(), encoding="utf-8", errors="strict")
    console_for(stream)
    assert "strict" == stream.errors
