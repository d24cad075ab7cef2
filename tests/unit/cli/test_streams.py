"""The command line as a process: its encoding, its colours, its pipes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from rich.cells import cell_len

from tests.desk import lay_out

Process: TypeAlias = "subprocess.CompletedProcess[bytes]"
Run: TypeAlias = Callable[..., Process]

COMMAND = [sys.executable, "-m", "indicator_dsl"]
# What a developer's own shell may have set, and what would change the outcome.
OWN = (
    *("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"),
    *("PYTHONIOENCODING", "PYTHONUNBUFFERED", "PYTHONUTF8"),
)
FILES = {
    "a.ind": "年办件量 >= 200000 件 weight 20\n进度 <= 80 % weight 10 by excess\n",
    "a.act": "年办件量 = 180000件\n进度 = 90 % reported 10\n",
    "slips.ind": "\U00020bb7办件量 => 200000 件 weight 20\n",
}


def environment(**settings: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name not in OWN}
    return {**inherited, "INDICATOR_DSL_LANG": "zh", **settings}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command line in a folder with files, its streams piped."""
    lay_out(tmp_path, {name: text.encode() for name, text in FILES.items()})

    def ran(*words: str, **settings: str) -> Process:
        return subprocess.run(  # noqa: S603 - our own command
            [*COMMAND, *words],
            cwd=tmp_path,
            env=environment(**settings),
            capture_output=True,
            check=False,
            timeout=60,
        )

    return ran


def test_a_gbk_console_gets_gbk_and_signs_it_has(run: Run) -> None:
    done = run("score", "a.ind", PYTHONIOENCODING="gbk")
    shown = done.stdout.decode("gbk")
    assert (0, b"") == (done.returncode, done.stderr)
    assert "比目标 200000 件少 20000 件（10%）；按比例" in shown
    assert "<= 80 %" in shown
    assert not set("?≥≤─→") & set(shown)


def test_a_gbk_console_and_a_character_it_does_not_have(run: Run) -> None:
    done = run("check", "slips.ind", PYTHONIOENCODING="gbk")
    drawn = done.stderr.decode("gbk").splitlines()
    assert (1, "已检查：1 个错误") == (done.returncode, done.stdout.decode("gbk").strip())
    assert "错误[IND102] operator-misspelt: “=>”不是运算符" == drawn[0]
    assert "1 | ?办件量 => 200000 件 weight 20" == drawn[3]


def test_an_ascii_console_does_not_fail(run: Run) -> None:
    for words in (["score", "a.ind"], ["score", "a.ind", "--format", "json"], ["rulesets"]):
        done = run(*words, PYTHONIOENCODING="ascii")
        assert (0, b"") == (done.returncode, done.stderr)
        assert done.stdout


def test_a_pipe_gets_80_columns_and_no_colour(run: Run) -> None:
    sheet = run("score", "a.ind", PYTHONIOENCODING="utf-8").stdout
    drawn = run("check", "slips.ind", PYTHONIOENCODING="utf-8").stderr
    assert b"\x1b" not in sheet + drawn
    assert 80 == max(cell_len(line) for line in sheet.decode().splitlines())
    wide = run("score", "a.ind", PYTHONIOENCODING="utf-8", COLUMNS="120").stdout
    assert 120 == max(cell_len(line) for line in wide.decode().splitlines())


def test_colour_is_given_when_forced_and_taken_by_no_color(run: Run) -> None:
    red = b"\x1b[31m"
    assert red in run("score", "a.ind", FORCE_COLOR="1").stdout
    assert red not in run("score", "a.ind", FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("settings", [{}, {"NO_COLOR": "1"}])
def test_a_terminal_gets_colour_unless_no_color_is_set(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    lay_out(tmp_path, {name: text.encode() for name, text in FILES.items()})
    ours, theirs = os.openpty()
    with subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "score", "a.ind"],
        cwd=tmp_path,
        env=environment(TERM="xterm", **settings),
        stdout=theirs,
    ) as process:
        os.close(theirs)
        shown = read_all(ours)
    os.close(ours)
    assert 0 == process.returncode
    assert "进度".encode() in shown
    assert (b"\x1b[31m" in shown) == (not settings)


def read_all(descriptor: int) -> bytes:
    """What a terminal was sent, until its last writer is gone."""
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(descriptor, 4096)
        except OSError:  # how Linux says that nobody writes any more
            part = b""
        if not part:
            return b"".join(parts)
        parts.append(part)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently there")
def test_a_reader_that_leaves_early_is_no_defect(tmp_path: Path) -> None:
    unknown = "".join(f"指标{number} = {number} 件\n" for number in range(1000))
    lay_out(tmp_path, {"a.ind": FILES["a.ind"].encode(), "a.act": unknown.encode()})
    with subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "score", "a.ind"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
    assert b"" == complaint
    assert 1 == process.returncode


def test_a_mistake_in_the_command_is_no_traceback(run: Run) -> None:
    done = run("score", "a.ind", "--lang", "fr")
    assert (2, b"") == (done.returncode, done.stdout)
    assert b"Traceback" not in done.stderr
    assert b"--lang" in done.stderr
