"""A page as a PDF, by a program that prints, fails, hangs, writes another thing, or is missing."""

import os
import stat
import sys
from pathlib import Path

import pytest

from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import browsers, pdf_from_page
from indicator_dsl.files.browsers import find_browser

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def stand_in(folder: Path, script: str, name: str = "chromium") -> str:
    """A program that is called like a browser."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


PRINTS = """
for word in "$@"; do
  case $word in
    --print-to-pdf=*) target=${word#--print-to-pdf=} ;;
    file://*) source=${word#file://} ;;
  esac
done
{ printf '%%PDF-1.4 '; cat "$source"; } > "$target"
"""


def made(browser: str | None) -> tuple[bytes | None, list[tuple[str, str]]]:
    collector = Collector()
    pdf = pdf_from_page("<p>页</p>", collector, file="r.pdf", browser=browser)
    return pdf, [(found.code, found.message.en) for found in collector.sorted()]


def test_what_the_browser_wrote_comes_back(tmp_path: Path) -> None:
    assert ("%PDF-1.4 <p>页</p>".encode(), []) == made(stand_in(tmp_path, PRINTS))


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(room))
    made(stand_in(tmp_path, PRINTS))
    made(stand_in(tmp_path, "exit 3"))
    assert [] == list(room.iterdir())


def test_a_browser_that_fails(tmp_path: Path) -> None:
    program = stand_in(tmp_path, "exit 3")
    message = f"the browser `{program}` gave no PDF: it ended with status 3"
    assert (None, [("IND872", message)]) == made(program)


def test_a_browser_that_writes_something_else(tmp_path: Path) -> None:
    program = stand_in(tmp_path, PRINTS.replace("%%PDF", "<html>"))
    assert [("IND872", f"the browser `{program}` gave no PDF: it ended with status 0")] == made(
        program
    )[1]


def test_a_browser_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers, "_SECONDS", 1)
    program = stand_in(tmp_path, f"echo $$ > '{tmp_path}/pid'\nsleep 60 & wait")
    pdf, said = made(program)
    assert pdf is None
    assert [("IND872", f"the browser `{program}` gave no PDF: it took more than 1 seconds")] == said
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text(encoding="ascii")), 0)


def test_one_that_is_named_and_not_there() -> None:
    message = "no browser was found to print `r.pdf`; there is no `no-such-program`"
    assert (None, [("IND871", message)]) == made("no-such-program")


def test_none_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browsers, "_ON_MACOS", ())
    assert find_browser() is None
    assert [("IND871", "no browser was found to print `r.pdf`")] == made(None)[1]


def test_one_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    program = stand_in(tmp_path, PRINTS, "google-chrome")
    assert program == find_browser()
    assert program == find_browser("google-chrome")
    monkeypatch.chdir(tmp_path)
    assert "./google-chrome" == find_browser("./google-chrome")
    page = tmp_path / "page.txt"
    page.touch()
    assert str(page) == find_browser("page.txt")  # a file that is no program fails later, by name
