"""What `indicator-dsl batch` takes as sheets grow: time of the whole process, and peak memory.

Every figure is one run of the command in a process of its own, from parquet to parquet.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq
from attrs import frozen

from bench.columns import sheets

SIZES: Final = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
ENGINES: Final = ("duckdb", "polars", "spark")
_SLICE: Final = 1_000_000
_KIBIBYTES: Final = 1024
# A process is charged with what the one that starts it has at its peak, so that is a small one. It
# takes in what Spark leaves behind, so that its Java is counted too (on Linux).
_MEASURE: Final = """
import ctypes, os, subprocess, sys, time
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(36, 1)
start = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=2, stderr=subprocess.DEVNULL)
seconds, peak, cpu, exited = 0.0, 0, 0.0, 0
while True:
    try:
        pid, status, used = os.wait4(-1, 0)
    except ChildProcessError:
        break
    peak = max(peak, used.ru_maxrss)
    cpu += used.ru_utime + used.ru_stime
    if pid == child.pid:
        seconds, exited = time.perf_counter() - start, os.waitstatus_to_exitcode(status)
print(seconds, cpu, peak)
sys.exit(exited)
"""


@frozen(kw_only=True)
class Growth:
    """One run: seconds by the clock and of processors, peak MiB of its largest process."""

    engine: str
    rows: int
    seconds: float
    cpu: float
    peak: float


def write_sheets(rows: int, target: Path) -> None:
    """A parquet file of so many sheets, made a million at a time."""
    writer: pq.ParquetWriter | None = None
    for start in range(0, rows, _SLICE):
        table = sheets(min(_SLICE, rows - start), seed=start + 1).to_arrow()
        writer = writer or pq.ParquetWriter(target, table.schema)
        writer.write_table(table, row_group_size=_SLICE // 8)
    if writer is not None:
        writer.close()


def grown(engines: Iterable[str], sizes: Iterable[int], scratch: Path) -> Iterator[Growth]:
    """One run of every engine for every size, in a folder to write in."""
    source = scratch / "in.parquet"
    kept = tuple(engines)
    for rows in sizes:
        write_sheets(rows, source)
        for engine in kept:
            yield _run(engine, rows, source, scratch / "out.parquet")


def _run(engine: str, rows: int, source: Path, target: Path) -> Growth:
    master = ["--master", "local[2]"] if engine == "spark" else []
    words = ["chaoyang-window-2024", str(source), "-o", str(target), "--engine", engine, *master]
    return measured_run(engine, rows, ["batch", *words], target)


def measured_run(name: str, rows: int, words: Iterable[str], target: Path) -> Growth:
    """One run of a command of ours in a process of its own; what it wrote is removed."""
    command = [sys.executable, "-m", "indicator_dsl", *words]
    told = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", _MEASURE, *command], check=True, stdout=subprocess.PIPE, text=True
    )
    seconds, cpu, peak = map(float, told.stdout.split())
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.unlink()
    return Growth(engine=name, rows=rows, seconds=seconds, cpu=cpu, peak=peak / _KIBIBYTES)


def row(found: Growth) -> str:
    """A run as a row of plain text.

    Example:
        >>> row(Growth(engine="duckdb", rows=1000, seconds=0.5, cpu=0.75, peak=80.0))
        'duckdb        1,000     0.5 s    0.8 s cpu     80 MiB'
    """
    times = f"{found.seconds:>8.1f} s{found.cpu:>7.1f} s cpu"
    return f"{found.engine:<8}{found.rows:>11,}{times}{found.peak:>7.0f} MiB"
