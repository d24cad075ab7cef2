"""The seven lines of rulesets/chaoyang-window-2024 as a programmer would write them for speed.

The yardstick for one record: whole numbers only, and none of the library's code may enter here.
"""

from typing import Final, TypeAlias

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


def integers_from_cells(cells: dict[str, str]) -> Integers:
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
