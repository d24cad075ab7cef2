"""Figures as a table of plain text, with the Python and the machine they hold for.

Only lays out; a ratio is neither judged nor rounded before it comes here.
"""

import os
import platform
from collections.abc import Iterable
from importlib.metadata import version
from typing import Final

from bench.measuring import Figure

HEADINGS: Final = ("measured", "held against", "ratio", "min–max", "aim", "N", "yardstick")
LIBRARIES: Final = ("indicator-dsl", "attrs", "click", "duckdb", "lark", "polars", "rich")
_WORDS: Final = 2  # columns of words; the rest are numbers, set to the right


def machine() -> str:
    """The Python, the machine and the versions, on two lines."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    return f"{python}, {system}\n" + ", ".join(f"{name} {version(name)}" for name in LIBRARIES)


def table(figures: Iterable[Figure]) -> str:
    """One row a figure under the headings, columns aligned.

    Example:
        >>> one = Figure(
        ...     subject="this", yardstick="that", ratios=(3.0, 2.0, 4.5), yardstick_seconds=0.0015
        ... )
        >>> print(table([one]).splitlines()[2])
        this      that          3.00×  2.00–4.50    —  3    1.50 ms
    """
    return aligned(HEADINGS, map(_cells, figures), right=slice(_WORDS, None))


def aligned(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]], *, right: slice) -> str:
    """Rows under their headings, in columns as wide as they need.

    Args:
        headings: One a column.
        rows: As many cells each.
        right: Which columns hold numbers, which are set to the right.
    """
    every = [headings, *rows]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    every.insert(1, tuple("─" * width for width in widths))
    to_the_right = range(len(headings))[right]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place in to_the_right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in every
    )


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.subject,
        figure.yardstick,
        f"{number(figure.ratio)}×",
        f"{number(min(figure.ratios))}–{number(max(figure.ratios))}",
        "—" if figure.aim is None else f"{figure.aim}×",
        str(len(figure.ratios)),
        time(figure.yardstick_seconds),
    )


def number(ratio: float) -> str:
    """Three digits, or all that stand before the point."""
    return f"{ratio:.{max(0, 3 - len(str(int(ratio))))}f}"


def time(seconds: float) -> str:
    """Three digits, in the largest unit that leaves one before the point."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{number(seconds / size)} {unit}"
    return f"{number(seconds * 1e6)} µs"
