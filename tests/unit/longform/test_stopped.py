"""A run that is killed leaves nothing half there and no process behind; the next one goes on."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from indicator_dsl.longform import LongBatch, audit_long

HEAD = ["table", "indicator", "target", "actual", "weight", "score"]
WAIT = 120.0  # seconds
SCRIPT = """
import sys
from pathlib import Path
from indicator_dsl.longform import LongBatch, audit_long
if __name__ == "__main__":
    batch = LongBatch(files=(Path(sys.argv[1]),), source=sys.argv[1], target=Path(sys.argv[2]),
                      part_rows=5_000, workers=2)
    for step in audit_long(batch):
        pass
"""


def workers_of(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(entry.read_text().rsplit(")", 1)[1].split()[1]) == pid:
                found.append(int(entry.parent.name))
        except OSError:
            continue
    return found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc, SIGKILL")
def test_a_killed_run_is_gone_on_with(tmp_path: Path) -> None:
    rows = [
        (
            f"t{n // 7:06d}",
            f"指标{'甲乙丙丁戊己庚'[n % 7]}",
            f"≥{n % 7 + 200}件",
            f"{n % 400}件",
            10,
            10,
        )
        for n in range(56_000)
    ]
    source, out, script = tmp_path / "x.parquet", tmp_path / "out", tmp_path / "run.py"
    pl.DataFrame(rows, schema=HEAD, orient="row").write_parquet(source)
    script.write_text(SCRIPT, encoding="utf-8")
    journal = out / "indicator-dsl-audit.jsonl"
    command = [sys.executable, str(script), str(source), str(out)]
    with subprocess.Popen(command) as running:  # noqa: S603 - our own
        try:
            until = time.monotonic() + WAIT
            while not journal.exists() or b'"part": 0' not in journal.read_bytes():
                assert running.poll() is None
                assert time.monotonic() < until
                time.sleep(0.02)
            workers = workers_of(running.pid)
        finally:
            running.send_signal(signal.SIGKILL)
    assert workers
    until = time.monotonic() + WAIT
    while any(Path(f"/proc/{worker}").exists() for worker in workers):
        assert time.monotonic() < until
        time.sleep(0.02)
    before = (out / "rows-00000.parquet").stat().st_mtime_ns
    batch = LongBatch(files=(source,), source=str(source), target=out, part_rows=5_000, workers=1)
    *_, last = audit_long(batch)
    assert (8_000, 56_000) == (last.tally.tables, last.tally.rows)
    assert last.resumed > 0
    assert before == (out / "rows-00000.parquet").stat().st_mtime_ns
    assert [] == list(out.glob(".indicator-dsl.*"))
    told = pl.read_parquet(out / "rows-*.parquet")
    assert [row[0] for row in rows] == told["table"].to_list()
