"""What a sheet earns, in fractions: the measure of every peer's points, the library's among them.

Written from the form's own words. Neither the library's code nor bench/byhand.py may enter here.
"""

from fractions import Fraction
from math import floor
from typing import Final, TypeAlias

from bench.peers.sheets import Sheet

Points: TypeAlias = tuple[int, ...]

_FULL: Final = Fraction(1)
_LEVELS: Final = {
    "优": _FULL,
    "良": Fraction(4, 5),
    "中": Fraction(3, 5),
    "低": Fraction(3, 10),
    "差": Fraction(0),
}
_PROGRESS: Final = Fraction(80)
_COST: Final = Fraction(159_956, 100)
_SATISFACTION: Final = Fraction(95)
_CASES: Final = Fraction(200_000)


def points_of(sheet: Sheet) -> Points:
    """The hundredths of points of the seven lines, and their total.

    Example:
        >>> points_of(Sheet(15992000, 16000000, 180050, "中", 12800, 31991200, "低", 95))
        (1000, 1801, 600, 625, 500, 900, 10, 5436)
    """
    executed, budget = Fraction(sheet.executed, 10_000), Fraction(sheet.budget, 10_000)
    progress, cost = Fraction(sheet.progress, 100), Fraction(sheet.cost, 10_000)
    exact = (
        10 * min(_FULL, executed / budget),
        20 * min(_FULL, sheet.cases / _CASES),
        10 * _LEVELS[sheet.service],
        10 * min(_FULL, _PROGRESS / progress),
        10 * min(_FULL, _COST / cost),
        30 * _LEVELS[sheet.level],
        10 * min(_FULL, Fraction(sheet.satisfaction, 100) / _SATISFACTION),
    )
    lines = tuple(floor(points * 100 + Fraction(1, 2)) for points in exact)
    return *lines, sum(lines)
