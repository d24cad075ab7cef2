"""Files scored by Spark: each becomes a folder of part files, several at once.

A folder of scores is written elsewhere, marked with the file it is of, and moved where it belongs.
"""

import json
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from uuid import uuid4

from attrs import frozen
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import functions as spark

from indicator_dsl import codes
from indicator_dsl.diagnostics import FrameError
from indicator_dsl.frames import jobs, spark_frames, tables
from indicator_dsl.frames.absence import absent_from
from indicator_dsl.frames.dialects import SPARK
from indicator_dsl.frames.formulas import guarded, guarded_grades
from indicator_dsl.frames.framing import check_heads, planned, refused
from indicator_dsl.frames.hadoop import Store, joined, place_of
from indicator_dsl.frames.jobs import Batch, Counts, Job, Mark, Progress, unfit
from indicator_dsl.frames.journals import head_of
from indicator_dsl.frames.outputs import EXACT_WAY
from indicator_dsl.frames.sessions import session_of, spoken_of
from indicator_dsl.frames.sheet import Plan
from indicator_dsl.frames.sources import Column, Kind
from indicator_dsl.frames.sql_terms import SqlWriter
from indicator_dsl.frames.tables import Table
from indicator_dsl.model import Ruleset

# Spark leaves out what begins with one of these signs when it reads a folder.
_HEAD: Final = "_indicator-dsl-batch.json"
_MARK: Final = "_indicator-dsl.json"
_WORK: Final = ".indicator-dsl.part"
_MOST_AT_ONCE: Final = 256
_LOOK_EVERY: Final = 0.2  # seconds
_NOT_DONE: Final = 0.99
# Files are taken one by one, by the names they have: no patterns, no columns from folders' names.
_AS_NAMED: Final = {"__globPaths__": "false", "recursiveFileLookup": "true"}
_CSV: Final = {
    "multiLine": "true",
    "quote": '"',
    "escape": '"',
    "ignoreLeadingWhiteSpace": "false",
    "ignoreTrailingWhiteSpace": "false",
    "nullValue": "",
    "emptyValue": "",
}


@contextmanager
def _said(place: str) -> Iterator[None]:
    """Says what Spark, or the Java below it, has to say as a diagnostic."""
    try:
        yield
    except (PySparkException, Py4JError) as fault:
        raise unfit(place, jobs.said_by(spoken_of(fault))) from fault


def batch_of(ruleset: Ruleset, source: str, target: str, master: str) -> Batch:
    """What is to be done for a file, or for a folder of files into a folder."""
    store = Store(session_of(master))
    found, wanted = place_of(source), place_of(target)
    with _said(source):
        if store.is_folder(found):
            return _folder(ruleset, store, found, wanted, master)
        for place in (source, target):
            if not jobs.is_scorable(place):
                raise unfit(place, jobs.NEITHER)
        if not store.is_there(found):
            raise unfit(source, jobs.NO_FILE)
        if store.is_there(wanted) and store.text_of(joined(wanted, _MARK)) is None:
            raise refused(codes.BATCH_OUTPUT_OTHER, target)
    job = Job(source=found, target=wanted)
    return Batch(engine="spark", jobs=(job,), master=master)


def _folder(ruleset: Ruleset, store: Store, source: str, target: str, master: str) -> Batch:
    found = sorted((name, mark) for name, mark in store.files_in(source) if jobs.is_scorable(name))
    if not found:
        raise unfit(source, jobs.NOTHING_THERE)
    if jobs.is_scorable(target) and not store.is_there(target):
        raise unfit(target, jobs.NO_FOLDER)
    if target == source or target.startswith(f"{source}/"):
        raise unfit(target, jobs.INSIDE)
    _begin(store, target, head_of(ruleset, "spark"))
    todo: list[Job] = []
    for name, mark in found:
        job = Job(source=joined(source, name), target=joined(target, name), mark=mark)
        said = store.text_of(joined(job.target, _MARK))
        if said != _told(mark):
            if said is None and store.is_there(job.target):
                raise refused(codes.BATCH_OUTPUT_OTHER, job.target)
            todo.append(job)
    skipped = len(found) - len(todo)
    return Batch(engine="spark", jobs=tuple(todo), folder=target, skipped=skipped, master=master)


