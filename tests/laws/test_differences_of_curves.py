"""Two curves are said to differ at a number exactly when they give it different values."""

from fractions import Fraction

from hypothesis import given, strategies as st

from indicator_dsl.curves import Curve, Refusal, Sense, differences, less_than
from indicator_dsl.model import Measured
from tests import oracle
from tests.engine import indicator_of
from tests.schemes import rule_text, schemed_rules, turning_points, with_neighbours


def curve_of_rule(rule: oracle.Rule) -> Curve:
    measure = indicator_of(f"round 2 each\n{rule_text('甲', rule, '件')}").measure
    assert isinstance(measure, Measured)
    return measure.curve


@given(schemed_rules(), schemed_rules(), st.lists(st.fractions(-10, 300), max_size=20))
def test_of_any_two_rules(old: oracle.Rule, new: oracle.Rule, others: list[Fraction]) -> None:
    first, second = curve_of_rule(old), curve_of_rule(new)
    found = differences(first, second)
    turns = turning_points(old) + turning_points(new)
    ends = [c.at for d in found for c in (d.interval.low, d.interval.high) if c is not None]
    for x in {*with_neighbours(turns), *with_neighbours(ends), *others}:
        expected = oracle.exact(new, x) - oracle.exact(old, x)
        there = [each for each in found if each.interval.contains(x)]
        assert len(there) <= 1, "disjoint"
        if not there:
            assert expected == 0
        elif there[0].is_everywhere:
            assert expected != 0
            if there[0].sense is not Sense.MIXED:
                assert there[0].sense is (Sense.MORE if expected > 0 else Sense.LESS)


@given(schemed_rules())
def test_of_a_curve_and_itself(rule: oracle.Rule) -> None:
    assert differences(curve_of_rule(rule), curve_of_rule(rule)) == ()


@given(schemed_rules(), schemed_rules())
def test_of_the_way_back(old: oracle.Rule, new: oracle.Rule) -> None:
    first, second = curve_of_rule(old), curve_of_rule(new)
    turned = {Sense.MORE: Sense.LESS, Sense.LESS: Sense.MORE, Sense.MIXED: Sense.MIXED}
    there, back = differences(first, second), differences(second, first)
    assert [(each.interval, turned[each.sense]) for each in there] == [
        (each.interval, each.sense) for each in back
    ]


def test_where_a_curve_refuses() -> None:
    rule = curve_of_rule(
        oracle.Rule(
            operator=">=", low=Fraction(5), high=Fraction(5), method="pass", weight=Fraction(1)
        )
    )
    refusing = rule.refuse(less_than(0), "negative")
    assert isinstance(refusing.piece_at(-1), Refusal)
    (only,) = differences(rule, refusing)
    assert (str(only.interval), only.sense) == ("(-∞, 0)", Sense.MIXED)
