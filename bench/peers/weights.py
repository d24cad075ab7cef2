"""One line of every whole weight up to 30, at all of its ties: 15 × 1001/3000 = 5.005.

The sheet of `bench.peers` has weights of 10, 20 and 30, whose ties have shares that decimals can
write; the shares of other weights have no end. What is counted here are wrong points, nothing else.
"""

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from math import floor
from typing import Final, TypeAlias

from bench.tables import aligned
from indicator_dsl import indicator

HEAVIEST: Final = 30
_CENT: Final = Decimal("0.01")

Tie: TypeAlias = tuple[int, int, int]  # the weight, the cases done, the cases asked for
Scored: TypeAlias = Callable[[Iterable[Tie]], Iterable[float]]


def ties(heaviest: int = HEAVIEST) -> tuple[Tie, ...]:
    """Every weight with every number of cases that earns an odd number of half hundredths.

    Example:
        >>> ties(1)[:2], len(ties(1))
        (((1, 1, 200), (1, 3, 200)), 100)
    """
    return tuple(
        (weight, cases, 200 * weight)
        for weight in range(1, heaviest + 1)
        for cases in range(1, 200 * weight, 2)
    )


def expected(tie: Tie) -> int:
    """The hundredths of points, by fractions.

    Example:
        >>> expected((15, 1001, 3000))
        501
    """
    weight, cases, target = tie
    return floor(Fraction(weight * cases * 100, target) + Fraction(1, 2))


def _by_floats(every: Iterable[Tie]) -> Iterable[float]:
    return (floor(w * (cases / target) * 100 + 0.5) / 100 for w, cases, target in every)


def _by_decimals(every: Iterable[Tie]) -> Iterable[float]:
    for weight, cases, target in every:
        share = Decimal(cases) / target
        yield float((weight * share).quantize(_CENT, ROUND_HALF_UP))


def _rule_engine(every: Iterable[Tie]) -> Iterable[float]:
    evaluate = import_module("rule_engine").Rule("(w * (a / t) * 100 + 0.5).floor / 100").evaluate
    return (float(evaluate(dict(zip("wat", tie, strict=True)))) for tie in every)


def _zen(every: Iterable[Tie]) -> Iterable[float]:
    evaluate = import_module("zen").compile_expression("round(w * (a / t), 2)").evaluate
    return (float(evaluate(dict(zip("wat", tie, strict=True)))) for tie in every)


def _duckdb(every: Iterable[Tie]) -> Iterable[float]:
    columns = [list(column) for column in zip(*every, strict=True)]
    w, a, t = (f"CAST({name} AS DECIMAL(18, 4))" for name in "wat")
    told = "SELECT unnest(?) AS w, unnest(?) AS a, unnest(?) AS t"
    query = f"SELECT round({w} * ({a} / {t}), 2) FROM ({told})"  # noqa: S608 - written here
    with import_module("duckdb").connect() as connection:
        return [float(points) for (points,) in connection.execute(query, columns).fetchall()]


def _ours(every: Iterable[Tie]) -> Iterable[float]:
    rules = {
        weight: indicator(f"年办件量 >= {200 * weight} 件 weight {weight} by ratio")
        for weight in {weight for weight, _, _ in every}
    }
    return (float(rules[weight].evaluate(cases).earned or 0) for weight, cases, _ in every)


WAYS: Final[tuple[tuple[str, str, str, Scored], ...]] = (
    ("indicator-dsl", "by ratio", "", _ours),
    ("Python, by hand", "floats", "", _by_floats),
    ("Python, by hand", "Decimals", "", _by_decimals),
    ("rule-engine", "decimals", "rule_engine", _rule_engine),
    ("zen-engine", "decimals", "zen", _zen),
    ("DuckDB", "DECIMAL(18,4)", "duckdb", _duckdb),
)


def wrong(scored: Scored, every: tuple[Tie, ...]) -> int:
    """How many of the ties get other points than the fractions give.

    Example:
        >>> wrong(_ours, ties(2)), wrong(_by_floats, ((1, 57, 200),))
        (0, 1)
    """
    given = (round(points * 100) for points in scored(every))
    return sum(points != expected(tie) for points, tie in zip(given, every, strict=True))


def table(heaviest: int = HEAVIEST) -> str:
    """How many of the ties each way gets wrong."""
    every = ties(heaviest)
    rows = [
        (
            name,
            way,
            f"{wrong(scored, every):,}" if not module or find_spec(module) else "not installed",
        )
        for name, way, module, scored in WAYS
    ]
    return aligned(("peer", "its rule is in", f"wrong of {len(every):,}"), rows, right=slice(2, 3))
