"""The seven lines in plain Python: floats in two orders of multiplying, Decimals, whole numbers."""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import floor
from typing import Any, Final

from bench.byhand import points_by_hand
from bench.peers.peer import WHOLE, Peer, Prepared
from bench.peers.sheets import Sheet

_ONE: Final = Decimal(1)
_CENT: Final = Decimal("0.01")
_CASES: Final = Decimal(200_000)
_PROGRESS: Final = Decimal(80)
_COST: Final = Decimal("1599.56")
_SATISFACTION: Final = Decimal(95)
_EXACT_SHARES: Final = dict(
    zip("优良中低差", map(Decimal, ("1", "0.8", "0.6", "0.3", "0")), strict=True)
)
_SHARES: Final = {"优": 1.0, "良": 0.8, "中": 0.6, "低": 0.3, "差": 0.0}


def share_first(
    executed: float,
    budget: float,
    cases: int,
    service: str,
    progress: float,
    cost: float,
    level: str,
    satisfaction: float,
) -> tuple[float, ...]:
    """The points and their total: weight times share, as the form says it.

    Example:
        >>> share_first(90.0, 100.0, 200_000, "优", 80.0, 1599.56, "优", 95.0)
        (9.0, 20.0, 10.0, 10.0, 10.0, 30.0, 10.0, 99.0)
    """
    a = floor(10 * min(executed / budget, 1.0) * 100 + 0.5) / 100
    b = floor(20 * min(cases / 200_000, 1.0) * 100 + 0.5) / 100
    c = floor(10 * _SHARES[service] * 100 + 0.5) / 100
    d = floor(10 * min(80 / progress, 1.0) * 100 + 0.5) / 100
    e = floor(10 * min(1599.56 / cost, 1.0) * 100 + 0.5) / 100
    f = floor(30 * _SHARES[level] * 100 + 0.5) / 100
    g = floor(10 * min(satisfaction / 95, 1.0) * 100 + 0.5) / 100
    return a, b, c, d, e, f, g, a + b + c + d + e + f + g


def product_first(
    executed: float,
    budget: float,
    cases: int,
    service: str,
    progress: float,
    cost: float,
    level: str,
    satisfaction: float,
) -> tuple[float, ...]:
    """The same, multiplied out before the one division: what a careful programmer writes.

    Example:
        >>> product_first(90.0, 100.0, 200_000, "优", 80.0, 1599.56, "优", 95.0)
        (9.0, 20.0, 10.0, 10.0, 10.0, 30.0, 10.0, 99.0)
    """
    a = floor(min(1000 * executed / budget, 1000) + 0.5) / 100
    b = floor(min(2000 * cases / 200_000, 2000) + 0.5) / 100
    c = floor(1000 * _SHARES[service] + 0.5) / 100
    d = floor(min(1000 * 80 / progress, 1000) + 0.5) / 100
    e = floor(min(1000 * 1599.56 / cost, 1000) + 0.5) / 100
    f = floor(3000 * _SHARES[level] + 0.5) / 100
    g = floor(min(1000 * satisfaction / 95, 1000) + 0.5) / 100
    return a, b, c, d, e, f, g, a + b + c + d + e + f + g


def in_decimals(
    executed: Decimal,
    budget: Decimal,
    cases: int,
    service: str,
    progress: Decimal,
    cost: Decimal,
    level: str,
    satisfaction: Decimal,
) -> tuple[Decimal, ...]:
    """The same in Decimals of 28 digits, weight times share.

    Example:
        >>> whole = map(Decimal, (90, 100, 80, "1599.56", 95))
        >>> executed, budget, progress, cost, satisfaction = whole
        >>> in_decimals(executed, budget, 200_000, "优", progress, cost, "优", satisfaction)[-1]
        Decimal('99.00')
    """
    a = _half_up(10 * min(executed / budget, _ONE))
    b = _half_up(20 * min(cases / _CASES, _ONE))
    c = _half_up(10 * _EXACT_SHARES[service])
    d = _half_up(10 * min(_PROGRESS / progress, _ONE))
    e = _half_up(10 * min(_COST / cost, _ONE))
    f = _half_up(30 * _EXACT_SHARES[level])
    g = _half_up(10 * min(satisfaction / _SATISFACTION, _ONE))
    return a, b, c, d, e, f, g, a + b + c + d + e + f + g


def _half_up(points: Decimal) -> Decimal:
    return points.quantize(_CENT, ROUND_HALF_UP)


Handing = Callable[[Sheet], tuple[Any, ...]]


def _each(
    function: Callable[..., Sequence[Any]], handed: Handing
) -> Callable[[Sequence[Sheet]], Prepared]:
    def prepare(sheets: Sequence[Sheet]) -> Prepared:
        records = [handed(sheet) for sheet in sheets]
        return Prepared(lambda: [function(*record) for record in records])

    return prepare


def _floats(sheet: Sheet) -> tuple[Any, ...]:
    return tuple(sheet.as_written().values())


def _decimals(sheet: Sheet) -> tuple[Any, ...]:
    return tuple(Decimal(str(x)) if isinstance(x, float) else x for x in _floats(sheet))


_NAME: Final = "Python, by hand"
BY_HAND: Final = Peer(
    name=_NAME, way=WHOLE, prepare=_each(points_by_hand, tuple), in_hundredths=True
)
PEERS: Final = (
    BY_HAND,
    Peer(name=_NAME, way="floats", prepare=_each(share_first, _floats)),
    Peer(name=_NAME, way="floats, product first", prepare=_each(product_first, _floats)),
    Peer(name=_NAME, way="Decimals", prepare=_each(in_decimals, _decimals)),
)
