"""Files that are there whole or not at all, whatever stops their writer.

Knows nothing of what is in them.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

_BEGINS: Final = ".indicator-dsl."
_ENDS: Final = ".part"


@contextmanager
def workplace(target: Path) -> Iterator[Path]:
    """A file to write, in a folder of its own beside the target; it takes the target's place.

    Whatever else is put into that folder goes with it.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix=_BEGINS, suffix=_ENDS, dir=target.parent))
    hold = _held(folder)
    try:
        beside = folder / f"written{target.suffix}"
        yield beside
        _kept_by_the_disk(beside)
        beside.replace(target)
    finally:
        if hold is not None:
            os.close(hold)
        shutil.rmtree(folder, ignore_errors=True)


def swept(folder: Path) -> None:
    """Removes the workplaces whose writers were stopped from a folder."""
    if not folder.is_dir():
        return
    for found in folder.glob(f"{_BEGINS}*{_ENDS}"):
        with suppress(OSError):
            hold = _held(found)
            if hold is not None:
                os.close(hold)
                shutil.rmtree(found, ignore_errors=True)


def _held(folder: Path) -> int | None:
    """A hold on a folder that lasts as long as its process does; None where another has it.

    Windows has none on folders: there nothing is known to be left over, and nothing is removed.
    """
    if sys.platform == "win32":
        return None
    from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415 - not on Windows

    hold = os.open(folder, os.O_RDONLY)
    try:
        flock(hold, LOCK_EX | LOCK_NB)
    except OSError:
        os.close(hold)
        return None
    return hold


def _kept_by_the_disk(file: Path) -> None:
    """Not renamed before it is written, even when the power fails."""
    hold = os.open(file, os.O_RDWR)
    try:
        os.fsync(hold)
    finally:
        os.close(hold)
