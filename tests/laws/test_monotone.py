"""A better actual never earns less, better being what the target's own direction says."""

from fractions import Fraction

from hypothesis import given, strategies as st

from tests.engine import card_of, ruleset_of
from tests.strategies import Line, Sheet, amounts_for, roundings, rules, sheet_of


@st.composite
def better_and_worse(draw: st.DrawFn) -> tuple[Sheet, Fraction, Fraction]:
    """One rule and two actuals, the first at least as good as the second."""
    rule, rounding = draw(rules()), draw(roundings)
    low, high = sorted(draw(amounts_for(rule, rounding)) for _ in range(2))
    sheet = sheet_of([Line(name="甲", rule=rule)], rounding)
    if rule.operator in {">=", ">"}:
        return sheet, high, low
    if rule.operator in {"<=", "<"}:
        return sheet, low, high
    below, above = min(low, rule.high), max(high, rule.low)
    return draw(
        st.sampled_from(
            [
                (sheet, min(max(below, high), rule.high), below),
                (sheet, max(min(above, low), rule.low), above),
            ]
        )
    )


@given(better_and_worse())
def test_a_better_actual_never_earns_less(story: tuple[Sheet, Fraction, Fraction]) -> None:
    sheet, better, worse = story
    ruleset = ruleset_of(sheet.text())
    first, second = (card_of(ruleset, {"甲": x}) for x in (better, worse))
    assert first.total is not None
    assert second.total is not None
    assert second.total <= first.total
    assert bool(second.lines[0].is_met) <= bool(first.lines[0].is_met)