def _begin(store: Store, target: str, head: dict[str, object]) -> None:
    """Says in the folder whose scores it holds, or finds it said."""
    place, told = joined(target, _HEAD), json.dumps(head, indent=2)
    said = store.text_of(place)
    if said is None:
        if store.is_there(target) and store.names_in(target):
            raise refused(codes.BATCH_OUTPUT_OTHER, target)
        store.write(place, told)
    elif said != told:
        raise refused(codes.BATCH_OUTPUT_OTHER, target)


def _told(mark: Mark | None) -> str:
    return json.dumps(None if mark is None else {"size": mark.size, "modified": mark.modified})


def plan_of_file(ruleset: Ruleset, source: str, master: str) -> Plan:
    """How the columns of a file, or of the first of a folder, become scores."""
    session = session_of(master)
    store, place = Store(session), place_of(source)
    with _said(source):
        if store.is_folder(place):
            names = sorted(name for name, _ in store.files_in(place) if jobs.is_scorable(name))
            place = joined(place, *names[:1])
        if not store.is_there(place):
            raise unfit(source, jobs.NO_FILE)
        here = _here(place) if jobs.is_csv(place) else None
        if here is not None:
            head = tables.head_of(ruleset, here)
            return planned(ruleset, [(name, Column(name, Kind.TEXT)) for name in head])
        return planned(ruleset, spark_frames.columns_of(_frame(session, place)))


def run(ruleset: Ruleset, batch: Batch) -> Iterator[Progress]:
    """Scores all files of a batch, as many at once as Spark has room for."""
    if not batch.jobs:
        return
    session = session_of(batch.master)
    context, store = session.sparkContext, Store(session)
    # What a stopped run has left there is of no use; two runs into one place are none either.
    parent, _, name = batch.jobs[0].target.rpartition("/")
    work = joined(batch.folder, _WORK) if batch.folder else joined(parent, f".{name}{_WORK}")
    with _said(work):
        store.remove(work)
    at_once = max(1, min(context.defaultParallelism, _MOST_AT_ONCE, len(batch.jobs)))
    pool = ThreadPoolExecutor(at_once, thread_name_prefix="indicator-dsl-batch")
    running: dict[Future[Counts], _Task] = {}
    try:
        for job in batch.jobs:
            token = uuid4().hex
            task = _Task(
                session=session, store=store, job=job, group=token, beside=joined(work, token)
            )
            running[pool.submit(task.scored, ruleset)] = task
        while running:
            done, _ = wait(running, timeout=_LOOK_EVERY, return_when=FIRST_COMPLETED)
            for future in done:
                job = running.pop(future).job
                yield _ended(batch, job, future)
            for future, task in running.items():
                if future.running():
                    yield Progress(job=task.job, share=task.share())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for task in running.values():
            context.cancelJobGroup(task.group)
        pool.shutdown()
        with _said(work):
            store.remove(work)


def _ended(batch: Batch, job: Job, future: Future[Counts]) -> Progress:
    try:
        return Progress(job=job, share=1.0, counts=future.result())
    except FrameError as fault:
        if not jobs.goes_on(batch, fault):
            raise
        return Progress(job=job, share=1.0, fault=fault)


