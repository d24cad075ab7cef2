"""Files scored by polars, streaming from file to file."""

from collections.abc import Generator
from pathlib import Path

import polars as pl

from indicator_dsl.frames import polars_frames, polars_terms
from indicator_dsl.frames.absence import absent_from
from indicator_dsl.frames.formulas import guarded_grades, guarded_names
from indicator_dsl.frames.framing import planned
from indicator_dsl.frames.jobs import Counts, Job, Progress, is_csv, said_by, unfit
from indicator_dsl.frames.outputs import EXACT_WAY
from indicator_dsl.frames.tables import Readable
from indicator_dsl.model import Ruleset


def scored_file(
    ruleset: Ruleset, job: Job, given: Readable, beside: Path
) -> Generator[Progress, None, Counts]:
    """Writes the scores into `beside`; gives what the file held."""
    yield Progress(job=job, share=0.0)
    try:
        frame = _frame(given.path, given.head)
        schema = frame.collect_schema()
        plan = planned(ruleset, polars_terms.types_of(schema).items())
        scored = polars_frames.scored_lazily(frame, plan, whole_numbers=False)
        if is_csv(job.target):
            grades = guarded_grades(ruleset)
            if grades:
                scored = scored.with_columns(pl.col("grade").replace(grades))
            scored.rename(guarded_names(schema.names())).sink_csv(beside)
            written = _frame(beside).with_columns(pl.col(EXACT_WAY) == "true")
        else:
            scored.sink_parquet(beside, compression="snappy")
            written = _frame(beside)
        rows, apart = written.select(pl.len(), pl.col(EXACT_WAY).sum().alias("n")).collect().row(0)
    except pl.exceptions.PolarsError as fault:
        raise unfit(job.source, said_by(fault)) from fault
    return Counts(rows=rows, row_by_row=apart, absent=absent_from(plan))


def _frame(path: Path, head: tuple[str, ...] | None = None) -> pl.LazyFrame:
    # A name is one file, whatever signs it holds, and folders called a=b add no column.
    if is_csv(str(path)):
        return pl.scan_csv(
            path,
            infer_schema=False,
            glob=False,
            with_column_names=lambda names: names if head is None else list(head),
        )
    return pl.scan_parquet(path, glob=False, hive_partitioning=False)
