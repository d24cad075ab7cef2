"""`page`: copied, served, and what is said when it cannot be."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from indicator_dsl import assets
from tests.prompt import Give


@pytest.fixture
def built(tmp_path: Path) -> Path:
    page = tmp_path / "built"
    (page / "parts").mkdir(parents=True)
    (page / "index.html").write_text("<h1>", encoding="utf-8")
    (page / "parts" / "a.gz").write_bytes(b"1")
    return page


def test_copied(give: Give, built: Path, tmp_path: Path) -> None:
    answer = give("page", "--from", str(built), "-o", "here/copied")
    assert (0, []) == (answer.status, answer.codes)
    assert "2 files" in answer.out
    assert b"1" == (tmp_path / "here" / "copied" / "parts" / "a.gz").read_bytes()


def test_nothing_that_exists_is_written_over(give: Give, built: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    answer = give("page", "--from", str(built), "-o", "there")
    assert (1, ["IND816"]) == (answer.status, answer.codes)
    assert [] == list((tmp_path / "there").iterdir())


def test_no_page_there(give: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indicator_dsl.cli.paging.built_page", lambda: None)
    answer = give("page", "--serve")
    assert (1, ["IND892"]) == (answer.status, answer.codes)
    assert 'pip install "indicator-dsl[page]"' in answer.err


@pytest.mark.parametrize("words", [[], ["--serve", "-o", "x"], ["--port", "70000", "--serve"]])
def test_one_of_two_things(give: Give, words: list[str]) -> None:
    assert 2 == give("page", *words).status


def test_a_port_that_is_taken(give: Give, built: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        answer = give("page", "--serve", "--port", port, "--from", str(built))
    assert (1, ["IND893"]) == (answer.status, answer.codes)
    assert port in answer.err


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt there goes to every program")
def test_served_until_interrupted(built: Path) -> None:
    words = ["page", "--serve", "--port", "0", "--lang", "en", "--from", str(built)]
    with subprocess.Popen(  # noqa: S603 - the command under test
        [sys.executable, "-m", "indicator_dsl", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        assert server.stdout is not None
        assert re.match(r"http://127\.0\.0\.1:\d+/ ", server.stdout.readline())
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=20)
    assert (0, "") == (server.returncode, said)


def test_the_page_is_found_where_it_was_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "indicator_dsl_page"
    (package / "dist").mkdir(parents=True)
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    (package / "dist" / "index.html").touch()
    assert package / "dist" == assets.built_page()
