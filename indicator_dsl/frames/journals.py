"""What a folder of scores says of itself: of which ruleset they are, and which files are done.

One line of JSON each, the ruleset's first. A line is added once its file is whole in its place, so
that a file without one is scored again.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from indicator_dsl import codes
from indicator_dsl.frames.framing import refused
from indicator_dsl.frames.jobs import FORM, Counts, Engine, Job, Mark
from indicator_dsl.frames.workplaces import swept, workplace
from indicator_dsl.model import Ruleset

JOURNAL: Final = "indicator-dsl-batch.jsonl"


def head_of(ruleset: Ruleset, engine: Engine) -> dict[str, object]:
    """What all scores of a folder have in common."""
    return {"ruleset": ruleset.sha256, "engine": engine, "form": FORM}


def begun(folder: Path, head: dict[str, object]) -> dict[str, tuple[Mark, int]]:
    """Begins a folder's journal, or goes on with it: the files done, with the size of their scores.

    Raises:
        FrameError: when the folder holds something else.
    """
    swept(folder)
    journal = folder / JOURNAL
    if not journal.exists():
        if folder.is_dir() and any(folder.iterdir()):
            raise refused(codes.BATCH_OUTPUT_OTHER, str(folder))
        with workplace(journal) as beside:
            beside.write_text(_line(head), encoding="utf-8")
        return {}
    first, *lines = journal.read_text(encoding="utf-8", errors="replace").split("\n")
    if _read(first) != head:
        raise refused(codes.BATCH_OUTPUT_OTHER, str(folder))
    return dict(_done(map(_read, lines)))


def _done(lines: Iterable[object]) -> Iterable[tuple[str, tuple[Mark, int]]]:
    for line in lines:
        match line:
            case {"file": str(name), "size": int(size), "modified": int(modified),
                  "scores": int(scores)}:  # fmt: skip
                yield name, (Mark(size=size, modified=modified), scores)


def noted(folder: Path, job: Job, counts: Counts) -> None:
    """Adds that a file is done."""
    target = Path(job.target)
    mark = job.mark or Mark(size=0, modified=0)
    told = {
        "file": target.relative_to(folder).as_posix(),
        "size": mark.size,
        "modified": mark.modified,
        "scores": target.stat().st_size,
        "rows": counts.rows,
        "row_by_row": counts.row_by_row,
    }
    with (folder / JOURNAL).open("a", encoding="utf-8") as journal:
        # Begins anew behind what a stopped run may have left of a line.
        journal.write(f"\n{_line(told)}")


def _line(told: dict[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False)


def _read(line: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None
