"""The functions of a program as lines of Python, with what sends a record the exact way.

Lays out expressions that are spelt already.
"""

from collections.abc import Iterable
from typing import Final

from indicator_dsl.records.figures import Figure

WIDEST: Final = 2**49  # a program's numbers stay below it; all of 14 digits do
_WIDE: Final = 100


def laid_out(
    figures: tuple[Figure, ...], points: list[str], reasons: list[str], grade: list[str]
) -> str:
    """The text of the three functions.

    `points` takes whatever it is given; `reasons` and `grade` only what `points` could decide.
    """
    given = _given(figures)
    lines = [
        f"def points({given}):",
        "    try:",
        *_indented(_guarded(figures), 8),
        *_indented(points, 8),
        "    except (KeyError, TypeError):",
        f"        {handed_on(figures)}",
        *("", "", f"def reasons({given}):"),
        *_indented(_taken(figures), 4),
        *_indented(reasons, 4),
        *("", "", f"def grade({', '.join(filter(None, ('total', given)))}):"),
        *_indented(_taken(figures), 4),
        *_indented(grade, 4),
    ]
    return "\n".join(lines) + "\n"


def handed_on(figures: tuple[Figure, ...]) -> str:
    """The statement that leaves a record to the exact way."""
    return f"return exact({_given(figures)})"


def tupled(parts: Iterable[str]) -> str:
    """A tuple of expressions, on lines of their own where they are long.

    Example:
        >>> tupled(["a"]), tupled(["a", "b"])
        ('(a,)', '(a, b)')
    """
    told = list(parts)
    short = f"({', '.join(told)}{',' * (len(told) == 1)})"
    if len(short) <= _WIDE:
        return short
    return "(\n" + "".join(f"    {part},\n" for part in told) + ")"


def _given(figures: tuple[Figure, ...]) -> str:
    return ", ".join(f"x{index}" for index in range(len(figures)))


def _indented(lines: Iterable[str], by: int) -> list[str]:
    return [" " * by + line for told in lines for line in told.split("\n")]


def _guarded(figures: tuple[Figure, ...]) -> list[str]:
    """What sends a record the exact way before anything is worked out."""
    lines = _absent(figures)
    numbers = [f"x{index}" for index, figure in enumerate(figures) if figure.is_number]
    days = [f"x{index}" for index, figure in enumerate(figures) if figure.is_day]
    if numbers:
        kinds = " is ".join(f"{each}.__class__" for each in numbers)
        lines += [
            "if not (",
            f"    {kinds} is int",
            f"    and 0 <= {' | '.join(numbers)} < {WIDEST}",
            "):",
            f"    {handed_on(figures)}",
        ]
    for each in days:
        lines += [f"if {each}.__class__ is not date:", f"    {handed_on(figures)}"]
    return lines + _days(figures)


def _taken(figures: tuple[Figure, ...]) -> list[str]:
    return _absent(figures) + _days(figures)


def _absent(figures: tuple[Figure, ...]) -> list[str]:
    return [
        f"x{index} = 0 if x{index} is None else x{index}"
        for index, figure in enumerate(figures)
        if figure.is_optional
    ]


def _days(figures: tuple[Figure, ...]) -> list[str]:
    return [
        f"x{index} = x{index}.toordinal()" for index, figure in enumerate(figures) if figure.is_day
    ]
