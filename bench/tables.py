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
    rows = [HEADINGS, *(_cells(figure) for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, tuple("─" * width for width in widths))
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place < _WORDS else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.subject,
        figure.yardstick,
        f"{_number(figure.ratio)}×",
        f"{_number(min(figure.ratios))}–{_number(max(figure.ratios))}",
        "—" if figure.aim is None else f"{figure.aim}×",
        str(len(figure.ratios)),
        _time(figure.yardstick_seconds),
    )


def _number(ratio: float) -> str:
    """Three digits, or all that stand before the point."""
    return f"{ratio:.{max(0, 3 - len(str(int(ratio))))}f}"


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{_number(seconds / size)} {unit}"
    return f"{_number(seconds * 1e6)} µs"
