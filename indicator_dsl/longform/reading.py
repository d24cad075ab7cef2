"""Long tables from files and frames, as batches of text columns that hold whole tables each.

DuckDB reads, and sorts outside of memory where it must. Judges nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from indicator_dsl import codes
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.frames.dialects import DUCKDB
from indicator_dsl.frames.duckdb_files import source_of
from indicator_dsl.frames.duckdb_frames import column_of, types_of
from indicator_dsl.frames.framing import refused
from indicator_dsl.frames.jobs import said_by, unfit
from indicator_dsl.frames.sources import Column, Kind
from indicator_dsl.frames.sql_terms import SqlWriter
from indicator_dsl.longform.cells import shown as cut
from indicator_dsl.longform.csv_files import odd_row, readable
from indicator_dsl.longform.headings import columns_by_role, doubts_of
from indicator_dsl.wording import Text

LONGEST_TABLE: Final = 2_000  # rows; more are no form, but a column that is not the table's
_LONGEST_CELL: Final = 4_000  # characters; readers of forms look at fewer
_MEMORY: Final = "400MB"
_BATCH: Final = 16_384
_WRITER: Final = SqlWriter(DUCKDB)
_TOO_LONG: Final = Text(
    "the table `{table}` has more than {most} rows: is the column `{column}` the table's?",
    "表“{table}”超过 {most} 行：“{column}”列是表的编号吗？",
)
_NO_VALUES: Final = Text("its cells are no values", "其类型不是单元格的值")
_NO_ROWS: Final = Text("it has no rows", "没有一行")
_NONE_NAMED: Final = Text("no row says which table it is of", "没有一行写明属于哪张表")
_ONE_ROW: Final = Text("one row an indicator, below the heads", "列名之下每行一项指标")
_NAME_TABLE: Final = Text("name the column: --column table=NAME", "请指明该列：--column table=列名")
_BLANK: Final = (
    r"""regexp_full_match(coalesce("table", ''), '[\s\x{A0}\x{200B}\x{3000}\x{FEFF}]*')"""
)
_SHOWN: Final = 60


class LongTable:
    """A long table open for reading; `is_scattered` says that its rows had to be sorted."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        source: str,
        shown: str,
        chosen: Mapping[str, str] | None = None,
    ) -> None:
        """Look at its columns, and at whether the rows of each table stand together.

        Raises:
            FrameError: when it is no long table.
        """
        self._connection, self._shown = connection, shown
        self.said: tuple[Diagnostic, ...] = ()  # of how its files were read
        types = types_of(source, connection)
        self.columns, unfit_for = columns_by_role(types, chosen)
        if unfit_for is not None:
            raise refused(codes.LONG_TABLE_UNFIT, shown, **unfit_for._asdict())
        self._names, self._chosen = list(types), chosen
        self._cells = ", ".join(
            f"{_text_of(name, types[name])} AS {role}" for role, name in self.columns.items()
        )
        self._source = source
        self.rows, self.unnamed, self.is_scattered = self._look()
        if not self.rows:
            why = _NONE_NAMED if self.unnamed else _NO_ROWS
            raise refused(codes.LONG_TABLE_UNFIT, shown, why=why, advice=_ONE_ROW)

    def notes(self) -> Iterator[Diagnostic]:
        """What there is to say of its columns and rows before they are judged."""
        yield from self.said
        for role, what, column in doubts_of(self._names, self._chosen):
            yield codes.LONG_COLUMN_DOUBTFUL.of_file(
                self._shown, what=what, role=role, column=column
            )
        if self.unnamed:
            yield codes.ROWS_WITHOUT_TABLE.of_file(
                self._shown, count=self.unnamed, column=cut(self.columns["table"])
            )
        if self.is_scattered:
            yield codes.ROWS_SCATTERED.of_file(self._shown)

    def _look(self) -> tuple[int, int, bool]:
        every = f"SELECT {self._cells} FROM {self._source}"  # noqa: S608 - every name is quoted
        table = f"SELECT * FROM ({every}) WHERE NOT {_BLANK}"  # noqa: S608 - no word of a file
        runs = (
            f"SELECT t, t IS DISTINCT FROM lag(t) OVER () AS s FROM "  # noqa: S608
            f"(SELECT coalesce(\"table\", '') AS t FROM ({table}))"
        )
        found = self._connection.execute(
            f"SELECT count(*), count(*) FILTER (s), count(DISTINCT t) FILTER (s) FROM ({runs})"  # noqa: S608
        ).fetchall()
        rows, starts, tables = found[0]
        blank = self._connection.execute(
            f"SELECT count(*) FILTER ({_BLANK}) FROM ({every})"  # noqa: S608 - no word of a file
        ).fetchall()
        return rows, blank[0][0], starts > tables

    def batches(self, done: int = 0) -> Iterator[pa.RecordBatch]:
        """The rows behind those that are done, in batches of whole tables.

        Raises:
            FrameError: when a table is too long to be a form.
        """
        sql = f"SELECT {self._cells} FROM {self._source}"  # noqa: S608 - every name is quoted
        sql = f"SELECT * FROM ({sql}) WHERE NOT {_BLANK}"  # noqa: S608 - no word of a file
        if self.is_scattered:
            sql = f"SELECT * FROM (SELECT *, row_number() OVER () AS __n FROM ({sql})) ORDER BY coalesce(\"table\", ''), __n"  # noqa: S608, E501
        if done:
            sql = f"{sql} OFFSET {done}"
        reader = self._connection.sql(sql).to_arrow_reader(_BATCH)
        held: list[pa.RecordBatch] = []
        for batch in filter(len, reader):
            whole = _joined([*held, batch])
            starts = _starts_of(whole)
            self._check_length(whole, starts)
            if starts[-1]:
                yield whole.slice(0, starts[-1])
            held = [whole.slice(starts[-1])]
        if held:
            yield held[0]

    def _check_length(self, batch: pa.RecordBatch, starts: Sequence[int]) -> None:
        for start, end in pairwise([*starts, len(batch)]):
            if end - start > LONGEST_TABLE:
                table, column = batch["table"][start].as_py() or "", self.columns["table"]
                why = _TOO_LONG.filled(
                    table=table[:_SHOWN], most=LONGEST_TABLE, column=column[:_SHOWN]
                )
                raise refused(codes.LONG_TABLE_UNFIT, self._shown, why=why, advice=_NAME_TABLE)


