"""`batch`: one ruleset over files of many sheets, with a bar while it works."""

import sys
from pathlib import Path
from typing import get_args

import click
from rich.progress import BarColumn, Progress as Bar, TaskProgressColumn, TextColumn

from indicator_dsl import codes
from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.diagnostics import Collector, FrameError, Severity
from indicator_dsl.frames import Batch, Engine, Job, Plan, Way, batch_of, plan_for, refused, run
from indicator_dsl.model import Ruleset
from indicator_dsl.wording import Lang, Text


@click.command()
@click.argument("ruleset")
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "target",
    metavar="OUT",
    type=click.Path(path_type=Path),
    required=True,
    help="Where the scores go: a file, or a folder when IN is one (输出位置).",
)
@click.option(
    "--engine",
    type=click.Choice([*get_args(Engine), "spark"]),
    default="duckdb",
    show_default=True,
    help="What does the work (计算引擎).",
)
@click.option(
    "--explain",
    "is_plan",
    is_flag=True,
    help="Tell how each column and line is worked out, and score nothing (说明计算方式).",
)
@options.LANG
def batch(
    ruleset: str, source: Path, target: Path, engine: str, lang: str | None, *, is_plan: bool
) -> None:
    """Score files of many sheets, one row a sheet (批量计分).

    IN is a CSV or parquet file, or a folder of them; its columns are named as the indicators. OUT
    holds the same columns and the scores beside them. A folder that was not finished is gone on
    with.
    """
    spoken = terminal.language(lang)
    collector = Collector()
    rules, _ = inputs.ruleset_of(ruleset, collector)
    told = [d for d in collector.sorted() if d.severity is not Severity.NOTE]
    terminal.show_diagnostics(told, spoken, quiet=True)
    if rules is None:
        sys.exit(terminal.IN_ERROR)
    try:
        chosen = _engine(engine)
        if is_plan:
            job = Job(source=_first(source), target=target, engine=chosen)
            click.echo(_told(plan_for(rules, job), spoken))
        else:
            _scored(rules, batch_of(rules, source, target, chosen), spoken)
    except FrameError as fault:
        terminal.show_diagnostics(fault.diagnostics, spoken, quiet=True)
        sys.exit(terminal.IN_ERROR)


def _engine(name: str) -> Engine:
    if name == "polars":
        return "polars"
    if name == "duckdb":
        return "duckdb"
    raise refused(codes.FRAME_UNKNOWN, what="Spark")


def _first(source: Path) -> Path:
    """The file whose columns are told of: the first of a folder."""
    if not source.is_dir():
        return source
    found = sorted(p for p in source.rglob("*") if p.suffix.lower() in (".csv", ".parquet"))
    return found[0] if found else source


def _scored(rules: Ruleset, todo: Batch, lang: Lang) -> None:
    rows = apart = 0
    screen = terminal.console(sys.stderr)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    with Bar(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("", total=max(len(todo.jobs), 1))
        for done, job in enumerate(todo.jobs):
            bar.update(task, description=_shown(job.source.name))
            for step in run(rules, job):
                bar.update(task, completed=done + step.share)
                rows, apart = rows + step.rows, apart + step.row_by_row
    files = len(todo.jobs)
    said = Text(
        "{rows} rows of {files} files scored, {apart} of them row by row",
        "已计分 {files} 个文件、{rows} 行，其中 {apart} 行逐行精确计算",
    ).filled(rows=rows, files=files, apart=apart)
    click.echo(said.in_lang(lang), err=True)
    if todo.skipped:
        kept = Text(
            "{n} files were scored before and left as they are", "{n} 个文件先前已计分，未改动"
        ).filled(n=todo.skipped)
        click.echo(kept.in_lang(lang), err=True)


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
