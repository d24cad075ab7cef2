"""A line, bands, steps or guards told in other units of the same measure score alike."""

from fractions import Fraction

from attrs import evolve
from hypothesis import given, strategies as st

from indicator_dsl.model import Measured
from tests import oracle
from tests.engine import indicator_of
from tests.schemes import rule_text, schemed_rules, turning_points, with_neighbours


def _steps(steps: oracle.Steps | None, worth: Fraction) -> oracle.Steps | None:
    if steps is None or steps.of_target:
        return steps
    return evolve(steps, width=steps.width / worth)


def told_in(rule: oracle.Rule, worth: Fraction) -> oracle.Rule:
    """The rule in a unit worth so many of its own; shares of the target stay as they are."""
    match rule.scheme:
        case oracle.Line(of_target=False) as line:
            scheme: oracle.Line | oracle.Bands | oracle.Sides | None = evolve(
                line, start=line.start / worth, end=line.end / worth
            )
        case oracle.Bands() as bands:
            each = tuple((op, bound / worth, points) for op, bound, points in bands.bands)
            scheme = evolve(bands, bands=each)
        case oracle.Sides() as sides:
            below, above = _steps(sides.below, worth), _steps(sides.above, worth)
            scheme = evolve(sides, below=below, above=above)
        case other:
            scheme = other
    zeros = tuple(
        (side, bound if of_target else bound / worth, of_target)
        for side, bound, of_target in rule.guards.zeros
    )
    return evolve(
        rule,
        low=rule.low / worth,
        high=rule.high / worth,
        scheme=scheme,
        guards=evolve(rule.guards, zeros=zeros),
    )


@given(
    schemed_rules(),
    st.sampled_from(
        [("件", "百件", 100), ("万元", "元", Fraction(1, 10_000)), ("%", "‰", Fraction(1, 10))]
    ),
)
def test_the_same_curve(rule: oracle.Rule, units: tuple[str, str, Fraction]) -> None:
    own, other, worth = units
    curves = []
    for unit, told in ((own, rule), (other, told_in(rule, Fraction(worth)))):
        measure = indicator_of(
            f"unit 百件 = 100 件\nround 2 each\n{rule_text('甲', told, unit)}"
        ).measure
        assert isinstance(measure, Measured)
        curves.append((measure.curve, measure.target))
    (first, target), (second, same) = curves
    factor = Fraction(1, 100) if own == "%" else Fraction(10_000 if own == "万元" else 1)
    for x in with_neighbours(turning_points(rule)):
        assert first.at(x * factor) == second.at(x * factor), x
        assert target.is_met(x * factor) == same.is_met(x * factor)