@frozen(kw_only=True)
class _Task:
    """One file on its way: the job in Spark that writes its scores has the name `group`."""

    session: Any
    store: Store
    job: Job
    group: str
    beside: str

    def scored(self, ruleset: Ruleset) -> Counts:
        """Writes the scores and moves them to their place; gives what the file held."""
        try:
            with _said(self.job.source):
                counted = self._written(ruleset)
        except FrameError as fault:
            raise jobs.of_file(self.job, fault) from fault
        with _said(self.job.target):
            self.store.write(joined(self.beside, _MARK), _told(self.job.mark))
            self.store.remove(self.job.target)
            if not self.store.move(self.beside, self.job.target):
                raise unfit(self.job.target, jobs.UNMOVED)
        return counted

    def _written(self, ruleset: Ruleset) -> Counts:
        with TemporaryDirectory(prefix="indicator-dsl-") as folder:
            place, table = _given(ruleset, self.session, self.job.source, folder)
            counts = self._written_from(ruleset, place)
        tables.check_rows(self.job.source, table, counts.rows)
        return counts

    def _written_from(self, ruleset: Ruleset, place: str) -> Counts:
        frame = _frame(self.session, place)
        if self.job.is_csv:
            frame = frame.toDF(*(name.strip() for name in frame.columns))
        plan = planned(ruleset, spark_frames.columns_of(frame))
        scored = spark_frames.scored(frame, plan, whole_numbers=False)
        is_csv = jobs.is_csv(self.job.target)
        context = self.session.sparkContext
        context.setJobGroup(self.group, self.job.name, interruptOnCancel=True)
        if is_csv:
            scored = _for_spreadsheets(scored, ruleset)
            scored.write.options(header="true", **_CSV).csv(self.beside)
        else:
            scored.write.option("compression", "snappy").parquet(self.beside)
        context.setLocalProperty("spark.jobGroup.id", None)
        counted = _frame(self.session, self.beside, is_csv=is_csv).agg(
            spark.expr("count(*)"), spark.expr(f"count_if(CAST({EXACT_WAY} AS BOOLEAN))")
        )
        rows, apart = counted.head()
        return Counts(rows=rows, row_by_row=apart, absent=absent_from(plan))

    def share(self) -> float:
        """How much of the scores is written."""
        tracker = self.session.sparkContext.statusTracker()
        stages = [
            tracker.getStageInfo(stage)
            for job in tracker.getJobIdsForGroup(self.group)
            for stage in getattr(tracker.getJobInfo(job), "stageIds", ())
        ]
        known = [stage for stage in stages if stage is not None]
        done = sum(int(stage.numCompletedTasks) for stage in known)
        total = sum(int(stage.numTasks) for stage in known)
        return min(done / max(total, 1), _NOT_DONE)


def _frame(session: Any, place: str, *, is_csv: bool | None = None) -> spark_frames.Frame:  # noqa: ANN401 - Spark is skipped by the type checker
    reader = session.read.options(**_AS_NAMED)
    if jobs.is_csv(place) if is_csv is None else is_csv:
        # Cells stay the text they are: no engine guesses a number here.
        return reader.options(header="true", mode="FAILFAST", **_CSV).csv(place)
    return reader.parquet(place)


def _given(
    ruleset: Ruleset,
    session: Any,  # noqa: ANN401 - Spark is skipped by the type checker
    place: str,
    folder: str,
) -> tuple[str, Table | None]:
    """What Spark is given to read for a file, and what is known of it where it lies here.

    Where Spark is this machine, that may be a plain copy in `folder`.

    Raises:
        FrameError: when it is a CSV that cannot be read in one way only.
    """
    if not jobs.is_csv(place):
        return place, None
    here = _here(place)
    if here is None:
        first = session.read.options(**_AS_NAMED, **_CSV).csv(place).head()
        check_heads(ruleset, place, 1, [cell or "" for cell in first or ()])
        return place, None
    if session.sparkContext.master.startswith("local"):
        given = tables.readable(ruleset, here, Path(folder))
        return place_of(str(given.path)), given.table
    table = tables.looked_at(ruleset, here)
    tables.check_spark(table, place)
    return place, table


def _here(place: str) -> Path | None:
    """The file of a place on this machine."""
    here = Path(place.removeprefix("file://"))
    return here if place.startswith("file:///") and here.is_file() else None


def _for_spreadsheets(frame: spark_frames.Frame, ruleset: Ruleset) -> spark_frames.Frame:
    grades, literal = guarded_grades(ruleset), SqlWriter(SPARK).literal
    if grades:
        cases = " ".join(f"WHEN {literal(a)} THEN {literal(b)}" for a, b in grades.items())
        frame = frame.withColumn("grade", spark.expr(f"CASE grade {cases} ELSE grade END"))
    return frame.toDF(*map(guarded, frame.columns))
