"""Where a sheet turns when one value moves: cuts of curves, conditions, figures without a value.

Asks whole cards, and works out no figure itself.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction

from indicator_dsl.curves import Map
from indicator_dsl.explanation.probing import moved_by
from indicator_dsl.model import Comparison, Condition, Measured, Ruleset
from indicator_dsl.quantities import Quantity
from indicator_dsl.scoring import Scorecard, Unknown, value_of

CardAt = Callable[[Fraction], Scorecard]


def turns_of(
    ruleset: Ruleset, card_at: CardAt, probes: tuple[Fraction, ...]
) -> tuple[Fraction, ...] | None:
    """Every value at which a line or a condition turns, ascending.

    Args:
        ruleset: The rules.
        card_at: The card at a value of whatever moves.
        probes: From `probes_around`.

    Returns:
        None when a figure moves in a way that cannot be told.
    """
    found: set[Fraction] = set()
    for rule in ruleset.indicators:
        if not isinstance(rule.measure, Measured):
            continue
        figure = figure_map(rule.name, card_at, probes)
        if figure is None:
            return None
        if not figure.is_constant:
            levels = [cut.at for cut in rule.measure.curve.cuts]
            found.update(_where(figure, levels))
    for comparison in _comparisons(ruleset):
        gap = moved_by(lambda value, told=comparison: _gap(told, card_at(value)), probes)  # type: ignore[misc]
        if gap is None and any(_gap(comparison, card_at(probe)) is not None for probe in probes):
            return None
        if gap is not None and not gap.is_constant:
            found.update(_where(gap, [Fraction(0)]))
    return tuple(sorted(found))


def figure_map(wanted: str, card_at: CardAt, probes: tuple[Fraction, ...]) -> Map | None:
    """How the magnitude of the figure `wanted` moves with the value that is tried.

    Returns:
        A constant where it does not move or is never known; None where its way cannot be told.
    """
    answers = [_magnitude(wanted, card_at(probe)) for probe in probes]
    if all(answer is None for answer in answers) or len(set(answers)) == 1:
        return Map.constant(answers[0] or Fraction(0))
    return moved_by(lambda value: _magnitude(wanted, card_at(value)), probes)


def _magnitude(name: str, card: Scorecard) -> Fraction | None:
    for figure in card.figures:
        if figure.name == name:
            return None if figure.quantity is None else figure.quantity.magnitude
    line = card.line(name)
    observed = None if line is None else line.observed
    return observed.magnitude if isinstance(observed, Quantity) else None


def _where(figure: Map, levels: list[Fraction]) -> Iterator[Fraction]:
    if figure.pole is not None:
        yield figure.pole
    for level in levels:
        value = figure.preimage(level)
        if value is not None:
            yield value


def _comparisons(ruleset: Ruleset) -> Iterator[Comparison]:
    for limit in ruleset.limits:
        if limit.condition is not None:
            yield from _parts(limit.condition)
    for rule in ruleset.indicators:
        if rule.when is not None:
            yield from _parts(rule.when)


def _parts(condition: Condition) -> Iterator[Comparison]:
    if isinstance(condition, Comparison):
        yield condition
        return
    for part in condition.parts:
        yield from _parts(part)


def _gap(comparison: Comparison, card: Scorecard) -> Fraction | None:
    figures: dict[str, Quantity | Unknown] = {
        line.indicator.name: line.observed
        for line in card.lines
        if isinstance(line.observed, Quantity)
    }
    figures |= {each.name: each.quantity for each in card.figures if each.quantity is not None}
    left, right = value_of(comparison.left, figures), value_of(comparison.right, figures)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return None
    return left.magnitude - right.magnitude
