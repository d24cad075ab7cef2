"""What there is to audit of a long table, and how far that is.

Loads no library of columns by itself.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from attrs import field, frozen

from indicator_dsl import codes
from indicator_dsl.compiler import Library
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.frames import jobs
from indicator_dsl.frames.batches import files_in
from indicator_dsl.frames.framing import refused
from indicator_dsl.frames.jobs import said_by, unfit
from indicator_dsl.longform.tallies import Tally

PART_ROWS: Final = 250_000


@frozen(kw_only=True)
class LongBatch:
    """What is to be audited, and where it goes; `chosen` names columns by their roles."""

    files: tuple[Path, ...]
    source: str
    target: Path
    profile: str = "mof-2020"
    library: Library | None = field(default=None, repr=False)
    chosen: Mapping[str, str] = {}
    workers: int = 0
    part_rows: int = PART_ROWS

    @property
    def suffix(self) -> str:
        """The ending of the files that come out: as those that come in."""
        return ".csv" if jobs.is_csv(self.files[0].name) else ".parquet"


@frozen(kw_only=True)
class LongProgress:
    """How far it is: the share of the rows, the tally so far, and what there is to say at first.

    `resumed` counts the rows that an earlier run had done, `columns` are those taken, by role.
    """

    share: float
    tally: Tally
    resumed: int = 0
    notes: tuple[Diagnostic, ...] = ()
    columns: Mapping[str, str] = {}


def long_files(source: str, target: str) -> tuple[Path, ...]:
    """The files of a long table: one, or those of a folder in order.

    Raises:
        FrameError: when there are none, or they would be written over.
    """
    found, wanted = Path(source), Path(target)
    try:
        if found.is_dir():
            files = tuple(files_in(found))
            if not files:
                raise unfit(source, jobs.NOTHING_THERE)
            if wanted.resolve().is_relative_to(found.resolve()):
                raise unfit(target, jobs.INSIDE)
            return files
        if not found.is_file():
            raise unfit(source, jobs.NO_FILE)
        if not jobs.is_scorable(found.name):
            raise unfit(source, jobs.NEITHER)
        if wanted.exists() and not wanted.is_dir():
            raise refused(codes.BATCH_OUTPUT_OTHER, target)
    except OSError as fault:
        raise unfit(source, said_by(fault)) from fault
    return (found,)
