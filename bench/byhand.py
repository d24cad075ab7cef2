"""The seven lines of rulesets/chaoyang-window-2024 as a programmer would write them for speed.

The yardstick for one record: whole numbers only, and none of the library's code may enter here.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias

Integers: TypeAlias = tuple[int, int, int, str, int, int, str, int]
Points: TypeAlias = tuple[int, int, int, int, int, int, int, int]

SHARES: Final = {"优": 100, "良": 80, "中": 60, "低": 30, "差": 0}  # per cent of the weight
CASES: Final = 200_000  # 件
PROGRESS: Final = 80_00  # hundredths of a per cent
COST: Final = 1599_5600  # 元
SATISFACTION: Final = 95_00  # hundredths of a per cent


def points_by_hand(
    executed: int,
    budget: int,
    cases: int,
    service: str,
    progress: int,
    cost: int,
    level: str,
    satisfaction: int,
) -> Points:
    """The points of the seven lines and their total, in hundredths of a point.

    It looks for no missing, unreadable, negative or zero figure, and gives no reasons.

    Args:
        executed: In 元.
        budget: In 元, above 0.
        cases: In 件.
        service: A label of the scale.
        progress: In hundredths of a per cent.
        cost: In 元.
        level: A label of the scale.
        satisfaction: In hundredths of a per cent.

    Example:
        >>> points_by_hand(90, 100, 200_000, "优", 80_00, 1599_5600, "优", 95_00)
        (900, 2000, 1000, 1000, 1000, 3000, 1000, 9900)
    """
    # Half-up of n/d is (2n + d) // 2d; where the target is a constant, the fraction is reduced.
    a = 1000 if executed >= budget else (2000 * executed + budget) // (2 * budget)
    b = 2000 if cases >= CASES else (cases + 50) // 100
    c = 10 * SHARES[service]
    d = 1000 if progress <= PROGRESS else (2000 * PROGRESS + progress) // (2 * progress)
    e = 1000 if cost <= COST else (2000 * COST + cost) // (2 * cost)
    f = 30 * SHARES[level]
    g = 1000 if satisfaction >= SATISFACTION else (4 * satisfaction + 19) // 38
    return a, b, c, d, e, f, g, a + b + c + d + e + f + g


class LineByHand(NamedTuple):
    """What is read of a line: two Decimals made beforehand, and a word."""

    earned: Decimal
    lost: Decimal
    reason: str


_POINTS: Final = tuple(Decimal(points).scaleb(-2) for points in range(100_01))


def card_by_hand(figures: Integers) -> tuple[tuple[LineByHand, ...], Decimal]:
    """Every line's points earned, lost and why, and the total: the same answers as a card's.

    Example:
        >>> lines, total = card_by_hand((90, 100, 200_000, "良", 80_00, 1599_5600, "优", 95_00))
        >>> lines[0]
        LineByHand(earned=Decimal('9.00'), lost=Decimal('1.00'), reason='shortfall')
        >>> lines[2].reason, total
        ('grade', Decimal('97.00'))
    """
    executed, budget, cases, service, progress, cost, level, satisfaction = figures
    a, b, c, d, e, f, g, total = points_by_hand(*figures)
    made = _POINTS
    lines = (
        LineByHand(made[a], made[1000 - a], "met" if executed >= budget else "shortfall"),
        LineByHand(made[b], made[2000 - b], "met" if cases >= CASES else "shortfall"),
        LineByHand(made[c], made[1000 - c], "met" if service == "优" else "grade"),
        LineByHand(made[d], made[1000 - d], "met" if progress <= PROGRESS else "overrun"),
        LineByHand(made[e], made[1000 - e], "met" if cost <= COST else "overrun"),
        LineByHand(made[f], made[3000 - f], "met" if level == "优" else "grade"),
        LineByHand(made[g], made[1000 - g], "met" if satisfaction >= SATISFACTION else "shortfall"),
    )
    return lines, made[total]


def integers_from_numbers(numbers: Mapping[str, Any]) -> Integers:
    """The eight figures of a record whose numbers are whole, in the form's units."""
    return (
        numbers["全年执行数"] * 10_000,
        numbers["全年预算数"] * 10_000,
        numbers["年办件量"],
        numbers["为办事群众提供进驻可事项现场咨询受理服务"],
        numbers["项目开展进度"] * 100,
        numbers["年度项目成本"] * 10_000,
        numbers["政务服务水平"],
        numbers["办事群众满意度"] * 100,
    )


def integers_from_cells(cells: Mapping[str, str]) -> Integers:
    """The eight figures of a record from its cells, each in the unit `points_by_hand` counts in.

    It reads the units the form names and no others.

    Example:
        >>> integers_from_cells({
        ...     "全年执行数": "1523.36万元", "全年预算数": "1600万元", "年办件量": "332344件",
        ...     "为办事群众提供进驻可事项现场咨询受理服务": "优", "项目开展进度": "100%",
        ...     "年度项目成本": "1523.36万元", "政务服务水平": "良", "办事群众满意度": "99.95%",
        ... })
        (15233600, 16000000, 332344, '优', 10000, 15233600, '良', 9995)
    """
    return (
        _scaled(cells["全年执行数"].removesuffix("万元"), 4),
        _scaled(cells["全年预算数"].removesuffix("万元"), 4),
        int(cells["年办件量"].removesuffix("件")),
        cells["为办事群众提供进驻可事项现场咨询受理服务"],
        _scaled(cells["项目开展进度"].removesuffix("%"), 2),
        _scaled(cells["年度项目成本"].removesuffix("万元"), 4),
        cells["政务服务水平"],
        _scaled(cells["办事群众满意度"].removesuffix("%"), 2),
    )


def _scaled(numeral: str, places: int) -> int:
    whole, _, decimals = numeral.partition(".")
    return int(whole + decimals.ljust(places, "0"))