def _starts_of(batch: pa.RecordBatch) -> list[int]:
    """Where each table of a batch begins."""
    ids = pc.fill_null(batch["table"], "")
    others = pc.indices_nonzero(pc.not_equal(ids.slice(1), ids.slice(0, len(ids) - 1)))
    return [0, *(at + 1 for at in others.to_pylist())]


def _joined(parts: Sequence[pa.RecordBatch]) -> pa.RecordBatch:
    if len(parts) == 1:
        return parts[0]
    return pa.Table.from_batches(parts).combine_chunks().to_batches()[0]


def _text_of(name: str, sql_type: str) -> str:
    """A column as the text a form would print; a decimal of a column has no closing zeros."""
    column = column_of(name, sql_type)
    if column is None:
        raise refused(codes.FRAME_COLUMN_UNFIT, column=name[:_SHOWN], why=_NO_VALUES)
    return f"left({_as_text(column, _WRITER.name(name))}, {_LONGEST_CELL})"


def _as_text(column: Column, cell: str) -> str:
    match column.kind:
        case Kind.DECIMAL if column.decimals:
            return f"rtrim(rtrim(CAST({cell} AS VARCHAR), '0'), '.')"
        case Kind.FLOAT:
            # A double tells fifteen digits; one that needs an exponent is written out.
            short = f"printf('%.15g', CAST({cell} AS DOUBLE))"
            full = f"rtrim(rtrim(CAST(TRY_CAST({cell} AS DECIMAL(38, 9)) AS VARCHAR), '0'), '.')"
            return (
                f"CASE WHEN contains({short}, 'e') THEN coalesce({full}, {short}) ELSE {short} END"
            )
        case Kind.DAY:
            return f"strftime({cell}, '%Y-%m-%d')"
        case Kind.TRUTH:
            return f"CASE {cell} WHEN true THEN '是' WHEN false THEN '否' END"
        case _:
            return f"CAST({cell} AS VARCHAR)"


@contextmanager
def opened(
    files: Sequence[Path], shown: str, spill: Path, chosen: Mapping[str, str] | None = None
) -> Iterator[LongTable]:
    """Files as one long table.

    Raises:
        FrameError: when they cannot be read, or are no long table.
    """
    known = readable(files, spill)
    with _connected(shown, spill, known.files) as connection:
        table = LongTable(connection, _all_of(known.files), shown, chosen)
        table.said = known.notes
        yield table


@contextmanager
def opened_table(
    table: pa.Table, spill: Path, chosen: Mapping[str, str] | None = None
) -> Iterator[LongTable]:
    """A table held in memory as a long table.

    Raises:
        FrameError: when it is none.
    """
    with _connected("<frame>", spill) as connection:
        connection.register("indicator_dsl_rows", table)
        yield LongTable(connection, "indicator_dsl_rows", "<frame>", chosen)


@contextmanager
def _connected(
    shown: str, spill: Path, files: Sequence[Path] = ()
) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        with duckdb.connect() as connection:
            connection.execute(f"SET memory_limit = '{_MEMORY}'")
            connection.execute(f"SET temp_directory = {_WRITER.literal(str(spill))}")
            connection.execute("SET preserve_insertion_order = true")
            yield connection
    except duckdb.Error as fault:
        raise unfit(shown, odd_row(files) or said_by(fault)) from fault


def _all_of(files: Sequence[Path]) -> str:
    if len(files) == 1:
        return source_of(files[0])
    parts = " UNION ALL BY NAME ".join(
        f"SELECT * FROM {source_of(each)}"  # noqa: S608 - the name is quoted
        for each in files
    )
    return f"({parts})"
