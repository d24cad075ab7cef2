"""A run of `batch` that is killed leaves nothing half there, and the next one goes on with it."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from tests.desk import typed

# Every row of it is scored one by one, some seconds' work: time enough to be stopped in.
SLOW = pl.DataFrame({"年办件量": ["18万件"] * 40_000})
WAIT = 120.0  # seconds


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.ind").write_text("年办件量 >= 200000 件 weight 20\n", encoding="utf-8")
    (tmp_path / "in").mkdir()
    for name in "abc":
        pl.DataFrame({"年办件量": [180_000, 250_000]}).write_parquet(
            tmp_path / f"in/{name}.parquet"
        )
    SLOW.write_parquet(tmp_path / "in/z.parquet")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def stopped(words: list[str], is_time: Callable[[], bool]) -> None:
    """Runs a command and kills it when it is time."""
    command = [sys.executable, "-m", "indicator_dsl", *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:  # noqa: S603 - our own
        until = time.monotonic() + WAIT
        while not is_time():
            assert running.poll() is None, running.communicate()[1]
            assert time.monotonic() < until
            time.sleep(0.01)
        running.send_signal(signal.SIGKILL)


def seen_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix == ".parquet")


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_a_killed_run_is_gone_on_with(desk: Path, engine: str) -> None:
    words = ["batch", "a.ind", "in", "-o", "out", "--engine", engine]
    out = desk / "out"
    stopped(
        words,
        lambda: (out / "c.parquet").exists() and any(out.glob(".indicator-dsl.*.part/written*")),
    )
    assert ["a.parquet", "b.parquet", "c.parquet"] == seen_in(out)
    assert [2, 2, 2] == [len(pl.read_parquet(out / name)) for name in seen_in(out)]
    before = {name: (out / name).stat().st_mtime_ns for name in ["a.parquet", "b.parquet"]}
    SLOW.head(5).write_parquet(desk / "in/z.parquet")
    status, printed = typed(words)
    assert 0 == status, printed
    # The third may have been in its place before it was noted, and is then scored once more.
    assert "2 files were scored before" in printed or "3 files were scored before" in printed
    assert before == {name: (out / name).stat().st_mtime_ns for name in before}
    assert ["18.00"] * 5 == pl.read_parquet(out / "z.parquet")["total"].cast(pl.String).to_list()
    assert [] == list(out.glob(".*"))
