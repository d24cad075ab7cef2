"""`audit --batch`: a long table of many forms in, a folder of rows and tables out."""

import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

import click
from rich.console import Console, JustifyMethod
from rich.progress import BarColumn, Progress as Bar, TaskProgressColumn, TextColumn
from rich.table import Table
from rich.text import Text as Printed

from indicator_dsl.cli import terminal
from indicator_dsl.codes import all_codes
from indicator_dsl.diagnostics import FrameError
from indicator_dsl.files import Profile
from indicator_dsl.longform import (
    ROLES,
    LongBatch,
    LongProgress,
    Tally,
    Worst,
    audit_long,
    long_files,
)
from indicator_dsl.transcription import clean_text
from indicator_dsl.wording import Lang, Text

BATCH: Final = click.option(
    "--batch",
    "is_long",
    is_flag=True,
    help="PATH is a long table of many forms, one row an indicator (批量，长表).",
)
COLUMN: Final = click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="ROLE=NAME",
    help=f"With --batch: which column holds what; roles are {', '.join(ROLES)} (列名).",
)
JOBS: Final = click.option(
    "--jobs",
    type=click.IntRange(0, 32),
    default=0,
    metavar="N",
    help="With --batch: how many processes work; as many as processors without it (进程数).",
)
BATCH_ALONE: Final = Text("--column and --jobs go with --batch", "--column、--jobs 与 --batch 同用")
_ONE_PATH: Final = Text(
    "--batch takes one PATH and -o FOLDER", "--batch 须给出一个路径，并用 -o 指定文件夹"
)
_ROLE: Final = Text(
    "--column is ROLE=NAME, and ROLE one of {roles}", "--column 写作 角色=列名，角色为 {roles} 之一"
)
_TAKEN: Final = Text("columns taken: {columns}", "采用的列：{columns}")
_SHOWN: Final = 60
_READING: Final = Text("auditing", "核查中")


class Asked(NamedTuple):
    """What the command line asks for."""

    paths: tuple[str, ...]
    output: str | None
    profile: Profile
    columns: tuple[str, ...]
    jobs: int


def audit_long_table(asked: Asked, lang: Lang, *, strict: bool) -> None:
    """Audits the table and leaves with the status of the command."""
    if len(asked.paths) != 1 or asked.output is None:
        raise click.UsageError(_ONE_PATH.in_lang(lang))
    chosen = _chosen(asked.columns, lang)
    try:
        batch = LongBatch(
            files=long_files(asked.paths[0], asked.output),
            source=asked.paths[0],
            target=Path(asked.output),
            profile=asked.profile.name,
            library=asked.profile.library,
            chosen=chosen,
            workers=asked.jobs,
        )
        last = _watched(audit_long(batch), lang)
    except FrameError as fault:
        terminal.show_diagnostics(fault.diagnostics, lang, quiet=True)
        sys.exit(terminal.IN_ERROR)
    _tell(terminal.console(), last, lang)
    sys.exit(terminal.IN_ERROR if strict and last.tally.codes else terminal.COMPUTED)


def _chosen(columns: tuple[str, ...], lang: Lang) -> dict[str, str]:
    chosen = {}
    for each in columns:
        role, sign, name = each.partition("=")
        if not sign or not name or role not in ROLES:
            raise click.UsageError(_ROLE.filled(roles=", ".join(ROLES)).in_lang(lang))
        chosen[role] = name
    return chosen


def _watched(steps: Iterator[LongProgress], lang: Lang) -> LongProgress:
    screen = terminal.console(sys.stderr)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    last = LongProgress(share=0.0, tally=Tally())
    with Bar(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(_READING.in_lang(lang), total=1.0)
        for last in steps:
            if last.columns:
                screen.print(_columns_taken(last.columns, lang))
            terminal.show_diagnostics(last.notes, lang, quiet=True)
            bar.update(task, completed=last.share)
    return last


def _columns_taken(columns: Mapping[str, str], lang: Lang) -> Printed:
    taken = ", ".join(f"{role}={clean_text(name, _SHOWN)}" for role, name in columns.items())
    return Printed(_TAKEN.filled(columns=taken).in_lang(lang))


# ---- the answer


def _tell(screen: Console, last: LongProgress, lang: Lang) -> None:
    tally = last.tally
    for line in _sentences(last):
        screen.print(Printed(f" {line.in_lang(lang)}"))
    if tally.codes:
        screen.print()
        screen.print(_findings(tally, lang))
    if tally.worst:
        screen.print()
        screen.print(_first(tally.worst, lang))


def _sentences(last: LongProgress) -> Iterator[Text]:
    tally = last.tally
    yield Text(
        "{tables} tables with {rows} rows audited; {apart} rows row by row",
        "已核查 {tables} 张表、{rows} 行，其中 {apart} 行逐行核查",
    ).filled(tables=f"{tally.tables:,}", rows=f"{tally.rows:,}", apart=f"{tally.row_by_row:,}")
    yield Text(
        "{n} tables report another total than their rows earn; {open} stay open",
        "{n} 张表的自评总分与应得总分不符；{open} 张表尚有待定的行",
    ).filled(n=f"{tally.differing:,}", open=f"{tally.open_tables:,}")
    if tally.rows_left_out:
        yield Text(
            "{n} rows in {tables} tables are not scored: not understood, or without a known weight",
            "{tables} 张表中有 {n} 行未能评分：内容未能读懂，或分值不明",
        ).filled(n=f"{tally.rows_left_out:,}", tables=f"{tally.partial_tables:,}")
    if last.resumed:
        yield Text(
            "{n} rows were audited before and left as they are", "{n} 行先前已核查，未改动"
        ).filled(n=f"{last.resumed:,}")


def _findings(tally: Tally, lang: Lang) -> Table:
    names = {code.code: code.name for code in all_codes()}
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 1))
    table.add_column(Text("findings", "问题").in_lang(lang))
    table.add_column("")
    table.add_column(Text("count", "次数").in_lang(lang), justify="right")
    for code, count in sorted(tally.codes.items(), key=lambda each: (-each[1], each[0])):
        table.add_row(Printed(code), Printed(names.get(code, "")), f"{count:,}")
    return table


def _first(worst: tuple[Worst, ...], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 1))
    heads = (
        Text("look first at", "先看这些表"),
        Text("reported", "自评总分"),
        Text("earned", "应得总分"),
        Text("difference", "相差"),
        Text("errors", "严重问题"),
        Text("first finding", "首要问题"),
    )
    for at, head in enumerate(heads):
        side: JustifyMethod = "right" if 0 < at < len(heads) - 1 else "left"
        table.add_column(head.in_lang(lang), justify=side, overflow="fold")
    for each in worst:
        table.add_row(
            Printed(each.name),
            _points(each.reported),
            _points(each.total),
            _points(each.difference),
            str(each.errors),
            Printed(each.worst),
        )
    return table


def _points(points: Decimal | None) -> str:
    return "" if points is None else f"{points:f}"
