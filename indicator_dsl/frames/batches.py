"""Files of many sheets: CSV and parquet in, scores out, in bounded memory.

A file is written beside its name and moved there when it is whole, so that none is ever half there.
"""

import csv
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final, Literal

from attrs import evolve, field, frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import FrameError
from indicator_dsl.frames.framing import extra, planned, refused
from indicator_dsl.frames.outputs import EXACT_WAY
from indicator_dsl.frames.sheet import Plan, names_of
from indicator_dsl.frames.wholeness import whole_file
from indicator_dsl.model import Ruleset
from indicator_dsl.wording import Text, name_from_text

if TYPE_CHECKING:
    import duckdb

Engine = Literal["polars", "duckdb"]
SUFFIXES: Final = (".csv", ".parquet")
_MANIFEST: Final = "indicator-dsl-batch.json"
_FORM: Final = 1  # of the columns that come out
_MEMORY: Final = "400MB"
_NOT_A_PATTERN: Final = re.compile(r"[*?\[]")
_LOOK_EVERY: Final = 0.2  # seconds
_PER_CENT: Final = 100.0


@frozen(kw_only=True)
class Job:
    """One file to score, and where its scores go."""

    source: Path
    target: Path
    engine: Engine = "duckdb"

    @property
    def is_done(self) -> bool:
        """Whether its scores are there already."""
        return self.target.exists()


@frozen(kw_only=True)
class Batch:
    """All there is to do. `skipped` counts files whose scores were there already."""

    jobs: tuple[Job, ...]
    skipped: int = 0


@frozen(kw_only=True)
class Progress:
    """How far one file is, from 0 to 1; the counts are those of a file that is done."""

    job: Job
    share: float
    rows: int = 0
    row_by_row: int = field(default=0)


def batch_of(ruleset: Ruleset, source: Path, target: Path, engine: Engine) -> Batch:
    """What is to be done for a file, or for a folder of files into a folder.

    A folder that was begun before is gone on with.

    Raises:
        FrameError: when a name is no file to score, or the target holds something else.
    """
    if source.is_dir():
        return _folder(ruleset, source, target, engine)
    for path in (source, target):
        if path.suffix.lower() not in SUFFIXES:
            raise _unfit(path, Text("it is neither CSV nor parquet", "不是 CSV 或 parquet"))
    if not source.is_file():
        raise _unfit(source, Text("there is no such file", "没有这个文件"))
    if target.exists() and target.samefile(source):
        raise _unfit(target, Text("it is the input itself", "与输入是同一个文件"))
    return Batch(jobs=(Job(source=source, target=target, engine=engine),))


def _folder(ruleset: Ruleset, source: Path, target: Path, engine: Engine) -> Batch:
    found = sorted(
        path
        for path in source.rglob("*")
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith(".")
    )
    if not found:
        raise _unfit(source, Text("it holds no CSV and no parquet", "其中没有 CSV 或 parquet"))
    if target.resolve().is_relative_to(source.resolve()):
        raise _unfit(target, Text("it lies inside the input", "位于输入文件夹之内"))
    _begin(ruleset, target, engine)
    jobs = [
        Job(source=path, target=target / path.relative_to(source), engine=engine) for path in found
    ]
    open_jobs = tuple(job for job in jobs if not job.is_done)
    return Batch(jobs=open_jobs, skipped=len(jobs) - len(open_jobs))


def _begin(ruleset: Ruleset, target: Path, engine: Engine) -> None:
    """Says in the folder whose scores it holds, or finds it said."""
    told = {"ruleset": ruleset.sha256, "engine": engine, "form": _FORM}
    manifest = target / _MANIFEST
    try:
        if manifest.exists():
            if json.loads(manifest.read_text(encoding="utf-8")) != told:
                raise refused(codes.BATCH_OUTPUT_OTHER, str(target))
        elif target.is_dir() and any(target.iterdir()):
            raise refused(codes.BATCH_OUTPUT_OTHER, str(target))
        else:
            target.mkdir(parents=True, exist_ok=True)
            with whole_file(manifest) as beside:
                beside.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    except FrameError:
        raise
    except (OSError, ValueError) as fault:
        raise _unfit(target, _of(fault)) from fault


def run(ruleset: Ruleset, job: Job) -> Iterator[Progress]:
    """Scores one file, telling how far it is; the last answer counts its rows.

    Raises:
        FrameError: when it cannot be read, scored or written.
    """
    try:
        _check_head(ruleset, job.source)
        with whole_file(job.target) as beside:
            if job.engine == "duckdb":
                yield from _by_duckdb(ruleset, job, beside)
            else:
                yield from _by_polars(ruleset, job, beside)
    except FrameError as fault:
        shown = tuple(evolve(each, file=each.file or str(job.source)) for each in fault.diagnostics)
        raise FrameError(shown) from fault
    except OSError as fault:
        raise _unfit(job.target, _of(fault)) from fault


def plan_for(ruleset: Ruleset, job: Job) -> Plan:
    """How a file's columns become scores, without scoring any."""
    with extra("duckdb"):
        import duckdb  # noqa: PLC0415 - heavy, and an extra

        from indicator_dsl.frames import duckdb_frames  # noqa: PLC0415 - heavy
    with duckdb.connect() as connection, _read(job):
        types = duckdb_frames.types_of(_source(job.source), connection)
    return planned(ruleset, duckdb_frames.columns_of(types).items())


