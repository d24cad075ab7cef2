"""The sum behind a line's points, with its numbers put in.

Holds templates of sums only: which of them is true is found by comparing with the points scored.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from indicator_dsl.explanation.bends import bend_text
from indicator_dsl.explanation.figures import cut_points, quantity_text, rounding_text
from indicator_dsl.explanation.steps import target_ends
from indicator_dsl.explanation.terms import (
    Term,
    bracketed_difference,
    difference,
    number,
    per_cent,
    product,
    quotient,
    rounded_down,
    rounded_up,
    total,
)
from indicator_dsl.model import (
    Band,
    Bands,
    Checklist,
    Indicator,
    Judged,
    Line,
    Measured,
    Method,
    Reading,
    Rounding,
    Steps,
    TwoSided,
)
from indicator_dsl.quantities import CalendarDay, Quantity
from indicator_dsl.scoring import LineScore, Status, Step
from indicator_dsl.wording import Text, joined

_ONE: Final = number(Fraction(1))
_NONE: Final = number(Fraction(0))


def arithmetic_of(line: LineScore, rounding: Rounding) -> Text | None:
    """The sum that gives the line's points, and what rounding made of them; None when not scored.

    Args:
        line: A line of a scorecard.
        rounding: The ruleset's.

    Returns:
        What stands before the first `=` is exact, and comes to the points of a step; each guard
        applied to it follows behind an arrow with the points after it.
    """
    if line.status is not Status.SCORED or line.exact is None or line.earned is None:
        return None
    term, later = _true_term(line, line.exact)
    result = "" if term.says_itself else f" = {cut_points(term.value, rounding)}"
    parts = [Text(f"{term.text.en}{result}", f"{term.text.zh}{result}")]
    points = term.value
    for step in later:
        parts.append(bend_text(step, points, line, rounding))
        points = step.points
    parts.append(rounding_text(line.exact, line.earned, rounding))
    return joined(parts, en="", zh="")


def _true_term(line: LineScore, exact: Fraction) -> tuple[Term, tuple[Step, ...]]:
    """The sum that comes to what the method itself gave, and the guards' steps after it."""
    own = _own_clause(line.indicator)
    terms = (*_telling(line), *_blunt(line.indicator))
    for at in range(len(line.steps) - 1, -1, -1):
        step = line.steps[at]
        if step.clause != own:
            continue
        for term in terms:
            if term.value == step.points:
                return term, line.steps[at + 1 :]
    weight = line.indicator.weight
    return product(number(weight), number(exact / weight)), ()


def _own_clause(indicator: Indicator) -> str:
    match indicator.measure:
        case Judged():
            return "is"
        case Checklist():
            return "points"
        case Measured() as measure:
            return measure.method.value


def _telling(line: LineScore) -> Iterator[Term]:
    """Sums with the actual in them, the most telling first."""
    weight = number(line.indicator.weight)
    match line.indicator.measure:
        case Judged() as judged if judged.scale.is_answer:
            yield product(weight, _ONE if line.is_met else _NONE)
        case Judged() if line.exact is not None:
            yield product(weight, per_cent(line.exact / weight.value))
        case Checklist() as checklist:
            pairs = zip(checklist.items, line.marks, strict=True)
            yield total([number(item.points) if mark else _NONE for item, mark in pairs])
        case Measured(scheme=Bands() as bands) if isinstance(line.observed, Quantity | CalendarDay):
            yield _band(bands, line.observed.magnitude)
        case Measured() as measure if isinstance(line.observed, Quantity | CalendarDay):
            if line.is_met:
                yield product(weight, _ONE)
            yield from _measured(weight, measure, line.observed)
        case _:
            pass


def _blunt(indicator: Indicator) -> Iterator[Term]:
    """All or nothing."""
    weight = number(indicator.weight)
    yield product(weight, _NONE)
    yield product(weight, _ONE)


def _measured(weight: Term, measure: Measured, observed: Quantity | CalendarDay) -> Iterator[Term]:
    for end in dict.fromkeys(target_ends(measure.target)):
        actual = number(observed.magnitude / end.unit.factor)
        match measure.scheme:
            case Line() as line:
                yield from _on_line(weight, line, actual, end)
            case TwoSided() as sides:
                yield from _stepped(weight, sides, actual, end)
            case _:
                yield from _in_proportion(weight, measure.method, actual, number(end.number))


def _in_proportion(weight: Term, method: Method, actual: Term, goal: Term) -> Iterator[Term]:
    match method:
        case Method.RATIO | Method.INVERSE:
            yield from quotient(product(weight, actual), goal)
            yield from quotient(product(weight, goal), actual)
        case Method.EXCESS:
            for over in quotient(bracketed_difference(actual, goal), goal):
                yield product(weight, bracketed_difference(_ONE, over))
        case _:
            pass


def _on_line(weight: Term, line: Line, actual: Term, end: Quantity) -> Iterator[Term]:
    """How far along the way from no points to all; written so that the way is above 0."""
    start, goal = (number(each.magnitude / end.unit.factor) for each in (line.start, line.end))
    done, way = (
        (bracketed_difference(actual, start), bracketed_difference(goal, start))
        if goal.value > start.value
        else (bracketed_difference(start, actual), bracketed_difference(start, goal))
    )
    yield from quotient(product(weight, done), way)


def _stepped(weight: Term, sides: TwoSided, actual: Term, end: Quantity) -> Iterator[Term]:
    for steps, away in (
        (sides.below, end.number - actual.value),
        (sides.above, actual.value - end.number),
    ):
        if steps is not None and away >= 0:
            count = _count(steps, away, steps.width.magnitude / end.unit.factor)
            yield difference(weight, product(number(steps.points), count))


def _count(steps: Steps, away: Fraction, width: Fraction) -> Term:
    counted = number(away)
    if width != 1:
        counted = next(quotient(counted, number(width)))
    match steps.reading:
        case Reading.FULL:
            return rounded_down(counted)
        case Reading.PART:
            return rounded_up(counted)
        case Reading.PROPORTIONAL:
            return counted


def _band(bands: Bands, magnitude: Fraction) -> Term:
    band = band_of(bands, magnitude)
    points = bands.otherwise if band is None else band.points
    bound = Text("else", "其余")
    if band is not None:
        value, glyph = quantity_text(band.bound), band.operator.value
        bound = Text(f"{glyph} {value.en}", f"{glyph} {value.zh}")
    written = number(points).text
    return Term(
        Text(f"{written} ({bound.en})", f"{written}（{bound.zh}）"), points, says_itself=True
    )


def band_of(bands: Bands, magnitude: Fraction) -> Band | None:
    """The band an actual of that magnitude falls in; None for all the rest.

    Example:
        >>> print(band_of(Bands(bands=(), otherwise=Fraction(0)), Fraction(5)))
        None
    """
    reached = (b for b in bands.bands if b.operator.holds(magnitude, b.bound.magnitude))
    return next(reached, None)
