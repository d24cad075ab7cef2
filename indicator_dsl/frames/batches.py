"""Files of many sheets: CSV and parquet in, scores out, in bounded memory, whole or not at all.

What is to be done, and who does it; each engine's own work lies in a module of its own.
"""

import csv
from collections.abc import Generator, Iterator
from pathlib import Path

from indicator_dsl.diagnostics import FrameError
from indicator_dsl.frames import jobs
from indicator_dsl.frames.framing import check_twice, extra
from indicator_dsl.frames.jobs import Batch, Counts, Engine, Job, Mark, Progress, unfit
from indicator_dsl.frames.journals import begun, head_of, noted
from indicator_dsl.frames.masters import check_master
from indicator_dsl.frames.sheet import Plan
from indicator_dsl.frames.workplaces import swept, workplace
from indicator_dsl.model import Ruleset
from indicator_dsl.wording import Text


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

    Raises:
        FrameError: when one cannot be read, scored or written.
    """
    if batch.engine == "spark":
        from indicator_dsl.frames import spark_files  # noqa: PLC0415 - heavy

        yield from spark_files.run(ruleset, batch)
        return
    for folder in {Path(job.target).parent for job in batch.jobs}:
        swept(folder)
    for job in batch.jobs:
        try:
            _check_head(ruleset, Path(job.source))
            with workplace(Path(job.target)) as beside:
                counts = yield from _scored(ruleset, job, beside, batch.engine)
            if batch.folder:
                noted(Path(batch.folder), job, counts)
        except FrameError as fault:
            raise jobs.of_file(job, fault) from fault
        except OSError as fault:
            raise unfit(job.target, jobs.said_by(fault)) from fault
        yield Progress(job=job, share=1.0, counts=counts)


def _scored(
    ruleset: Ruleset, job: Job, beside: Path, engine: Engine
) -> Generator[Progress, None, Counts]:
    if engine == "duckdb":
        with extra("duckdb"), extra("numpy"):  # which DuckDB needs for functions of Python
            from indicator_dsl.frames import duckdb_files  # noqa: PLC0415 - heavy
        return (yield from duckdb_files.scored_file(ruleset, job, beside))
    with extra("polars"):
        from indicator_dsl.frames import polars_files  # noqa: PLC0415 - heavy
    return (yield from polars_files.scored_file(ruleset, job, beside))


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
    with extra("duckdb"):
        from indicator_dsl.frames import duckdb_files  # noqa: PLC0415 - heavy
    path = Path(source)
    first = next(iter(files_in(path)), path) if path.is_dir() else path
    return duckdb_files.plan_of_file(ruleset, Job(source=first, target=first))


def _check_head(ruleset: Ruleset, path: Path) -> None:
    """Looks at a table's head before an engine renames what stands there twice."""
    if not jobs.is_csv(path.name):
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            head = next(csv.reader(lines), [])
    except (ValueError, csv.Error) as fault:
        raise unfit(str(path), Text("it is not UTF-8 text", "不是 UTF-8 文本")) from fault
    check_twice(ruleset, head)
