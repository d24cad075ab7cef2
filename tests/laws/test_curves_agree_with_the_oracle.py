"""Every curve is, at every cut and a tiny step beside, what a second reading gives."""

from fractions import Fraction

from hypothesis import given, strategies as st

from indicator_dsl.model import Bound, Measured
from tests import oracle
from tests.engine import card_of, indicator_of
from tests.schemes import UNITS, number, rule_text, schemed_rules, turning_points, with_neighbours
from tests.strategies import decimal_text, roundings


def measured(rule: oracle.Rule, unit: str) -> tuple[Measured, Fraction]:
    """What the engine makes of the rule, and what its unit is worth in base units."""
    measure = indicator_of(f"round 2 each\n{rule_text('甲', rule, unit)}").measure
    assert isinstance(measure, Measured)
    target = measure.target
    return measure, (target.value if isinstance(target, Bound) else target.high).unit.factor


@given(schemed_rules(), st.sampled_from(UNITS))
def test_at_every_cut(rule: oracle.Rule, unit: str) -> None:
    measure, factor = measured(rule, unit)
    cuts = [cut.at / factor for cut in measure.curve.cuts]
    for x in with_neighbours(cuts):
        assert oracle.exact(rule, x) == measure.curve.at(x * factor), x


@given(schemed_rules(), st.sampled_from(UNITS), st.lists(st.fractions(-10, 10**6), max_size=5))
def test_where_the_words_say_and_anywhere(
    rule: oracle.Rule, unit: str, anywhere: list[Fraction]
) -> None:
    measure, factor = measured(rule, unit)
    for x in [*with_neighbours(turning_points(rule)), *anywhere]:
        assert oracle.exact(rule, x) == measure.curve.at(x * factor), x


@given(schemed_rules(), st.sampled_from(UNITS), roundings, st.data())
def test_lines_from_end_to_end(
    rule: oracle.Rule, unit: str, rounding: oracle.Rounding, data: st.DataObject
) -> None:
    places = [x for x in with_neighbours(turning_points(rule)) if decimal_text(x) is not None]
    x = data.draw(st.sampled_from(places))
    when = "each" if rounding.each else "total"
    text = f"round {rounding.places} {when}\n{rule_text('甲', rule, unit)}"
    card = card_of(text, {"甲": f"{number(x)} {unit}"})
    (line,) = card.lines
    assert oracle.points(rule, x, rounding) == line.earned
    assert oracle.total([line.earned], rounding) == card.total
    assert oracle.is_met(rule, x) == line.is_met
