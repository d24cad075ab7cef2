"""Files scored by DuckDB, from file to file in bounded memory."""

import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Final

import duckdb

from indicator_dsl.frames import duckdb_frames
from indicator_dsl.frames.absence import absent_from
from indicator_dsl.frames.dialects import DUCKDB
from indicator_dsl.frames.formulas import guarded_grades, guarded_names
from indicator_dsl.frames.framing import planned
from indicator_dsl.frames.jobs import Counts, Job, Progress, is_csv, said_by, unfit
from indicator_dsl.frames.outputs import EXACT_WAY
from indicator_dsl.frames.sheet import Plan
from indicator_dsl.frames.sql_terms import SqlWriter
from indicator_dsl.frames.tables import Readable
from indicator_dsl.model import Ruleset

_MEMORY: Final = "400MB"
_NOT_A_PATTERN: Final = re.compile(r"[*?\[]")
_LOOK_EVERY: Final = 0.2  # seconds
_PER_CENT: Final = 100.0
_WRITER: Final = SqlWriter(DUCKDB)


def plan_of_file(ruleset: Ruleset, job: Job) -> Plan:
    """How a file's columns become scores."""
    with duckdb.connect() as connection, _read(job):
        types = duckdb_frames.types_of(source_of(Path(job.source)), connection)
    return planned(ruleset, duckdb_frames.columns_of(types).items())


def scored_file(
    ruleset: Ruleset, job: Job, given: Readable, beside: Path
) -> Generator[Progress, None, Counts]:
    """Writes the scores into `beside`; gives what the file held."""
    with duckdb.connect() as connection, _read(job):
        connection.execute(f"SET memory_limit = '{_MEMORY}'")
        spill = _WRITER.literal(str(beside.parent / "spill"))
        connection.execute(f"SET temp_directory = {spill}")
        connection.execute("SET enable_progress_bar = true")
        connection.execute("SET enable_progress_bar_print = false")
        source = source_of(given.path, given.head)
        types = duckdb_frames.types_of(source, connection)
        plan = planned(ruleset, duckdb_frames.columns_of(types).items())
        exact = duckdb_frames.exact_function(connection, types, plan, whole_numbers=False)
        scored = duckdb_frames.scored_sql(source, types, plan, exact, whole_numbers=False)
        form = "FORMAT parquet, COMPRESSION snappy"
        if is_csv(job.target):
            scored, form = _for_spreadsheets(scored, list(types), ruleset), "FORMAT csv, HEADER"
        named = _WRITER.literal(str(beside))
        yield from _watched(connection, f"COPY ({scored}) TO {named} ({form})", job)
        counted = connection.execute(
            f'SELECT count(*), count(*) FILTER (CAST("{EXACT_WAY}" AS BOOLEAN))'  # noqa: S608
            f" FROM {source_of(beside)}"
        ).fetchone()
    rows, apart = counted or (0, 0)
    return Counts(rows=rows, row_by_row=apart, absent=absent_from(plan))


def source_of(path: Path, head: tuple[str, ...] | None = None) -> str:
    """A file as DuckDB reads it: cells of CSV stay text, its columns have the names of `head`."""
    # A name is one file, whatever signs it holds, and folders called a=b add no column.
    named = _WRITER.literal(_NOT_A_PATTERN.sub(r"[\g<0>]", str(path)))
    if is_csv(str(path)):
        # Cells stay the text they are, between commas: no engine guesses anything here.
        form = "header = true, skip = 0, delim = ',', quote = '\"', escape = '\"'"
        if head is None:
            form += ", all_varchar = true"
        else:
            columns = ", ".join(f"{_WRITER.literal(name)}: 'VARCHAR'" for name in head)
            form += f", auto_detect = false, columns = {{{columns}}}"
        return f"read_csv({named}, {form}, hive_partitioning = false)"
    return f"read_parquet({named}, hive_partitioning = false)"


def _for_spreadsheets(scored: str, kept: list[str], ruleset: Ruleset) -> str:
    name, literal = _WRITER.name, _WRITER.literal
    grades, names = guarded_grades(ruleset), guarded_names(kept)
    if grades:
        cases = " ".join(f"WHEN {literal(a)} THEN {literal(b)}" for a, b in grades.items())
        told = f"CASE {name('grade')} {cases} ELSE {name('grade')} END AS {name('grade')}"
        scored = f"SELECT * REPLACE ({told}) FROM ({scored})"  # noqa: S608 - every name is quoted
    if names:
        told = ", ".join(f"{name(old)} AS {name(new)}" for old, new in names.items())
        scored = f"SELECT * RENAME ({told}) FROM ({scored})"  # noqa: S608 - every name is quoted
    return scored


@contextmanager
def _read(job: Job) -> Iterator[None]:
    """Says what the engine has to say about a file as a diagnostic."""
    try:
        yield
    except duckdb.Error as fault:
        raise unfit(job.source, said_by(fault)) from fault


def _watched(connection: duckdb.DuckDBPyConnection, statement: str, job: Job) -> Iterator[Progress]:
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
