"""A ruleset's points as one function over whole numbers, and what it falls back on.

Adds up nothing itself: the program was written from the plan, the rest is scoring's.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.frames import names_of, scored_row
from indicator_dsl.frames.outputs import in_whole_numbers
from indicator_dsl.model import Ruleset
from indicator_dsl.records.figures import Figure
from indicator_dsl.records.programs import Points, program_of

MOST_PLACES: Final = 9


@frozen(kw_only=True, eq=False)
class Scorer:
    """The function, the figures it takes in order, and its text (empty where there is none).

    `points(…)` gives each line's points and the total, in steps of the last place kept (hundredths
    under `round 2`); None for what is not scored.
    """

    figures: tuple[Figure, ...]
    points: Callable[..., Points]
    text: str
    constants: Mapping[str, object]


def scorer_of(ruleset: Ruleset, decimals: Mapping[str, int]) -> Scorer:
    """The scorer of a ruleset.

    Args:
        ruleset: What is scored.
        decimals: By name, in how many decimals its numbers are counted, 0 to 9; 0 when absent.

    Raises:
        ValueError: for a name that is no figure, and for decimals out of range.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> text = SourceText("a.ind", "满意度 >= 95 % weight 10")
        >>> scorer_of(compile_ruleset(text, Collector()), {"满意度": 2}).points(9128)
        (961, 961)
    """
    unknown = sorted(decimals.keys() - set(names_of(ruleset)))
    if unknown:
        message = f"no figure of the ruleset is called {unknown[0]!r}"
        raise ValueError(message)
    if not all(0 <= places <= MOST_PLACES for places in decimals.values()):
        message = f"numbers are counted in 0 to {MOST_PLACES} decimals"
        raise ValueError(message)
    program = program_of(ruleset, lambda name: decimals.get(name, 0))
    exact = exact_points(ruleset, program.figures)
    if not program.text:
        return Scorer(figures=program.figures, points=exact, text="", constants={})
    return Scorer(
        figures=program.figures,
        points=program.functions(exact)["points"],
        text=program.text,
        constants=program.constants,
    )


def exact_points(ruleset: Ruleset, figures: tuple[Figure, ...]) -> Callable[..., Points]:
    """The exact way to the points, from the figures a program takes."""
    places = ruleset.rounding.places
    names = [f"earned:{rule.name}" for rule in ruleset.indicators]

    def exact(*given: object) -> Points:
        cells = {
            figure.name: _cell(figure, value) for figure, value in zip(figures, given, strict=True)
        }
        row = in_whole_numbers(scored_row(ruleset, cells), places)
        found = (row[name] for name in (*names, "total"))
        return tuple(value if isinstance(value, int) else None for value in found)

    return exact


def _cell(figure: Figure, value: object) -> object:
    """A figure as a cell: whole numbers in their unit, anything else as it was given."""
    if figure.is_number and figure.places and type(value) is int:
        return Fraction(value, 10**figure.places)
    return value