def _check_head(ruleset: Ruleset, path: Path) -> None:
    """Looks at a table's head before an engine renames what stands there twice.

    Raises:
        FrameError: when a column that counts does.
    """
    if path.suffix.lower() != ".csv":
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            head = next(csv.reader(lines), [])
    except (ValueError, csv.Error) as fault:
        raise _unfit(path, Text("it is not UTF-8 text", "不是 UTF-8 文本")) from fault
    names = [name_from_text(name) for name in head]
    twice = [name for name in names_of(ruleset) if names.count(name) > 1]
    why = Text("it stands there twice", "重复出现")
    if twice:
        told = [codes.FRAME_COLUMN_UNFIT.of_file("", column=name, why=why) for name in twice]
        raise FrameError(tuple(told))


def _source(path: Path, *, is_csv: bool | None = None) -> str:
    # A name is one file, whatever signs it holds, and folders called a=b add no column.
    named = _NOT_A_PATTERN.sub(r"[\g<0>]", str(path)).replace("'", "''")
    if path.suffix.lower() == ".csv" if is_csv is None else is_csv:
        # Cells stay the text they are: no engine guesses a number here.
        return f"read_csv('{named}', header = true, all_varchar = true, hive_partitioning = false)"
    return f"read_parquet('{named}', hive_partitioning = false)"


@contextmanager
def _read(job: Job) -> Iterator[None]:
    """Says what an engine has to say about a file as a diagnostic."""
    import duckdb  # noqa: PLC0415 - heavy, and an extra

    try:
        yield
    except duckdb.Error as fault:
        raise _unfit(job.source, _of(fault)) from fault


def _by_duckdb(ruleset: Ruleset, job: Job, beside: Path) -> Iterator[Progress]:
    with extra("duckdb"):
        import duckdb  # noqa: PLC0415 - heavy, and an extra

        from indicator_dsl.frames import duckdb_frames  # noqa: PLC0415 - heavy
    with duckdb.connect() as connection, _read(job):
        connection.execute(f"SET memory_limit = '{_MEMORY}'")
        connection.execute("SET enable_progress_bar = true")
        connection.execute("SET enable_progress_bar_print = false")
        source = _source(job.source)
        types = duckdb_frames.types_of(source, connection)
        plan = planned(ruleset, duckdb_frames.columns_of(types).items())
        exact = duckdb_frames.exact_function(connection, types, plan, whole_numbers=False)
        scored = duckdb_frames.scored_sql(source, types, plan, exact, whole_numbers=False)
        named = "'" + str(beside).replace("'", "''") + "'"
        is_csv = job.target.suffix.lower() == ".csv"
        form = "FORMAT csv, HEADER" if is_csv else "FORMAT parquet, COMPRESSION snappy"
        yield from _watched(connection, f"COPY ({scored}) TO {named} ({form})", job)
        counted = connection.execute(
            f'SELECT count(*), count(*) FILTER (CAST("{EXACT_WAY}" AS BOOLEAN))'  # noqa: S608
            f" FROM {_source(beside, is_csv=is_csv)}"
        ).fetchone()
    rows, apart = counted or (0, 0)
    yield Progress(job=job, share=1.0, rows=rows, row_by_row=apart)


def _watched(
    connection: "duckdb.DuckDBPyConnection", statement: str, job: Job
) -> Iterator[Progress]:
    """Runs a statement in a thread and tells how far it is."""
    faults: list[BaseException] = []

    def work() -> None:
        try:
            connection.execute(statement)
        except BaseException as fault:  # noqa: BLE001 - raised again in the asker's thread
            faults.append(fault)

    worker = Thread(target=work, name="indicator-dsl-batch")
    worker.start()
    try:
        while worker.is_alive():
            worker.join(_LOOK_EVERY)
            share = connection.query_progress() if worker.is_alive() else _PER_CENT
            yield Progress(job=job, share=min(max(share, 0.0) / _PER_CENT, 1.0))
    finally:
        if worker.is_alive():
            connection.interrupt()
            worker.join()
    if faults:
        raise faults[0]


def _by_polars(ruleset: Ruleset, job: Job, beside: Path) -> Iterator[Progress]:
    with extra("polars"):
        import polars as pl  # noqa: PLC0415 - heavy, and an extra

        from indicator_dsl.frames import polars_frames, polars_terms  # noqa: PLC0415 - heavy
    yield Progress(job=job, share=0.0)
    try:
        frame = (
            pl.scan_csv(job.source, infer_schema=False, glob=False)
            if job.source.suffix.lower() == ".csv"
            else pl.scan_parquet(job.source, glob=False, hive_partitioning=False)
        )
        plan = planned(ruleset, polars_terms.types_of(frame.collect_schema()).items())
        scored = polars_frames.scored_lazily(frame, plan, whole_numbers=False)
        if job.target.suffix.lower() == ".csv":
            scored.sink_csv(beside)
            written = pl.scan_csv(beside, infer_schema=False, glob=False).with_columns(
                pl.col(EXACT_WAY) == "true"
            )
        else:
            scored.sink_parquet(beside, compression="snappy")
            written = pl.scan_parquet(beside, glob=False, hive_partitioning=False)
        rows, apart = written.select(pl.len(), pl.col(EXACT_WAY).sum().alias("n")).collect().row(0)
    except pl.exceptions.PolarsError as fault:
        raise _unfit(job.source, _of(fault)) from fault
    yield Progress(job=job, share=1.0, rows=rows, row_by_row=apart)


def _unfit(path: Path, why: Text) -> FrameError:
    return refused(codes.BATCH_FILE_UNFIT, str(path), why=why)


def _of(fault: Exception) -> Text:
    said = (str(fault).splitlines() or [type(fault).__name__])[0][:200]
    return Text("{s}", "{s}").filled(s=said)
