"""Files of many sheets: CSV and parquet in, scores out, in bounded memory, whole or not at all.

What is to be done, and who does it; each engine's own work lies in a module of its own.
"""

from collections.abc import Generator, Iterator
from pathlib import Path

from indicator_dsl.diagnostics import FrameError
from indicator_dsl.frames import jobs, tables
from indicator_dsl.frames.framing import extra, planned
from indicator_dsl.frames.jobs import Batch, Counts, Engine, Job, Mark, Progress, unfit
from indicator_dsl.frames.journals import begun, head_of, noted
from indicator_dsl.frames.masters import check_master
from indicator_dsl.frames.sheet import Plan
from indicator_dsl.frames.sources import Column, Kind
from indicator_dsl.frames.tables import Readable
from indicator_dsl.frames.workplaces import swept, workplace
from indicator_dsl.model import Ruleset


def batch_of(ruleset: Ruleset, source: str, target: str, engine: Engine, master: str = "") -> Batch:
    """What is to be done for a file, or for a folder of files into a folder.

    A folder that was begun before is gone on with.

    Raises:
        FrameError: when a name is no file to score, or the target holds something else.
    """
    if engine == "spark":
        check_master(master)
        with extra("pyspark"):
            from indicator_dsl.frames import spark_files  # noqa: PLC0415 - heavy
        return spark_files.batch_of(ruleset, source, target, master)
    found, wanted = Path(source), Path(target)
    try:
        if found.is_dir():
            return _folder(ruleset, found, wanted, engine)
        _check_names(found, wanted)
    except OSError as fault:
        raise unfit(target, jobs.said_by(fault)) from fault
    return Batch(engine=engine, jobs=(Job(source=found, target=wanted),))


def _check_names(source: Path, target: Path) -> None:
    for path in (source, target):
        if not jobs.is_scorable(path.name):
            raise unfit(str(path), jobs.NEITHER)
    if not source.is_file():
        raise unfit(str(source), jobs.NO_FILE)
    if target.exists() and target.samefile(source):
        raise unfit(str(target), jobs.THE_INPUT)


def _folder(ruleset: Ruleset, source: Path, target: Path, engine: Engine) -> Batch:
    found = files_in(source)
    if not found:
        raise unfit(str(source), jobs.NOTHING_THERE)
    if jobs.is_scorable(target.name) and not target.is_dir():
        raise unfit(str(target), jobs.NO_FOLDER)
    if target.resolve().is_relative_to(source.resolve()):
        raise unfit(str(target), jobs.INSIDE)
    done = begun(target, head_of(ruleset, engine))
    todo: list[Job] = []
    for path in found:
        name, is_now = path.relative_to(source), path.stat()
        mark = Mark(size=is_now.st_size, modified=is_now.st_mtime_ns)
        job = Job(source=path, target=target / name, mark=mark)
        scores = Path(job.target)
        size = scores.stat().st_size if scores.is_file() else None
        if done.get(name.as_posix()) != (mark, size):
            todo.append(job)
    return Batch(
        engine=engine, jobs=tuple(todo), folder=str(target), skipped=len(found) - len(todo)
    )


def files_in(folder: Path) -> list[Path]:
    """The files of a folder that can be scored, in order; hidden ones are left out."""
    return sorted(
        path
        for path in folder.rglob("*")
        if jobs.is_scorable(path.name) and path.is_file() and not path.name.startswith(".")
    )


def run(ruleset: Ruleset, batch: Batch) -> Iterator[Progress]:
    """Scores all files of a batch, telling how far each is; its last answer counts its rows.

    A file of a folder that cannot be read or scored is told of as its fault, and no other waits.

    Raises:
        FrameError: when a file alone cannot be read or scored, or one cannot be written.
    """
    if batch.engine == "spark":
        from indicator_dsl.frames import spark_files  # noqa: PLC0415 - heavy

        yield from spark_files.run(ruleset, batch)
        return
    for folder in {Path(job.target).parent for job in batch.jobs}:
        swept(folder)
    for job in batch.jobs:
        try:
            yield Progress(job=job, share=0.0)
            with workplace(Path(job.target)) as beside:
                given = tables.readable(ruleset, Path(job.source), beside.parent)
                counts = yield from _scored(ruleset, job, given, beside, batch.engine)
                tables.check_rows(job.source, given.table, counts.rows)
            if batch.folder:
                noted(Path(batch.folder), job, counts)
        except FrameError as fault:
            told = jobs.of_file(job, fault)
            if not jobs.goes_on(batch, told):
                raise told from fault
            yield Progress(job=job, share=1.0, fault=told)
            continue
        except OSError as fault:
            raise unfit(job.target, jobs.said_by(fault)) from fault
        yield Progress(job=job, share=1.0, counts=counts)


def _scored(
    ruleset: Ruleset, job: Job, given: Readable, beside: Path, engine: Engine
) -> Generator[Progress, None, Counts]:
    if engine == "duckdb":
        with extra("duckdb"), extra("numpy"):  # which DuckDB needs for functions of Python
            from indicator_dsl.frames import duckdb_files  # noqa: PLC0415 - heavy
        return (yield from duckdb_files.scored_file(ruleset, job, given, beside))
    with extra("polars"):
        from indicator_dsl.frames import polars_files  # noqa: PLC0415 - heavy
    return (yield from polars_files.scored_file(ruleset, job, given, beside))


def plan_for(ruleset: Ruleset, source: str, engine: Engine, master: str = "") -> Plan:
    """How the columns of a file, or of the first of a folder, become scores, without scoring any.

    Raises:
        FrameError: when it cannot be read or scored.
    """
    if engine == "spark":
        check_master(master)
        with extra("pyspark"):
            from indicator_dsl.frames import spark_files  # noqa: PLC0415 - heavy
        return spark_files.plan_of_file(ruleset, source, master)
    path = Path(source)
    first = next(iter(files_in(path)), path) if path.is_dir() else path
    if not jobs.is_scorable(first.name):
        raise unfit(str(first), jobs.NEITHER)
    if not first.is_file():
        raise unfit(str(first), jobs.NO_FILE)
    if jobs.is_csv(first.name):
        head = tables.head_of(ruleset, first)
        return planned(ruleset, [(name, Column(name, Kind.TEXT)) for name in head])
    with extra("duckdb"):
        from indicator_dsl.frames import duckdb_files  # noqa: PLC0415 - heavy
    return duckdb_files.plan_of_file(ruleset, Job(source=first, target=first))
