"""The sum behind a line's points, with its numbers put in.

Holds templates of sums only: which of them is true is found by comparing with the points scored.
"""

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from indicator_dsl.explanation.figures import cut_points, is_plain, rounding_text
from indicator_dsl.explanation.reasons import stage_name
from indicator_dsl.model import Bound, Judged, Measured, Method, Rounding
from indicator_dsl.quantities import Quantity, text_from_number
from indicator_dsl.scoring import LineScore, Step
from indicator_dsl.wording import Text, joined, same


@frozen
class _Term:
    """A sum as it is written, and what it comes to."""

    text: str
    value: Fraction


def arithmetic_of(line: LineScore, rounding: Rounding) -> Text | None:
    """The sum that gives the line's points, and what rounding made of them; None when not scored.

    Args:
        line: A line of a scorecard.
        rounding: The ruleset's.

    Returns:
        What stands before the first `=` is exact, and comes to the points of a step.
    """
    if line.exact is None or line.earned is None:
        return None
    term, later = _true_term(line, line.exact)
    parts = [same(f"{term.text} = {cut_points(term.value, rounding)}")]
    parts += [_later_text(step, rounding) for step in later]
    parts.append(rounding_text(line.exact, line.earned, rounding))
    return joined(parts, en="", zh="")


def _later_text(step: Step, rounding: Rounding) -> Text:
    name, points = stage_name(step), cut_points(step.points, rounding)
    return Text(f"; {name.en}: {points}", f"；{name.zh}：{points}")


def _true_term(line: LineScore, exact: Fraction) -> tuple[_Term, tuple[Step, ...]]:
    """The first template that comes to a step's points, the last step first; and later steps."""
    for templates in (tuple(_telling(line)), tuple(_blunt(line))):
        for at in range(len(line.steps) - 1, -1, -1):
            for term in templates:
                if term.value == line.steps[at].points:
                    return term, line.steps[at + 1 :]
    weight = line.indicator.weight
    return _product(_number(weight), _number(exact / weight)), ()


def _telling(line: LineScore) -> Iterator[_Term]:
    """Sums with the actual in them."""
    weight, measure = _number(line.indicator.weight), line.indicator.measure
    if isinstance(measure, Judged):
        level = measure.scale.level(line.observed) if isinstance(line.observed, str) else None
        if level is not None:
            yield _product(weight, _per_cent(level.share))
    elif line.is_met:
        yield _product(weight, _number(Fraction(1)))
    elif isinstance(line.observed, Quantity):
        yield from _measured(weight, measure, line.observed)


def _blunt(line: LineScore) -> Iterator[_Term]:
    """All or nothing."""
    weight = _number(line.indicator.weight)
    yield _product(weight, _number(Fraction(0)))
    yield _product(weight, _number(Fraction(1)))


def _measured(weight: _Term, measure: Measured, observed: Quantity) -> Iterator[_Term]:
    target = measure.target
    ends = (target.value,) if isinstance(target, Bound) else (target.low, target.high)
    for end in ends:
        goal = _number(end.number)
        actual = _number(observed.in_unit(end.unit).number)
        match measure.method:
            case Method.RATIO | Method.INVERSE:
                yield from _quotient(_product(weight, actual), goal)
                yield from _quotient(_product(weight, goal), actual)
            case Method.EXCESS:
                for over in _quotient(_difference(actual, goal), goal):
                    yield _product(weight, _difference(_number(Fraction(1)), over))
            case Method.PASS:
                pass


def _number(number: Fraction) -> _Term:
    if is_plain(number):
        text = text_from_number(number)
        return _Term(f"({text})" if number < 0 else text, number)
    return _Term(f"({number.numerator} / {number.denominator})", number)


def _per_cent(share: Fraction) -> _Term:
    number = _number(share * 100)
    return _Term(f"{number.text} %", share)


def _product(left: _Term, right: _Term) -> _Term:
    return _Term(f"{left.text} × {right.text}", left.value * right.value)


def _quotient(left: _Term, right: _Term) -> Iterator[_Term]:
    if right.value:
        yield _Term(f"{left.text} / {right.text}", left.value / right.value)


def _difference(left: _Term, right: _Term) -> _Term:
    return _Term(f"({left.text} − {right.text})", left.value - right.value)
