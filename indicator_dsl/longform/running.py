"""The door to files: loads the libraries of columns once they are needed. Does no work itself."""

from collections.abc import Iterator

from indicator_dsl.frames.framing import extra
from indicator_dsl.frames.jobs import said_by, unfit
from indicator_dsl.longform.jobs import LongBatch, LongProgress


def audit_long(batch: LongBatch) -> Iterator[LongProgress]:
    """Audits all tables, telling how far it is; the last answer tells of all.

    Raises:
        FrameError: when something cannot be read, audited or written.
    """
    try:
        with extra("duckdb"), extra("pyarrow"):
            from indicator_dsl.longform import batches  # noqa: PLC0415 - heavy
        yield from batches.audited_parts(batch)
    except OSError as fault:
        raise unfit(str(batch.target), said_by(fault)) from fault
