"""The same target and the same actual told in other units of the same measure score alike."""

from fractions import Fraction

from hypothesis import assume, example, given, strategies as st

from tests import oracle
from tests.engine import card_of
from tests.strategies import (
    FAMILIES,
    Line,
    amounts_for,
    decimal_text,
    family_of,
    roundings,
    rules,
    sheet_of,
)


def scored(rule: oracle.Rule, unit: str, rounding: oracle.Rounding, cell: object) -> list[object]:
    """All that may be said of a line without naming a unit."""
    text = sheet_of([Line(name="甲", rule=rule, unit=unit)], rounding).text()
    (line,) = card_of(text, {"甲": cell}).lines
    return [line.earned, line.exact, line.is_met, line.share, line.reason, line.status, line.steps]


def told_in(rule: oracle.Rule, worth: Fraction) -> oracle.Rule:
    """The rule in a unit worth so many of its own."""
    return oracle.Rule(
        operator=rule.operator,
        low=rule.low / worth,
        high=rule.high / worth,
        method=rule.method,
        weight=rule.weight,
    )


@given(
    st.sampled_from([next(iter(family)) for family in FAMILIES if len(family) > 1]),
    rules(),
    roundings,
    st.data(),
)
def test_target_and_actual_in_any_units(
    unit: str, rule: oracle.Rule, rounding: oracle.Rounding, data: st.DataObject
) -> None:
    x = data.draw(amounts_for(rule, rounding))
    expected = scored(rule, unit, rounding, x)
    for target_unit, worth in family_of(unit).items():
        other = told_in(rule, worth)
        if decimal_text(other.low) is None or decimal_text(other.high) is None:
            continue
        for actual_unit, actual_worth in family_of(unit).items():
            number = decimal_text(x / actual_worth)
            if number is not None:
                assert expected == scored(other, target_unit, rounding, number + actual_unit)


@given(st.integers(0, 400_000), st.sampled_from([">=", "<="]))
@example(199_950, ">=")
def test_a_counting_word_in_front_of_the_unit(count: int, operator: str) -> None:
    method: oracle.MethodWord = "ratio" if operator == ">=" else "inverse"
    texts = [
        f"年办件量 {operator} {target} weight 20 by {method}"
        for target in ("200000 件", "20 万件", "20万 件")
    ]
    ten_thousands = decimal_text(Fraction(count, 10_000))
    cells = [f"{count}件", f"{ten_thousands}万件", f"{ten_thousands} 万 件", count]
    totals = {
        card_of(text, {"年办件量": cell}).total
        for text in texts
        for cell in cells
        if not (isinstance(cell, int) and "万" in text)
    }
    assert len(totals) == 1


@given(st.integers(0, 2000))
def test_a_share_told_per_mille_or_as_a_bare_number(per_mille: int) -> None:
    text = "满意度 >= 95 % weight 10"
    cells = [f"{per_mille}‰", f"{decimal_text(Fraction(per_mille, 10))}%"]
    cells.append(f"{decimal_text(Fraction(per_mille, 10))}")  # without a unit: the target's
    expected = oracle.half_up(min(Fraction(per_mille, 950), Fraction(1)) * 10, 2)
    assert {expected} == {card_of(text, {"满意度": cell}).total for cell in cells}
    assume(per_mille)
    assert expected == card_of("满意度 >= 950 ‰ weight 10", {"满意度": per_mille}).total
