"""One figure: what a piece of work costs as a multiple of another, timed in turns.

Knows nothing of what the work is, and judges no ratio.
"""

import gc
from collections.abc import Callable
from itertools import repeat
from math import ceil
from statistics import median
from time import perf_counter
from typing import Final, TypeAlias

from attrs import frozen

Work: TypeAlias = Callable[[], object]

LONG_ENOUGH: Final = 0.02  # seconds; the clock and the loop are then below 0.1 % of a timing


@frozen(kw_only=True)
class Figure:
    """The cost of some work as a multiple of a yardstick's.

    Args:
        subject: What was measured.
        yardstick: What it was held against.
        ratios: One for each repetition, 3.0 when the subject took three times as long.
        yardstick_seconds: The median time of one piece of the yardstick.
        aim: The ratio the design asks for; None where it names none.
    """

    subject: str
    yardstick: str
    ratios: tuple[float, ...]
    yardstick_seconds: float
    aim: float | None = None

    @property
    def ratio(self) -> float:
        """The median of the ratios."""
        return median(self.ratios)


def measured(
    subject: tuple[str, Work],
    yardstick: tuple[str, Work],
    *,
    repetitions: int,
    aim: float | None = None,
    long_enough: float = LONG_ENOUGH,
    pieces: int = 1,
) -> Figure:
    """The figure of two pieces of work, each timed once in every repetition.

    Both run once before the first timing, so that nothing is built while the clock runs. Who goes
    first changes from one repetition to the next.

    Args:
        subject: Its name, and the work.
        yardstick: Its name, and the work.
        repetitions: At least 1.
        aim: The ratio the design asks for; None where it names none.
        long_enough: Seconds that a timing should last; short work is looped until it does.
        pieces: How many equal pieces the work holds; times, not ratios, are told for one of them.
    """
    works = (subject[1], yardstick[1])
    loops = tuple(_loops(work, long_enough) for work in works)
    pairs: list[tuple[float, float]] = []
    for repetition in range(repetitions):
        seconds = [0.0, 0.0]
        for turn in (0, 1) if repetition % 2 == 0 else (1, 0):
            seconds[turn] = _seconds(works[turn], loops[turn])
        pairs.append((seconds[0], seconds[1]))
    return Figure(
        subject=subject[0],
        yardstick=yardstick[0],
        ratios=tuple(mine / other for mine, other in pairs),
        yardstick_seconds=median(other for _, other in pairs) / pieces,
        aim=aim,
    )


def _loops(work: Work, long_enough: float) -> int:
    work()
    once = _seconds(work, 1)
    return 1 if once >= long_enough else ceil(long_enough / max(once, 1e-9))


def _seconds(work: Work, loops: int) -> float:
    """The time of `work`, once through; the collector stays on, as it does for users."""
    gc.collect()
    start = perf_counter()
    for _ in repeat(None, loops):
        work()
    return (perf_counter() - start) / loops
