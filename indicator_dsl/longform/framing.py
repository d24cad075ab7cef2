"""A frame that holds a long table, audited: a row for each row and a row for each table.

The one place of this room where a frame from outside is looked at.
"""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.compiler import Library
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.frames.framing import Native, extra, refused
from indicator_dsl.longform.tallies import Tally
from indicator_dsl.wording import same

if TYPE_CHECKING:
    import pyarrow as pa

FrameT = TypeVar("FrameT")


@frozen(kw_only=True)
class AuditedFrame(Generic[FrameT]):
    """A long table audited: `rows` and `tables` in the library it came in, and the counts.

    `notes` is what there is to say of its columns, and of rows that name no table.
    """

    rows: FrameT
    tables: FrameT
    tally: Tally
    notes: tuple[Diagnostic, ...] = ()


def audit_frame(
    frame: FrameT,
    profile: str = "mof-2020",
    library: Library | None = None,
    columns: Mapping[str, str] | None = None,
) -> AuditedFrame[FrameT]:
    """The rows and the tables of a long table as the audit of each form finds them.

    Args:
        frame: One row an indicator, of polars, pandas or pyarrow, or a relation of DuckDB; lazy
            ones are worked out. Rows of one table need not stand together.
        profile: What supplies methods and scales.
        library: Where the profile is found; only shipped ones when None.
        columns: Columns by their role, where their names do not say it.

    Raises:
        FrameError: when the frame is no long table.

    Example:
        >>> import polars as pl
        >>> frame = pl.DataFrame({"table": ["甲"], "indicator": ["满意度"], "target": ["≥95%"],
        ...                       "actual": ["92%"], "weight": [10], "score": [10]})
        >>> audit_frame(frame).rows["findings"].to_list()
        ['IND701 IND704']
    """
    with extra("narwhals"), extra("duckdb"), extra("pyarrow"):
        import narwhals.stable.v2 as nw  # noqa: PLC0415 - heavy, and an extra
        import pyarrow as pa  # noqa: PLC0415 - heavy, and an extra

        from indicator_dsl.longform.reading import opened_table  # noqa: PLC0415 - heavy
        from indicator_dsl.longform.working import audited_batches  # noqa: PLC0415 - heavy
    try:
        known = nw.from_native(cast("Native", frame))
    except TypeError:
        raise refused(codes.FRAME_UNKNOWN, what=_named(frame)) from None
    kind = known.implementation
    if kind.is_pyspark() or kind.is_pyspark_connect():
        raise refused(codes.FRAME_UNKNOWN, what=_named(frame))
    held = _arrow(known)
    with TemporaryDirectory() as spill, opened_table(held, Path(spill), columns) as table:
        notes = tuple(table.notes())
        found = list(audited_batches(table.batches(), profile, library))
    rows = pa.Table.from_batches([each.rows for each in found])
    tables = pa.Table.from_batches([each.tables for each in found])
    tally = sum((each.tally for each in found), Tally())
    return AuditedFrame(
        rows=_back(rows, known), tables=_back(tables, known), tally=tally, notes=notes
    )


def _arrow(known: Native) -> "pa.Table":
    return (known.collect("pyarrow") if hasattr(known, "collect") else known).to_arrow()


def _back(table: "pa.Table", known: Native) -> Any:  # noqa: ANN401 - whatever library it came in
    kind = known.implementation
    if kind.is_pyarrow():
        return table
    if kind.is_duckdb():
        import duckdb  # noqa: PLC0415 - there already

        return duckdb.from_arrow(table)
    if kind.is_polars():
        import polars as pl  # noqa: PLC0415 - there already

        frame = pl.from_arrow(table)
        return (
            frame.lazy() if hasattr(known, "collect") and isinstance(frame, pl.DataFrame) else frame
        )
    import pandas as pd  # noqa: PLC0415 - there already

    return table.to_pandas(types_mapper=pd.ArrowDtype)


def _named(frame: object) -> object:
    kind = type(frame)
    return same(f"{kind.__module__.split('.')[0]}.{kind.__qualname__}")
