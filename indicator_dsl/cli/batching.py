"""`batch`: one ruleset over files of many sheets, with a bar while it works."""

import sys
from collections.abc import Iterator
from typing import Final, NamedTuple, get_args

import click
from rich.progress import BarColumn, Progress as Bar, TaskProgressColumn, TextColumn

from indicator_dsl import codes
from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.diagnostics import Collector, Diagnostic, FrameError, Severity
from indicator_dsl.frames import Batch, Counts, Engine, Job, Plan, Way, batch_of, plan_for, run
from indicator_dsl.model import Ruleset
from indicator_dsl.wording import Lang, Text

_MOST_NAMES: Final = 6
_MASTER_ALONE: Final = Text("--master goes with --engine spark", "--master 与 --engine spark 同用")


@click.command()
@click.argument("ruleset")
@click.argument("source", metavar="IN")
@click.option(
    "-o",
    "--output",
    "target",
    metavar="OUT",
    required=True,
    help="Where the scores go: a file, or a folder when IN is one (输出位置).",
)
@click.option(
    "--engine",
    type=click.Choice(get_args(Engine)),
    default="duckdb",
    show_default=True,
    help="What does the work (计算引擎).",
)
@click.option(
    "--master",
    metavar="URL",
    default="",
    help="Where Spark is: local[2], spark://HOST:7077, yarn … (Spark 主节点).",
)
@click.option(
    "--explain",
    "is_plan",
    is_flag=True,
    help="Tell how each column and line is worked out, and score nothing (说明计算方式).",
)
@options.LANG
def batch(
    ruleset: str,
    source: str,
    target: str,
    engine: Engine,
    master: str,
    lang: str | None,
    *,
    is_plan: bool,
) -> None:
    """Score files of many sheets, one row a sheet (批量计分).

    IN is a CSV or parquet file, or a folder of them; its columns are named as the indicators. OUT
    holds the same columns and the scores beside them. A folder that was not finished is gone on
    with. Under Spark both may be URLs, and each file of scores is a folder of parts.
    """
    spoken = terminal.language(lang)
    collector = Collector()
    rules, _ = inputs.ruleset_of(ruleset, collector)
    told = [d for d in collector.sorted() if d.severity is not Severity.NOTE]
    terminal.show_diagnostics(told, spoken, quiet=True)
    if rules is None:
        sys.exit(terminal.IN_ERROR)
    if master and engine != "spark":
        raise click.UsageError(_MASTER_ALONE.in_lang(spoken))
    try:
        if is_plan:
            click.echo(_told(plan_for(rules, source, engine, master), spoken))
        else:
            _scored(rules, Asked(source, target, engine, master), spoken)
    except FrameError as fault:
        terminal.show_diagnostics(fault.diagnostics, spoken, quiet=True)
        sys.exit(terminal.IN_ERROR)


class Asked(NamedTuple):
    """What the command line asks for."""

    source: str
    target: str
    engine: Engine
    master: str


def _scored(rules: Ruleset, asked: Asked, lang: Lang) -> None:
    screen = terminal.console(sys.stderr)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    shares: dict[Job, float] = {}
    done: list[tuple[Job, Counts]] = []
    faults: list[FrameError] = []
    with Bar(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(asked.engine, total=None)
        todo = batch_of(rules, *asked)
        bar.update(task, total=max(len(todo.jobs), 1))
        for step in run(rules, todo):
            shares[step.job] = step.share
            done += [(step.job, step.counts)] if step.counts else []
            faults += [step.fault] if step.fault else []
            bar.update(task, description=_shown(step.job.name), completed=sum(shares.values()))
    _tell(todo, done, lang)
    if faults:
        _tell_faults(faults, lang)
        sys.exit(terminal.IN_ERROR)


def _tell_faults(faults: list[FrameError], lang: Lang) -> None:
    for fault in faults:
        terminal.show_diagnostics(fault.diagnostics, lang, quiet=True)
    said = Text("not scored: {n}", "未计分：{zh_n} 个文件").filled(
        n=_counted(len(faults), "file"), zh_n=len(faults)
    )
    click.echo(said.in_lang(lang), err=True)


def _tell(batch: Batch, done: list[tuple[Job, Counts]], lang: Lang) -> None:
    terminal.show_diagnostics(tuple(_absences(done)), lang, quiet=True)
    rows = sum(counts.rows for _, counts in done)
    apart = sum(counts.row_by_row for _, counts in done)
    said = Text(
        "scored {rows} in {files}, {apart} of them row by row",
        "已计分 {zh_files} 个文件、{zh_rows} 行，其中 {apart} 行逐行精确计算",
    ).filled(
        rows=_counted(rows, "row"),
        files=_counted(len(done), "file"),
        zh_rows=rows,
        zh_files=len(done),
        apart=apart,
    )
    click.echo(said.in_lang(lang), err=True)
    if batch.skipped:
        kept = Text(
            "scored before and left as it is: {n}", "先前已计分、未改动：{zh_n} 个文件"
        ).filled(n=_counted(batch.skipped, "file"), zh_n=batch.skipped)
        click.echo(kept.in_lang(lang), err=True)


def _absences(done: list[tuple[Job, Counts]]) -> Iterator[Diagnostic]:
    """A warning for each choice of columns that files lack: it names the first such file."""
    files: dict[tuple[str, ...], list[str]] = {}
    for job, counts in done:
        if counts.absent:
            files.setdefault(counts.absent, []).append(job.source)
    for names, found in files.items():
        shown = [*names[:_MOST_NAMES], *(["…"] if len(names) > _MOST_NAMES else [])]
        more = len(found) - 1
        yield codes.BATCH_COLUMN_ABSENT.of_file(
            found[0],
            and_en=f" (and {more} more like it)" if more else "",
            and_zh=f"等 {more + 1} 个文件" if more else "",
            en=", ".join(shown),
            zh="、".join(shown),
        )


def _counted(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


_WAYS = {
    Way.NARROW: Text("64-bit whole numbers", "64 位整数"),
    Way.WIDE: Text("128-bit whole numbers", "128 位整数"),
    Way.TABLE: Text("a table", "查表"),
    Way.PARTLY: Text("in part row by row", "部分逐行精确计算"),
    Way.APART: Text("row by row", "逐行精确计算"),
}


def _told(plan: Plan, lang: Lang) -> str:
    """The plan in plain text: what is read as what, and how each line is worked out."""
    told = [Text("columns read", "读取的列").in_lang(lang)]
    told += [f"  {_shown(name)}: {kind}" for name, kind in plan.read_as]
    told.append(Text("lines", "指标").in_lang(lang))
    told += [f"  {_shown(name)}: {_WAYS[way].in_lang(lang)}" for name, way in plan.ways]
    return "\n".join(told)


def _shown(text: str) -> str:
    return "".join(each if each.isprintable() else "\ufffd" for each in text)
