"""A change of unit never changes the amount, and a unit means the product of its words."""

from fractions import Fraction
from itertools import permutations

from attrs import frozen
from hypothesis import given, strategies as st

from indicator_dsl.quantities import Quantity, Unit, UnitError, UnitTable, product, quotient


@frozen
class Written:
    """A unit's text beside its meaning, worked out while the text was put together."""

    text: str
    factor: Fraction
    powers: tuple[tuple[str, int], ...]
    is_ratio: bool = False


MULTIPLIERS = {"": 1, "十": 10, "百": 100, "万": 10**4, "十万": 10**5, "亿": 10**8, "万亿": 10**12}
WORDS = {
    "元": "元",
    "人次": "人次",
    "个工作日": "个工作日",
    "㎡": "m2",
    "台(套)": "台(套)",
    "kWh": "kWh",
}
SHARES = {"%": Fraction(1, 100), "‰": Fraction(1, 1000), "百分比": Fraction(1, 100)}

single_words = st.builds(
    lambda multiplier, word: Written(
        multiplier + word, Fraction(MULTIPLIERS[multiplier]), ((WORDS[word], 1),)
    ),
    st.sampled_from(sorted(MULTIPLIERS)),
    st.sampled_from(sorted(WORDS)),
)
shares = st.sampled_from([Written(text, factor, ()) for text, factor in SHARES.items()])


def in_brackets(unit: Written) -> Written:
    return Written(f"({unit.text})", unit.factor, unit.powers)


def times(a: Written, b: Written) -> Written:
    parts = [in_brackets(unit) if unit.is_ratio else unit for unit in (a, b)]
    text = "·".join(unit.text for unit in parts)
    return Written(text, a.factor * b.factor, (*a.powers, *b.powers))


def per(a: Written, b: Written) -> Written:
    # Without brackets all that follows stands below the line, so a ratio below needs them.
    below = in_brackets(b) if b.is_ratio else b
    powers = (*a.powers, *((word, -power) for word, power in b.powers))
    return Written(f"{a.text}/{below.text}", a.factor / b.factor, powers, is_ratio=True)


written_units = st.recursive(
    single_words | shares,
    lambda inner: (
        st.builds(times, inner, inner)
        | st.builds(per, inner, inner)
        | st.builds(in_brackets, inner)
    ),
    max_leaves=5,
).filter(lambda unit: len(unit.text) <= 64)  # deeper than 8 brackets five words cannot get

numbers = st.fractions(max_denominator=10**9)
units = written_units.map(lambda unit: UnitTable().unit_from_text(unit.text))
rescalings = st.integers(1, 10**6).map(lambda count: Fraction(count, 1000))


def summed(powers: tuple[tuple[str, int], ...]) -> dict[str, int]:
    sums = {word: sum(power for each, power in powers if each == word) for word, _ in powers}
    return {word: power for word, power in sums.items() if power}


@given(written_units)
def test_a_unit_means_the_product_of_its_words(written: Written) -> None:
    unit = UnitTable().unit_from_text(written.text)
    assert written.factor == unit.factor
    assert summed(written.powers) == dict(unit.dimension)
    assert written.text == unit.text


@given(numbers, units, rescalings)
def test_a_change_of_unit_keeps_the_amount(
    number: Fraction, unit: Unit, rescaling: Fraction
) -> None:
    other = Unit("other", unit.factor * rescaling, unit.dimension)
    amount = Quantity(number, unit)
    assert amount.magnitude == amount.in_unit(other).magnitude
    assert amount == amount.in_unit(other).in_unit(unit)
    assert number * UnitTable.factor_between(unit, other) == amount.in_unit(other).number


@given(units, units, numbers, numbers.filter(bool))
def test_products_and_quotients_multiply_amounts_and_dimensions(
    a: Unit, b: Unit, x: Fraction, y: Fraction
) -> None:
    first, second = Quantity(x, a), Quantity(y, b)
    together, apart = product(first, second), quotient(first, second)
    assert first.magnitude * second.magnitude == together.magnitude
    assert first.magnitude == apart.magnitude * second.magnitude
    inverse = tuple((word, -power) for word, power in b.dimension)
    assert summed((*a.dimension, *b.dimension)) == dict(together.unit.dimension)
    assert summed((*a.dimension, *inverse)) == dict(apart.unit.dimension)


@given(units, units, numbers.filter(bool))
def test_the_unit_of_a_product_or_quotient_can_be_read_again(a: Unit, b: Unit, x: Fraction) -> None:
    for amount in (
        product(Quantity(x, a), Quantity(x, b)),
        quotient(Quantity(x, a), Quantity(x, b)),
    ):
        unit = amount.unit
        if unit.text and len(unit.text) <= 64:
            again = UnitTable().unit_from_text(unit.text)
            assert (unit.factor, unit.dimension) == (again.factor, again.dimension)


@given(st.lists(st.integers(2, 1000), min_size=1, max_size=4))
def test_declarations_mean_the_same_in_any_order(amounts: list[int]) -> None:
    chain = [(f"u{i}", amount, f"u{i + 1}") for i, amount in enumerate(amounts)]
    for order in permutations(chain):
        table = UnitTable()
        for name, amount, unit in order:
            table = table.declared(name, Fraction(amount), table.unit_from_text(unit))
        worth = Fraction(1)
        for name, amount, _ in reversed(chain):
            worth *= amount
            unit_read = table.unit_from_text(name)
            assert (worth, ((f"u{len(chain)}", 1),)) == (unit_read.factor, unit_read.dimension)


@given(st.text(alphabet="元人万亿百十%/·*、()（） 1032-a\u200b") | st.text())
def test_any_text_is_a_unit_or_refused(text: str) -> None:
    try:
        unit = UnitTable().unit_from_text(text)
    except UnitError:
        return
    assert unit == UnitTable().unit_from_text(unit.text)
