"""The seven lines over columns by hand: numpy, polars and DuckDB, all sheets at once."""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any, Final

from bench.peers.peer import Peer, Prepared
from bench.peers.sheets import NAMES, Sheet

MANY: Final = 100_000
_SHARES: Final = {"优": 1.0, "良": 0.8, "中": 0.6, "低": 0.3, "差": 0.0}
# Weight, and the share before it is cut off at 1: columns and constants alone.
_LINES: Final = (
    (10, "executed", "budget"),
    (20, "cases", 200_000.0),
    (10, 80.0, "progress"),
    (10, 1599.56, "cost"),
    (10, "satisfaction", 95.0),
)


def columns_of(sheets: Sequence[Sheet]) -> dict[str, list[Any]]:
    """The sheets as columns, numbers with decimals as the nearest floats."""
    rows = [tuple(sheet.as_written().values()) for sheet in sheets]
    return dict(zip(NAMES, map(list, zip(*rows, strict=True)), strict=True))


def _in_order(lines: Sequence[Any], service: Any, level: Any) -> tuple[Any, ...]:  # noqa: ANN401 - of any library
    budget, cases, progress, cost, satisfaction = lines
    return budget, cases, service, progress, cost, level, satisfaction


def _rows(columns: Iterable[Any]) -> Iterable[Sequence[float]]:
    return zip(*(column.tolist() for column in columns), strict=True)


def _numpy(sheets: Sequence[Sheet]) -> Prepared:
    np = import_module("numpy")
    given = {name: np.array(column) for name, column in columns_of(sheets).items()}

    def share(name: str) -> Any:  # noqa: ANN401 - an array
        labels = given[name]
        return np.select([labels == label for label in _SHARES], list(_SHARES.values()))

    def rounded(points: Any) -> Any:  # noqa: ANN401 - an array
        return np.floor(points * 100.0 + 0.5) / 100.0

    def figure(told: str | float) -> Any:  # noqa: ANN401 - an array or a number
        return given[told] if isinstance(told, str) else told

    def work() -> tuple[Any, ...]:
        lines = [
            rounded(weight * np.minimum(figure(above) / figure(below), 1.0))
            for weight, above, below in _LINES
        ]
        every = _in_order(lines, rounded(10 * share("service")), rounded(30 * share("level")))
        return *every, sum(every)

    return Prepared(work, _rows)


def _polars(sheets: Sequence[Sheet]) -> Prepared:
    pl = import_module("polars")
    frame = pl.DataFrame(columns_of(sheets))

    def share(name: str) -> Any:  # noqa: ANN401 - an expression
        found = pl.lit(None, pl.Float64)
        for label, worth in _SHARES.items():
            found = pl.when(pl.col(name) == label).then(pl.lit(worth)).otherwise(found)
        return found

    def figure(told: str | float) -> Any:  # noqa: ANN401 - an expression
        return pl.col(told) if isinstance(told, str) else pl.lit(told)

    def rounded(points: Any) -> Any:  # noqa: ANN401 - an expression
        return (points * 100.0 + 0.5).floor() / 100.0

    lines = [
        rounded(weight * pl.min_horizontal(figure(above) / figure(below), 1.0))
        for weight, above, below in _LINES
    ]
    every = _in_order(lines, rounded(10 * share("service")), rounded(30 * share("level")))
    named = [line.alias(f"line{place}") for place, line in enumerate(every)]
    total = pl.sum_horizontal(f"line{place}" for place in range(len(every))).alias("total")

    def work() -> Any:  # noqa: ANN401 - a frame
        return frame.lazy().select(named).with_columns(total).collect()

    return Prepared(work, lambda found: found.iter_rows())


def _sql(money: str) -> str:
    """A query over `sheets`, every number of type `money`."""

    def figure(told: str | float) -> str:
        return told if isinstance(told, str) else f"CAST({told} AS {money})"

    def share(name: str) -> str:
        cases = " ".join(f"WHEN '{label}' THEN {worth}" for label, worth in _SHARES.items())
        return f"CAST(CASE {name} {cases} END AS {money})"

    lines = [
        f"round({weight} * least({figure(above)} / {figure(below)}, 1.0), 2)"
        for weight, above, below in _LINES
    ]
    every = _in_order(
        lines, f"round(10 * {share('service')}, 2)", f"round(30 * {share('level')}, 2)"
    )
    told = ", ".join(f"{line} AS line{place}" for place, line in enumerate(every))
    total = " + ".join(f"line{place}" for place in range(len(every)))
    inner = f"SELECT {told} FROM sheets"  # noqa: S608 - written here
    return f"SELECT *, {total} AS total FROM ({inner})"  # noqa: S608 - written here


def _duckdb(money: str) -> Callable[[Sequence[Sheet]], Prepared]:
    def prepare(sheets: Sequence[Sheet]) -> Prepared:
        connection = import_module("duckdb").connect()
        frame = import_module("pyarrow").table(columns_of(sheets))
        connection.register("given", frame)
        kinds = {"service": "VARCHAR", "level": "VARCHAR"}
        cast = ", ".join(f"CAST({name} AS {kinds.get(name, money)}) AS {name}" for name in NAMES)
        connection.execute(f"CREATE TABLE sheets AS SELECT {cast} FROM given")  # noqa: S608
        query = _sql(money)
        return Prepared(
            lambda: connection.sql(query).to_arrow_table(),
            lambda found: _rows(column.to_numpy() for column in found.columns),
        )

    return prepare


PEERS: Final = (
    Peer(name="numpy", way="float64", module="numpy", prepare=_numpy, count=MANY),
    Peer(name="polars", way="float64", module="polars", prepare=_polars, count=MANY),
    *(
        Peer(
            name="DuckDB",
            way=money,
            module="duckdb",
            prepare=_duckdb(money),
            count=MANY,
        )
        for money in ("DOUBLE", "DECIMAL(18,4)")
    ),
)
