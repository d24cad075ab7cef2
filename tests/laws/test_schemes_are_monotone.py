"""A better actual never earns less by a method without knock-outs against its direction.

Better is what the target's own direction says. Bands may be written against it, and reductions
over the target are meant to be: both are left out.
"""

from attrs import evolve
from hypothesis import given, strategies as st

from tests import oracle
from tests.engine import card_of
from tests.schemes import UNITS, number, rule_text, schemed_rules, turning_points, with_neighbours
from tests.strategies import decimal_text


def _is_directed(rule: oracle.Rule) -> bool:
    if rule.operator in {"=", "in"} or isinstance(rule.scheme, oracle.Bands):
        return False
    if not isinstance(rule.scheme, oracle.Sides):
        return True
    against = rule.scheme.above if rule.operator in {">=", ">"} else rule.scheme.below
    return against is None


@given(
    schemed_rules()
    .filter(_is_directed)
    .map(lambda rule: evolve(rule, guards=evolve(rule.guards, overs=()))),
    st.sampled_from(UNITS),
    st.data(),
)
def test_a_better_actual_never_earns_less(
    rule: oracle.Rule, unit: str, data: st.DataObject
) -> None:
    places = [x for x in with_neighbours(turning_points(rule)) if decimal_text(x) is not None]
    low, high = sorted(data.draw(st.sampled_from(places)) for _ in range(2))
    text = f"round 2 each\n{rule_text('甲', rule, unit)}"
    worse, better = (low, high) if rule.operator in {">=", ">"} else (high, low)
    first, second = (
        card_of(text, {"甲": f"{number(x)} {unit}"}).lines[0].earned for x in (worse, better)
    )
    assert first is not None
    assert second is not None
    assert first <= second
