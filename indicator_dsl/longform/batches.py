"""Long tables from files into a folder of two kinds of files, in parts that are whole or not there.

What is done is noted part by part, so that a run that was stopped goes on behind its last part.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
from attrs import evolve

from indicator_dsl import codes
from indicator_dsl.compiler import expanded_text
from indicator_dsl.diagnostics import FrameError
from indicator_dsl.frames.framing import refused
from indicator_dsl.frames.workplaces import swept, workplace
from indicator_dsl.longform.chunks import for_spreadsheets
from indicator_dsl.longform.jobs import LongBatch, LongProgress
from indicator_dsl.longform.reading import LongTable, opened
from indicator_dsl.longform.tallies import Tally, tally_from_json
from indicator_dsl.longform.working import Audited, audited_batches, processors
from indicator_dsl.source import SourceText
from indicator_dsl.wording import Text, joined

JOURNAL: Final = "indicator-dsl-audit.jsonl"
_DIFFERS: Final = {
    "files": Text("the input", "输入文件"),
    "profile": Text("--profile", "--profile"),
    "columns": Text("--column", "--column"),
    "part_rows": Text("the rows of a part", "每部分行数"),
    "form": Text("the release that wrote it", "写出它的版本"),
}
_ELSEWHERE: Final = Text(
    "it was begun with another: {what}; write into another folder",
    "与先前不同的是：{what}；请写入另一个文件夹",
)
_FORM: Final = 2  # of the columns that come out and of what is noted
_FEW: Final = 50_000  # rows; for fewer, other processes are not worth their start


def audited_parts(batch: LongBatch) -> Iterator[LongProgress]:
    """Audits all tables, telling how far it is; the last answer tells of all."""
    tally, rows, parts = _begun(batch)
    spill = TemporaryDirectory(prefix=".indicator-dsl.", suffix=".part", dir=batch.target)
    with (
        spill as beside,
        opened(batch.files, batch.source, Path(beside), batch.chosen) as table,
    ):
        resumed = rows
        yield LongProgress(
            share=0.0,
            tally=tally,
            resumed=resumed,
            notes=tuple(table.notes()),
            columns=table.columns,
        )
        for part in _parts(batch, table, rows):
            told = sum((each.tally for each in part), Tally())
            _write(batch, parts, part)
            rows += sum(each.rows.num_rows for each in part)
            _note(batch, {"part": parts, "rows": rows, "tally": told.to_json()})
            tally, parts = tally + told, parts + 1
            yield LongProgress(share=rows / max(table.rows, 1), tally=tally, resumed=resumed)
    yield LongProgress(share=1.0, tally=tally, resumed=resumed)


def _parts(batch: LongBatch, table: LongTable, done: int) -> Iterator[list[Audited]]:
    """Audited batches, as many as make a file each."""
    workers = batch.workers or processors()
    workers = 1 if table.rows - done < _FEW else workers
    held: list[Audited] = []
    count = 0
    found = audited_batches(table.batches(done), batch.profile, batch.library, workers)
    for each in found:
        held.append(each)
        count += each.rows.num_rows
        if count >= batch.part_rows:
            yield held
            held, count = [], 0
    if held:
        yield held


def _write(batch: LongBatch, number: int, part: list[Audited]) -> None:
    for kind, batches in (
        ("rows", [each.rows for each in part]),
        ("tables", [each.tables for each in part]),
    ):
        with workplace(batch.target / f"{kind}-{number:05d}{batch.suffix}") as beside:
            if batch.suffix == ".csv":
                with pa_csv.CSVWriter(beside, for_spreadsheets(batches[0]).schema) as writer:
                    for each in batches:
                        writer.write_batch(for_spreadsheets(each))
            else:
                pq.write_table(pa.Table.from_batches(batches), beside, compression="snappy")


# ---- the journal


def _begun(batch: LongBatch) -> tuple[Tally, int, int]:
    """The tally, the rows and the parts that are done."""
    folder, journal = batch.target, batch.target / JOURNAL
    swept(folder)
    head = _head(batch)
    if not journal.exists():
        if folder.is_dir() and any(folder.iterdir()):
            raise refused(codes.BATCH_OUTPUT_OTHER, str(folder))
        with workplace(journal) as beside:
            beside.write_text(_line(head), encoding="utf-8")
        return Tally(), 0, 0
    first, *lines = journal.read_text(encoding="utf-8", errors="replace").split("\n")
    before, now = _read(first), json.loads(_line(head))
    if before != now:
        raise _other(str(folder), before, now)
    tally, rows, parts = Tally(), 0, 0
    for line in map(_read, lines):
        match line:
            case {"part": int(part), "rows": int(end), "tally": dict(told)} if part == parts:
                if not _is_there(batch, part):
                    break
                tally, rows, parts = tally + tally_from_json(told), end, parts + 1
    return tally, rows, parts


def _other(folder: str, before: object, now: dict[str, object]) -> FrameError:
    """Says what of an earlier run in the folder differs from this one."""
    known = before if isinstance(before, dict) else {}
    told = [text for key, text in _DIFFERS.items() if known.get(key) != now[key]]
    what = joined(told, en=", ", zh="、")
    diagnostic = codes.BATCH_OUTPUT_OTHER.of_file(folder)
    return FrameError((evolve(diagnostic, help=_ELSEWHERE.filled(what=what)),))


def _is_there(batch: LongBatch, part: int) -> bool:
    return all(
        (batch.target / f"{kind}-{part:05d}{batch.suffix}").is_file() for kind in ("rows", "tables")
    )


def _head(batch: LongBatch) -> dict[str, object]:
    """What all parts of a folder have in common."""
    rules = expanded_text(SourceText("<profile>", f'use "{batch.profile}"\n'), batch.library)
    stats = [path.stat() for path in batch.files]
    return {
        "profile": sha256(rules.encode()).hexdigest(),
        "form": _FORM,
        "columns": dict(batch.chosen),
        "part_rows": batch.part_rows,
        "files": [
            [path.name, is_now.st_size, is_now.st_mtime_ns]
            for path, is_now in zip(batch.files, stats, strict=True)
        ],
    }


def _note(batch: LongBatch, told: dict[str, object]) -> None:
    with (batch.target / JOURNAL).open("a", encoding="utf-8") as journal:
        # Begins anew behind what a stopped run may have left of a line.
        journal.write(f"\n{_line(told)}")


def _line(told: dict[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False)


def _read(line: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None
