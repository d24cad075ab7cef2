"""Sheets that sit on ties of the rounding, and sheets that sit nowhere in particular.

Whole numbers only: nothing is lost before a peer has it.
"""

from random import Random
from typing import Final, NamedTuple

LABELS: Final = ("优", "良", "中", "低", "差")
NAMES: Final = (
    "executed",
    "budget",
    "cases",
    "service",
    "progress",
    "cost",
    "level",
    "satisfaction",
)
# How many steps make one of the unit the form writes: 元 in 万元, hundredths in a per cent.
STEPS: Final = {
    "executed": 10_000,
    "budget": 10_000,
    "progress": 100,
    "cost": 10_000,
    "satisfaction": 100,
}

# 10 points × 80 % / progress and 10 × 1599.56 / cost end in 5 thousandths where the quotient of
# twice the target, in hundredths of points, by the figure is odd: these are all such figures.
_PROGRESS_TIES: Final = tuple(16_000_000 // q for q in (1, 5, 25, 125, 625))
_COST_TIES: Final = tuple(31_991_200_000 // q for q in (1, 5, 25, 125, 625))


class Sheet(NamedTuple):
    """A sheet's figures as `bench.byhand` counts them: 元, 件, hundredths of a per cent, labels."""

    executed: int
    budget: int
    cases: int
    service: str
    progress: int
    cost: int
    level: str
    satisfaction: int

    def as_written(self) -> dict[str, float | int | str]:
        """The figures in the form's units, as a program that reads numbers gets them.

        A number with decimals is the float nearest to it; the 件 are whole.

        Example:
            >>> Sheet(15233600, 16000000, 332344, "优", 9995, 15233600, "良", 9500).as_written()
            ... # doctest: +NORMALIZE_WHITESPACE
            {'executed': 1523.36, 'budget': 1600.0, 'cases': 332344, 'service': '优',
             'progress': 99.95, 'cost': 1523.36, 'level': '良', 'satisfaction': 95.0}
        """
        return {
            name: _written(value, STEPS.get(name)) for name, value in zip(NAMES, self, strict=True)
        }


def _written(value: object, steps: int | None) -> float | int | str:
    if isinstance(value, int):
        return value if steps is None else value / steps
    return str(value)


def tied_sheets(count: int, seed: int = 1) -> tuple[Sheet, ...]:
    """Sheets where four lines end in exactly half a hundredth of a point before they are rounded.

    Example:
        >>> one = tied_sheets(1)[0]
        >>> 2 * 1000 * one.executed % one.budget, 2 * 1000 * one.executed // one.budget % 2
        (0, 1)
    """
    draw = Random(seed)  # noqa: S311 - a benchmark, the same rows every time
    return tuple(_tied(draw) for _ in range(count))


def plain_sheets(count: int, seed: int = 2) -> tuple[Sheet, ...]:
    """Sheets drawn evenly, money with two decimals of 万元.

    Example:
        >>> plain_sheets(1)[0].budget % 100
        0
    """
    draw = Random(seed)  # noqa: S311 - a benchmark, the same rows every time
    return tuple(_plain(draw) for _ in range(count))


def _tied(draw: Random) -> Sheet:
    part = draw.randint(1, 50_000)  # a two-thousandth of the budget
    return Sheet(
        executed=part * (2 * draw.randrange(500, 1_000) + 1),
        budget=part * 2_000,
        cases=100 * draw.randrange(1_000, 2_000) + 50,
        service=draw.choice(LABELS),
        progress=draw.choice(_PROGRESS_TIES),
        cost=draw.choice(_COST_TIES),
        level=draw.choice(LABELS),
        satisfaction=draw.randint(5_000, 10_000),
    )


def _plain(draw: Random) -> Sheet:
    budget = 100 * draw.randint(1, 1_000_000)
    return Sheet(
        executed=budget * draw.randint(5_000, 11_000) // 10_000 // 100 * 100,
        budget=budget,
        cases=draw.randint(100_000, 300_000),
        service=draw.choice(LABELS),
        progress=draw.randint(5_000, 20_000),
        cost=100 * draw.randint(50_000, 400_000),
        level=draw.choice(LABELS),
        satisfaction=draw.randint(5_000, 10_000),
    )
