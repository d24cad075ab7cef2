"""Any frame as a scored one: which library it is of, which of its columns count, what is refused.

The one place where a frame from outside is looked at; engines get a plan and columns they know.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast

from indicator_dsl import codes
from indicator_dsl.diagnostics import Diagnostic, FrameError
from indicator_dsl.frames.outputs import output_names
from indicator_dsl.frames.planning import plan_of
from indicator_dsl.frames.sheet import WORK, Plan, names_of
from indicator_dsl.frames.sources import Column
from indicator_dsl.model import Ruleset
from indicator_dsl.wording import Text, name_from_text

if TYPE_CHECKING:
    import polars as pl

# A frame of whatever library: what it can do is asked of narwhals, not of its type.
Native: TypeAlias = Any
FrameT = TypeVar("FrameT")

_MOST_NAMES: Final = 6
_SHOWN: Final = 60
_SEPARATORS: Final = {
    ";": Text("semicolons", "分号"),
    "\t": Text("tabs", "制表符"),
    "，": Text("full-width commas", "全角逗号"),
    "；": Text("full-width semicolons", "全角分号"),
    "|": Text("bars", "竖线"),
}
_PARTED: Final = Text(
    "the names in line {n} are parted by {what}; cells must stand between commas",
    "第 {n} 行的列名以{what}分隔，单元格之间须用半角逗号",
)
_UNNAMED: Final = Text(
    "column {n} has no name in line {line}; name it or remove it, and put no title above the names",
    "第 {line} 行第 {n} 列没有列名；请补上列名或删去该列，列名上方不能有标题",
)
_TWICE: Final = Text(
    "columns {a} and {b} have one name, but perhaps for case; rename one",
    "第 {a} 列与第 {b} 列同名（不分大小写），请改名",
)


def evaluate_frame(
    ruleset: Ruleset, frame: FrameT, *, whole_numbers: bool = False, connection: object = None
) -> FrameT:
    """The frame with the scores of its rows beside it, in the frame's own library.

    Args:
        ruleset: The rules.
        frame: One row a sheet. Frames of polars (also lazy), pandas and pyarrow, relations of
            DuckDB, and DataFrames of Spark, also by Spark Connect.
        whole_numbers: Points as whole numbers of 10^-places instead of decimals.
        connection: Where a relation of DuckDB lives; absent, the default connection.

    Raises:
        FrameError: when the frame, or a column of it, cannot be scored.
    """
    with extra("narwhals"):
        import narwhals.stable.v2 as nw  # noqa: PLC0415 - heavy, and an extra
    try:
        known = nw.from_native(cast("Native", frame))
    except TypeError:
        raise refused(codes.FRAME_UNKNOWN, what=_named(frame)) from None
    return cast("FrameT", _scored(ruleset, known, frame, connection, whole_numbers=whole_numbers))


def _scored(
    ruleset: Ruleset, known: Native, frame: Native, connection: object, *, whole_numbers: bool
) -> Native:
    kind = known.implementation
    if kind.is_polars():
        return _polars(ruleset, frame, whole_numbers=whole_numbers)
    if kind.is_duckdb():
        return _relation(ruleset, frame, connection, whole_numbers=whole_numbers)
    if kind.is_pyspark() or kind.is_pyspark_connect():
        return _spark(ruleset, frame, whole_numbers=whole_numbers)
    if kind.is_pyarrow():
        told = _beside(ruleset, known, whole_numbers=whole_numbers).to_arrow()
        for name in told.column_names:
            frame = frame.append_column(name, told[name])
        return frame
    if kind.is_pandas():
        return _pandas(ruleset, known, frame, whole_numbers=whole_numbers)
    raise refused(codes.FRAME_UNKNOWN, what=_named(frame))


def refused(code: codes.Code, file: str = "", **fields: object) -> FrameError:
    """The error that says why a frame is refused."""
    return FrameError((code.of_file(file, **fields),))


def planned(ruleset: Ruleset, columns: Iterable[tuple[str, Column | None]]) -> Plan:
    """The plan for the columns of a frame, with their names there; None for one of no use.

    Raises:
        FrameError: when a name is taken, stands twice or has a type no cell can have, or when no
            column is one of the ruleset's.
    """
    kept = list(columns)
    faults = [*_taken(ruleset, (name for name, _ in kept))]
    wanted, found = set(names_of(ruleset)), {}
    for name, column in kept:
        own = name_from_text(name)
        if own not in wanted:
            continue
        if own in found:
            faults.append(_unfit(name, Text("it stands there twice", "重复出现")))
        elif column is None:
            faults.append(_unfit(name, Text("its cells are no values", "其类型不是单元格的值")))
        else:
            found[own] = column
    if not found and not faults:
        known, there = _few(names_of(ruleset)), _few([name[:_SHOWN] for name, _ in kept])
        raise refused(
            codes.FRAME_WITHOUT_NAMES,
            en=", ".join(known),
            zh="、".join(known),
            found_en=", ".join(there) or "none",
            found_zh="、".join(there) or "无",
        )
    if faults:
        raise FrameError(tuple(faults))
    return plan_of(ruleset, found)


def _few(names: Sequence[str]) -> list[str]:
    return [*names[:_MOST_NAMES], *(["…"] if len(names) > _MOST_NAMES else [])]


def check_heads(ruleset: Ruleset, source: str, line: int, head: list[str]) -> None:
    """Refuses the head of a CSV that engines would change or read in different ways.

    Raises:
        FrameError: when a name is missing or stands twice, or when cells are parted by other signs.
    """
    parted = [what for sign, what in _SEPARATORS.items() if len(head) == 1 and sign in head[0]]
    if parted and name_from_text(head[0]) not in names_of(ruleset):
        raise refused(codes.BATCH_FILE_UNFIT, source, why=_PARTED.filled(n=line, what=parted[0]))
    places: dict[str, list[int]] = {}
    for n, name in enumerate(head, 1):
        # Two engines of three hold names alike that differ in case only.
        places.setdefault(name_from_text(name).casefold(), []).append(n)
    unnamed = places.pop("", [])
    if unnamed:
        why = _UNNAMED.filled(line=line, n=unnamed[0])
        raise refused(codes.BATCH_FILE_UNFIT, source, why=why)
    faults = [
        _unfit(head[found[0] - 1], _TWICE.filled(a=found[0], b=found[1]))
        for found in places.values()
        if len(found) > 1
    ]
    if faults:
        raise FrameError(tuple(faults))


def _taken(ruleset: Ruleset, names: Iterable[str]) -> Iterable[Diagnostic]:
    # DuckDB holds names alike that differ in case only.
    made = {name.casefold() for name in output_names(ruleset)}
    for name in names:
        if name.casefold() in made:
            why = Text("a column that comes out has this name", "结果中有同名的列")
            yield _unfit(name, why)
        elif name.startswith(WORK):
            why = Text(f"names that begin with {WORK} are kept", f"以 {WORK} 开头的名称已保留")
            yield _unfit(name, why)


def _unfit(name: str, why: Text) -> Diagnostic:
    return codes.FRAME_COLUMN_UNFIT.of_file("", column=name[:_SHOWN], why=why)


def _named(frame: object) -> Text:
    kind = type(frame)
    return Text("{t}", "{t}").filled(t=f"{kind.__module__.split('.')[0]}.{kind.__qualname__}")


@contextmanager
def extra(package: str) -> Iterator[None]:
    """Imports a package, and says which one is missing when that or an import inside fails."""
    try:
        import_module(package)
        yield
    except ImportError as fault:
        found = (fault.name or package).split(".")[0]
        wanted = "spark" if package == "pyspark" else "batch"
        raise refused(codes.BATCH_EXTRA_MISSING, package=found, extra=wanted) from None


def _polars(ruleset: Ruleset, frame: Native, *, whole_numbers: bool) -> Native:
    with extra("polars"):
        from indicator_dsl.frames import polars_frames, polars_terms  # noqa: PLC0415 - heavy

    schema = frame.collect_schema()
    plan = planned(ruleset, polars_terms.types_of(schema).items())
    score: Callable[..., Any] = (
        polars_frames.scored_lazily if hasattr(frame, "collect") else polars_frames.scored
    )
    return score(frame, plan, whole_numbers=whole_numbers)


def _spark(ruleset: Ruleset, frame: Native, *, whole_numbers: bool) -> Native:
    with extra("pyspark"):
        from indicator_dsl.frames import spark_frames  # noqa: PLC0415 - heavy
    plan = planned(ruleset, spark_frames.columns_of(frame))
    return spark_frames.scored(frame, plan, whole_numbers=whole_numbers)


def _beside(ruleset: Ruleset, known: Native, *, whole_numbers: bool) -> "pl.DataFrame":
    """The scores alone, of a frame held in memory; its columns go to polars through Arrow."""
    with extra("polars"):
        import polars as pl  # noqa: PLC0415 - heavy, and an extra
    for fault in _taken(ruleset, known.columns):
        raise FrameError((fault,))
    wanted = set(names_of(ruleset))
    used = [name for name in known.columns if name_from_text(name) in wanted]
    if not used:
        planned(ruleset, [(name, None) for name in known.columns])
    try:
        frame = pl.from_arrow(known.select(used).to_arrow().select(used))
    except Exception as fault:
        why = Text("its cells are not of one kind", "单元格类型不一致")
        raise FrameError((_unfit("、".join(used), why),)) from fault
    scored = _polars(ruleset, frame, whole_numbers=whole_numbers)
    return scored.select(output_names(ruleset))  # type: ignore[no-any-return]


def _pandas(ruleset: Ruleset, known: Native, frame: Native, *, whole_numbers: bool) -> Native:
    if not all(isinstance(name, str) for name in frame.columns):
        raise FrameError((_unfit("", Text("its name is no text", "列名不是文本")),))
    import pandas as pd  # noqa: PLC0415 - there already, since the frame is one of its own

    told = _beside(ruleset, known, whole_numbers=whole_numbers).to_arrow()
    beside = told.to_pandas(types_mapper=pd.ArrowDtype)
    beside.index = frame.index
    return pd.concat([frame, beside], axis=1)


def _relation(
    ruleset: Ruleset, frame: Native, connection: Native, *, whole_numbers: bool
) -> Native:
    with extra("duckdb"), extra("numpy"):
        import duckdb  # noqa: PLC0415 - heavy, and an extra

        from indicator_dsl.frames import duckdb_frames  # noqa: PLC0415 - heavy

    home = connection or duckdb.default_connection()
    types = dict(zip(frame.columns, map(str, frame.types), strict=True))
    plan = planned(ruleset, duckdb_frames.columns_of(types).items())
    exact = duckdb_frames.exact_function(home, types, plan, whole_numbers=whole_numbers)
    sql = duckdb_frames.scored_sql(
        "indicator_dsl_rows", types, plan, exact, whole_numbers=whole_numbers
    )
    try:
        return frame.query("indicator_dsl_rows", sql)
    except duckdb.CatalogException:
        what = Text(
            "a relation of another connection than the one given (connection=…)",
            "关系属于另一个连接，请用 connection= 指明",
        )
        raise refused(codes.FRAME_UNKNOWN, what=what) from None
