"""Batches audited by one process or by several, in their order. Holds no rule."""

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Final, NamedTuple

import pyarrow as pa

from indicator_dsl.compiler import Library
from indicator_dsl.longform.auditor import Auditor
from indicator_dsl.longform.chunks import rows_out, sheets_in, tables_out
from indicator_dsl.longform.tallies import Tally, tally_of

_AHEAD: Final = 2  # batches a worker has before it
_MOST: Final = 32
_TIDY: Final = 16  # batches


class Audited(NamedTuple):
    """A batch of whole tables audited: a row for each row, a row for each table, and the counts."""

    rows: pa.RecordBatch
    tables: pa.RecordBatch
    tally: Tally


def audited_batch(auditor: Auditor, batch: pa.RecordBatch) -> Audited:
    """The verdicts of the tables of a batch."""
    sheets = list(sheets_in(batch))
    verdicts = auditor.verdicts(sheets)
    places = auditor.places
    return Audited(
        rows=rows_out(sheets, verdicts, places),
        tables=tables_out(verdicts, places),
        tally=tally_of(verdicts, places),
    )


def audited_batches(
    batches: Iterable[pa.RecordBatch], profile: str, library: Library | None, workers: int = 1
) -> Iterator[Audited]:
    """Every batch audited, in order.

    Args:
        batches: Of whole tables each.
        profile: What supplies methods and scales.
        library: Where it is found.
        workers: How many processes do the work; 1 for this one alone.
    """
    if workers <= 1:
        auditor = Auditor(profile, library)
        yield from (audited_batch(auditor, batch) for batch in batches)
        return
    # Not forked: the engine that reads has threads of its own.
    pool = ProcessPoolExecutor(
        min(workers, _MOST), get_context("spawn"), initializer=_begin, initargs=(profile, library)
    )
    waiting: deque[Future[Audited]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_audited, batch))
            if len(waiting) > _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def processors() -> int:
    """How many processes can work at once."""
    return os.cpu_count() or 1


_auditors: list[Auditor] = []  # of a worker: its own
_batches: list[int] = [0]


def _begin(profile: str, library: Library | None) -> None:
    # A process of ours alone: rows make no cycles, and looking for some costs a fifth of the time.
    gc.disable()
    Thread(target=_end_with_parent, daemon=True).start()
    _auditors.append(Auditor(profile, library))


def _end_with_parent() -> None:
    """Ends this process once the one that started it is gone, even if that was killed."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _audited(batch: pa.RecordBatch) -> Audited:
    _batches[0] += 1
    if _batches[0] % _TIDY == 0:
        gc.collect()
    return audited_batch(_auditors[0], batch)
